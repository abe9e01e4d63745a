/**
 * Opening the account, by the Down key or by a click on the figures, notices and lists, at the part that is meant; and
 * going back from a page; printing what it shows.
 */
import type { AccountPart } from '../../shared/desk/screen.ts'
import { focusHome, homeField, setField } from '../fields/field.ts'
import { scrollPage } from '../fields/scroll-page.ts'
import { enterPanel, enterWhenDrawn, trainingPanel } from '../fields/training-panel.ts'
import type { Desk } from './desk.ts'
import { isByReceiptPrinter, moreAfter, pageRows, turnedTo, walked, type Walk } from './page.ts'

/** Opens the account with the cursor on the first row of this part. */
export async function goToSection(desk: Desk, part: AccountPart): Promise<void> {
  await desk.perform({ method: 'desk.go', input: { page: { place: 'account', about: '' } } }, desk.mint())
  const page = desk.store.now().snapshot?.page
  if (page?.ref.place !== 'account') return
  const section = page.sections.find((one) => one.section_id === part)
  const rows = section?.kind === 'table' ? section.rows : []
  const first = pageRows(page).find((row) => row === rows[0])
  desk.store.change({ page_row_id: first?.row_id ?? null })
  if (!first) {
    desk.ports.nextFrame(() => document.querySelector(`[data-section="${part}"]`)?.scrollIntoView({ block: 'nearest' }))
  }
}

/** While the page is loading, every Down still counts. */
export function walkIntoAccount(desk: Desk): void {
  const { steps_ahead_count } = desk.store.now()
  desk.store.change({ steps_ahead_count: steps_ahead_count + 1 })
  if (steps_ahead_count === 0) desk.go({ place: 'account', about: '' })
}

/** Steps ahead to the last row of any page. */
const TO_LAST_ROW = Number.MAX_SAFE_INTEGER

/** Goes on where the rows of this page end. @returns false when it goes on nowhere, or rows are left */
function turnPage(desk: Desk, walk: Walk): boolean {
  const turn = turnedTo(desk.store.now(), walk)
  if (!turn) return false
  desk.store.change({ steps_ahead_count: turn.row === 'first' ? 1 : TO_LAST_ROW })
  desk.go(turn.to)
  return true
}

/** What a key that moves the cursor does on a page. */
export function walkPage(desk: Desk, walk: Walk): void {
  if (turnPage(desk, walk)) return
  const page_row_id = walked(desk.store.now(), walk)
  // Where the cursor stays, at either end or without rows, the page itself goes on.
  if (page_row_id === desk.store.now().page_row_id) return scrollPage(walk)
  desk.store.change({ page_row_id, more_of: moreAfter(desk.store.now().more_of, page_row_id) })
}

/** Back to where the page was opened from: the list that a title was chosen in, the page before, or the rows. */
export function leavePage(desk: Desk): void {
  const { search_behind, snapshot } = desk.store.now()
  const ref = snapshot?.page?.ref
  const isFound = search_behind !== null && ref?.place === 'title' && search_behind.chosen_id === `t${ref.about}`
  if (isFound) desk.store.change({ search: search_behind, search_behind: null })
  desk.back()
  const home = homeField()
  if (isFound && home) setField(home, search_behind.text)
  focusHome()
}

/**
 * Prints the paper on the screen: on the desk's own printer, or by the system's dialog, which takes the screen as it
 * is. What is printed after that is a copy.
 */
export function printPaper(desk: Desk): void {
  if (isByReceiptPrinter(desk.store.now())) {
    void desk.perform({ method: 'paper.print', input: {} }, desk.mint())
    return
  }
  desk.ports.print()
  void desk.perform({ method: 'paper.handed', input: {} }, desk.mint())
}

/** Shows the training devices and goes to them; from there, hides them. What is typed on the line stays. */
export async function goToTraining(desk: Desk): Promise<void> {
  const inside = trainingPanel()
  const isHere = inside?.contains(document.activeElement) ?? false
  if (inside && !isHere) return enterPanel(inside)
  const is_shown = inside === null
  if (!is_shown) focusHome()
  const { kind } = await desk.perform({ method: 'training.show', input: { is_shown } }, desk.mint())
  if (is_shown && kind === 'ok') enterWhenDrawn()
}
