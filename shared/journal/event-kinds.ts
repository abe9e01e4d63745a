/** What kinds of events have in common beside their fold: which are laid, listed, or name a patron. Pure. */
import type { DeskEvent, EventKind } from './event.ts'

/** Kinds that say who somebody is, in words beside the seal: each is laid as a row of its own (fold/patrons.ts). */
export const PERSON_KINDS = [
  'patron-registered',
  'patron-changed',
  'card-renewed',
  'card-replaced',
  'card-lost',
  'guardian-linked',
  'guardian-unlinked',
  'family-linked',
  'family-unlinked',
  'patron-pin-set',
  'patron-pin-cleared',
  'patrons-merged',
  'patrons-distinguished',
  'email-bounced',
  'email-arrives',
  'mail-returned',
  'patron-change-undone',
] as const satisfies readonly EventKind[]

/** Kinds that change what the reference file takes as soon as they are recorded (main/journal/lay.ts). */
const LAID_KINDS: ReadonlySet<string> = new Set<EventKind>([
  'policy-changed',
  'preference-set',
  'item-made',
  'item-edited',
  'patron-erased',
  ...PERSON_KINDS,
  'registration-undone',
  'merge-undone',
])

export function isLaidKind(kind: EventKind): boolean {
  return LAID_KINDS.has(kind)
}

/**
 * Kinds that a log lists by themselves: what was disclosed, what was changed, which act was refused. Another one lists
 * those of before, too: the next start rebuilds the list.
 */
export const LISTED_KINDS: ReadonlySet<EventKind> = new Set<EventKind>([
  'list-viewed',
  'list-exported',
  'patrons-exported',
  'record-disclosed',
  'patron-exported',
  'patron-erased',
  'registration-undone',
  // Cards of a period are counted by them: a clock that was set makes no order of the others.
  'card-renewed',
  'patron-change-undone',
  // Who changes card, PIN and contact of one patron.
  'patron-changed',
  'card-replaced',
  'patron-pin-set',
  'patron-pin-cleared',
  'policy-changed',
  'staff-changed',
  'policy-applied',
  'outage-declared',
  'outage-withdrawn',
  'item-made',
  'act-refused',
  'act-approved',
  'act-undone',
  'missing-acknowledged',
  'epoch-opened',
  'data-imported',
  'recovery-key-shown',
  'recovery-key-confirmed',
  'backup-made',
  'journal-exported',
  'cash-exported',
  'desk-moved',
  'clock-confirmed',
  'device-set',
  'idle-lock-changed',
  // Also those of a drawer without a session, which no list of its entries has.
  'drawer-pulsed',
  'drawer-key-opened',
])

export function isListed(event: DeskEvent): boolean {
  return LISTED_KINDS.has(event.kind)
}

/**
 * Kinds whose person is kept at their place. A check-out's is kept by its loan. Whose record was viewed is kept by the
 * day (`viewed`): kept at its place, a view would tell whose the loans beside it are.
 */
const NAMING_KINDS = new Set<EventKind>([
  'hold-placed',
  'charge-made',
  'note-written',
  'note-removed',
  'pickup-allowed',
  'pickup-ended',
  'claim-made',
  'return-asked',
  'preference-set',
  'record-disclosed',
  'patron-exported',
  'patron-erased',
  ...PERSON_KINDS,
  'registration-undone',
  'merge-undone',
])

export function isNaming(kind: EventKind): boolean {
  return NAMING_KINDS.has(kind)
}
