/** What an undo would give back is not given once the patron is a guardian: nobody has a guardian and is one. */
import { expect, test } from 'vitest'
import { must } from '../../../../shared/kernel/assert.ts'
import { cardNumber } from '../../../../shared/patron/card-numbers.ts'
import type { MergeField } from '../../../../shared/kernel/patron-field.ts'
import { cardDesk, registration } from '../../support/card-desk.ts'
import type { TestDesk } from '../../support/desk.ts'

const [GRANDMOTHER = '', PARENT = '', CHILD = '', AGAIN = ''] = [1, 2, 3, 4].map((n) =>
  cardNumber(`212340005000${n}`, 'mod-10'),
)
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
    await desk.ok('guardian.end', { commandId: desk.id(), is_unguarded_meant: true })
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
  const event = await newest(desk)
  await desk.ok('desk.finish', {})
  await desk.scan(PARENT)
  await withChild(desk)
  expect(await undone(desk, event)).toBe('undo-record-changed')
})

const newest = async (desk: TestDesk): Promise<string> =>
  (await desk.ok('work-log.list', { limit: 1 })).entries[0]?.event ?? ''

async function undone(desk: TestDesk, event: string): Promise<string> {
  const answer = await desk.call('desk.undo-act', { commandId: desk.id(), event })
  return answer.kind === 'refused' ? answer.code : answer.kind
}

/** What became of the parent once they answer for nobody. */
const SINCE = {
  'has a guardian': (desk: TestDesk) => desk.ok('guardian.link', { commandId: desk.id(), barcode: GRANDMOTHER }),
  'is a child': (desk: TestDesk) => edit(desk, '2018-03-06'),
} as const

test.each(['has a guardian', 'is a child'] as const)('of the end of it, where the guardian %s by now', async (what) => {
  const desk = await cardDesk()
  await parentAt(desk)
  await withChild(desk)
  await desk.ok('guardian.end', { commandId: desk.id(), is_unguarded_meant: true })
  const event = await newest(desk)
  await desk.ok('desk.finish', {})
  await desk.scan(PARENT)
  await SINCE[what](desk)
  expect(await undone(desk, event)).toBe('undo-record-changed')
})

/** What a merge takes of the kept record that its undoing would give back. */
const MERGED = {
  guardian: (desk: TestDesk) => desk.ok('guardian.link', { commandId: desk.id(), barcode: GRANDMOTHER }),
  born_on: (desk: TestDesk) => edit(desk, '2018-03-06'),
} as const

/** A second record of whoever has the card becomes theirs. @returns the entry that says so */
async function mergedWith(desk: TestDesk, card: string, again: Second, turned: readonly MergeField[]): Promise<string> {
  await desk.ok('desk.finish', {})
  const other = { barcode: again.barcode, category_code: 'ADULT', another_because: 'checked' } as const
  await desk.ok('patron.register', registration(desk, again.typed, other))
  const { patron_id } = must((await desk.ok('desk.snapshot', {})).snapshot.patron, 'the other record')
  await desk.ok('desk.finish', {})
  await desk.scan(card)
  await desk.ok('patron.compare', { patron_id: null, barcode: again.barcode })
  await desk.ok('patron.merge', { commandId: desk.id(), other_patron_id: patron_id, turned: [...turned] })
  return newest(desk)
}
type Second = { readonly barcode: string; readonly typed: Parameters<typeof registration>[1] }

test.each(['guardian', 'born_on'] as const)('of a merge that took the %s of the other record', async (field) => {
  const desk = await cardDesk()
  await parentAt(desk)
  await MERGED[field](desk)
  const adult = { barcode: AGAIN, typed: { born_on: '1988-03-06' } }
  const event = await mergedWith(desk, PARENT, adult, [field])
  await withChild(desk)
  expect(await undone(desk, event)).toBe('undo-overtaken')
})
