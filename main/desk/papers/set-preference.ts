/** Stores how the open patron wants receipts: paper, e-mail or none; large print; which language. */
import type { Refusal } from '../../../shared/refusals/refusals.ts'
import { withBand } from '../../../shared/desk/session/session.ts'
import { capital, plainBand } from '../../../shared/desk/words/words.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { languageFor } from '../../../shared/receipt/paper-language.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import type { ReceiptChoice } from '../../../shared/receipt/preference.ts'
import type { Desk } from '../desk.ts'
import { record } from '../../library/record.ts'
import type { Command } from '../../library/command.ts'
import { openPatron } from '../patrons/open-patron.ts'
import { actorOf } from '../desk.ts'

export const CHOICE_WORDS: Readonly<Record<ReceiptChoice, string>> = {
  print: 'on paper',
  email: 'by e-mail, once the central server is there; on paper until then',
  none: 'none',
}

export const LANGUAGE_WORDS: Readonly<Record<Language, string>> = { en: 'English', es: 'Spanish' }

/** "On paper, large print, in Spanish". */
export function preferenceWords(choice: ReceiptChoice, isLarge: boolean, language: string): string {
  const parts = [CHOICE_WORDS[choice], isLarge ? 'large print' : '', `in ${LANGUAGE_WORDS[languageFor(language)]}`]
  return capital(parts.filter((part) => part !== '').join(', '))
}

export function setPreference(desk: Desk, command: Command, input: Input<'patron.set-preference'>): Refusal | null {
  const open = openPatron(desk)
  if ('code' in open) return open
  const { patron_id } = open
  const { receipt, is_large_print, language } = input
  const draft = { kind: 'preference-set', body: { receipt, is_large_print, language } } as const
  record(desk.library, actorOf(desk), command, [draft], { parties: new Map([[draft, patron_id]]) })
  const band = plainBand('done', 'Receipts', preferenceWords(receipt, is_large_print, language))
  desk.session = withBand(desk.session, band)
  return null
}
