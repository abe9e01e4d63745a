/** Sealed events in columns, those of each kind together, and back to the very bytes. Pure. */
import { z } from 'zod'
import { canonical, type EventHead } from '../journal/event.ts'
import { assert } from '../kernel/assert.ts'
import { anyColumn, fromColumn, NO_ROW, toColumn, type Column, type Row } from './pack-columns.ts'

/** More than any batch has; one that claims more is damaged, and no memory is allocated for it. */
const EVENTS_MAX = 10_000

/** The document of sealed events. */
export const sealedShape = z.strictObject({
  format: z.literal('datestamp-events'),
  version: z.int(),
  terminal: z.string(),
  /** In hex: the head of the chain after the last event. */
  head: z.string(),
  events_count: z.int().positive().max(EVENTS_MAX),
  commands_count: z.int().positive().max(EVENTS_MAX),
  /** How many events each command has, and the position of the feed that the desk had then. */
  commands: anyColumn,
  seen: anyColumn,
  seqs: anyColumn,
  moments: anyColumn,
  /** The rest of each head, including kind and version. */
  heads: anyColumn,
  /** One for each kind and version, in order of first appearance. */
  bodies: z.array(anyColumn),
})
export type SealedDocument = z.infer<typeof sealedShape>

type Head = Omit<EventHead, 'terminal' | 'seq' | 'at_ms'> & { readonly kind: string }

type Columns = Pick<SealedDocument, 'terminal' | 'seqs' | 'moments' | 'heads' | 'bodies'> & {
  readonly rows: readonly Row[]
}

/** @param contents of one terminal, in order, as sealed */
export function eventColumns(contents: readonly string[]): Columns {
  const events = contents.map(partsOf)
  const terminal = events[0]?.terminal ?? ''
  assert(
    events.every((one) => one.terminal === terminal),
    'events of one terminal',
  )
  const rows = events.map(({ row }) => row)
  const heads = events.map(({ head }) => head)
  const bodies = groupsOf(heads).map((places) =>
    toColumn(
      places.map((place) => at(events, place).body),
      places.map((place) => at(rows, place)),
      terminal,
    ),
  )
  const numbers = (name: keyof Row): Column => {
    const values = rows.map((row) => row[name])
    return toColumn(values, [], terminal)
  }
  return {
    terminal,
    rows,
    seqs: numbers('seq'),
    moments: numbers('at_ms'),
    heads: toColumn(heads, rows, terminal),
    bodies,
  }
}

function partsOf(content: string) {
  const read = JSON.parse(content) as EventHead & Head & { readonly body: unknown }
  // Also proves that nothing is lost of what is not read here.
  assert(canonical(read) === content, 'sealed content is canonical')
  const { terminal, seq, at_ms, body, ...head } = read
  assert(
    typeof terminal === 'string' && Number.isSafeInteger(seq) && Number.isSafeInteger(at_ms),
    'the head of an event',
  )
  return { terminal, row: { at_ms, seq }, head, body }
}

/** The places of each kind and version, in order of first appearance. */
function groupsOf(heads: readonly Head[]): readonly (readonly number[])[] {
  return [...Map.groupBy(heads.keys(), (place) => `${at(heads, place).kind}.v${at(heads, place).v}`).values()]
}

type Contents = { readonly contents: readonly string[]; readonly rows: readonly Row[] }

/** @throws when they are no columns of events */
export function contentsOf({ terminal, events_count, seqs, moments, heads, bodies }: SealedDocument): Contents {
  const none = Array.from({ length: events_count }, () => NO_ROW)
  const moment = fromColumn(moments, none, terminal).map(Number)
  const rows = fromColumn(seqs, none, terminal).map((seq, row): Row => ({ at_ms: at(moment, row), seq: Number(seq) }))
  const rest = fromColumn(heads, rows, terminal) as readonly Head[]
  const groups = groupsOf(rest)
  assert(groups.length === bodies.length, 'bodies of each kind')
  const contents: string[] = []
  for (const [group, places] of groups.entries()) {
    const own = places.map((place) => at(rows, place))
    const values = fromColumn(at(bodies, group), own, terminal)
    for (const [index, place] of places.entries()) {
      contents[place] = canonical({ ...at(rest, place), ...at(rows, place), terminal, body: values[index] })
    }
  }
  return { contents, rows }
}

export function at<T>(list: readonly T[], index: number): T {
  assert(index in list, 'a place of the list')
  return list[index] as T
}
