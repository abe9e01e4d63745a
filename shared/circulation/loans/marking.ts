/**
 * What an item may be marked at a desk, and when it may not. Pure. It does not mark an item that is checked out: its
 * loan says where it is.
 */
import { refuse, type Refusal } from '../../refusals/refusals.ts'

/** What a person may mark an item as; the digit that picks it is its place here. */
export const MARKS = [
  'available',
  'missing',
  'trace',
  'damaged',
  'in-process',
  'on-order',
  'reference',
  'withdrawn',
] as const
export type Mark = (typeof MARKS)[number]

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
