/** What a fund or a payee is called on a page: as the library named it, else in the clerk's language. */
import { wordsIn } from '../../../shared/receipt/paper-language.ts'
import { codeSaid } from '../../../shared/words/code-said.ts'
import { cashRules } from '../../cash/cash-rules.ts'
import { tongueNow } from '../clerk-language.ts'
import type { Desk } from '../desk.ts'

function ownName({ library }: Desk, code: string): string | null {
  const { fund_names } = cashRules(library)
  return (Object.hasOwn(fund_names, code) ? fund_names[code] : undefined) ?? null
}

/** One that nobody named goes by the words of its code. */
export function fundName(desk: Desk, fund: string): string {
  return ownName(desk, fund) ?? wordsIn(tongueNow(desk).language).cash.fund[fund] ?? codeSaid(fund)
}

export function payeeName(desk: Desk, payee: string): string {
  return ownName(desk, payee) ?? codeSaid(payee)
}
