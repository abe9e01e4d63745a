/** What a fund is called on a page: in the clerk's language, where it is one that comes with the program. */
import { wordsIn } from '../../../shared/receipt/paper-language.ts'
import { codeSaid } from '../../../shared/words/code-said.ts'
import { tongueNow } from '../clerk-language.ts'
import type { Desk } from '../desk.ts'

/** A fund of the library's own goes by the words of its code. */
export function fundName(desk: Desk, fund: string): string {
  return wordsIn(tongueNow(desk).language).cash.fund[fund] ?? codeSaid(fund)
}
