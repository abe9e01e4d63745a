/** Why a loan is due when it is, as recorded; what lay beside the seal too, while whoever it is about is known. */
import type { EventOf } from '../../shared/journal/event.ts'
import { stepsBeside, type DueStep } from '../../shared/journal/events/due-steps.ts'
import { readPersonal } from '../store/journal/journal-rows.ts'
import type { Library } from './library.ts'

type DueEvent = EventOf<'item-checked-out' | 'loan-renewed' | 'loan-recalled'>

export function dueSteps(library: Library, { head, body }: DueEvent): readonly DueStep[] {
  const place = { epoch_count: head.epoch, seq_count: head.seq }
  const beside = library.db.get(readPersonal, place)?.text
  return beside === undefined ? body.steps : [...body.steps, ...stepsBeside(beside)]
}
