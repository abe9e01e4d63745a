/** What the rescue screen says of what is lost. Plain words, and the most that can be known. */

export type Loss = {
  /** Commits of the journal, and of the reference file, behind the damage. */
  readonly journal_count: number
  readonly reference_count: number
  /** When the last act was that can be read, as people say it; empty when nobody knows. */
  readonly last_text: string
  /** What a witness knows to be missing, as a sentence; empty when none knows more than can be read. */
  readonly witnessed: string
}

export const WITHOUT_LIBRARY_DATA =
  'The library’s data is gone from this computer. What this desk did itself is kept, and shows again once the ' +
  'library’s files are imported.'

export function lossWords({ journal_count, reference_count, last_text, witnessed }: Loss): string {
  const acts = journal_count === 1 ? 'the last act' : `up to ${journal_count} of the last acts`
  const since = last_text === '' ? '' : `, from ${last_text} on,`
  const said = [
    ...(journal_count === 0 ? [] : [`${acts} of this desk${since} may be missing`]),
    ...(reference_count === 0 ? [] : ['data that was taken in or changed lately may be missing']),
  ].join(', and ')
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}. ${witnessed}`.trimEnd()
}
