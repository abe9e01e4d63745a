/**
 * Ended claims that do not count against a patron: one that was undone was never made, and one whose item was on our
 * shelf was right. Literals, so that SQLite uses the partial index.
 */
import { sql } from 'kysely'

export const NOT_COUNTED = [sql.lit('undone'), sql.lit('found-on-shelf')]
