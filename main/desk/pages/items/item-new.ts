/**
 * A record for a barcode that has none: a title the library has, found by typing, or a new one; then the item is
 * checked out or in at once. A scan of anything else while this page is open is the desk's. Must never make anything by
 * itself.
 */
import type { Act, Field, PageView } from '../../../../shared/desk/page.ts'
import type { TitleId } from '../../../../shared/kernel/ids.ts'
import type { Words } from '../../../../shared/words/en/en.ts'
import { titleById } from '../../../store/circulation/item-rows.ts'
import { allItemTypes, likeItem, newestItemTypes } from '../../../store/circulation/made-rows.ts'
import type { Desk } from '../../desk.ts'
import { speechOf } from '../../clerk-language.ts'
import { findItem } from '../../../library/here.ts'
import { act, callOf, facts, field, page, type CallOf } from '../make.ts'
import type { Library } from '../../../library/library.ts'

const BETWEEN = '\n'
const NEW_TITLE_KEY = 'N'
/** How many of the newest items tell which item types are common here. */
const NEWEST_COUNT = 500

type Asked = { readonly item_barcode: string; readonly title_id: TitleId | null }

/** @param about the barcode, and after a line break the number of the title it is a copy of */
export function itemNewPage(desk: Desk, about: string): PageView | null {
  const { item_barcode, title_id } = read(about)
  if (item_barcode === '' || findItem(desk.library, item_barcode)) return null
  const title = title_id === null ? null : desk.library.db.get(titleById, { title_id })
  if (title_id !== null && !title) return null
  const { add: words, fields } = speechOf(desk).words.pages.items
  const shape = {
    ref: { place: 'item-new', about },
    heading: words.heading,
    line_hint: words.line_hint,
    titles_go_to: 'item-new',
    unfound_goes_to: { key: NEW_TITLE_KEY, field: 'title' },
  } as const
  const barcode = [fields.barcode, item_barcode] as const
  if (!title) {
    return page(desk.library, {
      ...shape,
      lead: words.lead,
      sections: [facts('item', '', [barcode])],
      acts: [newTitle(desk, item_barcode)],
    })
  }
  return page(desk.library, {
    ...shape,
    lead: words.lead_title,
    sections: [
      facts('item', '', [
        barcode,
        [fields.title, title.title],
        [fields.author, title.author],
        [fields.year, title.year],
        [fields.format, title.format],
      ]),
    ],
    acts: [newTitle(desk, item_barcode)],
    enter: copyOf(desk, { item_barcode, title_id: title.title_id }),
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

function newTitle(desk: Desk, item_barcode: string): Act {
  const { add, fields } = speechOf(desk).words.pages.items
  const call: Call = callOf('item.make', { item_barcode, title_id: null })
  return act({
    key: NEW_TITLE_KEY,
    label: add.new_title,
    call,
    asks: [
      field('title', fields.title, 'text', { is_required: true }),
      field('author', fields.author, 'text'),
      field('isbn', fields.isbn, 'text'),
      ...itemFields(fields, desk.library, null),
    ],
  })
}

function copyOf(desk: Desk, { item_barcode, title_id }: { item_barcode: string; title_id: TitleId }): Act {
  const { add, fields } = speechOf(desk).words.pages.items
  const call: Call = callOf('item.make', { item_barcode, title_id, title: '', author: '', isbn: '' })
  return act({ label: add.to_title, call, asks: itemFields(fields, desk.library, title_id) })
}

type FieldWords = Words['pages']['items']['fields']

type ItemField = Field & {
  readonly name: 'item_type_code' | 'call_number' | 'location' | 'price_cents' | 'lender_name' | 'lender_due_on'
}

/** What the item is, as the newest item of the title is. */
function itemFields(words: FieldWords, library: Library, title_id: TitleId | null): readonly ItemField[] {
  const like = title_id === null ? null : library.db.get(likeItem, { title_id })
  const price = like?.price_cents ?? null
  return [
    typeField(words, library, like?.item_type_code ?? ''),
    field('call_number', words.call_number, 'text', { value: like?.call_number ?? '' }),
    field('location', words.location, 'text', { value: like?.location ?? '' }),
    field('price_cents', words.price, 'money', {
      value: price === null ? '' : String(price),
      hint: words.price_hint,
    }),
    ...lenderAsked(words, '', ''),
  ]
}

/** For an interlibrary loan; both empty for what is this library's own. */
export function lenderAsked(
  words: FieldWords,
  name: string,
  due_on: string,
): readonly (Field & { readonly name: 'lender_name' | 'lender_due_on' })[] {
  return [
    field('lender_name', words.lender, 'text', { value: name, hint: words.lender_hint }),
    field('lender_due_on', words.lender_due, 'date', { value: due_on }),
  ]
}

/**
 * The item types: the one that is known first, then the commonest, so that the digits are theirs. All can be
 * chosen, beyond the ninth by arrows.
 */
export function typeField(
  words: FieldWords,
  library: Library,
  value: string,
): Field & { readonly name: 'item_type_code' } {
  const common = new Map<string, number>()
  for (const { item_type_code } of library.db.all(newestItemTypes, { rows_count: NEWEST_COUNT })) {
    common.set(item_type_code, (common.get(item_type_code) ?? 0) + 1)
  }
  const rank = (code: string): number => (code === value ? NEWEST_COUNT + 1 : (common.get(code) ?? 0))
  const options = library.db
    .all(allItemTypes, {})
    .map((one) => ({ value: one.item_type_code, label: one.name }))
    .toSorted((one, other) => rank(other.value) - rank(one.value))
  return field('item_type_code', words.type, 'choice', { value: options[0]?.value ?? '', is_required: true, options })
}
