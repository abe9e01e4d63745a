/**
 * The peer of a recorded check-out: the same statements on the same two files with the same key and settings, prepared
 * by hand and run with nothing of Datestamp in between. As fast as SQLite allows from Node.
 */
import { createHash } from 'node:crypto'
import type { Store } from '../../main/store/store.ts'
import type { KnownItems, Parties } from '../../main/journal/beside.ts'
import type { Occasion } from '../../main/journal/journal.ts'
import type { EventDraft } from '../../shared/journal/event.ts'

export type Lending = Extract<EventDraft, { kind: 'item-checked-out' }>

/** One check-out as the journal gets it, ready-made: the decision is not part of the measurement. */
export type Asked = {
  readonly occasion: Occasion
  readonly draft: Lending
  readonly parties: Parties
  readonly known: KnownItems
}

const INSERT_EVENT = 'INSERT INTO event (event_id, content, hash) VALUES (1 << 32 | ?, ?, ?)'
const PUT_LOAN = `REPLACE INTO overlay_loan (item_id, is_open, patron_id, loan_ref, party_ref, branch_code, out_at_ms,
  due_at_ms, renewals_count, epoch, seq) VALUES (?, 1, ?, ?, ?, ?, ?, ?, 0, 1, ?)`
const INSERT_COMMAND = `INSERT INTO command (command_id, request_hash, epoch, first_seq, events_count)
  VALUES (?, ?, 1, ?, 1)`

export function bareCheckOut(store: Store, terminal: string): (asked: Asked) => void {
  const { db } = store.db
  const begin = db.prepare('BEGIN')
  const commit = db.prepare('COMMIT')
  const insertEvent = db.prepare(INSERT_EVENT)
  const putLoan = db.prepare(PUT_LOAN)
  const insertCommand = db.prepare(INSERT_COMMAND)
  let seq = 0
  let head = Buffer.alloc(32)
  return ({ occasion, draft, parties, known }) => {
    const { body } = draft
    const { at, branch, staff, command_id, request_hash } = occasion
    const place = { terminal, epoch: 1, seq: seq + 1, v: 1, at_ms: at, offset_ms: null, staff, branch }
    const patron_id = parties.get(draft)
    begin.run()
    seq += 1
    const content = JSON.stringify({ ...place, kind: draft.kind, body })
    head = createHash('sha256').update(head).update(content).digest()
    insertEvent.run(seq, content, head)
    const item_id = known.get(body.item_barcode)
    const ref = `${terminal}.1.${seq}`
    putLoan.run(item_id, patron_id, ref, ref, branch, at, body.due_at_ms, seq)
    insertCommand.run(Buffer.from(command_id.replaceAll('-', ''), 'hex'), request_hash, seq)
    commit.run()
  }
}

/** The least that a durable record in this SQLite can cost: one line, as one row, in a table of its own. */
export function bareOneRow(store: Store): (line: string) => void {
  const { db } = store.db
  db.exec('CREATE TABLE bare_line (line_id INTEGER PRIMARY KEY, line TEXT NOT NULL) STRICT')
  const insert = db.prepare('INSERT INTO bare_line (line) VALUES (?)')
  return (line) => void insert.run(line)
}
