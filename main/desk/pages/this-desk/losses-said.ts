/** The loss reports on the page of data in and out: a line for each column of theirs, or for each field of ours. */
import type { Section } from '../../../../shared/desk/page.ts'
import type { LossLine } from '../../../../shared/import/mapping/loss-line.ts'
import type { ImportStatus } from '../../../../shared/ipc/contract.ts'
import type { Words } from '../../../../shared/words/en/en.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import type { lossesOut } from '../../data-in/export-state.ts'
import { cell, figure, figures, row, table } from '../make.ts'

type DataWords = Words['pages']['this_desk']['data_in']

export function lossesSaid(words: DataWords, { losses }: ImportStatus): readonly Section[] {
  if (losses.length === 0) return []
  const { column, to } = words.loss
  return [lossTable(words, { section_id: 'losses', heading: words.losses, names: [column, to] }, losses)]
}

/** Of the last export for another system, what is lost or changed first. Every patron goes out, so none is left out. */
export function lossesOutSaid({ words }: Speech, lost: ReturnType<typeof lossesOut>): readonly Section[] {
  if (lost === null) return []
  const { data_in, data_out } = words.pages.this_desk
  const names = [data_out.field, data_out.to]
  const isWhole = (line: LossLine): boolean => line.carried_count === line.filled_count && line.invented_count === 0
  const named = lost.losses
    .toSorted((a, b) => Number(isWhole(a)) - Number(isWhole(b)))
    .map((line) => (line.column === '' ? line : { ...line, column: `${line.file}: ${line.column}` }))
  const about = { section_id: 'losses-out', heading: data_out.losses[lost.form], names, isNoneLeft: true } as const
  return [lossTable(data_in, about, named)]
}

type About = {
  readonly section_id: string
  readonly heading: string
  readonly names: readonly string[]
  readonly isNoneLeft?: true
}

function lossTable(words: DataWords, { names, isNoneLeft, ...about }: About, losses: readonly LossLine[]): Section {
  const { filled, carried, changed, dropped, left, made_up } = words.loss
  const counts = [filled, carried, changed, dropped, ...(isNoneLeft ? [] : [left]), made_up].map(figures)
  const rows = losses.map((line, at) => {
    const { filled_count, carried_count, changed_count, dropped_count, left_out_count, invented_count } = line
    const reason = [line.reason, ...line.examples].filter((one) => one !== '').join(' · ')
    return row({
      row_id: `loss ${at}`,
      cells: [
        cell(line.column),
        cell(line.to, 'quiet'),
        figure(filled_count),
        figure(carried_count),
        figure(changed_count, changed_count > 0 ? 'warn' : 'plain'),
        figure(dropped_count, dropped_count > 0 ? 'warn' : 'plain'),
        ...(isNoneLeft ? [] : [figure(left_out_count, left_out_count > 0 ? 'warn' : 'plain')]),
        figure(invented_count),
        cell(reason, 'quiet'),
      ],
    })
  })
  return table({ ...about, columns: [...names, ...counts, words.reason], rows, empty: '' })
}
