/** Cash that was keyed as card shows in two ways: a clerk's share of cards, and approval codes that nobody gave. */
import { describe, expect, test } from 'vitest'
import type { SessionEvidence } from '../../shared/cash/evidence/tables.ts'
import type { CashEvent } from '../../shared/journal/fold/cash.ts'
import { localDate } from '../../shared/kernel/time.ts'
import { cardTakings, type CardNumbers } from '../../shared/reports/card-takings.ts'

/** The day, who took it, in cash, by card, and the code and the last digits of the card. */
type Taken = readonly [day: number, staff: string, cash: number, card: number, code?: string, last_four?: string]

function takings(all: readonly Taken[], voided: readonly number[] = []) {
  const numbers = new Map<string, readonly CardNumbers[]>()
  const days = Map.groupBy(all.entries(), ([, [day]]) => day)
  const sessions = [...days].map(([day, ofDay]): SessionEvidence => {
    const session_ref = `D.1.${day}`
    const events = ofDay.flatMap(
      ([seq, [, staff, cash, card, authorization = '', last_four = '4242']]): CashEvent[] => {
        const head = { terminal: 'D', epoch: 1, seq, v: 1, at_ms: seq, offset_ms: null, staff, branch: 'MAPLE' }
        numbers.set(`D.1.${seq}`, [{ authorization, last_four }])
        const receipt = {
          lines: [{ of: 'charge' as const, charge_ref: 'c1', fund: 'fines', amount_cents: cash + card }],
          in_kind: [],
          tendered_cents: cash + 100,
          change_cents: 100,
          rounding_cents: 0,
          others: card === 0 ? [] : [{ tender: 'card' as const, amount_cents: card }],
        }
        const body = { session_ref, receipt_number: seq, receipt }
        const made = { kind: 'receipt-made', head, body: { ...body, others_credit_cents: 0, paper: null } } as const
        const back = { ...body, receipt_ref: `D.1.${seq}`, reason_code: 'WRONG', approved_by: '' }
        return voided.includes(seq)
          ? [made, { kind: 'receipt-voided', head: { ...head, seq: seq + 100 }, body: back }]
          : [made]
      },
    )
    return { session_ref, business_on: localDate(`2026-11-2${day}`), events }
  })
  return cardTakings(sessions, (ref) => numbers.get(ref) ?? [])
}

test('the share of each clerk that came by card, beside the median', () => {
  const { clerks, median_percent } = takings(
    [
      [1, 'amy', 500, 500, '71A2C4'],
      [1, 'ben', 100, 900, '0F33B1'],
      [1, 'eve', 800, 200, '99K1L2'],
      [2, 'amy', 1000, 0],
      [2, 'eve', 0, 5000, '450012'],
    ],
    [4],
  )
  expect(
    clerks.map(({ staff, percent, card_cents, taken_cents }) => [staff, percent, card_cents, taken_cents]),
  ).toEqual([
    ['ben', 90, 900, 1000],
    ['amy', 25, 500, 2000],
    ['eve', 20, 200, 1000],
  ])
  expect(median_percent).toBe(25)
})

describe('approval codes', () => {
  const card = (day: number, code: string, last_four = '4242'): Taken => [day, 'eve', 0, 100, code, last_four]

  test.each<readonly [string, readonly Taken[], readonly string[]]>([
    ['given by chance are none', [card(1, '71A2C4'), card(1, '004711'), card(1, '930014'), card(2, '930015')], []],
    ['invented in a row', [card(1, '0002'), card(1, '0003'), card(1, '0001')], ['in-a-row 0001 0002 0003']],
    ['in a row behind a letter', [card(1, 'T199'), card(1, 'T200')], ['in-a-row T199 T200']],
    ['over the end of their digits are none', [card(1, 'T9'), card(1, 'T10'), card(1, 'ABC'), card(1, 'ABD')], []],
    ['twice on one day, of other cards', [card(1, '0000', '1111'), card(1, '0000', '2222')], ['repeated 0000 0000']],
    ['twice on two days, of one card', [card(1, 'a1b2c3'), card(2, 'A1B2C3')], ['repeated A1B2C3 A1B2C3']],
    ['twice on two days, of other cards', [card(1, '004711', '1111'), card(2, '004711', '2222')], []],
    ['erased are none', [card(1, '', ''), card(1, '', '')], []],
    ['both', [card(1, '0001'), card(1, '0002'), card(1, '0001')], ['repeated 0001 0001', 'in-a-row 0001 0001 0002']],
  ])('%s', (_, all, wanted) => {
    const { odd } = takings(all)
    expect(odd.map(({ reason, cards }) => [reason, ...cards.map((one) => one.authorization)].join(' '))).toEqual(wanted)
  })

  test('of a receipt that was voided are none: it is entered again with the same code', () => {
    expect(takings([card(1, '0001'), card(1, '0001')], [0]).odd).toEqual([])
  })
})
