/**
 * What the desk says when an account opens that may not borrow: to a clerk, in the band and beside it, before anything
 * is scanned. The words are those with which lending would refuse, so that neither says what the other does not.
 */
import { expect, test } from 'vitest'
import type { DeskSnapshot } from '../../shared/desk/screen.ts'
import type { TestDesk } from '../main/support/desk.ts'
import { moneyDesk } from '../main/support/money-desk.ts'
import { CARDS, ITEMS, PIN } from '../main/support/small-library.ts'
import { answer, benAtDesk, signInAs } from '../main/support/staff.ts'

const ROSA = { initials: 'RO', pin: PIN }
const ASK = 'Scan an item, then 1 asks somebody who may allow it.'

/** Dana has this out: since when it is due, and how it stands. */
function out(standing: string, due_on = '2027-01-01', item_id = 1): string {
  return `INSERT INTO loan (item_id, loan_ref, party_ref, patron_id, branch_code, out_at_ms, due_at_ms, renewals_count,
    standing) VALUES (${item_id}, 'elsewhere.${item_id}', '', 1, 'MAPLE', 0, ${Date.parse(due_on)}, 0, '${standing}')`
}

/** Omar answers for Dana, or she for him, and he owes this much. */
function owes(cents: number): string {
  return `INSERT INTO charge (charge_id, external_id, patron_id, item_id, kind, charged_at_ms, amount_cents, owed_cents,
    note) VALUES (7, 'c7', 2, NULL, 'overdue', 0, ${cents}, ${cents}, '')`
}
const setting = (name: string, value: string): string => `INSERT INTO library_setting VALUES ('${name}', '${value}')`
const limit = (column: string, value: number): string => `UPDATE patron_category SET ${column} = ${value}`
const child = 'UPDATE patron SET guardian_patron_id = 1 WHERE patron_id = 2'

type Line = {
  readonly name: string
  readonly sql?: readonly string[]
  readonly card?: string
  readonly outcome: 'done' | 'decide' | 'stop'
  readonly sentence: string
  /** The heading and the detail beside the account; null: nothing stands there. */
  readonly notice: readonly [string, string] | null
}

const LINES: readonly Line[] = [
  { name: 'nothing stands in the way', outcome: 'done', sentence: 'DONE. Account open.', notice: null },
  {
    name: 'the card expired: a clerk decides',
    card: CARDS.expired,
    outcome: 'decide',
    sentence:
      'DECIDE. The card expired on Sun 1 Nov. Renew the card, then scan again. ' +
      'Scan an item, then 1 lends it all the same. Account open.',
    notice: ['Card expired Sun 1 Nov', 'Renew the card before lending.'],
  },
  {
    name: 'not to be served',
    card: CARDS.barred,
    outcome: 'stop',
    sentence: `STOP. Do not serve. Call a supervisor. ${ASK} Account open.`,
    notice: ['Do not serve', 'Call a supervisor.'],
  },
  {
    name: 'owes too much',
    card: CARDS.owing,
    outcome: 'stop',
    sentence: `STOP. Owes $12.00; borrowing stops at $10.00. A payment comes first. ${ASK} Account open.`,
    notice: ['Owes $12.00', 'borrowing stops at $10.00'],
  },
  {
    name: 'the account is closed',
    sql: ['UPDATE patron SET is_active = 0 WHERE patron_id = 1'],
    outcome: 'stop',
    sentence: `STOP. This account is closed. Call a supervisor. ${ASK} Account open.`,
    notice: ['Account closed', 'Nothing can be lent.'],
  },
  {
    name: 'blocked, and the card expired: the gravest first, and both are said',
    sql: [
      `INSERT INTO patron_block VALUES (1, 1, 'manual', NULL, NULL, 'owes us a key')`,
      `UPDATE patron SET expires_on = '2026-11-01' WHERE patron_id = 1`,
    ],
    outcome: 'stop',
    sentence:
      'STOP. The card expired on Sun 1 Nov. Blocked: owes us a key. Renew the card, then scan again. ' +
      `${ASK} Account open.`,
    notice: ['Blocked', 'owes us a key'],
  },
  {
    name: 'the card was reported lost',
    sql: [`UPDATE card SET status = 'lost' WHERE patron_id = 1`],
    outcome: 'stop',
    sentence: `STOP. This card was reported lost. Ask for ID and give a new card. ${ASK} Account open.`,
    notice: ['Card lost', 'This card was reported lost. Ask for ID and give a new card.'],
  },
  {
    name: 'too many overdue',
    sql: [out('out', '2026-11-20'), limit('overdue_count_max', 1)],
    outcome: 'stop',
    sentence: `STOP. 1 overdue; borrowing stops at 1. Something overdue must come back first. ${ASK} Account open.`,
    notice: ['1 overdue', 'borrowing stops at 1'],
  },
  {
    name: 'overdue too long',
    sql: [out('out', '2026-11-03'), limit('overdue_days_count_max', 21)],
    outcome: 'stop',
    sentence:
      'STOP. Something is 22 days overdue; borrowing stops at 21. It must come back or be paid first. ' +
      `${ASK} Account open.`,
    notice: [
      'Late too long',
      'Something is 22 days overdue; borrowing stops at 21. It must come back or be paid first.',
    ],
  },
  {
    name: 'too many lost',
    sql: [out('lost'), limit('lost_count_max', 1)],
    outcome: 'stop',
    sentence: `STOP. 1 lost; borrowing stops at 1. One must be found or paid first. ${ASK} Account open.`,
    notice: ['Too many lost', '1 lost; borrowing stops at 1. One must be found or paid first.'],
  },
  {
    name: 'too many claims',
    sql: [out('claimed-returned'), limit('claims_count_max', 1)],
    outcome: 'stop',
    sentence: `STOP. 1 claims open; borrowing stops at 1. Look at the shelf for them first. ${ASK} Account open.`,
    notice: ['Too many claims', '1 claims open; borrowing stops at 1. Look at the shelf for them first.'],
  },
  {
    name: 'a guardian over both limits of debt',
    sql: [child, owes(2500), limit('family_owed_cents_max', 2000), setting('guarantee_owed_cents_max', '1500')],
    outcome: 'stop',
    sentence:
      'STOP. The household owes $25.00; borrowing stops at $20.00. ' +
      'Children in this patron’s care owe $25.00; borrowing stops at $15.00. ' +
      `A payment on one of its accounts comes first. ${ASK} Account open.`,
    notice: [
      'Owes for others',
      'Children in this patron’s care owe $25.00; borrowing stops at $15.00. ' +
        'A payment on one of their accounts comes first.',
    ],
  },
  {
    name: 'fine days',
    sql: [`INSERT INTO patron_block VALUES (1, 1, 'suspended', NULL, '2026-11-30', '')`],
    outcome: 'stop',
    sentence:
      'STOP. May not borrow until Tue 1 Dec, because something came back late. ' +
      `Borrowing opens again by itself on that day. ${ASK} Account open.`,
    notice: [
      'Suspended',
      'May not borrow until Tue 1 Dec, because something came back late. Borrowing opens again by itself on that day.',
    ],
  },
]

async function openedBy(desk: TestDesk, card: string): Promise<DeskSnapshot> {
  await benAtDesk(desk)
  return desk.scan(card)
}

test.each(LINES)('$name', async ({ sql = [], card = CARDS.dana, outcome, sentence, notice }) => {
  const desk = await moneyDesk({ also: sql })
  const { band, patron } = await openedBy(desk, card)
  expect(band).toMatchObject({ outcome, sentence })
  const notices = (patron?.notices ?? []).map((one) => [one.heading, one.detail])
  if (notice === null) expect(notices).toEqual([])
  else expect(notices).toContainEqual(notice)
  // Each is told once, however many limits stand in its way.
  expect(new Set(notices.map(([heading]) => heading)).size).toBe(notices.length)
})

test.each(LINES.filter((line) => line.outcome !== 'done'))(
  'and lending says the same: $name',
  async ({ sql = [], card = CARDS.dana, sentence }) => {
    const desk = await moneyDesk({ also: sql })
    await openedBy(desk, card)
    const [row] = (await desk.scan(ITEMS.becoming)).rows
    expect(row?.notes.length).toBeGreaterThan(0)
    for (const reason of row?.notes ?? []) expect(sentence).toContain(reason)
  },
)

test('whoever may allow it themselves is asked, not stopped', async () => {
  const desk = await moneyDesk()
  await benAtDesk(desk)
  await signInAs(desk, ROSA)
  expect((await desk.scan(CARDS.owing)).band).toMatchObject({
    outcome: 'decide',
    sentence:
      'DECIDE. Owes $12.00; borrowing stops at $10.00. A payment comes first. ' +
      'Scan an item, then 1 lends it all the same. Account open.',
  })
})

test('what was allowed once for this patron is not said again while they stand here', async () => {
  const desk = await moneyDesk()
  await openedBy(desk, CARDS.expired)
  await desk.scan(ITEMS.becoming)
  await answer(desk, '1')
  await answer(desk, '1')
  expect((await desk.scan(CARDS.expired)).band).toMatchObject({ outcome: 'done', sentence: 'DONE. Open already.' })
})
