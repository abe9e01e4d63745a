/** Facts about the journal, the clock and the data of this desk itself. */
import { z } from 'zod'
import { restoredSchema, signerSchema } from '../restored.ts'
import { missing } from '../witness.ts'
import { code, count, instantMs, fact, onDate, ref } from './fields.ts'

export const DESK_EVENTS = {
  /**
   * The journal began, or began again: after a restore, because it ends before what a witness knows (`behind`), or
   * because another key signs it (`signer`). `previous_head` is the seal it goes on from, `last_at_ms` the moment of
   * that entry. `missing`: what each witness knew of that is not there; `is_accepted`: a person had agreed to go on
   * without it. `restored`: a backup that was put in place; `signer`: null on a computer that signs nothing.
   */
  'epoch-opened': fact(1, {
    reason: z.enum(['new', 'restored', 'behind', 'signer']),
    previous_epoch: count,
    previous_head: z.string(),
    last_at_ms: instantMs.nullable(),
    missing: z.array(missing),
    is_accepted: z.boolean(),
    restored: restoredSchema.nullable(),
    signer: signerSchema.nullable(),
  }),
  /**
   * The person who looks after the desk has seen what was found missing at the opening of this epoch, and before it.
   * `broken_from`: the entry from which the journal did not match its hashes; empty: it did.
   */
  'missing-acknowledged': fact(1, { epoch: count, broken_from: z.string().max(120) }),
  /** A manager said that this computer's clock is right, after the desk had doubted it. Time goes on from here. */
  'clock-confirmed': fact(1, { desk_believed_ms: instantMs }),
  /**
   * A folder of data was taken in: each file by name, seal and counts. `rules`: of what was changed at this desk, what
   * the folder said of it (as stored; null: no such row), and which of the two a person let hold.
   */
  'data-imported': fact(1, {
    files: z.array(
      z.strictObject({ name: z.string(), sha256: z.string(), imported_count: count, rejected_count: count }),
    ),
    rules: z.array(
      z.strictObject({
        table: code,
        key: z.string().max(200),
        answer: z.enum(['kept', 'imported']),
        says: z.record(z.string(), z.unknown()).nullable(),
      }),
    ),
    /** How many patrons who had been erased asked to be patrons again. */
    back_count: count,
    /** In which columns of patrons the files won over what this desk had changed. */
    authority: z.array(z.string().max(40)),
    /** Open debts and credits by kind: in the files, of it what was left out, and what was read back, to the cent. */
    opening: z.array(
      z.strictObject({
        of: z.enum(['debt', 'credit']),
        kind: code,
        source_count: count,
        source_cents: count,
        left_count: count,
        left_cents: count,
        stored_count: count,
        stored_cents: count,
      }),
    ),
  }),
  /**
   * An act was undone by the entries that follow, `entries_count` of them. `of`: the first entry of the act, or the one
   * renewal that was undone of many.
   */
  'act-undone': fact(1, { of: ref, entries_count: count }),
  /** The recovery key stood on the screen. Never what it is. */
  'recovery-key-shown': fact(1, {}),
  /** Two groups of the recovery key were typed from its paper. `key_name`: a hash, which tells it from another. */
  'recovery-key-confirmed': fact(1, { key_name: z.string().regex(/^[0-9a-f]{32}$/) }),
  /** A backup was made and read back. Not where to: the name of a folder can be that of a person. */
  'backup-made': fact(1, {}),
  /** The journal was written to a file, up to this many entries. */
  'journal-exported': fact(1, { events_count: count }),
  /** The cash records of these days were saved for an auditor, of this many sessions of drawers. */
  'cash-exported': fact(1, { from_on: onDate, to_on: onDate, sessions_count: count }),
  /** The desk is in another branch, or has another name: never the name, which a person types. */
  'desk-moved': fact(1, { before_branch: code, to_branch: code, is_renamed: z.boolean() }),
  /** A scanner, a printer or a drawer of this desk. What it is and how it is set is no fact of the library. */
  'device-set': fact(1, {
    device_code: code,
    role: z.enum(['scanner', 'printer', 'drawer', 'display']),
    change: z.enum(['added', 'changed', 'removed']),
  }),
  /** Minutes of inactivity after which the desk locks; 0 never. */
  'idle-lock-changed': fact(1, { before_minutes_count: count, after_minutes_count: count }),
} as const
