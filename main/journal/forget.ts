/**
 * Forgets who did what once it is over: takes away the party and the words that lie beside the sealed events of loans,
 * holds and notes that ended before a moment, and the seal of what their commands asked of somebody, of a PIN too. The
 * events stay whole; only the answer to "who" is gone. Must never forget whose an open loan or hold is.
 */
import { assert, must } from '../../shared/kernel/assert.ts'
import type { PatronId } from '../../shared/kernel/ids.ts'
import { itemByBarcode, loanOfItem } from '../store/circulation/item-rows.ts'
import {
  FORGET_PATRON,
  forgetPersonal,
  forgetSeal,
  forgetUnsealed,
  placesOfParty,
  rowsOver,
  unsettledHold,
  unsettledLoan,
} from '../store/journal/forget-rows.ts'
import { questionByRef } from '../store/circulation/question-rows.ts'
import type { WriteHandle } from '../store/sql.ts'
import {
  eventRefText,
  parseEvent,
  parseEventRef,
  type DeskEvent,
  type EventKind,
  type EventOf,
} from '../../shared/journal/event.ts'
import { placeOf, placeText, type Place } from '../../shared/journal/place.ts'
import type { Instant } from '../../shared/kernel/time.ts'
import type { DocumentKind } from '../../shared/receipt/document.ts'
import { markForgotten } from '../store/journal/acknowledged-rows.ts'
import { forgetJob, forgetJobs, openJobs, partiesAt } from '../store/journal/job-rows.ts'
import {
  forgetParty,
  readEvents,
  readListed,
  readSetting,
  readTerminal,
  writeSetting,
} from '../store/journal/journal-rows.ts'
import { ackedTo, isUnsent } from './acknowledged.ts'
import type { Writing } from './journal.ts'
import { jobsChanged } from './queue-jobs.ts'

const PAGE = 500
/** One call reads no further than this: upkeep comes again in a minute. */
const PAGES_MAX = 20
/** Changes of staff that are looked through for earlier ones of the same person. */
const STAFF_CHANGES_MAX = 1000

export type Forgotten = {
  readonly count: number
  /** Something over for long enough still stands in rows that are not settled: whose it was is readable there. */
  readonly waits: boolean
}

/** What one event lets go of: the events whose party and words go. `waits` holds the walk here until it is settled. */
type Letting = {
  readonly refs: readonly string[]
  readonly waits: boolean
  /** Of these only the seal of what was asked goes. */
  readonly sealed?: readonly string[]
}
const NOTHING: Letting = { refs: [], waits: false }

/** A walk along the journal that remembers, under a name of its own, how far it came. */
type Walk = { readonly name: string; readonly of: (desk: WriteHandle, event: DeskEvent) => Letting }

function ofItself({ head }: DeskEvent): Letting {
  return { refs: [eventRefText(head)], waits: false }
}

/** Loans that were returned or undone, and holds that were filled: together what somebody has read. */
const LOANS: Walk = {
  name: 'forgotten_to',
  of: (desk, event) => {
    const ended = endedLoan(event)
    if (ended) return endedLoanLets(desk, ended)
    // The seal of what was asked; when the loan is due is forgotten with the loan.
    if (event.kind === 'loan-renewed' || event.kind === 'due-date-set') return ofItself(event)
    return event.kind === 'hold-ended' && event.body.reason === 'filled'
      ? endedHoldLets(desk, event.body.hold_ref)
      : NOTHING
  },
}

/** Holds that ended otherwise. */
const HOLDS: Walk = {
  name: 'holds_forgotten_to',
  of: (desk, event) =>
    event.kind === 'hold-ended' && event.body.reason !== 'filled' ? endedHoldLets(desk, event.body.hold_ref) : NOTHING,
}

/** What a command about staff or data asked is sealed beside it too, a PIN before all, and goes with no patron. */
const OF_NO_PATRON: ReadonlySet<EventKind> = new Set<EventKind>(['staff-signed-in', 'act-approved', 'data-imported'])

/** Here the own PIN or a part of the key was typed, and nothing else lies beside the entry. */
const OF_OWN_PIN: readonly EventKind[] = ['recovery-key-shown', 'recovery-key-confirmed', 'policy-changed']

/** Acts whose effect stands on the account itself; a note taken off, with what it said; a question once answered. */
const ACTS: Walk = {
  name: 'acts_forgotten_to',
  of: (desk, event) => {
    const own = eventRefText(event.head)
    if (event.kind === 'preference-set' || OF_NO_PATRON.has(event.kind)) return { refs: [own], waits: false }
    if (OF_OWN_PIN.includes(event.kind)) return { refs: [], waits: false, sealed: [own] }
    if (event.kind === 'staff-changed') return { refs: staffBefore(desk, event), waits: false, sealed: [own] }
    if (event.kind === 'return-answered') return answeredLets(desk, event.body.question_ref)
    if (event.kind === 'pickup-ended') return { refs: [own, event.body.pickup_ref], waits: false }
    return event.kind === 'note-removed' ? { refs: [own, event.body.note_ref], waits: false } : NOTHING
  },
}

/**
 * The moment before which each kind of thing must have been over to be forgotten. `unsent`: what a central server has
 * not acknowledged yet must have been over before this one, a longest age, so that no server that stays away makes the
 * desk remember for ever.
 */
export type Before = {
  readonly loans: Instant
  readonly holds: Instant
  readonly acts: Instant
  readonly unsent: Instant
}

export function forgetOver({ writes: { db: desk } }: Writing, before: Before): Forgotten {
  const { loans, holds, acts, unsent } = before
  const walks = [walk(desk, LOANS, loans, unsent), walk(desk, HOLDS, holds, unsent), walk(desk, ACTS, acts, unsent)]
  const { epoch, seq } = reached(desk, ACTS)
  const over = { before_ms: loans, epoch, seq }
  const isRowLeft = (desk.get(rowsOver, over)?.rows_count ?? 0) > 0
  const waits = isRowLeft || walks.some((one) => one.waits)
  return { count: walks.reduce((sum, one) => sum + one.count, 0), waits }
}

function walk(desk: WriteHandle, along: Walk, before: Instant, unsent: Instant): Forgotten {
  let count = 0
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const done = walkPage(desk, along, before, unsent)
    count += done.count
    if (done.waits || done.isEnd) return { count, waits: done.waits }
  }
  return { count, waits: false }
}

function walkPage(
  desk: WriteHandle,
  along: Walk,
  before: Instant,
  unsent: Instant,
): Forgotten & { readonly isEnd: boolean } {
  const terminal = desk.get(readTerminal, {})?.terminal_id ?? ''
  const from = reached(desk, along)
  const page = desk.all(readEvents, { epoch: from.epoch, seq: from.seq, limit: PAGE })
  const acked = ackedTo(desk)
  let count = 0
  let last = from
  let waits = false
  let isEnd = page.length < PAGE
  desk.transact(() => {
    for (const row of page) {
      const event = parseEvent(row.content)
      // What the server has not heard of yet it could not decide without whoever it is about.
      const isWaitedFor = isUnsent(acked, event.head) && event.head.at_ms >= unsent
      if (event.head.at_ms >= before || isWaitedFor) {
        isEnd = true
        break
      }
      const letting = along.of(desk, event)
      count += letGo(desk, terminal, letting.refs)
      for (const ref of letting.sealed ?? []) letGoSeal(desk, ref)
      waits = letting.waits
      if (waits) break
      last = { epoch: row.epoch, seq: row.seq }
    }
    if (last !== from) desk.run(writeSetting, { name: along.name, value: placeText(last) })
  })
  return { count, waits, isEnd }
}

/** Takes away whom these events name and what they say in words. @returns how many had anything */
export function letGo(desk: WriteHandle, terminal: string, refs: readonly string[]): number {
  assert(desk.db.inTransaction, 'forgetting is part of a transaction')
  const acked = ackedTo(desk)
  jobsChanged(desk)
  return refs.filter((ref) => {
    desk.run(forgetUnsealed, { owner_ref: ref })
    const place = parseEventRef(ref)
    if (!place || place.terminal !== terminal) return false
    const at = { epoch: place.epoch, seq: place.seq }
    desk.run(forgetSeal, at)
    desk.run(forgetJobs, at)
    const hadAny = desk.run(forgetPersonal, at).changes + desk.run(forgetParty, at).changes > 0
    if (hadAny && isUnsent(acked, place)) desk.run(markForgotten, at)
    return hadAny
  }).length
}

function letGoSeal(desk: WriteHandle, ref: string): void {
  const place = must(parseEventRef(ref), 'an event of this journal')
  desk.run(forgetSeal, { epoch: place.epoch, seq: place.seq })
}

/** What was said of them before is true no more, the seal of a former PIN before all. */
function staffBefore(desk: WriteHandle, { head, body }: EventOf<'staff-changed'>): readonly string[] {
  return desk.all(readListed, { kind: 'staff-changed', limit: STAFF_CHANGES_MAX }).flatMap(({ content }) => {
    const one = parseEvent(content)
    const isEarlier = one.head.epoch < head.epoch || (one.head.epoch === head.epoch && one.head.seq < head.seq)
    return one.kind === 'staff-changed' && one.body.staff === body.staff && isEarlier ? [eventRefText(one.head)] : []
  })
}

/** Everything beside the journal that names one patron, at their erasure. */
export function forgetPatron({ writes: { db: desk } }: Writing, patron_id: PatronId): void {
  desk.transact(() => {
    const acked = ackedTo(desk)
    jobsChanged(desk)
    for (const place of desk.all(placesOfParty, { patron_id })) {
      desk.run(forgetSeal, place)
      desk.run(forgetJobs, place)
      // An erasure waits for nobody: it is the patron's own wish.
      if (isUnsent(acked, { epoch: place.epoch, seq: place.seq })) desk.run(markForgotten, place)
    }
    forgetPapers(desk, patron_id)
    for (const statement of FORGET_PATRON) desk.run(statement, { patron_id })
  })
}

/** Papers for the staff, about items or money. */
const NAMES_NOBODY: ReadonlySet<string> = new Set<DocumentKind>([
  'transit-slip',
  'pull-list',
  'shelf-list',
  'cart-order',
  'drawer-report',
  'deposit-slip',
  'count-sheet',
  'cash-slip',
])

/** Papers that follow an entry about the patron whose they are. */
const FOLLOWS_ITS_PATRON: ReadonlySet<string> = new Set<DocumentKind>([
  'check-out',
  'check-in',
  'renewal',
  'payment',
  'refund',
  'refund-due',
])

/**
 * The paper for printers that may name the patron, whatever entry it follows: a statement follows whichever was
 * recorded last. What nobody can prove to be another's goes too; it can be asked for again. Comes before the patron's
 * places are gone.
 */
function forgetPapers(desk: WriteHandle, patron_id: PatronId): void {
  for (const { epoch, seq, job_number, kind, paper_kind } of desk.all(openJobs, {})) {
    if (kind !== 'receipt' || NAMES_NOBODY.has(paper_kind)) continue
    const parties = FOLLOWS_ITS_PATRON.has(paper_kind) ? desk.all(partiesAt, { epoch, seq }) : []
    const isOthers = parties.length > 0 && parties.every((one) => one.patron_id !== patron_id)
    if (!isOthers) desk.run(forgetJob, { epoch, seq, job_number })
  }
}

type Ended = { readonly item_barcode: string; readonly loan_ref: string }

function endedLoan(event: DeskEvent): Ended | null {
  const { kind, body } = event
  if (kind === 'item-checked-in') return body.loan && { item_barcode: body.item_barcode, loan_ref: body.loan.loan_ref }
  return kind === 'check-out-undone' ? body : null
}

/** A return that was undone has its loan open again. An older loan stands in the reference file until it is settled. */
function endedLoanLets(desk: WriteHandle, { item_barcode, loan_ref }: Ended): Letting {
  const item = desk.get(itemByBarcode, { barcode: item_barcode })
  if (!item) return { refs: [loan_ref], waits: false }
  const { item_id } = item
  if (desk.get(loanOfItem, { item_id })?.loan_ref === loan_ref) return NOTHING
  return { refs: [loan_ref], waits: desk.get(unsettledLoan, { item_id, loan_ref }) !== null }
}

/** A hold that is open again keeps its patron; one that ended stands in the overlay, with them, until it is settled. */
function endedHoldLets(desk: WriteHandle, hold_ref: string): Letting {
  const rows = desk.all(unsettledHold, { hold_ref })
  if (rows.length === 0) return { refs: [hold_ref], waits: false }
  return must(rows[0], 'a row of the hold').is_open === 1 ? NOTHING : { refs: [hold_ref], waits: true }
}

/** A question that is open again keeps its patron. */
function answeredLets(desk: WriteHandle, question_ref: string): Letting {
  const isOpen = desk.get(questionByRef, { question_ref }) !== null
  return isOpen ? NOTHING : { refs: [question_ref], waits: false }
}

function reached(desk: WriteHandle, { name }: Walk): Place {
  return placeOf(desk.get(readSetting, { name })?.value ?? '')
}
