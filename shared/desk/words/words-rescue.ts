/** What the rescue screen says of what is lost: the most that can be known. */
import type { Words } from '../../words/en/en.ts'

export type Loss = {
  /** Commits of the journal, and of the reference file, behind the damage. */
  readonly journal_count: number
  readonly reference_count: number
  /** When the last act was that can be read, as people say it; empty when nobody knows. */
  readonly last_text: string
  /** What a witness knows to be missing, as a sentence; empty when none knows more than can be read. */
  readonly witnessed: string
}

export function lossWords({ lost }: Words['outcomes']['records'], loss: Loss): string {
  const { journal_count, reference_count, last_text, witnessed } = loss
  const says =
    journal_count === 0
      ? lost.library
      : reference_count === 0
        ? lost.entries(journal_count, last_text)
        : lost.both(journal_count, last_text)
  return `${says} ${witnessed}`.trimEnd()
}
