/** Stores how the open patron wants receipts: paper, e-mail or none; large print; which language. */
import type { Refusal } from '../../../shared/refusals/refusals.ts'
import { withBand } from '../../../shared/desk/session/session.ts'
import { silentBand } from '../../../shared/desk/words/words.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import { printedIn } from '../../../shared/receipt/paper-language.ts'
import type { Words } from '../../../shared/words/en/en.ts'
import type { ReceiptChoice } from '../../../shared/receipt/preference.ts'
import type { Desk } from '../desk.ts'
import { libraryLanguage } from '../../papers/facts-for-paper.ts'
import { record } from '../../library/record.ts'
import type { Command } from '../../library/command.ts'
import { openPatron } from '../patrons/open-patron.ts'
import { actorOf } from '../desk.ts'
import { speechOf } from '../clerk-language.ts'

/** "On paper, large print, in Spanish". */
export function preferenceWords(
  { patron }: Words['outcomes'],
  choice: ReceiptChoice,
  isLarge: boolean,
  printed_in: Language,
) {
  return [patron.choice[choice], ...(isLarge ? [patron.large] : []), patron.language[printed_in]].join(', ')
}

export function setPreference(desk: Desk, command: Command, input: Input<'patron.set-preference'>): Refusal | null {
  const open = openPatron(desk)
  if ('code' in open) return open
  const { patron_id } = open
  const { receipt, is_large_print, language } = input
  const draft = { kind: 'preference-set', body: { receipt, is_large_print, language } } as const
  record(desk.library, actorOf(desk), command, [draft], { parties: new Map([[draft, patron_id]]) })
  const { outcomes } = speechOf(desk).words
  const printed_in = printedIn(language) ?? libraryLanguage(desk.library)
  const says = preferenceWords(outcomes, receipt, is_large_print, printed_in)
  desk.session = withBand(desk.session, silentBand(outcomes.patron.receipts, says))
  return null
}
