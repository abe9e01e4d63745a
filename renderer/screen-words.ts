/** The screen's own words, in the language of whoever is signed in; before the desk says it, the computer's own. */
import type { FormFault } from '../shared/desk/read-field.ts'
import type { Language } from '../shared/kernel/language.ts'
import type { LocalDate } from '../shared/kernel/time.ts'
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

/** Why the form cannot be sent as it stands. @param say how a day is said */
export function faultWords(
  words: ScreenWords['page']['form'],
  fault: FormFault,
  say: (on: LocalDate) => string,
): string {
  switch (fault.why) {
    case 'no_option':
      return words.no_option(fault.digit)
    case 'refused':
      return fault.says
    case 'money_digit':
      return words.money_digit(fault.label, fault.digit)
    case 'too_early':
    case 'too_late':
      return words[fault.why](fault.label, say(fault.bound))
    default:
      return words[fault.why](fault.label)
  }
}
