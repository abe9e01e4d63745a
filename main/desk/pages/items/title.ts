/** One title: is it in, and where. This branch first; then every item. Must never say who has one. */
import type { PageView, Section } from '../../../../shared/desk/page.ts'
import type { TitleId } from '../../../../shared/kernel/ids.ts'
import { instant } from '../../../../shared/kernel/time.ts'
import type { Words } from '../../../../shared/words/en/en.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
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
  const speech = speechOf(desk)
  const words = speech.words.pages.items.title
  const items = desk.library.db.all(itemsByBranch, { title_id })
  const more = desk.library.db.get(titleMore, { title_id })
  const waiting = desk.library.db.get(holdsOnTitle, { title_id })?.holds_count ?? 0
  const in_count = items.filter(isIn).length
  return page(desk.library, {
    ref: { place: 'title', about },
    heading: title.title,
    lead: title.author,
    titles_go_to: 'title',
    acts: desk.session.patron_id === null ? [] : [goTo({ place: 'hold-new', about }, words.hold, 'H')],
    sections: [
      facts('title', '', [
        [words.copies_in, words.in_of(in_count, items.length), in_count > 0 ? 'good' : 'warn'],
        [words.find, findHere(words, desk.library, items)],
        [words.holds, waiting > 0 ? String(waiting) : ''],
        [words.year, title.year],
        [words.format, title.format],
        [words.isbn, title.isbn],
        [words.publisher, more?.publisher ?? ''],
      ]),
      byBranch(speech, desk.library, items),
      everyItem(desk, speech, items),
    ],
  })
}

/** Where on a shelf here the first available item is. */
function findHere({ find_at }: Words['pages']['items']['title'], library: Library, items: readonly Copy[]): string {
  const own = here(library).branch.branch_code
  const copy = items.find((one) => one.at_branch_code === own && isIn(one))
  if (!copy) return ''
  const found = directions(library, { ...copy, home_branch_code: copy.at_branch_code })
  return found === '' ? '' : find_at(copy.location, found)
}

/** The branch this desk stands in comes first. */
function byBranch(speech: Speech, library: Library, items: readonly Copy[]): Section {
  const { heading, branches, no_branch } = speech.words.pages.items.title
  const { branch } = here(library)
  const groups = [...Map.groupBy(items, (copy) => copy.at_branch_code)]
  const own = groups.filter(([code]) => code === branch.branch_code)
  const others = groups.filter(([code]) => code !== branch.branch_code)
  return table({
    section_id: 'branches',
    heading,
    columns: [branches.branch, figures(branches.available), figures(branches.all), branches.call_number, branches.next],
    rows: [...own, ...others].map(([code, there]) => {
      const in_count = there.filter(isIn).length
      const dues = there.flatMap((copy) => (copy.due_at_ms === null ? [] : [copy.due_at_ms]))
      const next = in_count > 0 || dues.length === 0 ? '' : speech.moment(instant(Math.min(...dues)))
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
    empty: no_branch,
  })
}

function everyItem(desk: Desk, speech: Speech, items: readonly Copy[]): Section {
  const { columns, items: heading, empty, hold_item } = speech.words.pages.items.title
  return table({
    section_id: 'copies',
    heading,
    columns: [columns.branch, columns.location, columns.call_number, columns.barcode, columns.status],
    rows: items.map((copy) => {
      const { words, tone } = whereItIs(speech, copy)
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
            : [goTo({ place: 'hold-new', about: `copy ${copy.barcode}` }, hold_item, 'C')]),
          ...recallActs(speech, copy.barcode, copy),
        ],
        enter: goTo({ place: 'item', about: copy.barcode }, speech.words.pages.items.item_details),
      })
    }),
    empty,
  })
}
