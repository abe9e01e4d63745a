/**
 * Walks the whole journal: that nothing is missing or changed, and that it adds up to what the desk believes.
 * Reads only. What it finds it says; it never mends.
 */
import { eventRefText, parseEvent, type DeskEvent } from '../../shared/journal/event.ts'
import { fold } from '../../shared/journal/fold.ts'
import { readMeta } from '../store/library-rows.ts'
import { readEvents, readTerminal } from '../store/journal-rows.ts'
import { readOverlayLoans } from '../store/overlay-rows.ts'
import type { Connection } from '../store/sql.ts'
import { FIRST_HEAD, seal } from './chain.ts'

export type Problem = { readonly event: string; readonly says: string }
export type Verdict = {
  readonly events_count: number
  readonly head: string
  readonly problems: readonly Problem[]
}

type LoanState = { open: boolean; loan_ref: string; due_at_ms: number; epoch: number; seq: number }

const PAGE = 1000
const PROBLEMS_MAX = 50

export function verifyJournal(desk: Connection): Verdict {
  const terminal = desk.get(readTerminal, {})?.terminal_id ?? ''
  const problems: Problem[] = []
  const loans = new Map<string, LoanState>()
  let place = { epoch: 0, seq: 0 }
  let hash = FIRST_HEAD
  let events_count = 0
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
      readInto(loans, row.content, event, terminal, here, problems)
      place = here
      events_count += 1
    }
    if (problems.length >= PROBLEMS_MAX) break
  }
  compareOverlay(desk, loans, problems)
  const head = `${eventRefText({ terminal, ...place })}:${Buffer.from(hash).toString('hex')}`
  return { events_count, head, problems: problems.slice(0, PROBLEMS_MAX) }
}

function readInto(
  loans: Map<string, LoanState>,
  content: string,
  ref: string,
  terminal: string,
  here: { epoch: number; seq: number },
  problems: Problem[],
): void {
  let event: DeskEvent
  try {
    event = parseEvent(content)
  } catch {
    problems.push({ event: ref, says: 'this event cannot be read' })
    return
  }
  const { head } = event
  if (head.terminal !== terminal || head.epoch !== here.epoch || head.seq !== here.seq) {
    problems.push({ event: ref, says: 'this event stands in another one’s place' })
  }
  for (const change of fold(event)) {
    if (change.kind === 'item-placed') continue
    const before = loans.get(change.item_barcode)
    if (change.kind === 'loan-opened' && before?.open) problems.push({ event: ref, says: 'the item was already out' })
    if (change.kind !== 'loan-opened' && before && before.loan_ref !== change.loan_ref) {
      problems.push({ event: ref, says: 'it changes a loan that was not the open one' })
    }
    const due_at_ms = change.kind === 'loan-closed' ? (before?.due_at_ms ?? 0) : change.due_at_ms
    const open = change.kind !== 'loan-closed'
    loans.set(change.item_barcode, { open, loan_ref: change.loan_ref, due_at_ms, ...here })
  }
}

/** Each overlay row must be what the last event about its item says; each unsettled event must have its row. */
function compareOverlay(desk: Connection, loans: ReadonlyMap<string, LoanState>, problems: Problem[]): void {
  const rows = new Map(desk.all(readOverlayLoans, {}).map((row) => [row.barcode, row]))
  const [epoch = 0, seq = 0] = (desk.get(readMeta, { name: 'settled_to' })?.value ?? '0.0').split('.').map(Number)
  for (const [barcode, state] of loans) {
    const row = rows.get(barcode)
    const ref = eventRefText({ terminal: '', epoch: state.epoch, seq: state.seq }).slice(1)
    if (!row) {
      const settled = state.epoch < epoch || (state.epoch === epoch && state.seq <= seq)
      if (!settled) problems.push({ event: ref, says: `the desk shows nothing of item ${barcode}` })
      continue
    }
    const same = Boolean(row.is_open) === state.open && row.loan_ref === state.loan_ref
    if (!same || (state.open && row.due_at_ms !== state.due_at_ms)) {
      problems.push({ event: ref, says: `the desk shows something else of item ${barcode} than the journal` })
    }
  }
  for (const barcode of rows.keys()) {
    if (!loans.has(barcode))
      problems.push({ event: '', says: `the desk shows a change of item ${barcode} that no event made` })
  }
}
