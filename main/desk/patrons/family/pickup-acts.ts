/** Lets another patron pick up for the open one, or ends it: asks main/patrons, records, and says what was done. */
import type { Input } from '../../../../shared/ipc/contract.ts'
import { isRefusal, type Refusal } from '../../../../shared/refusals/refusals.ts'
import type { Command } from '../../../library/command.ts'
import { allowingPickup, endingPickup } from '../../../patrons/pickup.ts'
import { personName } from '../../../search/search-patrons.ts'
import { speechOf } from '../../clerk-language.ts'
import type { Desk } from '../../desk.ts'
import { mayOnCard } from '../card-grants.ts'
import { openPatron } from '../open-patron.ts'
import { recordAndSay } from '../record-and-say.ts'

const QUIET = { fact: '', sentences: [], is_quiet: true }

export function allowPickup(desk: Desk, command: Command, input: Input<'pickup.allow'>): Refusal | null {
  const open = openPatron(desk)
  if (isRefusal(open)) return open
  const made = allowingPickup(desk.library, open.patron_id, input.barcode)
  if (isRefusal(made)) return made
  if (!mayOnCard(desk, 'pickup.allow', input)) return null
  const { card } = speechOf(desk).words.outcomes.patron
  const said = { title: card.record, happened: card.pickup_allowed(personName(made.who)), ...QUIET }
  recordAndSay(desk, command, made.gathered, said)
  return null
}

export function endPickup(desk: Desk, command: Command, input: Input<'pickup.end'>): Refusal | null {
  const open = openPatron(desk)
  if (isRefusal(open)) return open
  const made = endingPickup(desk.library, open.patron_id, input.pickup_ref)
  if (isRefusal(made)) return made
  if (!mayOnCard(desk, 'pickup.end', input)) return null
  const { card } = speechOf(desk).words.outcomes.patron
  const happened = card.pickup_ended(made.who === null ? '' : personName(made.who))
  recordAndSay(desk, command, made.gathered, { title: card.record, happened, is_final: true, ...QUIET })
  return null
}
