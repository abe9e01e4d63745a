/** The loss report of an import by a saved mapping, on its page: a line for each column of theirs. */
import type { Section } from '../../../../shared/desk/page.ts'
import type { ImportStatus } from '../../../../shared/ipc/contract.ts'
import type { Words } from '../../../../shared/words/en/en.ts'
import { cell, figure, figures, row, table } from '../make.ts'

export function lossesSaid(
  words: Words['pages']['this_desk']['data_in'],
  { losses }: ImportStatus,
): readonly Section[] {
  if (losses.length === 0) return []
  const { column, to, filled, carried, changed, dropped, left, made_up } = words.loss
  const counts = [filled, carried, changed, dropped, left, made_up].map(figures)
  const rows = losses.map((line, at) => {
    const { filled_count, carried_count, changed_count, dropped_count, left_out_count, invented_count } = line
    const why = [line.why, ...line.examples].filter((one) => one !== '').join(' · ')
    return row({
      row_id: `loss ${at}`,
      cells: [
        cell(line.column),
        cell(line.to, 'quiet'),
        figure(filled_count),
        figure(carried_count),
        figure(changed_count, changed_count > 0 ? 'warn' : 'plain'),
        figure(dropped_count, dropped_count > 0 ? 'warn' : 'plain'),
        figure(left_out_count, left_out_count > 0 ? 'warn' : 'plain'),
        figure(invented_count),
        cell(why, 'quiet'),
      ],
    })
  })
  const columns = [column, to, ...counts, words.why]
  return [table({ section_id: 'losses', heading: words.losses, columns, rows, empty: '' })]
}
