/** Which kinds the work log lists: every one that is an act of a person at this desk. Pure. */
import type { DeskEvent, EventKind } from './event.ts'

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

/** A waiver that was not itself the undoing of another entry. */
export function isWaiver(event: DeskEvent): event is Extract<DeskEvent, { kind: 'charge-moved' }> {
  return event.kind === 'charge-moved' && event.body.code === 'waived' && event.body.of === null
}
