/** The hold shelf by days left, as columns: what comes off today stands first. Counts alone, and nobody's name. */
import type { ShelfDays } from '../../../../shared/circulation/holds/shelf-days.ts'
import type { Chart } from '../../../../shared/desk/pictures.ts'
import type { Speech } from '../../../../shared/words/speech.ts'

type Column = Chart['bars'][number]

function column(label: string, count: number, mark: Column['mark'] = 'plain'): Column {
  return { label, values: [count], mark }
}

/** @param off_count items that stand there and that no hold keeps; nothing is drawn of an empty shelf */
export function daysSection({ words }: Speech, days: ShelfDays, off_count: number): readonly Chart[] {
  const { ready_count, over_count, last_day_count, left_counts, later_count, undated_count } = days
  if (ready_count + off_count === 0) return []
  const said = words.pages.holds.shelf.days
  const remove_count = off_count + over_count
  const says = [
    remove_count > 0 ? said.remove(remove_count) : said.remove_none,
    ...(last_day_count > 0 ? [said.last_day(last_day_count)] : []),
    said.on_shelf(ready_count + off_count),
  ]
  return [
    {
      kind: 'chart',
      section_id: 'days',
      heading: said.heading,
      says: says.join(' '),
      shape: 'columns',
      label_heading: said.left,
      series: [said.items],
      unit: 'count',
      bars: [
        ...(off_count > 0 ? [column(said.no_hold, off_count, 'stop')] : []),
        column(said.expired, over_count, 'stop'),
        column(said.today, last_day_count, 'warn'),
        ...left_counts.map((count, at) => column(String(at + 1), count)),
        column(said.later(left_counts.length + 1), later_count),
        ...(undated_count > 0 ? [column(said.no_date, undated_count)] : []),
      ],
    },
  ]
}
