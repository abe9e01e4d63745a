/** Statements on the journal's own tables. Events are only inserted and read. */
import { sql } from 'kysely'
import type { ItemId, PatronId } from '../../../shared/kernel/ids.ts'
import type { Instant } from '../../../shared/kernel/time.ts'
import type { JournalTables } from '../schema.gen.ts'
import { build, statement } from '../sql.ts'

export const readTerminal = statement()(() =>
  build.selectFrom('terminal').select(['terminal_id', 'epoch_count', 'created_at_ms']),
)

export const insertTerminal = statement<{ terminal_id: string; epoch_count: number; created_at_ms: Instant }>()((p) =>
  build.insertInto('terminal').values({
    one: 1,
    terminal_id: p.terminal_id,
    epoch_count: p.epoch_count,
    created_at_ms: p.created_at_ms,
  }),
)

export const setEpoch = statement<{ epoch_count: number }>()((p) =>
  build.updateTable('terminal').set({ epoch_count: p.epoch_count }),
)

export const insertEvent = statement<{
  epoch_count: number
  seq_count: number
  content: string
  hash: Uint8Array
}>()((p) =>
  build
    .insertInto('event')
    .values({ epoch_count: p.epoch_count, seq_count: p.seq_count, content: p.content, hash: p.hash }),
)

export const readHead = statement()(() =>
  build
    .selectFrom('event')
    .select(['epoch_count', 'seq_count', 'content', 'hash'])
    .orderBy('epoch_count', 'desc')
    .orderBy('seq_count', 'desc')
    .limit(1),
)

export const readEvents = statement<{ epoch_count: number; seq_count: number; limit: number }>()((p) =>
  build
    .selectFrom('event')
    .select(['epoch_count', 'seq_count', 'content', 'hash'])
    // As a row value SQLite seeks it; with OR it read every page from the journal's first entry on.
    .where(sql<boolean>`(epoch_count, seq_count) > (${p.epoch_count}, ${p.seq_count})`)
    .orderBy('epoch_count')
    .orderBy('seq_count')
    .limit(p.limit),
)

export const readNewestEvents = statement<{ limit: number }>()((p) =>
  build
    .selectFrom('event')
    .select(['epoch_count', 'seq_count', 'content', 'hash'])
    .orderBy('epoch_count', 'desc')
    .orderBy('seq_count', 'desc')
    .limit(p.limit),
)

export const countEvents = statement()(() =>
  build.selectFrom('event').select((eb) => eb.fn.countAll<number>().as('events_count')),
)

export const readEvent = statement<{ epoch_count: number; seq_count: number }>()((p) =>
  build
    .selectFrom('event')
    .select(['content'])
    .where('epoch_count', '=', p.epoch_count)
    .where('seq_count', '=', p.seq_count),
)

export const readEventHash = statement<{ epoch_count: number; seq_count: number }>()((p) =>
  build
    .selectFrom('event')
    .select(['hash'])
    .where('epoch_count', '=', p.epoch_count)
    .where('seq_count', '=', p.seq_count),
)

export const lastSeqIn = statement<{ epoch_count: number }>()((p) =>
  build
    .selectFrom('event')
    .select(['seq_count'])
    .where('epoch_count', '=', p.epoch_count)
    .orderBy('seq_count', 'desc')
    .limit(1),
)

export const insertCommand = statement<{
  command_id: Uint8Array
  request_hash: Uint8Array
  epoch_count: number
  first_seq_count: number
  events_count: number
}>()((p) =>
  build.insertInto('command').values({
    command_id: p.command_id,
    request_hash: p.request_hash,
    epoch_count: p.epoch_count,
    first_seq_count: p.first_seq_count,
    events_count: p.events_count,
  }),
)

export const readCommand = statement<{ command_id: Uint8Array }>()((p) =>
  build
    .selectFrom('command')
    .select(['request_hash', 'epoch_count', 'first_seq_count', 'events_count'])
    .where('command_id', '=', p.command_id),
)

/** The part of a command's request that may not be sealed for good, at the place of its first event. */
export const insertCommandSeal = statement<JournalTables['command_seal']>()((p) =>
  build.insertInto('command_seal').values({
    epoch_count: p.epoch_count,
    seq_count: p.seq_count,
    events_count: p.events_count,
    personal_hash: p.personal_hash,
  }),
)

/** By the place of its first event. */
export const readCommandSeal = statement<{ epoch_count: number; seq_count: number }>()((p) =>
  build
    .selectFrom('command_seal')
    .select('personal_hash')
    .where('epoch_count', '=', p.epoch_count)
    .where('seq_count', '=', p.seq_count),
)

export const insertParty = statement<{
  epoch_count: number
  seq_count: number
  patron_id: PatronId
  /** The item whose loan ended by a return; null for everything else. */
  item_id: ItemId | null
}>()((p) =>
  build.replaceInto('party').values({
    epoch_count: p.epoch_count,
    seq_count: p.seq_count,
    patron_id: p.patron_id,
    item_id: p.item_id,
  }),
)

export const readParty = statement<{ epoch_count: number; seq_count: number }>()((p) =>
  build
    .selectFrom('party')
    .select('patron_id')
    .where('epoch_count', '=', p.epoch_count)
    .where('seq_count', '=', p.seq_count),
)

export const forgetParty = statement<{ epoch_count: number; seq_count: number }>()((p) =>
  build.deleteFrom('party').where('epoch_count', '=', p.epoch_count).where('seq_count', '=', p.seq_count),
)

export const insertPersonal = statement<{ epoch_count: number; seq_count: number; text: string }>()((p) =>
  build.insertInto('personal').values({ epoch_count: p.epoch_count, seq_count: p.seq_count, text: p.text }),
)

export const readPersonal = statement<{ epoch_count: number; seq_count: number }>()((p) =>
  build
    .selectFrom('personal')
    .select('text')
    .where('epoch_count', '=', p.epoch_count)
    .where('seq_count', '=', p.seq_count),
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

export const insertListed = statement<{ kind: string; epoch_count: number; seq_count: number }>()((p) =>
  build.insertInto('listed_event').values({ kind: p.kind, epoch_count: p.epoch_count, seq_count: p.seq_count }),
)

/** The newest events of one listed kind, newest first. */
export const readListed = statement<{ kind: string; limit: number }>()((p) =>
  build
    .selectFrom('listed_event as listed')
    .innerJoin('event', (join) =>
      join.onRef('event.epoch_count', '=', 'listed.epoch_count').onRef('event.seq_count', '=', 'listed.seq_count'),
    )
    .select(['event.content'])
    .where('listed.kind', '=', p.kind)
    .orderBy('listed.epoch_count', 'desc')
    .orderBy('listed.seq_count', 'desc')
    .limit(p.limit),
)

export const readSetting = statement<{ name: string }>()((p) =>
  build.selectFrom('setting').select('value').where('name', '=', p.name),
)

export const writeSetting = statement<{ name: string; value: string }>()((p) =>
  build
    .insertInto('setting')
    .values({ name: p.name, value: p.value })
    .onConflict((oc) => oc.column('name').doUpdateSet({ value: p.value })),
)
