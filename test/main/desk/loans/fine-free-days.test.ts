/** Fine-free days made at the desk: a row of the rules like others, with a form, an undoing and its reason told. */
import { expect, test } from 'vitest'
import type { TestDesk } from '../../support/desk.ts'
import { days, lend, moneyDesk, pageOf, tableOf } from '../../support/money-desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { benAtDesk } from '../../support/staff.ts'
import { overdue } from '../../../support/said.ts'

const SNOW = { day_code: 'snow', branch_code: '*', from_on: '2026-12-17', to_on: '2026-12-18', reason: 'Snow' }

const make = (desk: TestDesk, change: Partial<typeof SNOW> = {}): ReturnType<TestDesk['call']> =>
  desk.call('policy.edit', {
    commandId: desk.id(),
    table: 'fine_free_day',
    key: '',
    values: { ...SNOW, ...change },
  })

/** What the account of Dana, whose book was due on December 15, says of its fine on the 17th. */
async function late(desk: TestDesk): Promise<string> {
  await desk.scan(CARDS.dana)
  const [loan] = tableOf(await pageOf(desk, 'account'), 'loans')
  await desk.ok('desk.finish', {})
  return loan?.[1] ?? ''
}

test('a day made at the desk lets off what comes back on it, says why, and can be undone', async () => {
  const desk = await moneyDesk()
  await lend(desk, CARDS.dana, ITEMS.warmth)
  days(desk, 23)
  expect(await late(desk)).toBe(overdue('2026-12-15', 50))
  const form = await pageOf(desk, 'policy-row', 'fine_free_day+')
  expect(pageFaults(form)).toEqual([])
  expect(form.enter?.asks.map((one) => `${one.label}: ${one.kind}`)).toEqual([
    'Name: text',
    'First day: date',
    'Last day: date',
    'Branch: choice',
    'Reason: text',
  ])
  expect(await make(desk)).toMatchObject({ kind: 'ok' })
  expect(await late(desk)).toBe(overdue('2026-12-15'))
  const page = await pageOf(desk, 'policy-table', 'fine_free_day')
  expect(pageFaults(page)).toEqual([])
  expect(tableOf(page, 'rows')).toEqual([
    ['Thu, Dec 17 to Fri, Dec 18', 'no fine for returns at every branch, Snow', 'snow'],
  ])
  const reason = JSON.stringify(await pageOf(desk, 'explain', ITEMS.warmth))
  expect(reason).toContain('Thu, Dec 17 is fine-free (Snow)')
  await desk.ok('policy.undo-last', { commandId: desk.id() })
  expect(await late(desk)).toBe(overdue('2026-12-15', 50))
})

test('not the wrong way round, not at a branch that is not there, not by a clerk', async () => {
  const desk = await moneyDesk()
  expect(await make(desk, { to_on: '2026-12-16' })).toMatchObject({
    code: 'policy-contradiction',
    says: expect.stringContaining('snow ends before it begins') as string,
  })
  expect(await make(desk, { branch_code: 'GONE' })).toMatchObject({ code: 'policy-contradiction' })
  expect(await make(desk, { from_on: '' })).toMatchObject({ code: 'policy-row-invalid' })
  await benAtDesk(desk)
  expect(await make(desk)).toMatchObject({ code: 'not-permitted' })
})
