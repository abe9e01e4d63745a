/** One title: is it in, and where. This branch first; then every copy. Must never say who has one. */
import type { PageView, Section } from '../../../../shared/desk/page.ts'
import { sayMoment } from '../../../../shared/kernel/say-date.ts'
import type { TitleId } from '../../../../shared/kernel/ids.ts'
import { instant } from '../../../../shared/kernel/time.ts'
import { itemsByBranch, titleById } from '../../../store/circulation/item-rows.ts'
import { holdsOnTitle, titleMore } from '../../../store/privacy/page-rows.ts'
import { here } from '../../../library/here.ts'
import type { Desk } from '../../desk.ts'
import { speechOf } from '../../clerk-language.ts'
import { directions } from '../../../circulation/shelves/order.ts'
import { isIn, whereItIs } from './items-of-title.ts'
import { recallActs } from '../account/recall-act.ts'
import { cell, facts, figure, figures, goTo, page, row, table } from '../make.ts'
import type { Library } from '../../../library/library.ts'

type Copy = NonNullable<(typeof itemsByBranch)['row']>

/** @param about the title's record number */
export function titlePage(desk: Desk, about: string): PageView | null {
  if (!/^[1-9]\d{0,14}$/.test(about)) return null
  const title_id = Number(about) as TitleId
  const title = desk.library.db.get(titleById, { title_id })
  if (!title) return null
  const items = desk.library.db.all(itemsByBranch, { title_id })
  const more = desk.library.db.get(titleMore, { title_id })
  const waiting = desk.library.db.get(holdsOnTitle, { title_id })?.holds_count ?? 0
  const in_count = items.filter(isIn).length
  return page(desk.library, {
    ref: { place: 'title', about },
    heading: title.title,
    lead: title.author,
    titles_go_to: 'title',
    acts: desk.session.patron_id === null ? [] : [goTo({ place: 'hold-new', about }, 'Place a hold', 'H')],
    sections: [
      facts('title', '', [
        ['Copies in', `${in_count} of ${items.length}`, in_count > 0 ? 'good' : 'warn'],
        ['Find it', findHere(desk.library, items)],
        ['Holds', waiting > 0 ? String(waiting) : ''],
        ['Year', title.year],
        ['Format', title.format],
        ['ISBN', title.isbn],
        ['Publisher', more?.publisher ?? ''],
      ]),
      byBranch(desk.library, items),
      everyItem(desk, items),
    ],
  })
}

/** Where the first copy stands that can be fetched off a shelf here. */
function findHere(library: Library, items: readonly Copy[]): string {
  const own = here(library).branch.branch_code
  const copy = items.find((one) => one.at_branch_code === own && isIn(one))
  if (!copy) return ''
  const words = directions(library, { ...copy, home_branch_code: copy.at_branch_code })
  return words === '' ? '' : `${copy.location}, ${words}`
}

/** The branch this desk stands in comes first. */
function byBranch(library: Library, items: readonly Copy[]): Section {
  const { branch, today } = here(library)
  const groups = [...Map.groupBy(items, (copy) => copy.at_branch_code)]
  const own = groups.filter(([code]) => code === branch.branch_code)
  const others = groups.filter(([code]) => code !== branch.branch_code)
  return table({
    section_id: 'branches',
    heading: 'Is it in',
    columns: ['Branch', figures('In'), figures('Copies'), 'Call number', 'Next back'],
    rows: [...own, ...others].map(([code, there]) => {
      const in_count = there.filter(isIn).length
      const dues = there.flatMap((copy) => (copy.due_at_ms === null ? [] : [copy.due_at_ms]))
      const next = in_count > 0 || dues.length === 0 ? '' : sayMoment(instant(Math.min(...dues)), branch.zone, today)
      return row({
        row_id: `branch ${code}`,
        cells: [
          cell(there[0]?.branch_name ?? code),
          figure(in_count, in_count > 0 ? 'good' : 'warn'),
          figure(there.length),
          cell(there.find((copy) => copy.call_number !== '')?.call_number ?? ''),
          cell(next),
        ],
      })
    }),
    empty: 'No branch has a copy.',
  })
}

function everyItem(desk: Desk, items: readonly Copy[]): Section {
  const { branch, today } = here(desk.library)
  const speech = speechOf(desk)
  return table({
    section_id: 'copies',
    heading: 'Every copy',
    columns: ['Branch', 'Place', 'Call number', figures('Barcode'), 'Status'],
    rows: items.map((copy) => {
      const { words, tone } = whereItIs(copy, branch.zone, today)
      return row({
        row_id: `copy ${copy.barcode}`,
        cells: [
          cell(copy.branch_name),
          cell(copy.location, 'quiet'),
          cell(copy.call_number),
          figure(copy.barcode, 'quiet'),
          cell(words, tone),
        ],
        acts: [
          ...(desk.session.patron_id === null
            ? []
            : [goTo({ place: 'hold-new', about: `copy ${copy.barcode}` }, 'Hold on this copy alone', 'C')]),
          ...recallActs(speech, copy.barcode, copy),
        ],
        enter: goTo({ place: 'item', about: copy.barcode }, 'Look at it'),
      })
    }),
    empty: 'No copies.',
  })
}
