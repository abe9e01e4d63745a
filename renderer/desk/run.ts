/** What a key or a button does. One place, so that a key and its button can never differ. */
import { HELP, HELP_SIGN, type CommandTarget } from '../../shared/desk/words/command-list.ts'
import { isPageAction, placeOf, type DeskAction, type PageAction } from '../../shared/desk/keymap.ts'
import type { Call, PageRef } from '../../shared/desk/page.ts'
import type { DeskMode } from '../../shared/desk/screen.ts'
import { clearLine, focusHome, homeField, setField } from '../fields/field.ts'
import { focusForm, focusMore, walkFields } from '../fields/form-fields.ts'
import type { Desk } from './desk.ts'
import { runAct } from './forms.ts'
import { asksForHelp, closeHelp, helpPlace, isHelpFirst, openHelp } from './help.ts'
import type { Intent } from './intents.ts'
import { actOfEnter, actOfLetter, actOfUnfound, isPaperShown, moreAt, type PlacedAct } from './page.ts'
import { goOn, leaveForm, openAlike, submitForm } from './run-form.ts'
import { runPayKey } from './run-pay.ts'
import { payEnter, payEscape, takePayment } from './run-take.ts'
import { goToTraining, leavePage, printPaper, walkIntoAccount, walkPage } from './run-places.ts'
import { answerCurrent, dropLastWaiting, walkRows } from './run-rows.ts'
import { sellLine } from './run-sale.ts'
import { hitToTake, moveHit, openSearch } from './search.ts'
import type { Hit, Panel, SearchKind } from './state.ts'

function showPanel(desk: Desk, panel: Panel): void {
  clearLine()
  desk.store.change({ panel, search: null })
  // Settings have fields of their own; the key list leaves the focus in the line.
  if (panel !== 'settings') focusHome()
}

export function closeSearch(desk: Desk): void {
  desk.store.change({ search: null })
  clearLine()
  focusHome()
}

/** Back to the line, checking out. If already on the line: help, about the place that the line was reached from. */
function goToLine(desk: Desk): void {
  const state = desk.store.now()
  const isOnPage = (state.snapshot?.page ?? null) !== null
  const isElsewhere =
    isOnPage || state.panel !== 'none' || state.search !== null || document.activeElement !== homeField()
  const isOtherMode = (state.snapshot?.mode ?? 'out') !== 'out'
  if (!isElsewhere && !isOtherMode) return openHelp(desk, state.came_from)
  const came_from = state.panel === 'help' ? null : helpPlace(state)
  closeSearch(desk)
  if (isOnPage) desk.go(null)
  showPanel(desk, 'none')
  if (isOtherMode) desk.mode('out')
  desk.store.change({ came_from })
}

function startSearch(desk: Desk, kind: SearchKind): void {
  clearLine()
  openSearch(desk, kind)
  focusHome()
}

export function runAction(desk: Desk, action: DeskAction): void {
  if (!isPageAction(action)) return runOwnAction(desk, action)
  closeSearch(desk)
  desk.store.change({ panel: 'none' })
  const page = { place: placeOf(action), about: '' }
  if (ASKS_AT_ONCE.has(action)) void goAndAsk(desk, page)
  else desk.go(page)
}

/** The close of the drawer, or of the one that is chosen there (main/desk/pages/drawer/about.ts). */
const CLOSING: PageRef = { place: 'drawer', about: 'close' }

/** Pages with a single form: it is open when the page is reached by key. */
const ASKS_AT_ONCE: ReadonlySet<PageAction> = new Set<PageAction>(['waive', 'outage'])

async function goAndAsk(desk: Desk, page: PageRef): Promise<void> {
  const { kind } = await desk.perform({ method: 'desk.go', input: { page } }, desk.mint())
  const { snapshot, form } = desk.store.now()
  if (kind === 'ok' && form === null && snapshot?.page?.ref.place === page.place) runPageEnter(desk)
}

function send(desk: Desk, call: Call): void {
  closeSearch(desk)
  desk.store.change({ panel: 'none' })
  void desk.perform(call, desk.mint())
}

/** Paper for what was done so far. If paper is on the screen already, opens the print dialog for it. */
function paperNow(desk: Desk): void {
  if (isPaperShown(desk.store.now())) printPaper(desk)
  else send(desk, { method: 'paper.make', input: { what: 'now' } })
}

function takeScans(desk: Desk, mode: DeskMode): void {
  closeSearch(desk)
  desk.store.change({ panel: 'none' })
  desk.mode(mode)
}

/** Acts that do more than open a page. */
function runOwnAction(desk: Desk, action: Exclude<DeskAction, PageAction>): void {
  switch (action) {
    case 'line':
      return goToLine(desk)
    case 'help':
      return desk.store.now().panel === 'help' ? closeHelp(desk) : openHelp(desk)
    case 'check-in':
      return takeScans(desk, 'in')
    case 'used-here':
      return takeScans(desk, 'in-house')
    case 'find-title':
      return startSearch(desk, 'titles')
    case 'find-person':
      return startSearch(desk, 'people')
    case 'commands':
      return startSearch(desk, 'commands')
    case 'last-patron':
      return desk.lastPatron()
    case 'close-drawer':
      closeSearch(desk)
      desk.store.change({ panel: 'none' })
      return desk.go(CLOSING)
    case 'renew-all':
      return desk.renewAll()
    case 'paper-now':
      return paperNow(desk)
    case 'receipt-so-far':
      return send(desk, { method: 'paper.make', input: { what: 'now' } })
    case 'reprint':
      return send(desk, { method: 'paper.again', input: { paper_id: '' } })
    case 'finish-quiet':
      desk.store.change({ unrecorded: [] })
      return send(desk, { method: 'desk.finish-quietly', input: {} })
    case 'undo':
      return desk.undo()
    case 'settings':
    case 'keys':
      return showPanel(desk, desk.store.now().panel === action ? 'none' : action)
    case 'training':
      if (desk.store.now().search?.kind === 'commands') closeSearch(desk)
      return void goToTraining(desk)
    case 'lock':
      return desk.lock()
    case 'sign-out':
      return desk.signOut()
  }
}

/** A title opens its page, or goes to what the open page wants it for; Esc goes back to the list. */
function takeTitle(desk: Desk, hit: Extract<Hit, { kind: 'titles' }>): void {
  const { search, snapshot } = desk.store.now()
  const place = snapshot?.page?.titles_go_to ?? 'title'
  closeSearch(desk)
  desk.store.change({ search_behind: search && { ...search, chosen_id: hit.id } })
  desk.go({ place, about: String(hit.title.title_id) })
}

/** Opens the chosen hit. */
export function takeHit(desk: Desk, hit: Hit): void {
  if (hit.kind === 'titles') return takeTitle(desk, hit)
  closeSearch(desk)
  if (hit.kind === 'people') desk.openPatron(hit.person.patron_id)
  else if (hit.kind === 'acts') runAct(desk, hit)
  else if (hit.text !== undefined) lookElsewhere(desk, hit.id, hit.text)
  else runCommand(desk, hit.command.target)
}

/** Looks for the text of a search that found nothing: in help, or among patrons or titles. */
export function lookElsewhere(desk: Desk, where: string, text: string): void {
  if (where === 'help') return openHelp(desk, null, text)
  startSearch(desk, where === 'find-title' ? 'titles' : 'people')
  const home = homeField()
  if (home) setField(home, text)
}

function runCommand(desk: Desk, target: CommandTarget): void {
  if (target.kind === 'act') return runAction(desk, target.action)
  if (target.kind === 'mode') return takeScans(desk, target.mode)
  desk.store.change({ panel: 'none' })
  desk.go(target.page)
}

function askForHelp(desk: Desk): void {
  closeSearch(desk)
  openHelp(desk)
}

function takeChosenHit(desk: Desk): void {
  const search = desk.store.now().search
  if (!search) return
  if (search.chosen_id === null && search.kind !== 'titles' && asksForHelp(search.text)) return askForHelp(desk)
  const found = hitToTake(search, desk.ports.steady_ms())
  if ('hit' in found) takeHit(desk, found.hit)
  else desk.store.change({ search: { ...search, hint: found.hint } })
}

function sendLine(desk: Desk): void {
  if (asksForHelp(homeField()?.value ?? '')) return askForHelp(desk)
  const unfound = actOfUnfound(desk.store.now())
  if (unfound) return takeHit(desk, unfound)
  const text = homeField()?.value ?? ''
  if (text.trim() === HELP_SIGN) return runAction(desk, HELP)
  desk.scan(text, 'typed')
  clearLine()
}

export function finish(desk: Desk): void {
  desk.store.change({ unrecorded: [] })
  desk.finish()
}

/** Does what a letter, Enter or a button of the page means, and leaves the line empty and ready. */
function runPlaced(desk: Desk, placed: PlacedAct | null): void {
  clearLine()
  if (placed) runAct(desk, placed)
}

export function runPageEnter(desk: Desk): void {
  runPlaced(desk, actOfEnter(desk.store.now()))
}

export function runLetter(desk: Desk, letter: string): void {
  runPlaced(desk, actOfLetter(desk.store.now(), letter))
}

/** What a key does with the page and its forms. */
function runPageIntent(desk: Desk, intent: Intent): void {
  switch (intent.kind) {
    case 'leave-page':
      return leavePage(desk)
    case 'walk-page':
      return walkPage(desk, intent.walk)
    case 'walk-into-account':
      return walkIntoAccount(desk)
    case 'letter-now':
      return runLetter(desk, intent.key)
    case 'page-enter':
      return runPageEnter(desk)
    case 'focus-form':
      return focusForm()
    case 'close-form':
      return desk.store.now().pay ? payEscape(desk) : leaveForm(desk)
    case 'open-more':
      desk.store.change({ more_of: moreAt(desk.store.now()) })
      return desk.ports.nextFrame(focusMore)
    case 'close-more':
      desk.store.change({ more_of: null })
      return focusHome()
    case 'next-field':
      return desk.store.now().pay ? payEnter(desk) : goOn(desk)
    case 'walk-fields':
      return walkFields(intent.by)
    case 'pay':
      return runPayKey(desk, intent.key)
    case 'sell-line':
      return sellLine(desk, intent.key)
    case 'open-alike':
      return openAlike(desk, intent.at)
    case 'send-form':
      void (desk.store.now().pay ? takePayment(desk) : submitForm(desk))
      return
    default:
  }
}

export function runIntent(desk: Desk, intent: Intent): void {
  const isLineKey = intent.kind === 'act' && intent.action === 'line'
  if (!isLineKey && desk.store.now().came_from !== null) desk.store.change({ came_from: null })
  switch (intent.kind) {
    case 'act':
      return isLineKey && isHelpFirst(desk.store.now()) ? openHelp(desk) : runAction(desk, intent.action)
    case 'send-line':
      return sendLine(desk)
    case 'take-hit':
      return takeChosenHit(desk)
    case 'finish':
      return finish(desk)
    case 'clear-line':
      return clearLine()
    case 'close-search':
      return closeSearch(desk)
    case 'close-panel':
      return showPanel(desk, 'none')
    case 'clear-notice':
      return desk.store.change({ notice: null, unrecorded: [] })
    case 'leave-row':
      return answerCurrent(desk, '0')
    case 'drop-waiting':
      return dropLastWaiting(desk)
    case 'clear-desk':
      return desk.clear()
    case 'walk-rows':
      return walkRows(desk, intent.by)
    case 'walk-hits':
      return moveHit(desk, intent.by)
    case 'answer-now':
      return answerCurrent(desk, intent.key)
    default:
      return runPageIntent(desk, intent)
  }
}
