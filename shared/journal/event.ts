/**
 * THE facts a desk can record. One union; every version ever shipped stays readable.
 * Content is sealed by a hash chain, so it must never hold a patron, a card number or a record number: who an event is
 * about is kept beside the journal at the event's own place, where it can be forgotten. Bodies by topic: events/; what
 * they change: fold/.
 */
import { z } from 'zod'
import { OperatingError } from '../kernel/outcome.ts'
import { CASH_EVENTS } from './events/cash.ts'
import { CHARGE_EVENTS } from './events/charges.ts'
import { CLAIM_EVENTS } from './events/claims.ts'
import { DESK_EVENTS } from './events/desk.ts'
import { code, count, instantMs } from './events/fields.ts'
import { HOLD_EVENTS } from './events/holds.ts'
import { ITEM_EVENTS } from './events/items.ts'
import { LOAN_EVENTS } from './events/loans.ts'
import { NOTE_EVENTS } from './events/notes.ts'
import { PICKUP_EVENTS } from './events/pickups.ts'
import { PATRON_EVENTS } from './events/patrons.ts'
import { POLICY_EVENTS } from './events/policy.ts'
import { RETURN_EVENTS } from './events/returns.ts'
import { STAFF_EVENTS } from './events/staff.ts'
import { upcast, UPCASTS, type Upcasts } from './upcast.ts'

/** The version and the shape of each kind of event, by topic. */
export const EVENTS = {
  ...DESK_EVENTS,
  ...STAFF_EVENTS,
  ...LOAN_EVENTS,
  ...RETURN_EVENTS,
  ...HOLD_EVENTS,
  ...CHARGE_EVENTS,
  ...ITEM_EVENTS,
  ...PATRON_EVENTS,
  ...NOTE_EVENTS,
  ...PICKUP_EVENTS,
  ...CLAIM_EVENTS,
  ...POLICY_EVENTS,
  ...CASH_EVENTS,
} as const

export type EventKind = keyof typeof EVENTS
export const EVENT_KINDS = Object.keys(EVENTS) as EventKind[]

const head = {
  terminal: code,
  epoch: z.int().positive(),
  seq: z.int().positive(),
  /** The version of this kind's shape. */
  v: count,
  at_ms: instantMs,
  /** How far the server's clock was ahead when last measured; null while it never was. A label, never an order. */
  offset_ms: z.int().nullable(),
  staff: z.string(),
  branch: z.string(),
}

/** What every event has around its body. */
export const headShape = z.strictObject({ ...head, kind: code })
export type EventHead = Omit<z.infer<typeof headShape>, 'kind'>
/** What is true of an event, whole: sealed, or in part kept beside the seal. */
export type EventBody<Kind extends EventKind> = z.infer<(typeof EVENTS)[Kind]['whole']>
/** What the seal of an event says in place of fields that would tell a patron of a small group (sealing.ts). */
export type SealedFields<Kind extends EventKind> = Readonly<Partial<z.infer<(typeof EVENTS)[Kind]['body']>>>

type KindAndBody = {
  [Kind in EventKind]: {
    readonly kind: Kind
    readonly body: EventBody<Kind>
    /** Absent: the body is sealed as it is. */
    readonly sealed?: SealedFields<Kind>
  }
}[EventKind]

/**
 * What a service wants recorded: the kind and its body. The recorder adds the head. Drafts that are recorded together
 * may name each other: one has a `name` (local-ref.ts), and is in the bodies of others where its reference will be.
 */
export type EventDraft = KindAndBody & { readonly name?: string }

/** A recorded fact. */
export type DeskEvent = KindAndBody & { readonly head: EventHead }
export type EventOf<Kind extends EventKind> = Extract<DeskEvent, { readonly kind: Kind }>

/** What each kind of a topic changes, in order: a table that the compiler holds complete. */
export type Folds<Topic extends object, Change> = {
  readonly [Kind in keyof Topic & EventKind]: (event: EventOf<Kind>) => readonly Change[]
}

const contentSchema = headShape.extend({ body: z.unknown() })

export function eventRefText(head: { terminal: string; epoch: number; seq: number }): string {
  return `${head.terminal}.${head.epoch}.${head.seq}`
}

/** Reads "terminal.epoch.seq"; null for a loan that was made elsewhere. */
export function parseEventRef(ref: string): { terminal: string; epoch: number; seq: number } | null {
  const match = /^(.+)\.(\d+)\.(\d+)$/.exec(ref)
  if (!match) return null
  return { terminal: match[1] ?? '', epoch: Number(match[2]), seq: Number(match[3]) }
}

/** Whether it began at this desk's own journal. */
export function isOwnRef(ref: string, terminal: string): boolean {
  return parseEventRef(ref)?.terminal === terminal
}

/**
 * Reads sealed content, of any version ever shipped, as what this program records today.
 * @param unsealed the facts kept beside its seal; null: there are none, or they are forgotten
 * @throws OperatingError from-future: a kind or version that this program does not know; chain-broken: no event at all
 */
export function parseEvent(content: string, unsealed: string | null = null, upcasts: Upcasts = UPCASTS): DeskEvent {
  const sealed = readContent(content)
  const { kind, body: was } = sealed
  if (!isEventKind(kind)) throw new OperatingError('from-future', `an event of the kind ${kind}`)
  const { v, body: shape, whole } = EVENTS[kind]
  if (sealed.v > v) throw new OperatingError('from-future', `${kind} of version ${sealed.v}, known up to ${v}`)
  const read = (by: z.ZodType, body: unknown): object => {
    const today = by.safeParse(sealed.v === v ? body : upcast(upcasts, kind, sealed.v, v, body))
    if (today.success) return today.data as object
    const where = today.error.issues.map(({ path, code }) => `${path.join('.') || 'body'} ${code}`)
    const which = `${kind} version ${sealed.v} at ${eventRefText(sealed)}`
    throw new OperatingError('chain-broken', `${which}: ${where.join(', ')}`)
  }
  const said = read(shape, was)
  const head = headOf(sealed, v)
  if (unsealed === null) return { kind, body: said, head } as DeskEvent
  const facts = jsonOrNull(unsealed)
  const body = read(whole, facts && { ...(was as object), ...facts })
  return { kind, body, head, sealed: fieldsUnlike(said, body) } as DeskEvent
}

/**
 * Reads content that its seal proves to be as this program sealed it: its shape is not looked at again.
 * @returns null: it is not of the version that is recorded today, and `parseEvent` reads it
 */
export function readProven(content: string): DeskEvent | null {
  const read = jsonOrNull(content) as (EventHead & KindAndBody) | null
  if (read === null || !isEventKind(read.kind) || EVENTS[read.kind].v !== read.v) return null
  return { kind: read.kind, body: read.body, head: headOf(read, read.v) } as DeskEvent
}

/** Names each field: to take all but two of an object costs more than to read the JSON that it came from. */
function headOf({ terminal, epoch, seq, at_ms, offset_ms, staff, branch }: EventHead, v: number): EventHead {
  return { terminal, epoch, seq, v, at_ms, offset_ms, staff, branch }
}

function isEventKind(kind: string): kind is EventKind {
  return Object.hasOwn(EVENTS, kind)
}

function readContent(content: string): z.infer<typeof contentSchema> {
  const read = contentSchema.safeParse(jsonOrNull(content))
  if (read.success) return read.data
  throw new OperatingError('chain-broken', 'sealed content that is no event')
}

function jsonOrNull(text: string): object | null {
  try {
    return JSON.parse(text) as object | null
  } catch {
    return null
  }
}

/** The canonical text of an event: keys sorted, no spaces, so that every program seals the same bytes. */
export function eventContent({ head, kind, body, sealed }: DeskEvent): string {
  return canonical({ ...head, kind, body: sealed ? { ...(body as object), ...(sealed as object) } : body })
}

/** The fields of a body that are not the same in another. */
export function fieldsUnlike(body: object, other: object): object {
  const unlike = Object.entries(body).filter(([name, one]) => canonical(one) !== canonical(Reflect.get(other, name)))
  return Object.fromEntries(unlike)
}

/** Names as they stand in the text: events of a kind have the same ones, over and over. */
const QUOTED = new Map<string, string>()
const QUOTED_MAX = 2000

function quoted(name: string): string {
  const known = QUOTED.get(name)
  if (known !== undefined) return known
  const text = `${JSON.stringify(name)}:`
  if (QUOTED.size < QUOTED_MAX) QUOTED.set(name, text)
  return text
}

/** RFC 8785 (JSON Canonicalization Scheme) for whatever JSON.parse gives. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[${value.map(canonical).join(',')}]`
  let pairs = ''
  // Without a comparison, sort() goes by code unit, which is what every program can do alike.
  for (const name of Object.keys(value).sort()) {
    const one: unknown = Reflect.get(value, name)
    if (one !== undefined) pairs += `${pairs === '' ? '' : ','}${quoted(name)}${canonical(one)}`
  }
  return `{${pairs}}`
}
