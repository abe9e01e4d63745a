/** Statements on how far this desk is in each of its ranges of card numbers. */
import { build, statement, type Statement } from '../sql.ts'
import { replace } from '../whole-rows.ts'

export const putReached = replace('card_reached')

/**
 * How far the desk is in its ranges is not known any more: each is noted with the number that it begins at
 * (shared/patron/card-numbers.ts). A change of this desk that is not in the reference file yet comes last.
 */
export const doubtReached: Statement<{ terminal_code: string }, unknown> = {
  sql: `INSERT OR REPLACE INTO main.card_reached (range_code, next_barcode)
    SELECT range_code, '?' || from_number FROM (
      SELECT range_code, terminal_code, from_number FROM ref.card_range
      UNION ALL
      SELECT row_key, content ->> 'terminal_code', content ->> 'from_number' FROM main.overlay_row
        WHERE table_name = 'card_range' AND content IS NOT NULL)
    WHERE terminal_code = ?`,
  bind: (p) => [p.terminal_code],
}

export const allReached = statement()(() => build.selectFrom('card_reached').select(['range_code', 'next_barcode']))
