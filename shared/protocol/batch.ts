/**
 * A batch of commands as it travels, in two documents: the sealed one has the events, each kind in columns, and what
 * the chain must come to; the one beside it has who they are about, words about persons, and facts kept beside seals.
 * Only the second holds what can be forgotten, so the first can be kept for good. Pure: the seal is handed in.
 */
import { z } from 'zod'
import { parseEvent, type DeskEvent } from '../journal/event.ts'
import { assert } from '../kernel/assert.ts'
import { hex, patronId, type PatronId } from '../kernel/ids.ts'
import { OperatingError } from '../kernel/outcome.ts'
import { at, contentsOf, eventColumns, sealedShape, type SealedDocument } from './event-columns.ts'
import { framed, unframed, type BatchFault } from './frame.ts'
import { anyColumn, fromColumn, NO_ROW, toColumn, type Column, type Row } from './pack-columns.ts'

const BESIDE_FORMAT = 'datestamp-beside'

/** How far a chain goes, and what seals the next event onto it. */
export type Chain = {
  readonly head: Uint8Array
  readonly seal: (previous: Uint8Array, content: string) => Uint8Array
}

/**
 * An event as it was sealed, and what lies beside it. `patron_id`: null for nobody, and for a patron whom an event
 * before it names; `forgotten` where the desk let go of them before the server had acknowledged the event.
 */
export type Sent = {
  readonly content: string
  readonly patron_id: PatronId | null | 'forgotten'
  /** Words about a person, as JSON; null: there are none, or they are forgotten. Nothing tells which. */
  readonly words: string | null
  /** The facts kept beside its seal, as JSON; null likewise. */
  readonly unsealed: string | null
  /** Numbers of the title and the item that the event makes at the desk, in this order; empty: it makes none. */
  readonly made: readonly number[]
}

/** Events that were recorded together. A batch has all of them or none. */
export type Command<Of = Sent> = {
  /** The position in the server's feed that the desk had when it recorded them. */
  readonly seen: number
  readonly events: readonly Of[]
}

export type Documents = { readonly sealed: string; readonly beside: string }
export type Read = Sent & { readonly event: DeskEvent }
/** `head`: of the chain, after the last event. */
export type Decoded = {
  readonly kind: 'events'
  readonly commands: readonly Command<Read>[]
  readonly head: Uint8Array
}

const besideShape = z.strictObject({
  format: z.literal(BESIDE_FORMAT),
  version: z.int(),
  parties: anyColumn,
  /** Of the few events that have any: the event's place in the batch, from 0 on. */
  words: z.array(z.tuple([z.int().nonnegative(), z.string()])),
  unsealed: z.array(z.tuple([z.int().nonnegative(), z.string()])),
  made: z.array(z.tuple([z.int().nonnegative(), z.array(z.int().positive()).max(2)])),
})
const partiesShape = z.array(z.int().nonnegative().nullable())
const countsShape = z.array(z.int().positive())
const positionsShape = z.array(z.int().nonnegative())
/** A forgotten patron in the column of parties: no patron has this number. */
const FORGOTTEN = 0

/** The first document says itself what it follows: whether it is whole does not depend on the chain here. */
const NOTHING_BEFORE = new Uint8Array(32)

type Beside = Omit<Sent, 'content'>
/** What is beside an event whose second document is gone. */
const GONE: Beside = { patron_id: 'forgotten', words: null, unsealed: null, made: [] }

/** @param commands of one terminal, in order, as sealed; the first follows `chain.head` */
export function encodeBatch(commands: readonly Command[], chain: Chain): Documents {
  const sent = commands.flatMap(({ events }) => events)
  const { rows, terminal, ...columns } = eventColumns(sent.map(({ content }) => content))
  const head = sent.reduce((before, { content }) => chain.seal(before, content), chain.head)
  const plain = (values: readonly number[]): Column => toColumn(values, [], terminal)
  const sealed = {
    format: 'datestamp-events',
    terminal,
    head: hex(head),
    events_count: sent.length,
    commands_count: commands.length,
    commands: plain(commands.map(({ events }) => events.length)),
    seen: plain(commands.map(({ seen }) => seen)),
    ...columns,
  }
  const beside = {
    format: BESIDE_FORMAT,
    parties: toColumn(sent.map(numberOf), rows, terminal),
    words: textsOf(sent.map(({ words }) => words)),
    unsealed: textsOf(sent.map(({ unsealed }) => unsealed)),
    made: sent.flatMap(({ made }, row) => (made.length === 0 ? [] : [[row, made] as const])),
  }
  // The second is sealed onto the first, so that it fits no other.
  return { sealed: framed(sealed, NOTHING_BEFORE, chain.seal), beside: framed(beside, head, chain.seal) }
}

function numberOf({ patron_id }: Sent): number | null {
  return patron_id === 'forgotten' ? FORGOTTEN : patron_id
}

function textsOf(texts: readonly (string | null)[]): readonly (readonly [number, string])[] {
  return texts.flatMap((text, row) => (text === null ? [] : [[row, text] as const]))
}

/** @param documents `beside` null: it is gone, and all that it held is forgotten */
export function decodeBatch(
  documents: { readonly sealed: string; readonly beside: string | null },
  chain: Chain,
): Decoded | BatchFault {
  try {
    return decoded(documents, chain)
  } catch (fault) {
    if (fault instanceof OperatingError && fault.code === 'from-future') return { kind: 'newer', says: fault.detail }
    return { kind: 'damaged', says: 'it cannot be read' }
  }
}

function decoded({ sealed, beside }: Parameters<typeof decodeBatch>[0], chain: Chain): Decoded | BatchFault {
  const frame = unframed(sealed, NOTHING_BEFORE, chain.seal)
  if ('kind' in frame) return frame
  const batch = sealedShape.parse(frame.json)
  const { contents, rows } = contentsOf(batch)
  const head = contents.reduce(chain.seal, chain.head)
  if (hex(head) !== batch.head) return { kind: 'elsewhere', says: 'its events do not follow the one before them' }
  const others = beside === null ? rows.map(() => GONE) : readBeside(beside, { rows, ...batch, head }, chain)
  if ('kind' in others) return others
  const read = contents.map((content, row): Read => {
    const one = at(others, row)
    return { content, ...one, event: parseEvent(content, one.unsealed) }
  })
  return { kind: 'events', commands: commandsOf(batch, read), head }
}

type Sealed = { readonly rows: readonly Row[]; readonly terminal: string; readonly head: Uint8Array }

function readBeside(text: string, { rows, terminal, head }: Sealed, chain: Chain): readonly Beside[] | BatchFault {
  const frame = unframed(text, head, chain.seal)
  if ('kind' in frame) return frame
  const read = besideShape.parse(frame.json)
  const parties = partiesShape.parse(fromColumn(read.parties, rows, terminal))
  const [words, unsealed, made] = [new Map(read.words), new Map(read.unsealed), new Map(read.made)]
  return parties.map((id, row): Beside => {
    const patron_id = id === FORGOTTEN ? 'forgotten' : id === null ? null : patronId(id)
    const of = { words: words.get(row) ?? null, unsealed: unsealed.get(row) ?? null, made: made.get(row) ?? [] }
    return { patron_id, ...of }
  })
}

function commandsOf(
  { commands, seen, commands_count }: SealedDocument,
  read: readonly Read[],
): readonly Command<Read>[] {
  const none = Array.from({ length: commands_count }, () => NO_ROW)
  const counts = countsShape.parse(fromColumn(commands, none, ''))
  const positions = positionsShape.parse(fromColumn(seen, none, ''))
  assert(counts.reduce((sum, one) => sum + one, 0) === read.length, 'each event is of one command')
  let from = 0
  return counts.map((count, index) => ({ seen: at(positions, index), events: read.slice(from, (from += count)) }))
}
