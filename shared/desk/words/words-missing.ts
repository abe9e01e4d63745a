/**
 * What a start says of the records: no more than is known. A journal that looks whole from within may have lost its
 * end; whether it has, a witness tells (`shared/journal/witness.ts`).
 */
import type { Missing } from '../../journal/witness.ts'
import type { Words } from '../../words/en/en.ts'

type RecordWords = Words['outcomes']['records']
/** The moment of the last entry that is there, and of the one a witness knows, as people say them; empty: unknown. */
type Moments = Parameters<RecordWords['other_history']>[0]

/** One sentence. */
export function whatIsMissing(
  words: RecordWords,
  { kind, entries_count, is_at_least }: Pick<Missing, 'kind' | 'entries_count' | 'is_at_least'>,
  moments: Moments,
): string {
  if (kind === 'other-history') return words.other_history(moments)
  return is_at_least ? words.at_least_missing(entries_count, moments) : words.entries_missing(entries_count, moments)
}

/**
 * @param vouched_text the minute in which a witness last vouched for the records; empty when there is no witness. What
 * came later in that minute may be missing, so that no more is said than what came before it.
 */
export function stoppedWords(words: RecordWords, last_record_text: string, vouched_text: string): string {
  const known = vouched_text === '' ? words.stopped_unknown : words.stopped_vouched(vouched_text)
  return `${words.stopped(last_record_text)} ${known}`
}
