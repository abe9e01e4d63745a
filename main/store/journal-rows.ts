/** Statements on the journal's own tables. Events are only ever inserted and read. */
import type { PatronId } from '../../shared/kernel/ids.ts'
import type { Instant } from '../../shared/kernel/time.ts'
import { build, statement } from './sql.ts'

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
    .where((eb) =>
      eb.or([
        eb('epoch_count', '>', p.epoch_count),
        eb.and([eb('epoch_count', '=', p.epoch_count), eb('seq_count', '>', p.seq_count)]),
      ]),
    )
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

export const insertParty = statement<{
  epoch_count: number
  seq_count: number
  party_ref: Uint8Array
  patron_id: PatronId
}>()((p) =>
  build.insertInto('party').values({
    epoch_count: p.epoch_count,
    seq_count: p.seq_count,
    party_ref: p.party_ref,
    patron_id: p.patron_id,
  }),
)

export const readParty = statement<{ epoch_count: number; seq_count: number }>()((p) =>
  build
    .selectFrom('party')
    .select(['party_ref', 'patron_id'])
    .where('epoch_count', '=', p.epoch_count)
    .where('seq_count', '=', p.seq_count),
)

export const forgetParty = statement<{ epoch_count: number; seq_count: number }>()((p) =>
  build.deleteFrom('party').where('epoch_count', '=', p.epoch_count).where('seq_count', '=', p.seq_count),
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
