/** What is said of a block of the library's data: its note, or else its kind. */
import { MAIL_BACK_KIND, type BlockFacts } from '../../../shared/policy/facts.ts'
import type { Speech } from '../../../shared/words/speech.ts'

export function blockText({ words }: Speech, { kind, note }: Pick<BlockFacts, 'kind' | 'note'>): string {
  return note || (kind === MAIL_BACK_KIND ? words.panel.mail_back : kind)
}
