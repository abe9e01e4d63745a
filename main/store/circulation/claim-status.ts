/**
 * Which ended claims are held against nobody: one that was undone was never made, and one whose item stood on our shelf
 * was right. Literals, so that SQLite sees which index serves.
 */
import { sql } from 'kysely'

export const NOT_COUNTED = [sql.lit('undone'), sql.lit('found-on-shelf')]
