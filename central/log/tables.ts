/** The tables of the log, as kysely knows them in SQLite and in PostgreSQL. `library_id` leads every key. */
import type { Generated } from 'kysely'

export type LogTables = {
  readonly library: {
    library_id: string
    /** The newest position of the log. */
    log_pos: number
    made_at_ms: number
    /** The terminal that brought the library; null: none yet. */
    founder_code: string | null
  }
  readonly terminal: {
    library_id: string
    terminal_code: string
    public_key: string
    desk_name: string
    branch_code: string
    /** Where its journal ends here. */
    epoch: number
    seq: number
    hash: Uint8Array
    /** How many events of it were sent as uploads. */
    events_count: number
    enrolled_at_ms: number
    seen_at_ms: number
    revoked_at_ms: number | null
  }
  readonly enroll_code: {
    library_id: string
    code_hash: string
    expires_at_ms: number
    used_at_ms: number | null
  }
  readonly upload: {
    library_id: string
    log_pos: number
    terminal_code: string
    /** Where the terminal's chain ended before it, and ends with it. */
    after_epoch: number
    after_seq: number
    last_epoch: number
    last_seq: number
    hash: Uint8Array
    events_count: number
    /** The sealed document, in zstd. */
    sealed: Uint8Array
    received_at_ms: number
  }
  /** The document beside it, in zstd: apart, so that it can go. */
  readonly beside: { library_id: string; log_pos: number; content: Uint8Array }
  /** What was decided of a command, before its effect was kept. Accepted ones have none. */
  readonly outcome: {
    library_id: string
    log_pos: number
    terminal_code: string
    epoch: number
    seq: number
    outcome_code: string
    reason: string
  }
  /** The library and the journal that its first desk brought, in pieces, in zstd. */
  readonly base_piece: { library_id: string; terminal_code: string; piece_number: number; content: Uint8Array }
  readonly applied_migration: { version_number: Generated<number>; applied_at_ms: number }
}
