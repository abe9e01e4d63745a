/** Statements on who and what goes by which number, and on the blocks the numbers come from. */
import { sql } from 'kysely'
import type { ItemId, PatronId, TitleId } from '../../../shared/kernel/ids.ts'
import { RESERVES_FROM } from '../../../shared/kernel/number-block.ts'
import { insert, replace } from '../whole-rows.ts'
import { build, statement, type Statement } from '../sql.ts'

export const NUMBERED_KINDS = ['patron', 'title', 'item'] as const
export type NumberedKind = (typeof NUMBERED_KINDS)[number]

export const readIdentity = statement<{ kind: NumberedKind; external_id: string }>()((p) =>
  build.selectFrom('identity').select('record_id').where('kind', '=', p.kind).where('external_id', '=', p.external_id),
)

const numberOf = (kind: NumberedKind, external_id: string) =>
  build.selectFrom('identity').where('kind', '=', sql.lit(kind)).where('external_id', '=', external_id)

export const readItemNumber = statement<{ barcode: string }>()((p) =>
  numberOf('item', p.barcode).select(sql<ItemId>`record_id`.as('item_id')),
)

export const readTitleNumber = statement<{ title_ref: string }>()((p) =>
  numberOf('title', p.title_ref).select(sql<TitleId>`record_id`.as('title_id')),
)

export const insertIdentity = insert('identity')

/** Nobody who asks for this patron's number in the library's data gets theirs any more. */
export const dropPatronIdentity = statement<{ patron_id: PatronId }>()((p) =>
  build
    .deleteFrom('identity')
    .where('kind', '=', sql.lit('patron'))
    .where('record_id', '=', sql<number>`${p.patron_id}`),
)

export const readBlocks = statement<{ kind: NumberedKind }>()((p) =>
  build
    .selectFrom('number_block')
    .select(['next_id', 'end_id', 'is_reserve'])
    .where('kind', '=', p.kind)
    .orderBy('end_id'),
)

export const putBlock = replace('number_block')

export const dropBlocks = statement<{ kind: NumberedKind }>()((p) =>
  build.deleteFrom('number_block').where('kind', '=', p.kind),
)

/** Of what is used up one block stays, so that the next begins after it. */
export const dropBlocksBefore = statement<{ kind: NumberedKind; end_id: number }>()((p) =>
  build
    .deleteFrom('number_block')
    .where('kind', '=', p.kind)
    .where('is_reserve', '=', sql.lit(0))
    .where('end_id', '<', p.end_id),
)

/** The highest number in use in the reference file, reserves apart. */
export const HIGHEST = {
  patron: highest('patron', 'patron_id'),
  title: highest('title', 'title_id'),
  item: highest('item', 'item_id'),
} as const

type Highest = Statement<Readonly<Record<string, never>>, { readonly number: number | null }>

/**
 * The highest number that the journal names, reserves apart: whoever became another record, or is missing in the
 * reference file of now, is in that file no more, and somebody new by that number would be taken for them.
 */
export const HIGHEST_NAMED: Readonly<Record<Exclude<NumberedKind, 'title'>, Highest>> = {
  patron: named('patron_id', ['party', 'overlay_loan', 'overlay_hold', 'overlay_charge', 'merged_patron']),
  item: named('item_id', ['party', 'overlay_loan']),
}

function named(column: 'patron_id' | 'item_id', tables: readonly string[]): Highest {
  const each = tables.map((table) => {
    const number = table === 'merged_patron' ? 'former_patron_id' : column
    return `SELECT max(${number}) AS number FROM main.${table} WHERE ${number} < ${RESERVES_FROM}`
  })
  return { sql: `SELECT max(number) AS number FROM (${each.join(' UNION ALL ')})`, bind: () => [] }
}

function highest(table: NumberedKind, column: string) {
  const number = sql.ref(column)
  return statement()(() =>
    build
      .selectFrom(table)
      .select(sql<number | null>`max(${number})`.as('number'))
      .where(sql<boolean>`${number} < ${sql.lit(RESERVES_FROM)}`),
  )
}
