/** What a fund or a payee is called on a page: as the library named it, else in the clerk's language, as on paper. */
import { fundCalled, payeeCalled } from '../../../shared/receipt/cash/cash-facts.ts'
import { wordsIn } from '../../../shared/receipt/paper-language.ts'
import { cashRules } from '../../cash/cash-rules.ts'
import { tongueNow } from '../clerk-language.ts'
import type { Desk } from '../desk.ts'

export function fundName(desk: Desk, fund: string): string {
  return fundCalled(wordsIn(tongueNow(desk).language), { funds: cashRules(desk.library).fund_names }, fund)
}

export function payeeName({ library }: Desk, payee: string): string {
  return payeeCalled({ payees: cashRules(library).fund_names }, payee)
}
