/** A line of a loss report as a sentence: of what was imported, and of what was written for another system. */
import type { LossLine } from '../../shared/import/mapping/loss-line.ts'
import type { Speech } from '../../shared/words/speech.ts'

type Words = Speech['words']['screen']['import']['report_lines']

export function lossSaid(words: Words, { file, column, to, reason, ...line }: LossLine): string {
  if (column === '') return words.made_up(to, line.invented_count)
  const { carried_count, changed_count, dropped_count, left_out_count, filled_count } = line
  const counts = words.lost_counts(carried_count, changed_count, dropped_count, left_out_count)
  const place = [`${file}: ${column}`, to].filter((one) => one !== '').join(' → ')
  return [words.lost(place, filled_count, counts), reason].filter((one) => one !== '').join(' ')
}
