/** The papers of the worked day W1: their figures are those of the day, and they agree with each other. */
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { piecesTotal, readPieces } from '../../shared/cash/pieces.ts'
import { momentOf } from '../support/given.ts'
import { reportPaper } from '../../shared/receipt/cash/report-paper.ts'
import { wordsIn } from '../../shared/receipt/paper-language.ts'
import { cashFacts, COUNTED, X_REPORT, Z_REPORT } from '../shared/receipt/cash/w1.ts'
import { CHICAGO } from '../shared/receipt/facts.ts'
import { describeWithSharedData, readSharedJson } from '../support/shared-data.ts'

const sum = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0)

const day = z.object({
  float: z.object({ total: z.number() }),
  expected: z.object({ drawer: z.number(), checks: z.number(), card: z.number() }),
  count: z.object({ total: z.number(), pieces: z.record(z.string(), z.number()) }),
  over_short: z.number(),
  deposit: z.object({ left_in_drawer: z.number() }),
  journal_cash_basis: z.object({ cr: z.record(z.string(), z.number()) }),
  not_in_journal: z.object({ waived: z.number() }),
})

describeWithSharedData('the Z report of the worked day', (folder) => {
  const { W1_full_day: w1 } = z.object({ W1_full_day: day }).parse(readSharedJson(folder, 'cash/figures.json'))
  const [cash, checks, card] = Z_REPORT.tenders

  test('says what each tender should come to, and what was counted', () => {
    expect([cash, checks, card].map((one) => one?.expected_cents)).toEqual(Object.values(w1.expected))
    expect(cash?.counted_cents).toBe(w1.count.total)
    expect((cash?.counted_cents ?? 0) - (cash?.expected_cents ?? 0)).toBe(w1.over_short)
    expect(readPieces(w1.count.pieces)).toEqual(COUNTED)
  })

  test('says what stays, what came in and what was waived', () => {
    expect(Z_REPORT.float_cents).toBe(w1.float.total)
    expect(piecesTotal(Z_REPORT.closing?.left ?? {})).toBe(w1.deposit.left_in_drawer)
    const income = Z_REPORT.funds.map((one) => one.receipted_cents - one.refunded_cents)
    expect(sum(income) + Z_REPORT.tax_cents).toBe(
      w1.journal_cash_basis.cr['total'] ?? sum(Object.values(w1.journal_cash_basis.cr)),
    )
    expect(Z_REPORT.waived.amount_cents).toBe(w1.not_in_journal.waived)
  })
})

describe.each([
  ['X', X_REPORT],
  ['Z', Z_REPORT],
])('the %s report', (_name, report) => {
  test('what was paid is what it was paid with', () => {
    const tenders = report.tenders.map((one) => one.receipted_cents - one.refunded_cents)
    const funds = report.funds.map((one) => one.receipted_cents - one.refunded_cents)
    expect(sum(tenders)).toBe(sum(funds) + report.tax_cents + report.rounding_cents)
  })

  test('the cash comes to what is expected', () => {
    const [cash] = report.tenders
    const moves = [...report.paid, ...report.placed].map((one) => (one.way === 'in' ? 1 : -1) * one.amount_cents)
    const all = [report.float_cents, cash?.receipted_cents ?? 0, -(cash?.refunded_cents ?? 0), ...moves]
    expect(sum(all)).toBe(cash?.expected_cents)
  })
})

test.each(['en', 'es'] as const)(
  'a Z report that is printed again years later differs by its mark alone: %s',
  (language) => {
    const facts = { ...cashFacts(language), report: Z_REPORT }
    const first = reportPaper(facts, wordsIn(language))
    const later = { ...facts, printed_at: momentOf('2029-03-01T10:00', CHICAGO), copy_number: 1 }
    const again = reportPaper(later, wordsIn(language))
    expect(again.blocks.slice(1, -1)).toEqual(first.blocks)
  },
)
