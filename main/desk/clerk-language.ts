/** The words of the desk for the signed-in staff member. */
import type { Language, Tongue } from '../../shared/kernel/language.ts'
import { changed } from '../../shared/desk/session/session.ts'
import { capital } from '../../shared/desk/words/words.ts'
import type { Speech } from '../../shared/words/speech.ts'
import type { Step } from '../../shared/words/steps.ts'
import { speechFor, tongueOf } from '../library/library-speech.ts'
import type { Desk } from './desk.ts'

export function speechOf({ library, session }: Desk): Speech {
  return speechFor(library, session.staff?.staff_code ?? null)
}

/** Each step as a sentence without its full stop. */
export function stepsSaid(desk: Desk, steps: readonly Step[]): string[] {
  const speech = speechOf(desk)
  return steps.map((step) => capital(speech.step(step)))
}

export function tongueNow({ library, session }: Desk): Tongue {
  return tongueOf(library, session.staff?.staff_code ?? null)
}

/** The signed-in staff member reads this language from now on, also at the next sign-in here. */
export function chooseLanguage(desk: Desk, language: Language): void {
  if (!desk.session.staff) return
  desk.library.chooseLanguage(desk.session.staff.staff_code, language)
  desk.session = changed(desk.session)
}
