/** English for labels: on sheets and on a strip. */

const counted = (one: string, many: string) => (count: number) => (count === 1 ? one : `${count} ${many}`)

export const LABELS_PAGE = {
  headings: {
    spine: counted('Spine label', 'spine labels'),
    item: counted('Item label', 'item labels'),
    card: counted('Card label', 'card labels'),
    mail: counted('Mailing label', 'mailing labels'),
  },
  sheet_lead: (sheet: string, start: number) =>
    `For a sheet of ${sheet}, from label ${start} on. Print at actual size, without margins.`,
  strip_lead: 'One below the other, for a receipt printer.',
  start: 'Start at another label',
  start_at: 'First free label of the sheet, counted in rows',
  on_strip: 'As a strip',
  on_sheet: 'On a sheet',
  spine: 'Spine label',
  item: 'Item label',
  card: 'Card label',
  mail: 'Mailing label',
  spines: 'Spine labels',
  items: 'Item labels',
}
