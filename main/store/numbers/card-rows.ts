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

/**
 * A range of another desk, or of cards in print: which of its numbers were given is not known here. Noted likewise, so
 * that none of them is given twice once the range is this desk's. To note it again changes nothing.
 */
export const doubtOthers: Statement<Readonly<Record<string, never>>, unknown> = {
  sql: `INSERT OR REPLACE INTO main.card_reached (range_code, next_barcode)
    SELECT range_code, '?' || from_number FROM ref.card_range AS range
    WHERE terminal_code IS NOT (SELECT terminal_id FROM main.terminal) AND NOT EXISTS (
      SELECT 1 FROM main.card_reached AS known
      WHERE known.range_code = range.range_code AND known.next_barcode = '?' || range.from_number)`,
  bind: () => [],
}

export const allReached = statement()(() => build.selectFrom('card_reached').select(['range_code', 'next_barcode']))
