/**
 * A batch of sealed events as it travels: the events of each kind in columns, with the seal that the last of them must
 * have; beside them whom they are about, and the few facts that are kept beside a seal. What is decoded is the very
 * bytes that were sealed, and what was sent beside them, or nothing. Pure: the seal is handed in.
 */
import { z } from 'zod'
import { canonical, headShape, parseEvent } from '../journal/event.ts'
import { assert } from '../kernel/assert.ts'
import { hex, patronId, type PatronId } from '../kernel/ids.ts'
import { OperatingError } from '../kernel/outcome.ts'
import { fromColumn, toColumn, type Column, type Row } from './pack-columns.ts'

const FORMAT = 'datestamp-events'
const VERSION = 1
/** More than any batch has; one that claims more is damaged, and no memory is allocated for it. */
const EVENTS_MAX = 10_000

/** How far a chain goes, and what seals the next event onto it. */
export type Chain = {
  readonly head: Uint8Array
  readonly seal: (previous: Uint8Array, content: string) => Uint8Array
}

/** `newer`: made by a newer program. `damaged`: torn, changed, or not what follows here. */
export type BatchFault = { readonly kind: 'newer' | 'damaged'; readonly says: string }

/**
 * An event as it was sealed, and whom it is about: null for nobody, and for whoever is told by an event before it;
 * `forgotten` where the desk let go of them before the server had acknowledged the event.
 */
export type Sent = {
  readonly content: string
  readonly patron_id: PatronId | null | 'forgotten'
  /** The facts kept beside its seal; null: there are none, or they are forgotten. Nothing tells which. */
  readonly unsealed: string | null
}

export type Decoded = { readonly kind: 'events'; readonly events: readonly Sent[]; readonly head: Uint8Array }

const column = z.custom<Column>((value) => typeof value === 'object' && value !== null)
const batchShape = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  terminal: z.string(),
  /** In hex: the head of the chain after the last of them. */
  head: z.string(),
  count: z.int().positive().max(EVENTS_MAX),
  seqs: column,
  moments: column,
  /** The rest of each head, including kind and version. */
  heads: column,
  /** One for each kind and version, in order of first appearance. */
  bodies: z.array(column),
  /** Whom each is about, and the facts beside the seals of the few that have any, with the number of each. */
  parties: column,
  unsealed: z.array(z.tuple([z.int().nonnegative(), z.string()])),
  /** A seal of its own over both: the chain says nothing of them. */
  beside_seal: z.string(),
})
const partiesShape = z.array(z.int().nonnegative().nullable())
/** Stands for whoever was forgotten: no patron has this number. */
const FORGOTTEN = 0

type Head = Omit<z.infer<typeof headShape>, 'terminal' | 'seq' | 'at_ms'>

const kindOf = ({ kind, v }: Head): string => `${kind}.v${v}`

/** @param sent of one terminal, in order, as sealed, right behind `chain.head` */
export function encodeBatch(sent: readonly Sent[], chain: Chain): string {
  const contents = sent.map(({ content }) => content)
  const parties = sent.map(({ patron_id }) => (patron_id === 'forgotten' ? FORGOTTEN : patron_id))
  const unsealed = sent.flatMap(({ unsealed: facts }, row): [number, string][] =>
    facts === null ? [] : [[row, facts]],
  )
  const events = contents.map((content) => {
    const { body, ...head } = headShape.extend({ body: z.unknown() }).parse(JSON.parse(content))
    assert(canonical({ ...head, body }) === content, 'sealed content is canonical')
    return { head, body }
  })
  const terminal = events[0]?.head.terminal ?? ''
  assert(
    events.every(({ head }) => head.terminal === terminal),
    'events of one terminal',
  )
  const rows = events.map(({ head: { at_ms, seq } }): Row => ({ at_ms, seq }))
  const heads = events.map(({ head: { terminal: _t, seq: _s, at_ms: _a, ...rest } }) => rest)
  const bodies = [...Map.groupBy(events.keys(), (row) => kindOf(at(heads, row))).values()].map((places) =>
    toColumn(
      places.map((row) => at(events, row).body),
      places.map((row) => at(rows, row)),
      terminal,
    ),
  )
  const numbers = (name: keyof Row): Column => {
    const values = rows.map((row) => row[name])
    return toColumn(values, [], terminal)
  }
  const head = contents.reduce(chain.seal, chain.head)
  return JSON.stringify({
    format: FORMAT,
    version: VERSION,
    terminal,
    head: hex(head),
    count: events.length,
    seqs: numbers('seq'),
    moments: numbers('at_ms'),
    heads: toColumn(heads, rows, terminal),
    bodies,
    parties: toColumn(parties, rows, terminal),
    unsealed,
    beside_seal: besideSeal({ parties, unsealed }, head, chain),
  } satisfies z.input<typeof batchShape>)
}

type BesideSeals = {
  readonly parties: readonly (number | null)[]
  readonly unsealed: z.infer<typeof batchShape>['unsealed']
}

/** Half of a seal is enough against what a wire or a disk spoils. */
function besideSeal({ parties, unsealed }: BesideSeals, head: Uint8Array, chain: Chain): string {
  return hex(chain.seal(head, JSON.stringify([parties, unsealed]))).slice(0, 32)
}

export function decodeBatch(text: string, chain: Chain): Decoded | BatchFault {
  try {
    return decoded(text, chain)
  } catch (fault) {
    if (fault instanceof OperatingError && fault.code === 'from-future') return { kind: 'newer', says: fault.detail }
    return { kind: 'damaged', says: 'it cannot be read' }
  }
}

function decoded(text: string, chain: Chain): Decoded | BatchFault {
  const json: unknown = JSON.parse(text)
  const said = z.object({ format: z.literal(FORMAT), version: z.int() }).safeParse(json)
  if (said.success && said.data.version > VERSION)
    return { kind: 'newer', says: `a batch of version ${said.data.version}` }
  const batch = batchShape.parse(json)
  const { contents, rows } = contentsOf(batch)
  const head = contents.reduce(chain.seal, chain.head)
  if (hex(head) !== batch.head) return { kind: 'damaged', says: 'its seal does not follow from the one before it' }
  const parties = partiesShape.parse(fromColumn(batch.parties, rows, batch.terminal))
  if (besideSeal({ parties, unsealed: batch.unsealed }, head, chain) !== batch.beside_seal)
    return { kind: 'damaged', says: 'what lies beside its events is not as it was sent' }
  const facts = new Map(batch.unsealed)
  const events = contents.map((content, row): Sent => {
    const unsealed = facts.get(row) ?? null
    parseEvent(content, unsealed)
    const id = at(parties, row)
    if (id === FORGOTTEN) return { content, patron_id: 'forgotten', unsealed }
    return { content, patron_id: id === null ? null : patronId(id), unsealed }
  })
  return { kind: 'events', events, head }
}

type Contents = { readonly contents: readonly string[]; readonly rows: readonly Row[] }

function contentsOf({ terminal, count, seqs, moments, heads, bodies }: z.infer<typeof batchShape>): Contents {
  const none = Array.from({ length: count }, (): Row => ({ at_ms: 0, seq: 0 }))
  const moment = fromColumn(moments, none, terminal).map(Number)
  const rows = fromColumn(seqs, none, terminal).map((seq, row): Row => ({ at_ms: at(moment, row), seq: Number(seq) }))
  const rest = fromColumn(heads, rows, terminal) as readonly Head[]
  const groups = [...Map.groupBy(rows.keys(), (row) => kindOf(at(rest, row))).values()]
  assert(groups.length === bodies.length, 'bodies of each kind')
  const contents: string[] = []
  for (const [group, places] of groups.entries()) {
    const values = fromColumn(
      at(bodies, group),
      places.map((row) => at(rows, row)),
      terminal,
    )
    for (const [index, row] of places.entries()) {
      contents[row] = canonical({ ...at(rest, row), ...at(rows, row), terminal, body: values[index] })
    }
  }
  return { contents, rows }
}

function at<T>(list: readonly T[], index: number): T {
  assert(index in list, 'a place of the list')
  return list[index] as T
}
