/**
 * What an item may be marked at a desk, in plain words, and when it may not. Pure. It does not mark an item that is
 * out: its loan says where it is.
 */
import { refuse, type Refusal } from '../../refusals/refusals.ts'

/** What a person may mark an item as; the digit that picks it is its place here. */
export const MARKS = [
  { status: 'available', label: 'In, on its shelf', says: 'It is in and may be lent' },
  { status: 'missing', label: 'Missing: not in its place', says: 'It is missing; whoever scans it next finds it' },
  { status: 'trace', label: 'Being looked for', says: 'It is being looked for; whoever scans it next finds it' },
  { status: 'damaged', label: 'Damaged, or parts missing', says: 'It is damaged: set it aside' },
  { status: 'in-process', label: 'In process, not ready yet', says: 'It is in process and not for the public yet' },
  { status: 'on-order', label: 'On order', says: 'It is on order' },
  { status: 'reference', label: 'For use here only', says: 'It is for use in the library' },
  { status: 'withdrawn', label: 'Withdrawn for good', says: 'It is withdrawn: it is nobody’s to lend any more' },
] as const
export type Mark = (typeof MARKS)[number]['status']
export const MARK_STATUSES = MARKS.map((mark) => mark.status) as [Mark, ...Mark[]]

export function markSays(status: Mark): string {
  return MARKS.find((mark) => mark.status === status)?.says ?? ''
}

/** It can no longer be picked up: the patron it was set aside for waits again. */
const UNFETCHABLE: ReadonlySet<Mark> = new Set(['missing', 'trace', 'damaged', 'withdrawn'])

export type MarkAsk = {
  readonly status_before: string
  readonly is_out: boolean
  /** A hold has set this item aside, or it is on its way for one. */
  readonly is_held: boolean
  readonly wanted: Mark
}

/**
 * `mark`: the status changes. `note-only`: it is out, and damage that is told of while it is out is written on its
 * record and changes nothing else.
 */
export type MarkDecision = { readonly kind: 'mark' } | { readonly kind: 'note-only' } | Refusal

export function decideMark({ status_before, is_out, is_held, wanted }: MarkAsk): MarkDecision {
  if (is_out) return wanted === 'damaged' ? { kind: 'note-only' } : refuse('item-is-out')
  if (is_held && !UNFETCHABLE.has(wanted)) return refuse('item-is-held')
  if (status_before === wanted) return refuse('marked-already')
  return { kind: 'mark' }
}
