/** What a fund is called on a page: in the clerk's language, where it is one that comes with the program. */
import { wordsIn } from '../../../shared/receipt/paper-language.ts'
import { tongueNow } from '../clerk-language.ts'
import type { Desk } from '../desk.ts'

/** The library's own name of a fund is its code, and so is that of a payee. */
export function fundName(desk: Desk, fund: string): string {
  return wordsIn(tongueNow(desk).language).cash.fund[fund] ?? fund
}
