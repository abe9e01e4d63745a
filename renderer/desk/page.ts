/**
 * The page on the screen: where its cursor is, which acts a letter means, and what happens to cursor and form when the
 * station sends the page again. Pure. Knows nothing of what a page is about.
 */
import type { Act, Field, PageRef, PageRow, PageView, Place } from '../../shared/desk/page.ts'
import type { DeskSnapshot } from '../../shared/desk/screen.ts'
import { ACTIONS, isPageAction, placeOf, type KeyMap } from '../../shared/desk/keymap.ts'
import { payAfter, paymentOf } from './pay.ts'
import type { DeskState, Hit } from './state.ts'

/** How far Page Up and Page Down go. */
const ROWS_A_PAGE_COUNT = 10

/** The rows of all tables, in the order of the screen. */
export function pageRows(page: PageView | null): readonly PageRow[] {
  return page?.sections.flatMap((section) => (section.kind === 'table' ? section.rows : [])) ?? []
}

/** A page that has the whole width: of the office, or one that says itself whom it is about. */
export function isOffice({ page, beside }: DeskSnapshot): boolean {
  return page !== null && beside === 'nothing'
}

export function currentRow(state: DeskState): PageRow | null {
  if (state.page_row_id === null) return null
  return pageRows(state.snapshot?.page ?? null).find((row) => row.row_id === state.page_row_id) ?? null
}

/** What can be done on the page as a whole: its acts, then its quick keys. */
function actsOfPage({ acts, sections }: PageView): readonly Act[] {
  return [...acts, ...sections.flatMap((one) => (one.kind === 'choices' ? one.choices.map(({ act }) => act) : []))]
}

export type PlacedAct = { readonly act: Act; readonly row_id: string | null }

const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')

/** The acts with a letter for each that has none: of its label where it is free, and none once all are taken. */
function lettered(acts: readonly Act[], taken: ReadonlySet<string>): readonly Act[] {
  const used = new Set(taken)
  return acts.map((act) => {
    if (act.key !== '') return act
    const own = Array.from(act.label.normalize('NFD').toUpperCase())
    const key = [...own, ...LETTERS].find((one) => LETTERS.includes(one) && !used.has(one)) ?? ''
    used.add(key)
    return { ...act, key }
  })
}

/** Whose acts would be opened under "More" by its key: of the row at the cursor, or of the page (empty); null: none. */
export function moreAt(state: DeskState): string | null {
  const row = currentRow(state)
  if (row?.acts.some(({ weight }) => weight === 'more')) return row.row_id
  return state.snapshot?.page?.acts.some(({ weight }) => weight === 'more') ? '' : null
}

/** The acts under "More" that are shown now: while they are, each has a letter. */
export function moreActs(state: DeskState): readonly PlacedAct[] {
  const { more_of, snapshot } = state
  const page = snapshot?.page
  if (more_of === null || !page) return []
  const row_id = more_of === '' ? null : more_of
  const row = row_id === null ? null : pageRows(page).find((one) => one.row_id === row_id)
  const all = row_id === null ? page.acts : (row?.acts ?? [])
  const taken = new Set(ownActs(state).map(({ act }) => act.key))
  const more = all.filter(({ weight }) => weight === 'more')
  return lettered(more, taken).map((act) => ({ act, row_id }))
}

/** Everything that can be done on the page now: what is shown under "More", the row's acts, then the page's. */
export function pageActs(state: DeskState): readonly PlacedAct[] {
  const own = ownActs(state)
  const opened = moreActs(state).filter(({ act }) => own.every((one) => one.act.key !== act.key))
  return [...own, ...opened]
}

function ownActs(state: DeskState): readonly PlacedAct[] {
  const page = state.snapshot?.page
  if (!page) return []
  const row = currentRow(state)
  const own = row ? [...(row.enter ? [row.enter] : []), ...row.acts] : []
  return [
    ...own.map((act) => ({ act, row_id: state.page_row_id })),
    ...actsOfPage(page).map((act) => ({ act, row_id: null })),
    ...(page.enter ? [{ act: page.enter, row_id: null }] : []),
  ]
}

/** The key of an act, or that of the desk which opens the same page; undefined: none. */
export function keyOfAct(keys: KeyMap, { key, call }: Act): string | undefined {
  if (key !== '' || call.method !== 'desk.go') return key || undefined
  const page = call.input['page'] as PageRef | null
  const action = ACTIONS.find((one) => isPageAction(one) && placeOf(one) === page?.place && page.about === '')
  return action && keys[action]
}

/** What this letter does now; the row's acts come before the page's. */
export function actOfLetter(state: DeskState, letter: string): PlacedAct | null {
  return pageActs(state).find(({ act }) => act.key === letter.toUpperCase()) ?? null
}

const OF_FIGURES: readonly Field['kind'][] = ['money', 'total', 'date', 'birth-date', 'number', 'choice', 'count']

/** Whether the first field of the form takes digits: an amount, a date, a number, the digit of an option. */
export function asksForFigures({ asks: [first] }: Act): boolean {
  return first !== undefined && OF_FIGURES.includes(first.kind)
}

/** What Enter on the empty line does because of the page; null when it finishes as always. */
export function actOfEnter(state: DeskState): PlacedAct | null {
  const row = currentRow(state)
  if (row?.enter) return { act: row.enter, row_id: row.row_id }
  const enter = state.snapshot?.page?.enter
  return enter ? { act: enter, row_id: null } : null
}

/** Places with one form each, or one a step: it is open as soon as the page is there. */
const STEPPED: ReadonlySet<Place> = new Set<Place>(['drawer', 'patron-new', 'recovery-key'])

/** Places that a scan changes while their form is open: a card that is to be given. What was typed stays. */
const TAKES_SCANS: ReadonlySet<Place> = new Set<Place>(['patron-new'])

/** Pages with the same key are one page to the screen: its form and its cursor stay. Undefined: no page. */
export function placeKey(ref: PageRef | undefined): string {
  if (ref === undefined) return ''
  // What a person turns on it follows the other record, which is the same.
  if (ref.place === 'patron-merge') return `${ref.place} ${ref.about.split(' ')[0] ?? ''}`
  return TAKES_SCANS.has(ref.place) ? ref.place : `${ref.place} ${ref.about}`
}

/** What names the step; null where a page has none. Its form opens by itself when it has one (`asksAtOnce`). */
export function stepOf({ ref, heading, enter }: PageView): string | null {
  return STEPPED.has(ref.place) ? `${ref.about} ${heading} ${enter?.act_id ?? ''}` : null
}

export function asksAtOnce({ ref, enter }: PageView): boolean {
  return STEPPED.has(ref.place) && enter !== null && enter.asks.length > 0
}

/** Whether the open form is the step of the page, or one that Esc went back to: no key of an act opened it. */
export function isStepForm({ form, snapshot }: DeskState): boolean {
  const page = snapshot?.page
  if (!page || !form || form.row_id !== null || !asksAtOnce(page)) return false
  return page.enter?.act_id === form.act.act_id || page.steps_back.includes(form.act.act_id)
}

/** What Esc in the open form opens, where that form is a step of the page: the step before it. */
export function stepBefore({ form, snapshot }: DeskState): Act | null {
  const page = snapshot?.page
  if (!page || !form || form.row_id !== null) return null
  const at = page.steps_back.indexOf(form.act.act_id)
  const before = at < 0 ? undefined : page.steps_back[at + 1]
  return actsOfPage(page).find((act) => act.act_id === before) ?? null
}

/**
 * What takes words that match no title: the page's act, with the words in its field. Null when the page takes none, or
 * when the text is a number, which the station may know.
 */
export function actOfUnfound({ search, snapshot }: DeskState): Extract<Hit, { kind: 'acts' }> | null {
  const goes_to = snapshot?.page?.unfound_goes_to ?? null
  const act = snapshot?.page?.acts.find((one) => one.key === goes_to?.key)
  if (search?.kind !== 'titles' || !search.is_answered || search.hits.length > 0) return null
  if (goes_to === null || !act || !/\p{L}/u.test(search.text)) return null
  const value = search.text.trim()
  const asks = act.asks.map((one) => (one.name === goes_to.field ? { ...one, value } : one))
  return { kind: 'acts', id: '', act: { ...act, asks }, row_id: null }
}

/** Whether the desk's own printer prints what is on the screen. The recovery key is on no roll of receipts. */
export function isByReceiptPrinter({ snapshot }: DeskState): boolean {
  return (snapshot?.strip.receipt_printer ?? '') !== '' && snapshot?.page?.ref.place !== 'recovery-key'
}

/** Whether paper is on the screen: on the page, or beside the work. */
export function isPaperShown({ snapshot, panel, search }: DeskState): boolean {
  const isPageSeen = panel === 'none' && search === null
  const onPage =
    isPageSeen && (snapshot?.page?.sections.some(({ kind }) => kind === 'paper' || kind === 'labels') ?? false)
  return onPage || (snapshot?.papers.length ?? 0) > 0
}

export type Walk = 'up' | 'down' | 'page-up' | 'page-down' | 'first' | 'last'

/** Where the cursor goes. Up from the first row leaves the rows, so that Enter finishes again. */
export function walked(state: DeskState, walk: Walk): string | null {
  const rows = pageRows(state.snapshot?.page ?? null)
  const at = rows.findIndex((row) => row.row_id === state.page_row_id)
  const last = rows.length - 1
  const to = {
    up: at - 1,
    down: Math.min(at + 1, last),
    'page-up': Math.max(at - ROWS_A_PAGE_COUNT, 0),
    'page-down': Math.min(Math.max(at, 0) + ROWS_A_PAGE_COUNT, last),
    first: 0,
    last,
  }[walk]
  return rows[to]?.row_id ?? null
}

/** Page Down from the last row and Page Up from the first: the page that goes on; null: none does, or rows are left. */
export function turnedTo({ snapshot, page_row_id }: DeskState, walk: Walk): Turn | null {
  const page = snapshot?.page ?? null
  const rows = pageRows(page)
  const at = rows.findIndex((row) => row.row_id === page_row_id)
  if (!page || rows.length === 0) return null
  if (walk === 'page-down' && at === rows.length - 1 && page.turns.next) return { to: page.turns.next, row: 'first' }
  if (walk === 'page-up' && at <= 0 && page.turns.before) return { to: page.turns.before, row: 'last' }
  return null
}

type Turn = { readonly to: PageRef; readonly row: 'first' | 'last' }

/** When its row goes away, the cursor stays in place: on the row that moved up. */
function cursorAfter(state: DeskState, page: PageView): string | null {
  const rows = pageRows(page)
  if (state.steps_ahead_count > 0) return rows[Math.min(state.steps_ahead_count, rows.length) - 1]?.row_id ?? null
  const isStill = rows.some((row) => row.row_id === state.page_row_id)
  if (isStill || state.page_row_id === null) return state.page_row_id
  const was = pageRows(state.snapshot?.page ?? null).findIndex((row) => row.row_id === state.page_row_id)
  return rows[Math.min(was, rows.length - 1)]?.row_id ?? null
}

/** A form survives a new snapshot as long as its page, row and act are there. */
function formAfter({ form, pay }: DeskState, page: PageView): DeskState['form'] {
  if (!form) return null
  if (pay) return paymentOf(page) ? form : null
  const place = form.row_id === null ? page : pageRows(page).find((row) => row.row_id === form.row_id)
  const own = form.row_id === null ? actsOfPage(page) : (place?.acts ?? [])
  const acts = [...own, ...(place?.enter ? [place.enter] : [])]
  const act = acts.find(({ act_id }) => act_id === form.act.act_id)
  if (!act) return null
  // What the call is about is another card now.
  return TAKES_SCANS.has(page.ref.place) ? { ...form, act } : form
}

/** What is open of a row closes with it. */
export function moreAfter(more_of: string | null, page_row_id: string | null): string | null {
  return more_of === '' || more_of === page_row_id ? more_of : null
}

type Followed = Pick<
  DeskState,
  'page_row_id' | 'form' | 'pay' | 'more_of' | 'steps_ahead_count' | 'panel' | 'search_behind'
>

/** The screen's own state after this snapshot. */
export function followPage(state: DeskState, { page }: DeskSnapshot): Followed {
  const { panel, search_behind, steps_ahead_count } = state
  if (!page)
    return { page_row_id: null, form: null, pay: null, more_of: null, steps_ahead_count, panel, search_behind: null }
  if (placeKey(state.snapshot?.page?.ref) === placeKey(page.ref)) {
    const page_row_id = cursorAfter(state, page)
    const more_of = moreAfter(state.more_of, page_row_id)
    const pay = payAfter(state.pay, paymentOf(page))
    return { page_row_id, form: formAfter(state, page), pay, more_of, steps_ahead_count: 0, panel, search_behind }
  }
  const page_row_id = cursorAfter({ ...state, page_row_id: null }, page)
  return { page_row_id, form: null, pay: null, more_of: null, steps_ahead_count: 0, panel: 'none', search_behind }
}
