/** The verifier on the counts of a drawer: each against its entries, and a close against the last ones. */
import { describe, expect, test } from 'vitest'
import { auditorSays, TERMINAL, type Body, type Entry } from '../support/auditor.ts'

type Amounts = readonly [cash: number, checks: number, card: number]

const S = `${TERMINAL}.1.1`
const byTender = ([cash_cents, checks_cents, card_cents]: Amounts): Body => ({ cash_cents, checks_cents, card_cents })

const OPENED: Body = {
  drawer_code: 'DRAWER-1',
  custodian_code: 'rortiz',
  from_session_ref: null,
  left_cents: 5000,
  left_checks_cents: 0,
  pieces: null,
  counted_cents: 5000,
}
const COPIES: Body = {
  lines: [{ of: 'sale', product_code: 'COPY', fund: 'copies', quantity_count: 12, amount_cents: 120, tax_cents: 10 }],
  tendered_cents: 30,
  change_cents: 0,
  rounding_cents: 0,
  others: [{ tender: 'check', amount_cents: 100 }],
}
const Z: Body = {
  session_ref: S,
  z_number: 1,
  grand_total_cents: 130,
  expected: byTender([5030, 100, 0]),
  is_card_counted: false,
  is_card_posted: true,
  checks_count: 1,
  left_cents: 5000,
  left_checks_cents: 0,
  head: 'here',
}

/** $50.30 and a check of $1.00, each counted again, and closed, or handed over to who counts the check as $0.90. */
function countedDay(handed_to: string, closed_with: Amounts): Entry[] {
  const count = (counted_cents: number): Entry => [
    'drawer-counted',
    { session_ref: S, reason: 'closing', pieces: null, counted_cents, expected_cents: 5030 },
  ]
  const besides = (reason: string, checks_cents: number): Entry => {
    const expected = { expected_checks_cents: 100, expected_card_cents: 0 }
    return ['tenders-counted', { session_ref: S, reason, checks_count: 1, checks_cents, card_cents: null, ...expected }]
  }
  const [drawer, checks_cents] = closed_with
  const bag = { bag_number: '', drawer_cents: drawer - 5000, safe_cents: 0, checks_cents }
  return [
    ['drawer-opened', OPENED],
    ['receipt-made', { session_ref: S, receipt_number: 1, receipt: COPIES, paper: null }],
    count(4930),
    count(5030),
    besides('closing', 10),
    besides('closing', 100),
    besides('taking-over', 90),
    ['drawer-closed', { ...Z, counted: byTender(closed_with), handed_to, bag }],
  ]
}

describe('a close goes by the last counts that were kept', () => {
  test.each<[string, Entry[], string]>([
    ['as it should', countedDay('', [5030, 100, 0]), ''],
    ['as it should, of who takes it over', countedDay('wzhang', [5030, 90, 0]), ''],
    ['and not by other cash', countedDay('', [5020, 100, 0]), 'in cash before Z 1 was $50.30'],
    ['and not by an earlier count of checks', countedDay('', [5030, 10, 0]), 'in checks before Z 1 was $1.00'],
    ['and not by those of the giver', countedDay('wzhang', [5030, 100, 0]), 'in checks before Z 1 was $0.90'],
    [
      'and not by another number of checks',
      [
        ...countedDay('', [5030, 100, 0]).slice(0, -1),
        ['drawer-closed', { ...countedDay('', [5030, 100, 0]).at(-1)?.[1], checks_count: 2 }],
      ],
      'says 2 checks before Z 1, and 1 were counted last',
    ],
    [
      'and each says what was expected',
      countedDay('', [5030, 100, 0]).map(([kind, body]) => [kind, { ...body, expected_checks_cents: 90 }]),
      'there should be in checks $1.00',
    ],
  ])('%s', (_, day, what) => {
    const said = auditorSays(day)
    const told = said.filter((one) => one.includes(`entry ${TERMINAL}.1.`))
    if (what === '') expect(told).toEqual([])
    else expect(told.join('\n')).toContain(what)
  })
})
