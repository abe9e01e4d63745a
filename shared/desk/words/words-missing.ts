/**
 * What a start says of the records: no more than is known. A journal that looks whole from within may have lost its
 * end; whether it has, a witness tells (`shared/journal/witness.ts`).
 */
import type { Missing } from '../../journal/witness.ts'

/** The moment of the last entry that is there, and of the one a witness knows, as people say them; empty: unknown. */
type Moments = { readonly last_text: string; readonly known_text: string }

const WHAT_NEXT = 'Check what was done at this desk then, and do again what is not there.'
const WHO = 'Whoever looks after the desk then opens the page This desk, by Commands, and presses L: this line goes.'

export function missingWords({ kind, entries_count, is_at_least }: Missing, moments: Moments): string {
  return `${whatIsMissing({ kind, entries_count, is_at_least }, moments)} ${WHAT_NEXT} ${WHO}`
}

/** One sentence. */
export function whatIsMissing(
  { kind, entries_count, is_at_least }: Pick<Missing, 'kind' | 'entries_count' | 'is_at_least'>,
  { last_text, known_text }: Moments,
): string {
  if (kind === 'other-history') {
    const then = known_text === '' ? 'before' : `at ${known_text}`
    return `The records of this desk are not the ones it had ${then}: another file was put in their place.`
  }
  const count = entries_count.toLocaleString('en-US')
  const what = entries_count === 1 ? '1 entry is' : `${count} entries are`
  const said = is_at_least ? `At least ${what}` : what
  return `${said} missing from this desk’s records${between(last_text, known_text)}.`
}

function between(last_text: string, known_text: string): string {
  const after = last_text === '' ? '' : ` after the one of ${last_text}`
  return known_text === '' ? after : `${after}, the newest of them from ${known_text}`
}

/**
 * @param vouched_text the minute in which a witness last vouched for the records; empty when there is no witness. What
 * came later in that minute may be missing, so that no more is said than what came before it.
 */
export function stoppedWords(last_record_text: string, vouched_text: string): string {
  const known =
    vouched_text === ''
      ? 'Nothing tells whether more was recorded after it: check what was done last.'
      : `Every entry from before ${vouched_text} is there. Check what was done after the last record.`
  return `The desk stopped without signing out. The last record is ${last_record_text}. ${known}`
}
