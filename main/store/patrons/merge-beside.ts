/**
 * Statements on what lies beside the journal of a record that becomes another: the words of its entries, who looked at
 * it, its counts, what it chose. Taken out whole, so that it can be put back.
 */
import { PERSON_KINDS } from '../../../shared/journal/event-kinds.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { COLUMNS, type JournalTables } from '../schema.gen.ts'
import { replace } from '../whole-rows.ts'
import { build, statement, type Statement } from '../sql.ts'

type Of = { patron_id: PatronId }

/** Their words are of the former record, and would be laid into the kept one. */
const KINDS = PERSON_KINDS.map((kind) => `'${kind}'`).join(', ')

/** @param keys the places of the former record’s entries, as a list of JSON */
export const personWords: Statement<{ keys: string }, JournalTables['personal']> = {
  sql: `SELECT personal.epoch, personal.seq, personal.text FROM json_each(?) AS place
    JOIN main.personal AS personal
      ON personal.epoch = place.value ->> 0 AND personal.seq = place.value ->> 1
    JOIN main.event AS event ON event.event_id = (personal.epoch << 32 | personal.seq)
    WHERE json_extract(event.content, '$.kind') IN (${KINDS})`,
  bind: (p) => [p.keys],
}

export const personRows: Statement<Of, JournalTables['overlay_row']> = {
  sql: `SELECT ${COLUMNS.overlay_row.join(', ')} FROM main.overlay_row
    WHERE table_name = 'patron_entry' AND json_extract(content, '$.patron_id') = ?`,
  bind: (p) => [p.patron_id],
}

/** Whether something newer says who somebody is, or the library's data was taken in since. */
export const changedSince: Statement<Of & { epoch: number; seq: number }, { readonly is_one: number }> = {
  sql: `SELECT 1 AS is_one FROM main.party AS party
      JOIN main.event AS event ON event.event_id = (party.epoch << 32 | party.seq)
      WHERE (party.epoch, party.seq) > (?, ?) AND party.patron_id = ?
        AND json_extract(event.content, '$.kind') IN (${KINDS}, 'merge-undone', 'patron-erased', 'preference-set')
    UNION ALL
    SELECT 1 FROM main.listed_event WHERE kind = 'data-imported' AND (epoch, seq) > (?, ?)
    LIMIT 1`,
  bind: ({ epoch, seq, patron_id }) => [epoch, seq, patron_id, epoch, seq],
}

type WholeTable = 'viewed' | 'forgotten_claim' | 'patron_preference'

function wholeOf<Table extends WholeTable>(table: Table): Statement<Of, JournalTables[Table]> {
  return {
    sql: `SELECT ${COLUMNS[table].join(', ')} FROM main.${table} WHERE patron_id = ?`,
    bind: (p) => [p.patron_id],
  }
}

export const viewsWhole = wholeOf('viewed')
export const claimCountsWhole = wholeOf('forgotten_claim')
export const preferenceWhole = wholeOf('patron_preference')

export const putPreference = replace('patron_preference')

/** Adds to the count of somebody's, or makes it. */
function addTo<Table extends 'viewed' | 'forgotten_claim'>(table: Table): Statement<JournalTables[Table], unknown> {
  const columns = COLUMNS[table] as readonly (keyof JournalTables[Table] & string)[]
  const count = table === 'viewed' ? 'views_count' : 'claims_count'
  const key = columns.filter((one) => one !== count)
  return {
    sql: `INSERT INTO main.${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
      ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${count} = ${count} + excluded.${count}`,
    bind: (row) => columns.map((one) => row[one]),
  }
}

export const addViews = addTo('viewed')
export const addClaimCounts = addTo('forgotten_claim')

/** What counts nothing goes; and everything of somebody's. */
export const dropViewsOf = statement<Of>()((p) => build.deleteFrom('viewed').where('patron_id', '=', p.patron_id))
export const dropClaimCountsOf = statement<Of>()((p) =>
  build.deleteFrom('forgotten_claim').where('patron_id', '=', p.patron_id),
)
export const dropEmptyViews = statement<Of>()((p) =>
  build.deleteFrom('viewed').where('patron_id', '=', p.patron_id).where('views_count', '<=', 0),
)
export const dropEmptyClaimCounts = statement<Of>()((p) =>
  build.deleteFrom('forgotten_claim').where('patron_id', '=', p.patron_id).where('claims_count', '<=', 0),
)

/** What the library's data knows a patron by. */
export const numberOfPatron = statement<Of>()((p) =>
  build
    .selectFrom('identity')
    .select('external_id')
    .where('kind', '=', 'patron')
    .where('record_id', '=', p.patron_id as number)
    .limit(1),
)
