/**
 * THE facts a desk can record. One union; every version ever shipped stays readable.
 * Content is sealed by a hash chain, so it must never hold a patron, a card number or a record number: who an event is
 * about is a `party` reference, kept beside the journal where it can be forgotten. Bodies by topic: events/; what they
 * change: fold/
 */
import { z } from 'zod'
import { CHARGE_EVENTS } from './events/charges.ts'
import { CLAIM_EVENTS } from './events/claims.ts'
import { DESK_EVENTS } from './events/desk.ts'
import { code, instantMs } from './events/fields.ts'
import { HOLD_EVENTS } from './events/holds.ts'
import { ITEM_EVENTS } from './events/items.ts'
import { LOAN_EVENTS } from './events/loans.ts'
import { NOTE_EVENTS } from './events/notes.ts'
import { PATRON_EVENTS } from './events/patrons.ts'
import { POLICY_EVENTS } from './events/policy.ts'
import { RETURN_EVENTS } from './events/returns.ts'
import { STAFF_EVENTS } from './events/staff.ts'

/** What each kind of event carries, by topic. */
export const EVENT_BODIES = {
  ...DESK_EVENTS,
  ...STAFF_EVENTS,
  ...LOAN_EVENTS,
  ...RETURN_EVENTS,
  ...HOLD_EVENTS,
  ...CHARGE_EVENTS,
  ...ITEM_EVENTS,
  ...PATRON_EVENTS,
  ...NOTE_EVENTS,
  ...CLAIM_EVENTS,
  ...POLICY_EVENTS,
} as const

export type EventKind = keyof typeof EVENT_BODIES
export const EVENT_KINDS = Object.keys(EVENT_BODIES) as EventKind[]

const head = {
  terminal: code,
  epoch: z.int().positive(),
  seq: z.int().positive(),
  v: z.literal(1),
  at_ms: instantMs,
  /** How far the server's clock was ahead when last measured; null while it never was. A label, never an order. */
  offset_ms: z.int().nullable(),
  staff: z.string(),
  branch: z.string(),
}

type HeadOf = z.infer<z.ZodObject<typeof head>>
export type EventHead = HeadOf
export type EventBody<Kind extends EventKind> = z.infer<(typeof EVENT_BODIES)[Kind]>

/** What a service wants recorded: the kind and its body. The recorder adds the head. */
export type EventDraft = { [Kind in EventKind]: { readonly kind: Kind; readonly body: EventBody<Kind> } }[EventKind]

/** A recorded fact. */
export type DeskEvent = EventDraft & { readonly head: EventHead }
export type EventOf<Kind extends EventKind> = Extract<DeskEvent, { readonly kind: Kind }>

/** What each kind of a topic changes, in order: a table that the compiler holds complete. */
export type Folds<Topic extends object, Change> = {
  readonly [Kind in keyof Topic & EventKind]: (event: EventOf<Kind>) => readonly Change[]
}

const contentSchema = z.strictObject({ ...head, kind: z.enum(EVENT_KINDS), body: z.unknown() })

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

/** Reads sealed content. Throws a ZodError when it is not an event this version knows. */
export function parseEvent(content: string): DeskEvent {
  const { kind, body, ...rest } = contentSchema.parse(JSON.parse(content))
  return { kind, body: EVENT_BODIES[kind].parse(body), head: rest } as DeskEvent
}

/** The canonical text of an event: keys sorted, no spaces, so that every program seals the same bytes. */
export function eventContent(event: DeskEvent): string {
  return canonical({ ...event.head, kind: event.kind, body: event.body })
}

export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  let pairs = ''
  // Without a comparison of its own, sort() goes by code unit, which is what every program can do alike.
  for (const key of Object.keys(value).sort()) {
    const one: unknown = Reflect.get(value, key)
    if (one !== undefined) pairs += `${pairs === '' ? '' : ','}${JSON.stringify(key)}:${canonical(one)}`
  }
  return `{${pairs}}`
}
