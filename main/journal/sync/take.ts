/**
 * Takes into a twin what its desk recorded: the same events, sealed as they are, with what lies beside them, folded by
 * the same code. A desk's command that does not fit what the library's file says now is given back as a misfit before
 * anything of it is kept; once that is decided, its events are kept and their effect is left out.
 */
import { eventRefText, type DeskEvent } from '../../../shared/journal/event.ts'
import { isLaidKind } from '../../../shared/journal/event-kinds.ts'
import { fold } from '../../../shared/journal/fold/fold.ts'
import { isAfter, isNext, type Place } from '../../../shared/journal/place.ts'
import { assert, AssertionFault } from '../../../shared/kernel/assert.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import type { Command, Read } from '../../../shared/protocol/batch.ts'
import { setEpoch } from '../../store/journal/journal-rows.ts'
import { insertIdentity, readIdentity, type NumberedKind } from '../../store/numbers/number-rows.ts'
import { registeredId } from '../../store/patrons/patron-entry-rows.ts'
import { faultCode } from '../../store/files/faults.ts'
import { applyChange } from '../apply/apply.ts'
import { appendEvent, isWordless, keepBeside, keepEventAlone, type Position } from '../append.ts'
import { NO_ITEMS, type Applying } from '../beside.ts'
import { forgetPatron } from '../forget.ts'
import { foldAlone } from '../fold-again.ts'
import type { Journal } from '../journal.ts'
import { layRows } from '../lay.ts'

/** A command that cannot be folded: the place of its first event, and what it says against it. */
export type Misfit = { readonly place: Place; readonly reason: string }

/** Why the command at a place is left out of what the twin shows; null: it is folded. */
export type LeftOut = (place: Place) => string | null

/**
 * Appends the commands that follow the twin's end; those it has already change nothing.
 *
 * @returns the first command that does not fit and was not left out before; all before it are kept
 */
export function takeCommands(journal: Journal, commands: readonly Command<Read>[], leftOut: LeftOut): Misfit | null {
  for (const run of runsOf(commands.filter(({ events }) => isNew(journal, events)))) {
    let misfit: Misfit | null = null
    journal.follow((start) => {
      let end = start
      for (const command of run) {
        const taken = takeOne(journal, command, end, leftOut)
        if ('reason' in taken) {
          misfit = taken
          break
        }
        end = taken
      }
      return end
    })
    const taken = run.flatMap(({ events }) => events)
    for (const one of taken) if (isErasing(one) && !isAfter(one.event.head, journal.head)) forgetAt(journal, one)
    if (taken.some(({ event }) => isLaidKind(event.kind))) layRows(journal)
    if (misfit) return misfit
  }
  return null
}

function isErasing({ event }: Read): boolean {
  return event.kind === 'patron-erased' || event.kind === 'registration-undone'
}

/** An erasure reaches what lies beside the twin, too. */
function forgetAt(journal: Journal, { patron_id }: Read): void {
  if (typeof patron_id === 'number') forgetPatron(journal, patron_id)
}

function isNew({ head }: Journal, events: readonly Read[]): boolean {
  const last = events.at(-1)
  return last !== undefined && isAfter(last.event.head, head)
}

/** Rows that a command lays into the library's file are there before the next command; the others go together. */
function runsOf(commands: readonly Command<Read>[]): readonly (readonly Command<Read>[])[] {
  const runs: Command<Read>[][] = []
  let isOpen = false
  for (const command of commands) {
    if (isOpen) runs.at(-1)?.push(command)
    else runs.push([command])
    isOpen = !command.events.some(({ event }) => isLaidKind(event.kind))
  }
  return runs
}

function takeOne(journal: Journal, command: Command<Read>, start: Position, leftOut: LeftOut): Position | Misfit {
  const [first] = command.events
  assert(first, 'a command has events')
  const place = { epoch: first.event.head.epoch, seq: first.event.head.seq }
  const isLeftOut = leftOut(place) !== null
  let end = start
  let reason: string | null = null
  journal.writes.db.wholly(() => {
    try {
      for (const one of command.events) end = isLeftOut ? keepAlone(journal, one, end) : takeEvent(journal, one, end)
      return true
    } catch (fault) {
      if (isLeftOut || !isMisfit(fault)) throw fault
      reason = fault.message
      return false
    }
  })
  return reason === null ? end : { place, reason }
}

/** What a fold says where the file is another than the desk's was. A full disk is none. */
function isMisfit(fault: unknown): fault is Error {
  return fault instanceof AssertionFault || faultCode(fault).startsWith('SQLITE_CONSTRAINT')
}

function follows({ head }: DeskEvent, end: Position): void {
  assert(isNext(head, end), 'an event follows the one before it')
}

function keepAlone({ writes }: Journal, one: Read, end: Position): Position {
  follows(one.event, end)
  noteEpoch(writes.db, one.event, end)
  keepEventAlone(writes, one.event, { whose: one.patron_id, words: one.words, unsealed: one.unsealed })
  return appendEvent(writes.db, one.event, one.content, end)
}

function takeEvent(journal: Journal, one: Read, end: Position): Position {
  const { writes } = journal
  const { event, patron_id } = one
  follows(event, end)
  noteEpoch(writes.db, event, end)
  keepNumbers(journal, one)
  const next = appendEvent(writes.db, event, one.content, end)
  keepBeside(writes, event, { whose: patron_id, words: one.words, unsealed: one.unsealed })
  if (patron_id === 'forgotten' || isWordless(one)) {
    foldAlone(writes.db, journal.terminal, event)
    return next
  }
  const partyOf = (ref: string): PatronId | null => journal.partyOf(ref)
  const to: Applying = { desk: writes.db, event, patron_id, known: NO_ITEMS, partyOf }
  for (const change of fold(event)) applyChange(change, to)
  return next
}

function noteEpoch(desk: Journal['writes']['db'], { head }: DeskEvent, end: Position): void {
  if (head.epoch !== end.epoch) desk.run(setEpoch, { epoch: head.epoch })
}

/** What an event makes goes by the number that its desk gave it. */
function keepNumbers({ writes: { db } }: Journal, { event, patron_id, made }: Read): void {
  const keep = (kind: NumberedKind, external_id: string, record_id: number): void => {
    if (db.get(readIdentity, { kind, external_id }) === null) db.run(insertIdentity, { kind, external_id, record_id })
  }
  if (event.kind === 'patron-registered' && typeof patron_id === 'number') {
    keep('patron', registeredId(eventRefText(event.head)), patron_id)
  }
  if (event.kind !== 'item-made') return
  const records = fold(event).flatMap((change) => (change.kind === 'row-put' ? [change] : []))
  for (const [index, { table, key }] of records.entries()) {
    const record_id = made[index]
    assert(record_id !== undefined, 'the numbers of what an event makes travel with it')
    keep(table === 'title_made' ? 'title' : 'item', key, record_id)
  }
}
