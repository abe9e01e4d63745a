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
import { cents } from '../../shared/kernel/money.ts'
import { localDate } from '../../shared/kernel/time.ts'
import { refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import { ENGLISH } from '../support/said.ts'

const ROSA = { initials: 'RO', pin: PIN }
const ASK = 'Scan an item, then 1 = request an override.'
const OWN = 'Scan an item, then 1 = override and check out.'

function opened(ask: string, ...refusals: readonly Refusal[]): string {
  const told = refusals.map((one) => ENGLISH.refusal(one))
  const open = refusals.some(({ code }) => code === 'patron-inactive') ? [] : ['Account open.']
  return [...told.map((one) => one.says), told[0]?.way_out, ask, ...open].join(' ')
}

function noticeOf(refusal: Refusal): readonly [string, string] {
  const { says, way_out } = ENGLISH.refusal(refusal)
  return [ENGLISH.short(refusal.code), `${says} ${way_out}`]
}

const EXPIRED = refuse('patron-expired', { on: localDate('2026-11-01') })
const OWES = refuse('owes-too-much', { owed: cents(1200), limit: cents(1000) })
const LONG = refuse('overdue-too-long', { days: 22, limit: 21 })
const LOST = refuse('lost-too-many', { count: 1, limit: 1 })
const CLAIMS = refuse('claims-too-many', { count: 1, limit: 1 })
const HOUSEHOLD = refuse('family-owes-too-much', { owed: cents(2500), limit: cents(2000) })
const CHILDREN = refuse('guarantees-owe-too-much', { owed: cents(2500), limit: cents(1500) })
const SUSPENDED = refuse('suspended', { until: localDate('2026-12-01'), cause: 'block', note: 'Kit parts missing' })

/** Dana has this out: since when it is due, and how it stands. */
function out(loan_status: string, due_on = '2027-01-01', item_id = 1): string {
  return `INSERT INTO loan (item_id, loan_ref, party_ref, patron_id, branch_code, out_at_ms, due_at_ms, renewals_count,
    loan_status)
    VALUES (${item_id}, 'elsewhere.${item_id}', '', 1, 'MAPLE', 0, ${Date.parse(due_on)}, 0, '${loan_status}')`
}

/** Omar answers for Dana, or she for him, and he owes this much. */
function owes(cents: number): string {
  return `INSERT INTO charge (external_id, patron_id, item_id, kind, charged_at_ms, amount_cents, owed_cents,
    note) VALUES ('c7', 2, NULL, 'overdue', 0, ${cents}, ${cents}, '')`
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
  { name: 'nothing stands in the way', outcome: 'done', sentence: 'Account open.', notice: null },
  {
    name: 'the card expired: a clerk decides',
    card: CARDS.expired,
    outcome: 'decide',
    sentence: opened(OWN, EXPIRED),
    notice: ['Card expired Sun, Nov 1', '{key:account}, then I renews it.'],
  },
  {
    name: 'not to be served',
    card: CARDS.barred,
    outcome: 'stop',
    sentence: opened(ASK, refuse('patron-barred', { note: '' })),
    notice: ['Do not serve', 'Call a supervisor.'],
  },
  {
    name: 'owes too much',
    card: CARDS.owing,
    outcome: 'stop',
    sentence: opened(ASK, OWES),
    notice: ['Owes $12.00', 'checkout is blocked at $10.00'],
  },
  {
    name: 'the account is closed',
    sql: ['UPDATE patron SET is_active = 0 WHERE patron_id = 1'],
    outcome: 'stop',
    sentence: opened(ASK, refuse('patron-inactive')),
    notice: ['Account closed', 'Nothing can be checked out. {key:account}, then I, opens it again.'],
  },
  {
    name: 'blocked, and the card expired: the gravest first, and both are said',
    sql: [
      `INSERT INTO patron_block VALUES ('b1', 1, 'manual', NULL, NULL, 'owes us a key')`,
      `UPDATE patron SET expires_on = '2026-11-01' WHERE patron_id = 1`,
    ],
    outcome: 'stop',
    sentence: opened(ASK, EXPIRED, refuse('patron-blocked', { note: 'owes us a key', ends_by: 'note' })),
    notice: ['Blocked', 'owes us a key'],
  },
  {
    name: 'the card was reported lost',
    sql: [`UPDATE card SET status = 'lost' WHERE patron_id = 1`],
    outcome: 'stop',
    sentence: opened(ASK, refuse('card-lost')),
    notice: noticeOf(refuse('card-lost')),
  },
  {
    name: 'too many overdue',
    sql: [out('out', '2026-11-20'), limit('overdue_count_max', 1)],
    outcome: 'stop',
    sentence: opened(ASK, refuse('overdue-too-many', { count: 1, limit: 1 })),
    notice: ['1 overdue', 'checkout is blocked at 1'],
  },
  {
    name: 'overdue too long',
    sql: [out('out', '2026-11-03'), limit('overdue_days_count_max', 21)],
    outcome: 'stop',
    sentence: opened(ASK, LONG),
    notice: noticeOf(LONG),
  },
  {
    name: 'too many lost',
    sql: [out('lost'), limit('lost_count_max', 1)],
    outcome: 'stop',
    sentence: opened(ASK, LOST),
    notice: noticeOf(LOST),
  },
  {
    name: 'too many claims',
    sql: [out('claimed-returned'), limit('claims_count_max', 1)],
    outcome: 'stop',
    sentence: opened(ASK, CLAIMS),
    notice: noticeOf(CLAIMS),
  },
  {
    name: 'a guardian over both limits of debt',
    sql: [child, owes(2500), limit('family_owed_cents_max', 2000), setting('guarantee_owed_cents_max', '1500')],
    outcome: 'stop',
    sentence: opened(ASK, HOUSEHOLD, CHILDREN),
    notice: noticeOf(CHILDREN),
  },
  {
    name: 'suspended, for a reason that another system wrote',
    sql: [`INSERT INTO patron_block VALUES ('b1', 1, 'suspended', NULL, '2026-11-30', 'Kit parts missing')`],
    outcome: 'stop',
    sentence: opened(ASK, SUSPENDED),
    notice: noticeOf(SUSPENDED),
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

test('a clerk who may allow it is asked, not stopped', async () => {
  const desk = await moneyDesk()
  await benAtDesk(desk)
  await signInAs(desk, ROSA)
  expect((await desk.scan(CARDS.owing)).band).toMatchObject({
    outcome: 'decide',
    sentence: opened(OWN, OWES),
  })
})

test('what was allowed once for this patron is not said again while they stand here', async () => {
  const desk = await moneyDesk()
  await openedBy(desk, CARDS.expired)
  await desk.scan(ITEMS.becoming)
  await answer(desk, '1')
  await answer(desk, '1')
  expect((await desk.scan(CARDS.expired)).band).toMatchObject({ outcome: 'done', sentence: 'Already open.' })
})
