/**
 * THE facts a desk can record. One union; every version ever shipped stays readable.
 * Content is sealed by a hash chain, so it must never hold a patron, a card number or a record number: who an event is
 * about is a `party` reference, kept beside the journal where it can be forgotten.
 */
import { z } from 'zod'
import { code, count, instantMs } from './event-fields.ts'
import { CHARGE_EVENTS } from './events-charge.ts'
import { HOLD_EVENTS } from './events-hold.ts'
import { ITEM_EVENTS } from './events-item.ts'
import { LOAN_EVENTS } from './events-loan.ts'
import { PEOPLE_EVENTS } from './events-people.ts'
import { missing } from './witness.ts'

/** What each kind of event carries, by kind, by topic. */
export const EVENT_BODIES = {
  /**
   * The journal began, or began again: after a restore, or because it ends before what a witness knows (`behind`).
   * `previous_head` is the seal it goes on from, `last_at_ms` the moment of that entry. `missing`: what each witness
   * knew of that is not there; `is_accepted`: a person had agreed to go on without it.
   */
  'epoch-opened': z.strictObject({
    reason: z.enum(['new', 'restored', 'behind']),
    previous_epoch_count: count,
    previous_head: z.string(),
    last_at_ms: instantMs.nullable(),
    missing: z.array(missing),
    is_accepted: z.boolean(),
  }),
  /** Whoever looks after the desk has seen what was found missing at the opening of this epoch, and before it. */
  'missing-acknowledged': z.strictObject({ epoch_count: count }),
  'staff-signed-in': z.strictObject({ by: z.enum(['badge', 'pin', 'set-up']), staff: code }),
  'staff-signed-out': z.strictObject({ reason: z.enum(['asked', 'switched', 'idle']) }),
  /** A manager said that this computer's clock is right, after the desk had doubted it. Time goes on from here. */
  'clock-confirmed': z.strictObject({ desk_believed_ms: instantMs }),
  /**
   * A folder of data was taken in: each file by name, seal and counts. `rules`: of what was changed at this desk, what
   * the folder said of it (as stored; null: no such row), and which of the two a person let hold.
   */
  'data-imported': z.strictObject({
    files: z.array(z.strictObject({ name: z.string(), sha256: z.string(), taken_count: count, rejected_count: count })),
    rules: z
      .array(
        z.strictObject({
          table: code,
          key: z.string().max(200),
          answer: z.enum(['kept', 'taken']),
          says: z.record(z.string(), z.unknown()).nullable(),
        }),
      )
      .optional(),
    /** How many patrons who had been erased asked to be patrons again. */
    back_count: count.optional(),
  }),
  ...LOAN_EVENTS,
  ...HOLD_EVENTS,
  ...CHARGE_EVENTS,
  ...ITEM_EVENTS,
  ...PEOPLE_EVENTS,
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
