/** The blocks of an account in one line, as a refusal has them: notes, and kinds where nobody wrote one. Pure. */
import { MAIL_BACK_KIND } from '../policy/facts.ts'

/** @param mail_back what is said of mail that came back: once, however often it did */
export function blocksSaid(notes: string, mail_back: string): string {
  const said = notes.split('; ').map((note) => (note === MAIL_BACK_KIND ? mail_back : note))
  return [...new Set(said)].join('; ')
}
