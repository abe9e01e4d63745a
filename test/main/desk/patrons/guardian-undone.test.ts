/** What an undo would give back is not given once the patron is a guardian: nobody has a guardian and is one. */
import { expect, test } from 'vitest'
import { must } from '../../../../shared/kernel/assert.ts'
import { cardNumber } from '../../../../shared/patron/card-numbers.ts'
import { cardDesk, registration } from '../../support/card-desk.ts'
import type { TestDesk } from '../../support/desk.ts'

const [GRANDMOTHER = '', PARENT = '', CHILD = ''] = [1, 2, 3].map((n) => cardNumber(`212340005000${n}`, 'mod-10'))
const NO_DATE = { born_on: '' }

async function parentAt(desk: TestDesk): Promise<void> {
  const grandmother = registration(desk, { given: 'Ada', born_on: '1950-01-01' }, { barcode: GRANDMOTHER })
  await desk.ok('patron.register', grandmother)
  await desk.ok('desk.finish', {})
  await desk.ok('patron.register', registration(desk, NO_DATE, { barcode: PARENT, category_code: 'ADULT' }))
}

async function withChild(desk: TestDesk): Promise<void> {
  const family_of = must((await desk.ok('desk.snapshot', {})).snapshot.patron, 'the parent').patron_id
  const child = { given: 'Mia', born_on: '2016-05-04' }
  await desk.ok('patron.register', registration(desk, child, { barcode: CHILD, family_of }))
}

const edit = (desk: TestDesk, born_on: string) =>
  desk.ok('patron.edit', {
    commandId: desk.id(),
    typed: registration(desk, { born_on }).typed,
    category_code: 'ADULT',
    name_proof: '',
  })

/** What each made of the parent, that an undo would take back. */
const ACTS = {
  'guardian-unlinked': async (desk: TestDesk) => {
    await desk.ok('guardian.link', { commandId: desk.id(), barcode: GRANDMOTHER })
    await desk.ok('guardian.end', { commandId: desk.id() })
  },
  'patron-changed': async (desk: TestDesk) => {
    await edit(desk, '2018-03-06')
    await edit(desk, '1988-03-06')
  },
} as const

test.each(['guardian-unlinked', 'patron-changed'] as const)('of %s', async (kind) => {
  const desk = await cardDesk()
  await parentAt(desk)
  await ACTS[kind](desk)
  const { entries } = await desk.ok('work-log.list', { limit: 1 })
  await desk.ok('desk.finish', {})
  await desk.scan(PARENT)
  await withChild(desk)
  const answer = await desk.call('desk.undo-act', { commandId: desk.id(), event: entries[0]?.event ?? '' })
  expect(answer.kind === 'refused' && answer.code).toBe('undo-record-changed')
})
