/** Which kinds the work log lists: every one that is an act of a person at this desk. Pure. */
import { isLetOffCode, type LetOffCode, type LettingOff } from '../ledger/let-off.ts'
import { eventRefText, type DeskEvent, type EventKind, type EventOf } from './event.ts'

/** Who has the drawer must not read it before. */
const SECRET = 'count-drawn' satisfies EventKind
const UNLOGGED = ['epoch-opened', 'return-asked', 'record-viewed', SECRET] as const satisfies readonly EventKind[]

/** Whether no list of entries at the desk shows it. */
export function isSecret(kind: EventKind): boolean {
  return kind === SECRET
}

export type LoggedKind = Exclude<EventKind, (typeof UNLOGGED)[number]>

export function isLogged(kind: EventKind): kind is LoggedKind {
  return !(UNLOGGED as readonly EventKind[]).includes(kind)
}

export type LoggedEvent = DeskEvent & { readonly kind: LoggedKind }

export function isLoggedEvent(event: DeskEvent): event is LoggedEvent {
  return isLogged(event.kind)
}

/** Whose act it is. When one person signs in as another leaves, the entry is by the one who leaves. */
export function actorIn(event: DeskEvent): string {
  return event.kind === 'staff-signed-in' ? event.body.staff : event.head.staff
}

type Moved = EventOf<'charge-moved'>
export type LetOffEvent = Moved & { readonly body: Moved['body'] & { readonly code: LetOffCode } }

/** An entry that lets something off, or that takes it back. */
export function isOfLetOff(event: DeskEvent): event is LetOffEvent {
  return event.kind === 'charge-moved' && isLetOffCode(event.body.code)
}

/** One that was not itself the undoing of another entry. */
export function isLetOff(event: DeskEvent): event is LetOffEvent {
  return isOfLetOff(event) && event.body.of === null
}

export function lettingOff({ head, body }: LetOffEvent): LettingOff {
  const { of, code, approved_by, amount_cents } = body
  return { ref: eventRefText(head), of, code, staff: head.staff, approved_by, amount_cents }
}
