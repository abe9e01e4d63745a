/** Does what a key or a button means. One place, so that a key and its button can never differ. */
import type { DeskAction } from '../../shared/desk/keymap.ts'
import { focusHome, homeField, setField } from '../keys/field.ts'
import type { Desk } from './desk.ts'
import type { Intent } from './intents.ts'
import { hitToTake, moveHit, openSearch } from './search.ts'
import { undecided, type Hit, type Panel } from './state.ts'

export function clearLine(): void {
  const home = homeField()
  if (home) setField(home, '')
}

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

/** Back to the line, checking out. On the line already: the keys. */
function goToLine(desk: Desk): void {
  const state = desk.store.now()
  const isElsewhere = state.panel !== 'none' || state.search !== null || document.activeElement !== homeField()
  closeSearch(desk)
  if (state.snapshot?.mode === 'in') {
    desk.store.change({ panel: 'none' })
    desk.mode('out')
  } else showPanel(desk, isElsewhere ? 'none' : 'keys')
}

function startSearch(desk: Desk, kind: Hit['kind']): void {
  clearLine()
  openSearch(desk, kind)
  focusHome()
}

export function runAction(desk: Desk, action: DeskAction): void {
  switch (action) {
    case 'line':
      return goToLine(desk)
    case 'check-in':
      closeSearch(desk)
      desk.store.change({ panel: 'none' })
      return desk.mode('in')
    case 'find-title':
      return startSearch(desk, 'titles')
    case 'find-person':
      return startSearch(desk, 'people')
    case 'commands':
      return startSearch(desk, 'commands')
    case 'last-patron':
      return desk.lastPatron()
    case 'renew-all':
      return desk.renewAll()
    case 'undo':
      return desk.undo()
    case 'settings':
      return showPanel(desk, desk.store.now().panel === 'settings' ? 'none' : 'settings')
    case 'keys':
      return showPanel(desk, desk.store.now().panel === 'keys' ? 'none' : 'keys')
    case 'lock':
      return desk.signOut()
  }
}

/** Opens what was found. */
export function takeHit(desk: Desk, hit: Hit): void {
  const search = desk.store.now().search
  if (hit.kind === 'titles') {
    if (search) desk.store.change({ search: { ...search, chosen_id: hit.id, detail: hit.title, hint: '' } })
    return
  }
  closeSearch(desk)
  if (hit.kind === 'people') desk.openPatron(hit.person.patron_id)
  else runAction(desk, hit.command.action)
}

function takeChosenHit(desk: Desk): void {
  const search = desk.store.now().search
  if (!search) return
  const found = hitToTake(search, desk.ports.steady_ms())
  if ('hit' in found) takeHit(desk, found.hit)
  else desk.store.change({ search: { ...search, hint: found.hint } })
}

function sendLine(desk: Desk): void {
  const text = homeField()?.value ?? ''
  desk.scan(text, 'typed')
  clearLine()
}

function walkRows(desk: Desk, by: 1 | -1): void {
  const { rows, current } = undecided(desk.store.now())
  const at = rows.findIndex((row) => row.row_id === current?.row_id)
  const next = rows[Math.min(Math.max(at + by, 0), rows.length - 1)]
  if (next) desk.store.change({ walked_row_id: next.row_id })
}

/** Answers the row in hand; "0" leaves it. */
export function answerCurrent(desk: Desk, key: string): void {
  const { current } = undecided(desk.store.now())
  clearLine()
  if (current) desk.answer(current.row_id, key)
}

export function finish(desk: Desk): void {
  desk.store.change({ unrecorded: [] })
  desk.finish()
}

/** Leaves the title's holdings and goes back to the list. */
function closeDetail(desk: Desk): void {
  const search = desk.store.now().search
  if (search) desk.store.change({ search: { ...search, detail: null } })
}

export function runIntent(desk: Desk, intent: Intent): void {
  switch (intent.kind) {
    case 'act':
      return runAction(desk, intent.action)
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
    case 'close-detail':
      return closeDetail(desk)
    case 'close-panel':
      return showPanel(desk, 'none')
    case 'clear-notice':
      return desk.store.change({ notice: null, unrecorded: [] })
    case 'leave-row':
      return answerCurrent(desk, '0')
    case 'clear-desk':
      return desk.clear()
    case 'walk-rows':
      return walkRows(desk, intent.by)
    case 'walk-hits':
      return moveHit(desk, intent.by)
    case 'answer-now':
      return answerCurrent(desk, intent.key)
    case 'none':
    case 'ignore':
    case 'answer-soon':
      return
  }
}
