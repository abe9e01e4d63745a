/** Statements on the journal's own tables. Events are only inserted and read. */
import { sql } from 'kysely'
import type { Instant } from '../../../shared/kernel/time.ts'
import type { JournalTables } from '../schema.gen.ts'
import { insert, replace, upsert } from '../whole-rows.ts'
import { build, statement, type Statement } from '../sql.ts'

type Place = { readonly epoch: number; readonly seq: number }

/** The place of an event as the one number it is kept by. */
function eventId({ epoch, seq }: Place) {
  return sql<number>`(${epoch} << 32 | ${seq})`
}

/** What lies beside the seal of an event; null: nothing, or it is forgotten. */
export const UNSEALED = sql<string | null>`(SELECT content FROM unsealed
  WHERE unsealed.epoch = event.epoch AND unsealed.seq = event.seq)`.as('unsealed')

/** Joins the events of rows that name their place. */
export function eventOf(table: 'listed' | 'party' | 'cash_event') {
  const [epoch, seq] = [sql.ref(`${table}.epoch`), sql.ref(`${table}.seq`)]
  return sql<boolean>`event.event_id = (${epoch} << 32 | ${seq})`
}

export const readTerminal = statement()(() =>
  build.selectFrom('terminal').select(['terminal_id', 'epoch', 'created_at_ms']),
)

export const insertTerminal = insert('terminal')

export const setEpoch = statement<{ epoch: number }>()((p) => build.updateTable('terminal').set({ epoch: p.epoch }))

export const insertEvent = statement<Place & { content: string; hash: Uint8Array }>()((p) =>
  build.insertInto('event').values({ event_id: eventId(p), content: p.content, hash: p.hash }),
)

export const readHead = statement()(() =>
  build.selectFrom('event').select(['epoch', 'seq', 'content', 'hash']).orderBy('event_id', 'desc').limit(1),
)

/** Those after a place. */
export const readEvents = statement<Place & { limit: number }>()((p) =>
  build
    .selectFrom('event')
    .select(['epoch', 'seq', 'content', 'hash', UNSEALED])
    .where('event_id', '>', eventId(p))
    .orderBy('event_id')
    .limit(p.limit),
)

/** Its seal in hex: where many are checked, a buffer for each takes longer than the seal itself. */
const SEAL_HEX = sql<string>`lower(hex(hash))`.as('seal_hex')

/** Those after a place, each with its seal. */
export const readSeals = statement<Place & { limit: number }>()((p) =>
  build
    .selectFrom('event')
    .select(['epoch', 'seq', 'content', UNSEALED, SEAL_HEX])
    .where('event_id', '>', eventId(p))
    .orderBy('event_id')
    .limit(p.limit),
)

export const readNewestEvents = statement<{ limit: number }>()((p) =>
  build
    .selectFrom('event')
    .select(['epoch', 'seq', 'content', UNSEALED, SEAL_HEX])
    .orderBy('event_id', 'desc')
    .limit(p.limit),
)

/** The last one that was made at a branch: all of them, once the desk is set up. */
export const readLastOfBranch = statement()(() =>
  build
    .selectFrom('event')
    .select('content')
    .where(sql<boolean>`json_extract(content, '$.branch') <> ''`)
    .orderBy('event_id', 'desc')
    .limit(1),
)

/** What was lent or renewed after a place, and when by the clock. */
export const lentAfter = statement<Place>()((p) =>
  build
    .selectFrom('event')
    .select([
      sql<string>`json_extract(content, '$.body.item_barcode')`.as('barcode'),
      sql<Instant>`json_extract(content, '$.at_ms')`.as('at_ms'),
    ])
    .where('event_id', '>', eventId(p))
    .where(sql<boolean>`json_extract(content, '$.kind') IN ('item-checked-out', 'loan-renewed')`),
)

/** Those before a place, newest first. */
export const readEventsBefore = statement<Place & { limit: number }>()((p) =>
  build
    .selectFrom('event')
    .select(['epoch', 'seq', 'content', 'hash', UNSEALED])
    .where('event_id', '<', eventId(p))
    .orderBy('event_id', 'desc')
    .limit(p.limit),
)

/**
 * How many events there are: those of an epoch are numbered from one on without a gap, so that its last number counts
 * them. Counting the rows of a million would read half a gigabyte at each close of a drawer.
 */
export const countEvents: Statement<Record<string, never>, { readonly events_count: number }> = {
  sql: `WITH RECURSIVE last (event_id) AS (
      SELECT max(event_id) FROM event
      UNION ALL
      SELECT (SELECT max(event_id) FROM event WHERE event_id < last.event_id >> 32 << 32)
        FROM last WHERE last.event_id IS NOT NULL)
    SELECT coalesce(sum(event_id & 0xffffffff), 0) AS events_count FROM last`,
  bind: () => [],
}

export const readEvent = statement<Place>()((p) =>
  build.selectFrom('event').select(['content', UNSEALED]).where('event_id', '=', eventId(p)),
)

export const readEventHash = statement<Place>()((p) =>
  build.selectFrom('event').select('hash').where('event_id', '=', eventId(p)),
)

export const lastSeqIn = statement<{ epoch: number }>()((p) =>
  build
    .selectFrom('event')
    .select('seq')
    .where('event_id', '>', sql<number>`${p.epoch} << 32`)
    .where('event_id', '<', sql<number>`${p.epoch} + 1 << 32`)
    .orderBy('event_id', 'desc')
    .limit(1),
)

export const insertCommand = insert('command')

export const readCommand = statement<{ command_id: Uint8Array }>()((p) =>
  build
    .selectFrom('command')
    .select(['request_hash', 'epoch', 'first_seq', 'events_count'])
    .where('command_id', '=', p.command_id),
)

/** The newest command of several events that begins at this place or before it. */
export const readCommandOfMany = statement<Place>()((p) =>
  build
    .selectFrom('command')
    .select(['first_seq', 'events_count'])
    .where('epoch', '=', p.epoch)
    .where('first_seq', '<=', p.seq)
    .where(sql<boolean>`events_count > 1`)
    .orderBy('first_seq', 'desc')
    .limit(1),
)

/** The part of a command's request that may not be sealed for good, at the place of its first event. */
export const insertCommandSeal = insert('command_seal')

/** By the place of its first event. */
export const readCommandSeal = statement<{ epoch: number; seq: number }>()((p) =>
  build.selectFrom('command_seal').select('personal_hash').where('epoch', '=', p.epoch).where('seq', '=', p.seq),
)

export const insertParty = replace('party')

export const readParty = statement<{ epoch: number; seq: number }>()((p) =>
  build.selectFrom('party').select('patron_id').where('epoch', '=', p.epoch).where('seq', '=', p.seq),
)

export const forgetParty = statement<{ epoch: number; seq: number }>()((p) =>
  build.deleteFrom('party').where('epoch', '=', p.epoch).where('seq', '=', p.seq),
)

export const insertPersonal = insert('personal')

export const insertUnsealed = insert('unsealed')

export const readPersonal = statement<{ epoch: number; seq: number }>()((p) =>
  build.selectFrom('personal').select('text').where('epoch', '=', p.epoch).where('seq', '=', p.seq),
)

/** Counts one more view of a patron's record on that day. */
export const countView = statement<Omit<JournalTables['viewed'], 'views_count'>>()((p) =>
  build
    .insertInto('viewed')
    .values({
      patron_id: p.patron_id,
      viewed_on: p.viewed_on,
      staff_code: p.staff_code,
      place_kind: p.place_kind,
      reason: p.reason,
      views_count: 1,
    })
    .onConflict((oc) =>
      oc
        .columns(['patron_id', 'viewed_on', 'staff_code', 'place_kind', 'reason'])
        .doUpdateSet({ views_count: sql`views_count + 1` }),
    ),
)

/** Counts one more list of people that a staff member read on that day. */
export const countList = statement<Omit<JournalTables['list_looked'], 'lists_count'>>()((p) =>
  build
    .insertInto('list_looked')
    .values({ staff_code: p.staff_code, looked_on: p.looked_on, lists_count: 1 })
    .onConflict((oc) => oc.columns(['staff_code', 'looked_on']).doUpdateSet({ lists_count: sql`lists_count + 1` })),
)

export const insertListed = insert('listed_event')

/** The newest events of one listed kind, newest first. */
export const readListed = statement<{ kind: string; limit: number }>()((p) =>
  build
    .selectFrom('listed_event as listed')
    .innerJoin('event', (join) => join.on(eventOf('listed')))
    .select(['event.content'])
    .where('listed.kind', '=', p.kind)
    .orderBy('listed.epoch', 'desc')
    .orderBy('listed.seq', 'desc')
    .limit(p.limit),
)

/** How many of each kind are listed, and what their numbers come to. */
export const countListed = statement()(() =>
  build
    .selectFrom('listed_event')
    .select(['kind', sql<number>`count(*)`.as('events_count'), sql<number>`sum(seq)`.as('numbers_sum')])
    .groupBy('kind'),
)

/** The first events of one listed kind after a place, oldest first. */
export const readListedAfter = statement<Place & { kind: string; limit: number }>()((p) =>
  build
    .selectFrom('listed_event as listed')
    .innerJoin('event', (join) => join.on(eventOf('listed')))
    .select(['event.content'])
    .where('listed.kind', '=', p.kind)
    .where(sql<boolean>`(listed.epoch, listed.seq) > (${p.epoch}, ${p.seq})`)
    .orderBy('listed.epoch')
    .orderBy('listed.seq')
    .limit(p.limit),
)

export const readSetting = statement<{ name: string }>()((p) =>
  build.selectFrom('setting').select('value').where('name', '=', p.name),
)

export const dropSetting = statement<{ name: string }>()((p) => build.deleteFrom('setting').where('name', '=', p.name))

export const writeSetting = upsert('setting', 'name')
