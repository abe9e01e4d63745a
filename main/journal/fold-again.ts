/**
 * One event folded once more, onto a reference file that may be another than it was: what of it that file takes now,
 * what waits for the library's data, and what is over.
 */
import { chargesOf } from '../../shared/ledger/accounts.ts'
import { eventRefText, isOwnRef, parseEventRef, type DeskEvent } from '../../shared/journal/event.ts'
import { fold, type Change } from '../../shared/journal/fold/fold.ts'
import type { PatronId } from '../../shared/kernel/ids.ts'
import { unreachable } from '../../shared/kernel/assert.ts'
import { OperatingError } from '../../shared/kernel/outcome.ts'
import { holdByRef } from '../store/circulation/hold-rows.ts'
import { endedLoanOfItem, loanOfItem } from '../store/circulation/item-rows.ts'
import { readHead, readParty, readTerminal } from '../store/journal/journal-rows.ts'
import { chargeByRef } from '../store/money/charge-rows.ts'
import { readRow } from '../store/overlay/overlaid.ts'
import { HIGHEST } from '../store/numbers/number-rows.ts'
import { countOverlay } from '../store/overlay/overlay-rows.ts'
import { type ownPlace, partyInReference } from '../store/overlay/own-places.ts'
import { readMeta, writeMeta } from '../store/policy/library-rows.ts'
import { initialsOfStaff } from '../store/policy/staff-rows.ts'
import type { ReadHandle, WriteHandle } from '../store/sql.ts'
import type { Store } from '../store/store.ts'
import { applyCash, isCashChange } from './apply/apply-cash.ts'
import { applyChange } from './apply/apply.ts'
import { NO_ITEMS, type Applying } from './beside.ts'
import type { Place } from '../../shared/journal/place.ts'
import { itemIdOf, titleIdOf } from './numbered.ts'
import { keepSettledTo } from './settled-to.ts'

/** Whose numbers the reference file speaks by. */
const NUMBERS_OF = 'numbers_of'

export type Again = {
  readonly db: WriteHandle
  readonly terminal: string
  /** Take what is there: the library's data is in, and what it did not bring it does not have. */
  readonly isDataIn: boolean
  /** Whether the row of this table and key shows an event, or a later one. */
  readonly isHeld: (table: Parameters<typeof ownPlace>[1], key: string | number, at: Place) => boolean
}

/** What of a change is to be done now; "waits" for the library's data, or is "past": nobody asks for it any more. */
type Fit = 'now' | 'past' | 'waits'

/**
 * @param reference says whose numbers it has
 * @throws OperatingError other-library when the reference file is of a library that another desk numbered
 */
export function refuseOtherLibrary(db: ReadHandle, reference: ReadHandle = db): void {
  const terminal = db.get(readTerminal, {})?.terminal_id
  const owner = reference.get(readMeta, { name: NUMBERS_OF })?.value
  if (terminal === undefined || owner === undefined || owner === terminal) return
  throw new OperatingError('other-library', `the reference file is numbered by ${owner}, the journal is of ${terminal}`)
}

/**
 * Marks a reference file that was made just now as this desk's. What stands in the overlay speaks of the library's
 * data, settled or not: nothing is settled before that is in, and it is taken as it says. That is noted first.
 */
export function nameNumbers({ db, reference }: Store, terminal: string): void {
  if (db.get(readMeta, { name: NUMBERS_OF }) !== null) return
  const head = db.get(readHead, {})
  const rows_count = db.get(countOverlay, {})?.rows_count ?? 0
  if (head && rows_count > 0) {
    db.transact(() => keepSettledTo(db, { epoch: head.epoch, seq: head.seq }))
  }
  reference.transact(() => reference.run(writeMeta, { name: NUMBERS_OF, value: terminal }))
}

/** Whether the library's data says who and what there is. */
export function hasRecords(db: ReadHandle): boolean {
  return [HIGHEST.patron, HIGHEST.item].every((highest) => db.get(highest, {})?.number)
}

/** @returns how many changes wait for the library's data */
export function foldOne(again: Again, event: DeskEvent): number {
  // Which rows hold this event already is asked before any of its changes is made: two may be of one row.
  const changes = fold(event).map((change) => ({ change, held: heldKeys(again, change, event.head) }))
  let waiting_count = 0
  for (const { change, held } of changes) {
    if (held === 'all') continue
    const fit = fitOf(again, change, event)
    if (fit === 'waits') waiting_count += 1
    if (fit !== 'now') continue
    applyChange(change, {
      ...applyingAgain(again, event, patronOf(again, change, event)),
      again: { held, part: 'rows' },
    })
  }
  return waiting_count
}

/** Folds one event of a desk that has forgotten whom it is about: what can be shown without that. */
export function foldAlone(db: WriteHandle, terminal: string, event: DeskEvent): void {
  const again: Again = { db, terminal, isDataIn: true, isHeld: () => false }
  foldLists(again, event)
  foldOne(again, event)
}

const OF_LISTS: ReadonlySet<Change['kind']> = new Set<Change['kind']>([
  'charge-opened',
  'money-moved',
  'question-opened',
  'question-closed',
])

/** What of an event goes into the lists that are never settled, and into drawers. */
export function foldLists(again: Again, event: DeskEvent): void {
  for (const change of fold(event)) {
    const to = applyingAgain(again, event, null)
    if (isCashChange(change)) applyCash(change, to)
    else if (OF_LISTS.has(change.kind)) applyChange(change, to)
  }
}

function applyingAgain(again: Again, event: DeskEvent, patron_id: PatronId | null): Applying {
  const partyOfRef = (ref: string): PatronId | null => partyOf(again, ref)
  return {
    desk: again.db,
    event,
    patron_id,
    known: NO_ITEMS,
    partyOf: partyOfRef,
    again: { held: new Set(), part: 'lists' },
  }
}

/** The rows of a change that show this event, or a later one, by their keys. */
function heldKeys(again: Again, change: Change, at: Place): ReadonlySet<string> | 'all' {
  const { db } = again
  const isHeld = (table: Parameters<Again['isHeld']>[0], key: string | number): boolean => again.isHeld(table, key, at)
  const all = (is: boolean): ReadonlySet<string> | 'all' => (is ? 'all' : new Set())
  switch (change.kind) {
    case 'loan-opened':
    case 'loan-changed':
    case 'loan-closed':
      return all(isHeld('loan', itemIdOf(db, change.item_barcode) ?? 0))
    case 'item-placed':
      return all(isHeld('item', itemIdOf(db, change.item_barcode) ?? 0))
    case 'hold-opened':
    case 'hold-moved':
    case 'hold-closed':
      return all(isHeld('hold', change.hold_ref))
    case 'charge-opened':
      return all(isHeld('charge', change.charge_ref))
    case 'money-moved':
      return new Set(chargesOf(change.transfer).filter((ref) => isHeld('charge', ref)))
    case 'question-opened':
    case 'question-closed':
    case 'session-opened':
    case 'session-changed':
    case 'cash-moved':
      // Questions and drawers are never settled: they are where they were.
      return 'all'
    case 'row-put':
    case 'row-changed':
    case 'row-dropped':
    case 'row-released':
      return all(isHeld(change.table, change.key))
    default:
      return unreachable(change)
  }
}

function fitOf(again: Again, change: Change, event: DeskEvent): Fit {
  const { db } = again
  const isThere = (is: boolean): Fit => (is ? 'now' : 'waits')
  switch (change.kind) {
    case 'loan-opened':
    case 'hold-opened':
    case 'charge-opened': {
      if (change.kind === 'loan-opened' && isOwnRef(change.loan_ref, again.terminal)) {
        return isThere(isKnown(db, change.item_barcode))
      }
      if (patronOf(again, change, event) === null) return 'past'
      if (change.kind === 'loan-opened') return isThere(isKnown(db, change.item_barcode))
      if (change.kind === 'charge-opened') return isThere(isKnown(db, change.item_barcode))
      return isThere(titleIdOf(db, change.title_ref) !== null && isKnown(db, change.state.item_barcode))
    }
    case 'loan-changed':
    case 'loan-closed': {
      const item_id = itemIdOf(db, change.item_barcode)
      const loan = item_id === null ? null : (db.get(loanOfItem, { item_id }) ?? db.get(endedLoanOfItem, { item_id }))
      return loan?.loan_ref === change.loan_ref ? 'now' : pastOrWaits(again, change.loan_ref)
    }
    case 'item-placed':
      return isThere(isKnown(db, change.item_barcode))
    case 'hold-moved':
    case 'hold-closed':
      if (db.get(holdByRef, { hold_ref: change.hold_ref }) === null) return pastOrWaits(again, change.hold_ref)
      return isThere(change.kind === 'hold-closed' || isKnown(db, change.state.item_barcode))
    case 'money-moved': {
      const gone = chargesOf(change.transfer).filter((charge_ref) => db.get(chargeByRef, { charge_ref }) === null)
      return gone.reduce<Fit>((fit, ref) => (fit === 'now' ? pastOrWaits(again, ref) : fit), 'now')
    }
    case 'question-opened':
    case 'question-closed':
    case 'row-dropped':
    case 'row-released':
    case 'session-opened':
    case 'session-changed':
    case 'cash-moved':
      return 'now'
    case 'row-put': {
      const { has_patron, item_barcode = null, written_by } = change.links
      if (has_patron && patronOf(again, change, event) === null) return 'past'
      const isSigned = !written_by || again.isDataIn || db.get(initialsOfStaff, { staff_code: written_by }) !== null
      return isThere(isKnown(db, item_barcode) && isSigned)
    }
    case 'row-changed':
      return readRow(db, change.table, change.key) === null ? pastOrWaits(again, change.key) : 'now'
    default:
      return unreachable(change)
  }
}

/** What began here and is not there is over, and forgotten; anything else came with the library's data. */
function pastOrWaits({ terminal }: Again, ref: string): Fit {
  return isOwnRef(ref, terminal) ? 'past' : 'waits'
}

function isKnown(db: WriteHandle, barcode: string | null): boolean {
  return barcode === null || itemIdOf(db, barcode) !== null
}

/** Whom an event is about, from beside the journal; or, of what came with the library's data, from there. */
function patronOf(again: Again, change: Change, { head }: DeskEvent): PatronId | null {
  const own = partyOf(again, eventRefText(head))
  if (own !== null) return own
  if (change.kind === 'loan-opened')
    return partyOf(again, change.loan_ref) ?? partyInReference(again.db, 'loan', change.loan_ref)
  if (change.kind === 'hold-opened')
    return partyOf(again, change.hold_ref) ?? partyInReference(again.db, 'hold', change.hold_ref)
  return null
}

function partyOf({ db, terminal }: Again, ref: string): PatronId | null {
  const place = parseEventRef(ref)
  if (place?.terminal !== terminal) return null
  return db.get(readParty, { epoch: place.epoch, seq: place.seq })?.patron_id ?? null
}
