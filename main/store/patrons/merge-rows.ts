/**
 * Statements that make one patron's rows another's, and give them back: in the journal's file what names a person, in
 * the reference file what the library's data says. What goes over is listed by key, so that it can be undone.
 */
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { COLUMNS, type ReferenceTables } from '../schema.gen.ts'
import { replace } from '../whole-rows.ts'
import { build, statement, type Statement } from '../sql.ts'

export const putMerged = replace('merged_patron')

/** The record that this one became; none: it is one of its own. */
export const becameOf = statement<{ patron_id: PatronId }>()((p) =>
  build
    .selectFrom('merged_patron')
    .select('patron_id')
    .where('former_patron_id', '=', p.patron_id as number)
    .where('is_undone', '=', 0),
)

/** The records that became this one. */
export const formersOf = statement<{ patron_id: PatronId }>()((p) =>
  build
    .selectFrom('merged_patron')
    .select('former_patron_id')
    .where('patron_id', '=', p.patron_id)
    .where('is_undone', '=', 0),
)

export const mergedAt = statement<{ epoch: number; seq: number }>()((p) =>
  build.selectFrom('merged_patron').select(COLUMNS.merged_patron).where('epoch', '=', p.epoch).where('seq', '=', p.seq),
)

/** Those after a place that hold and could still be undone, the newest first. */
export const mergesAfter = statement<{ epoch: number; seq: number }>()((p) =>
  build
    .selectFrom('merged_patron')
    .select(['former_patron_id', 'content'])
    .where((eb) => eb.or([eb('epoch', '>', p.epoch), eb.and([eb('epoch', '=', p.epoch), eb('seq', '>', p.seq)])]))
    .where('is_undone', '=', 0)
    .where('content', 'is not', null)
    .orderBy('epoch', 'desc')
    .orderBy('seq', 'desc'),
)

/** Those that the reference file still has as two. */
export const mergesNotShown = statement()(() =>
  build
    .selectFrom('merged_patron as merged')
    .innerJoin('patron as kept', 'kept.patron_id', 'merged.patron_id')
    .select(['merged.former_patron_id', 'merged.patron_id'])
    .where('merged.is_undone', '=', 0)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('patron as former')
          .select('former.patron_id')
          .whereRef('former.patron_id', '=', 'merged.former_patron_id'),
      ),
    )
    .orderBy('merged.epoch')
    .orderBy('merged.seq'),
)

/** Those that were undone, and that the reference file does not have back. */
export const undoneNotShown = statement()(() =>
  build
    .selectFrom('merged_patron as merged')
    .select(['merged.former_patron_id', 'merged.patron_id', 'merged.content'])
    .where('merged.is_undone', '=', 1)
    .where('merged.content', 'is not', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('patron as former')
            .select('former.patron_id')
            .whereRef('former.patron_id', '=', 'merged.former_patron_id'),
        ),
      ),
    ),
)

/** What became one record before becomes another with it, or goes back with it. */
export const passFormer = statement<{ former_patron_id: number; to: PatronId }>()((p) =>
  build.updateTable('merged_patron').set({ patron_id: p.to }).where('former_patron_id', '=', p.former_patron_id),
)

/** It can be undone no more: what went over is forgotten. */
export const forgetMoved: readonly Statement<{ before_ms: number }, unknown>[] = [
  {
    sql: `UPDATE main.merged_patron SET content = NULL
      WHERE is_undone = 0 AND merged_at_ms < ? AND content IS NOT NULL`,
    bind: (p) => [p.before_ms],
  },
  { sql: 'DELETE FROM main.merged_patron WHERE is_undone = 1 AND merged_at_ms < ?', bind: (p) => [p.before_ms] },
]

type Keys = { readonly keys: string }
type Pair = { readonly from: PatronId; readonly to: PatronId }

/** One list of what goes over: a table, the columns that name a row, and the column that says whose it is. */
type Listed = {
  readonly read: Statement<{ patron_id: PatronId }, Keys>
  readonly moveAll: Statement<Pair, unknown>
  readonly moveListed: Statement<Pair & Keys, unknown>
}

/** @param schema the file as the desk's connection calls it; where it is written by itself it has no other name */
function listed(
  schema: 'main' | 'ref',
  table: string,
  keys: readonly string[],
  whose = 'patron_id',
  where = '',
): Listed {
  const written = schema === 'main' ? `main.${table}` : table
  const of = `(${keys.join(', ')})`
  const values = keys.map((_, at) => `value ->> ${at}`).join(', ')
  const also = where === '' ? '' : ` AND ${where}`
  return {
    read: {
      sql: `SELECT json_group_array(json_array(${keys.join(', ')})) AS keys FROM ${schema}.${table}
        WHERE ${whose} = ?${also}`,
      bind: (p) => [p.patron_id],
    },
    moveAll: { sql: `UPDATE ${written} SET ${whose} = ? WHERE ${whose} = ?${also}`, bind: (p) => [p.to, p.from] },
    moveListed: {
      sql: `UPDATE ${written} SET ${whose} = ? WHERE ${of} IN (SELECT ${values} FROM json_each(?)) AND ${whose} = ?`,
      bind: (p) => [p.to, p.keys, p.from],
    },
  }
}

/** Without the forms that both records have half filled in: those stay, and are gone within hours. */
export const draftsToMove: Statement<Pair, Keys> = {
  sql: `SELECT json_group_array(json_array(staff_code, page_name, act_name)) AS keys FROM main.form_draft
    WHERE patron_id = ? AND (staff_code, page_name, act_name) NOT IN
      (SELECT staff_code, page_name, act_name FROM main.form_draft WHERE patron_id = ?)`,
  bind: (p) => [p.from, p.to],
}

/** In the journal's file. Those of the same name as one of the reference file are of rows that both can have. */
export const DESK_LISTS = {
  party: listed('main', 'party', ['epoch', 'seq']),
  loans: listed('main', 'overlay_loan', ['item_id', 'loan_ref']),
  holds: listed('main', 'overlay_hold', ['hold_ref']),
  charges: listed('main', 'overlay_charge', ['charge_ref']),
  questions: listed('main', 'return_question', ['question_ref']),
  drafts: listed('main', 'form_draft', ['staff_code', 'page_name', 'act_name']),
} as const

export const REFERENCE_LISTS = {
  loans: listed('ref', 'loan', ['item_id', 'loan_ref']),
  holds: listed('ref', 'hold', ['external_id']),
  charges: listed('ref', 'charge', ['external_id']),
  notes: listed('ref', 'patron_note', ['note_ref']),
  claims: listed('ref', 'patron_claim', ['claim_ref']),
  pickups: listed('ref', 'patron_pickup', ['pickup_ref']),
  blocks: listed('ref', 'patron_block', ['block_ref']),
  wards: listed('ref', 'patron', ['patron_id'], 'guardian_patron_id'),
  family: listed('ref', 'patron', ['patron_id'], 'family_patron_id'),
} as const

/** Notes, claims and who may pick up: what this desk changed whole, as JSON. */
export const OVERLAID_LISTS = {
  notes: overlaid('patron_note'),
  claims: overlaid('patron_claim'),
  pickups: overlaid('patron_pickup'),
} as const

function overlaid(table: 'patron_note' | 'patron_claim' | 'patron_pickup'): Listed {
  const whose = `table_name = '${table}' AND json_extract(content, '$.patron_id') = ?`
  const set = `UPDATE main.overlay_row SET content = json_set(content, '$.patron_id', cast(? AS INTEGER))`
  return {
    read: {
      sql: `SELECT json_group_array(json_array(row_key)) AS keys FROM main.overlay_row WHERE ${whose}`,
      bind: (p) => [p.patron_id],
    },
    moveAll: { sql: `${set} WHERE ${whose}`, bind: (p) => [p.to, p.from] },
    moveListed: {
      sql: `${set} WHERE row_key IN (SELECT value ->> 0 FROM json_each(?)) AND ${whose}`,
      bind: (p) => [p.to, p.keys, p.from],
    },
  }
}

type WholeTable = 'patron' | 'patron_address' | 'card' | 'patron_pin' | 'patron_email_bounce'

/** Rows of a patron as the reference file has them. */
function wholeOf<Table extends WholeTable>(table: Table): Statement<{ patron_id: PatronId }, ReferenceTables[Table]> {
  return {
    sql: `SELECT ${COLUMNS[table].join(', ')} FROM ref.${table} WHERE patron_id = ?`,
    bind: (p) => [p.patron_id],
  }
}

export const wholePatron = wholeOf('patron')
export const wholeAddresses = wholeOf('patron_address')
export const wholeCards = wholeOf('card')
export const wholePins = wholeOf('patron_pin')
export const wholeBounces = wholeOf('patron_email_bounce')
