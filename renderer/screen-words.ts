/** The screen's own words, in the language of whoever is signed in; before the desk says it, the computer's own. */
import type { FormFault } from '../shared/desk/read-field.ts'
import type { Language } from '../shared/kernel/language.ts'
import type { Dates } from '../shared/words/dates.ts'
import type { Words } from '../shared/words/en/en.ts'
import { wordsOf } from '../shared/words/speech.ts'
import type { DeskState } from './desk/state.ts'

export type ScreenWords = Words['screen']

/** The language of whoever is signed in; before the desk says it, the computer's own. */
export function wordsLanguage({ snapshot }: Pick<DeskState, 'snapshot'>): Language {
  return snapshot?.language ?? languageBefore()
}

function languageBefore(): Language {
  return navigator.language.startsWith('es') ? 'es' : 'en'
}

export function screenWords({ snapshot }: Pick<DeskState, 'snapshot'>): ScreenWords {
  return (snapshot ? wordsOf(snapshot.language) : wordsBefore()).screen
}

/** The computer's own language. */
export function wordsBefore(): Words {
  return wordsOf(languageBefore())
}

/** Why the form cannot be sent as it stands. @param dates as this screen says and reads them */
export function faultWords(words: ScreenWords['page']['form'], fault: FormFault, dates: Dates): string {
  switch (fault.reason) {
    case 'no_option':
      return words.no_option(fault.digit)
    case 'refused':
      return fault.says
    case 'money_digit':
      return words.money_digit(fault.label, fault.digit)
    case 'date':
      return words.date(fault.label, dates.typed_day)
    case 'birth_date':
      return words.birth_date(fault.label, dates.typed_birth)
    case 'which_date':
      return words.which_date(fault.label, dates.plain(fault.on), dates.plain(fault.other))
    case 'too_early':
    case 'too_late':
      return words[fault.reason](fault.label, dates.dateYear(fault.bound))
    default:
      return words[fault.reason](fault.label)
  }
}
