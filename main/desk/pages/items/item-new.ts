/**
 * A record for a barcode that has none: a title the library has, found by typing, or a new one; then the book is lent
 * or taken back at once. A scan of anything else while this page is open is the desk's. Must never make anything by
 * itself.
 */
import type { Act, Field, PageView } from '../../../../shared/desk/page.ts'
import type { TitleId } from '../../../../shared/kernel/ids.ts'
import { titleById } from '../../../store/circulation/item-rows.ts'
import { allItemTypes, likeItem, newestItemTypes } from '../../../store/circulation/made-rows.ts'
import type { Desk } from '../../desk.ts'
import { findItem } from '../../../library/here.ts'
import { act, callOf, facts, field, page, type CallOf } from '../make.ts'
import type { Library } from '../../../library/library.ts'

const BETWEEN = '\n'
const LINE_HINT = 'Type words of the title'
const NEW_TITLE_KEY = 'N'
/** How many of the newest items tell which kinds are common here. */
const NEWEST_COUNT = 500

type Asked = { readonly item_barcode: string; readonly title_id: TitleId | null }

/** @param about the barcode, and after a line break the number of the title it is a copy of */
export function itemNewPage(desk: Desk, about: string): PageView | null {
  const { item_barcode, title_id } = read(about)
  if (item_barcode === '' || findItem(desk.library, item_barcode)) return null
  const title = title_id === null ? null : desk.library.db.get(titleById, { title_id })
  if (title_id !== null && !title) return null
  const shape = {
    ref: { place: 'item-new', about },
    heading: 'Make a record',
    line_hint: LINE_HINT,
    titles_go_to: 'item-new',
    unfound_goes_to: { key: NEW_TITLE_KEY, field: 'title' },
  } as const
  const barcode = ['Barcode', item_barcode] as const
  if (!title) {
    return page(desk.library, {
      ...shape,
      lead: 'Type words of the title: Enter takes one the library has. N makes a new one.',
      sections: [facts('item', '', [barcode])],
      acts: [newTitle(desk.library, item_barcode)],
    })
  }
  return page(desk.library, {
    ...shape,
    lead: 'Enter makes it a copy of this title. Type again for another title; N makes a new one.',
    sections: [
      facts('item', '', [
        barcode,
        ['Title', title.title],
        ['Author', title.author],
        ['Year', title.year],
        ['Format', title.format],
      ]),
    ],
    acts: [newTitle(desk.library, item_barcode)],
    enter: copyOf(desk.library, { item_barcode, title_id: title.title_id }),
  })
}

function read(about: string): Asked {
  const [item_barcode = '', title = ''] = about.split(BETWEEN)
  return { item_barcode, title_id: /^[1-9]\d{0,14}$/.test(title) ? (Number(title) as TitleId) : null }
}

/** A title taken from the list while this page is open belongs to the barcode that is being made. */
export function titleTaken(page_about: string, title_id: string): string {
  return `${read(page_about).item_barcode}${BETWEEN}${title_id}`
}

type Call = CallOf<'item.make'>

function newTitle(library: Library, item_barcode: string): Act {
  const call: Call = callOf('item.make', { item_barcode, title_id: null })
  return act({
    key: NEW_TITLE_KEY,
    label: 'A new title',
    call,
    asks: [
      field('title', 'Title', 'text', { is_required: true }),
      field('author', 'Author', 'text'),
      field('isbn', 'ISBN', 'text'),
      ...itemFields(library, null),
    ],
  })
}

function copyOf(library: Library, { item_barcode, title_id }: { item_barcode: string; title_id: TitleId }): Act {
  const call: Call = callOf('item.make', { item_barcode, title_id, title: '', author: '', isbn: '' })
  return act({ label: 'A copy of this title', call, asks: itemFields(library, title_id) })
}

type ItemField = Field & {
  readonly name: 'item_type_code' | 'call_number' | 'location' | 'price_cents' | 'lender_name' | 'lender_due_on'
}

/** What the copy is, as the newest copy of the title is. */
function itemFields(library: Library, title_id: TitleId | null): readonly ItemField[] {
  const like = title_id === null ? null : library.db.get(likeItem, { title_id })
  const price = like?.price_cents ?? null
  return [
    typeField(library, like?.item_type_code ?? ''),
    field('call_number', 'Call number', 'text', { value: like?.call_number ?? '' }),
    field('location', 'Place', 'text', { value: like?.location ?? '' }),
    field('price_cents', 'Price', 'money', {
      value: price === null ? '' : String(price),
      hint: 'Empty: the usual price',
    }),
    ...lenderAsked('', ''),
  ]
}

/** Of what another library lent for somebody here; both empty for what is this library's own. */
export function lenderAsked(
  name: string,
  due_on: string,
): readonly (Field & { readonly name: 'lender_name' | 'lender_due_on' })[] {
  return [
    field('lender_name', 'Lent to us by', 'text', { value: name, hint: 'Another library; empty: our own' }),
    field('lender_due_on', 'Back there by', 'date', { value: due_on }),
  ]
}

/**
 * The kinds of items: the one that is known first, then the commonest, so that the digits are theirs. All can be
 * chosen, beyond the ninth by arrows.
 */
export function typeField(library: Library, value: string): Field & { readonly name: 'item_type_code' } {
  const common = new Map<string, number>()
  for (const { item_type_code } of library.db.all(newestItemTypes, { rows_count: NEWEST_COUNT })) {
    common.set(item_type_code, (common.get(item_type_code) ?? 0) + 1)
  }
  const rank = (code: string): number => (code === value ? NEWEST_COUNT + 1 : (common.get(code) ?? 0))
  const options = library.db
    .all(allItemTypes, {})
    .map((one) => ({ value: one.item_type_code, label: one.name }))
    .toSorted((one, other) => rank(other.value) - rank(one.value))
  return field('item_type_code', 'Kind', 'choice', { value: options[0]?.value ?? '', is_required: true, options })
}
