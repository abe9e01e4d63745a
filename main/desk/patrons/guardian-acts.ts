/** Links the guardian of the open patron, or ends it: asks main/patrons, records, and says what was done. */
import type { Input } from '../../../shared/ipc/contract.ts'
import { isRefusal, type Refusal } from '../../../shared/refusals/refusals.ts'
import type { Gathering } from '../../circulation/charges/gathering.ts'
import type { Command } from '../../library/command.ts'
import { endingGuardian, linkingGuardian } from '../../patrons/guardian.ts'
import { speechOf } from '../clerk-language.ts'
import type { Desk } from '../desk.ts'
import { openPatron } from './open-patron.ts'
import { recordAndSay } from './record-and-say.ts'

export function linkGuardian(desk: Desk, command: Command, input: Input<'guardian.link'>): Refusal | null {
  const open = openPatron(desk)
  if (isRefusal(open)) return open
  return done(desk, command, linkingGuardian(desk.library, open.patron_id, input.barcode), 'linked')
}

export function endGuardian(desk: Desk, command: Command): Refusal | null {
  const open = openPatron(desk)
  if (isRefusal(open)) return open
  return done(desk, command, endingGuardian(desk.library, open.patron_id), 'unlinked')
}

function done(desk: Desk, command: Command, made: Gathering | Refusal, what: 'linked' | 'unlinked'): Refusal | null {
  if (isRefusal(made)) return made
  const { card } = speechOf(desk).words.outcomes.patron
  const said = { title: card.record, happened: card[what], fact: '', sentences: [], is_final: true, is_quiet: true }
  recordAndSay(desk, command, made, said)
  return null
}
