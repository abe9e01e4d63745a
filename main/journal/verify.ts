/**
 * Walks the whole journal: that nothing is missing or changed, and that it adds up to what the desk believes.
 * Reads only. What it finds it says; it never mends.
 */
import { eventRefText, parseEvent, type DeskEvent } from '../../shared/journal/event.ts'
import { fold, type Change } from '../../shared/journal/fold/fold.ts'
import { isPatch } from '../../shared/journal/patch.ts'
import { unreachable } from '../../shared/kernel/assert.ts'
import { readOverlayCharges } from '../store/charge-rows.ts'
import { readOverlayHolds } from '../store/hold-rows.ts'
import { PATCHED_TO, readMeta } from '../store/library-rows.ts'
import { readEvents, readPending, readTerminal } from '../store/journal-rows.ts'
import { readOverlayLoans } from '../store/overlay-rows.ts'
import { openQuestions } from '../store/question-rows.ts'
import type { Connection } from '../store/sql.ts'
import { FIRST_HEAD, seal } from './chain.ts'

export type Problem = { readonly event: string; readonly says: string }
export type Verdict = {
  readonly events_count: number
  readonly head: string
  readonly problems: readonly Problem[]
}

/** What the events say of one loan, hold, charge or question: the row that the desk must show until it is settled. */
type State = {
  readonly is_open: boolean
  readonly says: string
  readonly epoch: number
  readonly seq: number
  /** The library's own data was taken in since: it may say otherwise of what was settled. */
  readonly is_maybe_other: boolean
}
type States = Map<string, State>

const PAGE = 1000
const PROBLEMS_MAX = 50

export function verifyJournal(desk: Connection): Verdict {
  const terminal = desk.get(readTerminal, {})?.terminal_id ?? ''
  const problems: Problem[] = []
  const states: States = new Map()
  let place = { epoch: 0, seq: 0 }
  let hash = FIRST_HEAD
  let events_count = 0
  const isCarried = carriedOver(desk, terminal)
  for (;;) {
    const page = desk.all(readEvents, { epoch_count: place.epoch, seq_count: place.seq, limit: PAGE })
    if (page.length === 0) break
    for (const row of page) {
      const here = { epoch: row.epoch_count, seq: row.seq_count }
      const event = eventRefText({ terminal, ...here })
      const follows = here.epoch === place.epoch ? here.seq === place.seq + 1 : here.seq === 1
      if (!follows) problems.push({ event, says: 'an event before this one is missing' })
      hash = seal(hash, row.content)
      if (Buffer.compare(hash, row.hash) !== 0) {
        problems.push({ event, says: 'this event or one before it was changed: its seal does not match' })
        hash = row.hash
      }
      const read = readInto(states, row.content, event, terminal, here, problems)
      if (read && isPatch(read) && !isCarried(event, here)) {
        problems.push({ event, says: 'it never reached the reference file' })
      }
      place = here
      events_count += 1
    }
    if (problems.length >= PROBLEMS_MAX) break
  }
  compareOverlay(desk, states, problems)
  const head = `${eventRefText({ terminal, ...place })}:${Buffer.from(hash).toString('hex')}`
  return { events_count, head, problems: problems.slice(0, PROBLEMS_MAX) }
}

type Place = { readonly epoch: number; readonly seq: number }

function reachedBy(desk: Connection, name: string): Place {
  const [epoch = 0, seq = 0] = (desk.get(readMeta, { name })?.value ?? '0.0').split('.').map(Number)
  return { epoch, seq }
}

function isUpTo(place: Place, reached: Place): boolean {
  return place.epoch < reached.epoch || (place.epoch === reached.epoch && place.seq <= reached.seq)
}

/** Whether a rare act is in the reference file, or waits to be carried there. */
function carriedOver(desk: Connection, terminal: string): (event: string, here: Place) => boolean {
  const reached = reachedBy(desk, PATCHED_TO)
  const waiting = new Set(
    desk.all(readPending, {}).map((row) => eventRefText({ terminal, epoch: row.epoch_count, seq: row.seq_count })),
  )
  return (event, here) => isUpTo(here, reached) || waiting.has(event)
}

/** @returns the event; null when it cannot be read */
function readInto(
  states: States,
  content: string,
  ref: string,
  terminal: string,
  here: Place,
  problems: Problem[],
): DeskEvent | null {
  let event: DeskEvent
  try {
    event = parseEvent(content)
  } catch {
    problems.push({ event: ref, says: 'this event cannot be read' })
    return null
  }
  const { head } = event
  if (head.terminal !== terminal || head.epoch !== here.epoch || head.seq !== here.seq) {
    problems.push({ event: ref, says: 'this event stands in another one’s place' })
  }
  for (const change of fold(event)) {
    const state = stateAfter(change, states)
    if (state === null) continue
    if (typeof state === 'string') problems.push({ event: ref, says: state })
    else if (state.is_gone) states.delete(state.key)
    else states.set(state.key, { is_open: state.is_open, says: state.says, ...here, is_maybe_other: false })
  }
  if (event.kind === 'data-imported') {
    for (const [key, state] of states) states.set(key, { ...state, is_maybe_other: true })
  }
  return event
}

/** `is_gone`: no row may stand for it any more. */
type After = { readonly key: string; readonly is_open: boolean; readonly says: string; readonly is_gone?: boolean }

/** What a change leaves behind; a sentence when it cannot follow what was before; null when it is about no state. */
function stateAfter(change: Change, states: States): After | string | null {
  switch (change.kind) {
    case 'item-placed':
      return null
    case 'loan-opened': {
      const key = `item ${change.item_barcode}`
      const before = states.get(key)
      if (before?.is_open && !before.is_maybe_other) return 'the item was already out'
      return { key, is_open: true, says: loanSays(change.loan_ref, change.due_at_ms, isMoment(change.recalled_at_ms)) }
    }
    case 'loan-moved':
    case 'loan-stood':
    case 'loan-closed': {
      const key = `item ${change.item_barcode}`
      const known = states.get(key)
      const isSame = known?.says.startsWith(`${change.loan_ref} `) ?? false
      // A loan that was made elsewhere is first heard of here.
      if (known && !isSame && !known.is_maybe_other) return 'it changes a loan that was not the open one'
      const before = isSame ? known : undefined
      const is_open = change.kind !== 'loan-closed'
      const moved = change.kind === 'loan-moved' ? movedSays(change, before?.says ?? '') : before?.says
      return { key, is_open, says: moved ?? `${change.loan_ref} ` }
    }
    case 'hold-opened':
    case 'hold-moved':
      return { key: `hold ${change.hold_ref}`, is_open: true, says: change.state.status }
    case 'hold-closed':
      return { key: `hold ${change.hold_ref}`, is_open: false, says: '' }
    case 'charge-opened':
      return { key: `charge ${change.charge_ref}`, is_open: true, says: chargeSays(change.amount_cents, 0) }
    case 'charge-moved': {
      const says = chargeSays(change.owed_cents, change.refund_due_cents)
      return { key: `charge ${change.charge_ref}`, is_open: true, says }
    }
    case 'question-opened':
      return { key: `question ${change.question_ref}`, is_open: true, says: change.loan_ref }
    case 'question-closed':
      return { key: `question ${change.question_ref}`, is_open: false, says: '', is_gone: true }
    default:
      return unreachable(change)
  }
}

function loanSays(loan_ref: string, due_at_ms: number, is_recalled: boolean): string {
  return `${loan_ref} due ${due_at_ms}${is_recalled ? RECALLED : ''}`
}

const RECALLED = ', recalled'

function isMoment(at_ms: number | null | undefined): boolean {
  return typeof at_ms === 'number'
}

/** Only some of what moves a due date says whether the loan is recalled from then on. */
function movedSays(
  { loan_ref, due_at_ms, recalled_at_ms }: Extract<Change, { kind: 'loan-moved' }>,
  before: string,
): string {
  const is_recalled = recalled_at_ms === undefined ? before.endsWith(RECALLED) : isMoment(recalled_at_ms)
  return loanSays(loan_ref, due_at_ms, is_recalled)
}

function chargeSays(owed_cents: number, refund_due_cents: number): string {
  return `owes ${owed_cents}, back ${refund_due_cents}`
}

/** What the desk shows on top of its reference file, in the same words. */
function shownByDesk(desk: Connection, states: States): Map<string, { is_open: boolean; says: string }> {
  const shown = new Map<string, { is_open: boolean; says: string }>()
  for (const row of desk.all(readOverlayLoans, {})) {
    const key = row.barcode === null ? keyOfLoan(states, row.loan_ref) : `item ${row.barcode}`
    shown.set(key, {
      is_open: row.is_open === 1,
      says: loanSays(row.loan_ref, row.due_at_ms, row.recalled_at_ms !== null),
    })
  }
  for (const row of desk.all(readOverlayHolds, {})) {
    shown.set(`hold ${row.hold_ref}`, { is_open: row.is_open === 1, says: row.is_open ? row.status : '' })
  }
  for (const row of desk.all(readOverlayCharges, {})) {
    shown.set(`charge ${row.charge_ref}`, { is_open: true, says: chargeSays(row.owed_cents, row.refund_due_cents) })
  }
  for (const row of desk.all(openQuestions, {})) {
    shown.set(`question ${row.question_ref}`, { is_open: true, says: row.loan_ref })
  }
  return shown
}

/** Of a loan whose item is gone from the reference file: the journal alone still knows its barcode. */
function keyOfLoan(states: States, loan_ref: string): string {
  for (const [key, state] of states) if (state.says.startsWith(`${loan_ref} `)) return key
  return `the item of ${loan_ref}`
}

/** Each overlay row must be what the last event about it says; each unsettled event must have its row. */
function compareOverlay(desk: Connection, states: States, problems: Problem[]): void {
  const shown = shownByDesk(desk, states)
  const settled = reachedBy(desk, 'settled_to')
  for (const [key, state] of states) {
    const row = shown.get(key)
    const event = eventRefText({ terminal: '', epoch: state.epoch, seq: state.seq }).slice(1)
    if (!row) {
      if (!isUpTo(state, settled)) problems.push({ event, says: `the desk shows nothing of ${key}` })
    } else if (row.is_open !== state.is_open || !agrees(row.says, state)) {
      problems.push({ event, says: `the desk shows something else of ${key} than the journal` })
    }
  }
  for (const key of shown.keys()) {
    if (!states.has(key)) problems.push({ event: '', says: `the desk shows a change of ${key} that no event made` })
  }
}

/** A closed loan, and one whose due date was set elsewhere, agree by the loan alone. */
function agrees(says: string, state: State): boolean {
  return (
    says === state.says ||
    ((state.says.endsWith(' ') || !state.is_open) && says.startsWith(state.says.split(' ')[0] ?? ''))
  )
}
