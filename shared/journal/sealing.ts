/**
 * What a seal says where the truth would tell a patron of a small group for as long as the files exist: the due date
 * and the rule that most patrons would have had. The true ones are kept beside the seal and are forgotten with the
 * loan, the charge, the hold, the claim or the question that they are about. Pure.
 */
import {
  eventRefText,
  fieldsUnlike,
  type DeskEvent,
  type EventBody,
  type EventDraft,
  type EventKind,
  type SealedFields,
} from './event.ts'
import { isNaming } from './event-kinds.ts'
import type { LoanState } from './events/fields.ts'

/** A loan by its due date, and by the one that its seals say: null where that is the same. */
export type SealedLoan = { readonly due_at_ms: number; readonly sealed_due_at_ms: number | null }

/** A draft, and what of it is sealed otherwise. Fields that are the same in both are sealed as they are. */
export function sealing<Kind extends EventKind>(
  kind: Kind,
  body: EventBody<Kind>,
  sealed: SealedFields<Kind>,
): Extract<EventDraft, { readonly kind: Kind }> {
  const unlike = fieldsUnlike(sealed, body)
  const draft: object = Object.keys(unlike).length === 0 ? { kind, body } : { kind, body, sealed: unlike }
  return draft as Extract<EventDraft, { readonly kind: Kind }>
}

/** The due date that the seals of a loan say. */
export function dueSealed({ due_at_ms, sealed_due_at_ms }: SealedLoan): number {
  return sealed_due_at_ms ?? due_at_ms
}

/** What an ended loan shows: the due date that is sealed, since the other is forgotten soon. */
export function dueOfEnded({ sealed_due_at_ms = null }: Partial<SealedLoan>): Partial<SealedLoan> {
  return sealed_due_at_ms === null ? {} : { due_at_ms: sealed_due_at_ms, sealed_due_at_ms: null }
}

/** A loan whole, as it is sealed. */
export function stateSealed(state: LoanState, { sealed_due_at_ms }: Pick<SealedLoan, 'sealed_due_at_ms'>): LoanState {
  return sealed_due_at_ms === null ? state : { ...state, due_at_ms: sealed_due_at_ms }
}

/** The due date that the seal of an event says, where it is another than the true one. */
export function otherDue(sealed: { readonly due_at_ms?: number } | null | undefined): number | null {
  return sealed?.due_at_ms ?? null
}

type DueMoved = { readonly sealed?: { readonly due_before_ms?: number; readonly due_at_ms?: number } }

/** What the seal says of a loan's due date when an event that moved it is undone: what it said before. */
export function sealedBefore({ sealed }: DueMoved): { readonly due_at_ms?: number } {
  return sealed?.due_before_ms === undefined ? {} : { due_at_ms: sealed.due_before_ms }
}

/** The true fields that lie beside the seal, as text; null: all of the event is sealed. */
export function unsealedText({ body, sealed }: DeskEvent): string | null {
  if (sealed === undefined) return null
  const names = Object.keys(sealed)
  return JSON.stringify(Object.fromEntries(Object.entries(body).filter(([name]) => names.includes(name))))
}

/** With what those fields are forgotten: the loan that the event is about, or what the event itself began. */
export function ownerOf({ head, kind, body }: DeskEvent): string {
  const own = eventRefText(head)
  if (isNaming(kind)) return own
  if ('loan' in body) return body.loan?.loan_ref ?? own
  return 'loan_ref' in body ? (body.loan_ref ?? own) : own
}
