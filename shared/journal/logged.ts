/** Which kinds the work log lists: every one that is an act of a person at this desk. Pure. */
import type { EventKind } from './event.ts'

const UNLOGGED = ['epoch-opened', 'return-asked', 'record-viewed'] as const satisfies readonly EventKind[]

export type LoggedKind = Exclude<EventKind, (typeof UNLOGGED)[number]>

export function isLogged(kind: EventKind): kind is LoggedKind {
  return !(UNLOGGED as readonly EventKind[]).includes(kind)
}
