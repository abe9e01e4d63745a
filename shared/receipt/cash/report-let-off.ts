/** What the X and the Z have beside the money: what was let off, and what goods and work took off, by clerk. */
import type { CashReport, LetOffReport } from '../../cash/report-facts.ts'
import { addCents, cents } from '../../kernel/money.ts'
import { LET_OFF_CODES } from '../../ledger/let-off.ts'
import { line } from '../blocks.ts'
import type { Block } from '../document.ts'
import { sayMoney } from '../say.ts'
import type { Words } from '../words/en.ts'
import { partLine, sayInKind, type CashPaperFacts } from './cash-facts.ts'

type Facts = CashPaperFacts & { readonly report: CashReport }

type By = Pick<LetOffReport, 'staff_initials' | 'approved_by_initials'>

function bySaid(cash: Words['cash'], { staff_initials, approved_by_initials }: By): string {
  return approved_by_initials === '' ? staff_initials : cash.let_off_by(staff_initials, approved_by_initials)
}

/** What was let off, no money: a sum of each kind, and beneath it by whom and on whose approval. */
export function letOff(facts: Facts, { cash }: Words): readonly Block[] {
  const { let_off } = facts.report
  return LET_OFF_CODES.flatMap((code) => {
    const all = let_off.filter((one) => one.code === code)
    const sum = (of: 'count' | 'amount_cents' | 'back_count' | 'back_cents'): number =>
      all.reduce((total, one) => total + one[of], 0)
    // That nothing was waived is said as well.
    const isSaid = code === 'waived' || sum('count') > 0
    const people = all.filter(({ count }) => count > 0)
    return [
      ...(isSaid ? [line(cash.let_off[code](sum('count')), sayMoney(cents(sum('amount_cents')), facts))] : []),
      ...people.map((one) => partLine(bySaid(cash, one), sayMoney(one.amount_cents, facts))),
      ...(sum('back_count') === 0
        ? []
        : [line(cash.let_off_back(sum('back_count')), sayMoney(cents(0 - sum('back_cents')), facts))]),
    ]
  })
}

/** What goods and work took off: each kind, and beneath it by whom. */
export function inKind(facts: Facts, { cash }: Words): readonly Block[] {
  return [...Map.groupBy(facts.report.in_kind, (one) => one.kind_code)].flatMap(([kind_code, all]) => {
    const receipts = all.reduce((sum, one) => sum + one.receipts_count, 0)
    const said = line(
      cash.in_kind(sayInKind(facts, kind_code), receipts),
      sayMoney(addCents(...all.map((one) => one.amount_cents)), facts),
    )
    return [said, ...all.map((one) => partLine(bySaid(cash, one), sayMoney(one.amount_cents, facts)))]
  })
}
