/** The methods about the open account's notes, and about forms that are half filled in. */
import type { Refusal } from '../../../shared/refusals/refusals.ts'
import type { Input, Output } from '../../../shared/ipc/contract.ts'
import type { CARD_METHODS } from '../../../shared/ipc/methods-card.ts'
import type { PATRON_METHODS } from '../../../shared/ipc/methods-patron.ts'
import { eventRefText } from '../../../shared/journal/event.ts'
import { ok, type Answer } from '../../ipc/answer.ts'
import type { Handlers } from '../../ipc/router.ts'
import { speechOf } from '../clerk-language.ts'
import type { Desk } from '../desk.ts'
import type { Command } from '../../library/command.ts'
import { once, snapshotAnswer } from '../handlers-desk.ts'
import { previewFamilyRenewal, renewFamily } from './family/family-renewal.ts'
import { dropFormDraft, keepFormDraft } from './form-drafts.ts'
import { editPatron, loseCard, openRegistered, registerPatron, renewCard, replaceCard } from './card-acts.ts'
import { checkRecord } from './check-acts.ts'
import { previewEdit } from './edit-preview.ts'
import { endFamily, endGuardian, linkFamily, linkGuardian } from './family/link-acts.ts'
import { allowPickup, endPickup } from './family/pickup-acts.ts'
import { compareWith, mergePatrons, tellApart } from './merge-acts.ts'
import { clearPatronPin, setPatronPin } from './pin-acts.ts'
import { alikeTo, previewRegistration } from './register-preview.ts'
import { noteTold, removeNote, writeNote } from './write-notes.ts'

export type PatronMethod = keyof typeof PATRON_METHODS | keyof typeof CARD_METHODS

/** These record nothing under an id of their own. */
type Unrecorded =
  | 'draft.keep'
  | 'draft.drop'
  | 'patron.register-preview'
  | 'patron.edit-preview'
  | 'patron.compare'
  | 'card.renew-family-preview'

export function patronHandlers(desk: Desk): Pick<Handlers, PatronMethod> {
  const recording =
    <Name extends Exclude<PatronMethod, Unrecorded>>(
      name: Name,
      work: (command: Command, input: Input<Name>) => Refusal | null,
    ) =>
    (input: Input<Name>): Answer<Output<'desk.snapshot'>> =>
      once(desk, name, input, (command) => work(command, input))
  return {
    'draft.keep': (input) => ok({ says: keepFormDraft(desk, input) }),
    'draft.drop': (input) => {
      dropFormDraft(desk, input)
      return ok({})
    },
    'note.write': recording('note.write', (command, input) => writeNote(desk, command, input)),
    'note.remove': recording('note.remove', (command, input) => removeNote(desk, command, input)),
    'note.told': recording('note.told', (command, input) => noteTold(desk, command, input)),
    'patron.register': (input) =>
      once(
        desk,
        'patron.register',
        input,
        (command) => registerPatron(desk, command, input),
        (command) => openLate(desk, command),
      ),
    'patron.register-preview': (input) =>
      ok({ lines: [...previewRegistration(desk, input)], alike: [...alikeTo(desk, input)] }),
    'patron.edit-preview': (input) => ok({ lines: [...previewEdit(desk, input)] }),
    'patron.edit': recording('patron.edit', (command, input) => editPatron(desk, command, input)),
    'patron.compare': (input) => {
      const refused = compareWith(desk, input)
      return refused ? { refused } : snapshotAnswer(desk)
    },
    'patron.merge': recording('patron.merge', (command, input) => mergePatrons(desk, command, input)),
    'patron.tell-apart': recording('patron.tell-apart', (command, input) => tellApart(desk, command, input)),
    'card.renew': recording('card.renew', (command, input) => renewCard(desk, command, input)),
    'card.renew-family': recording('card.renew-family', (command, input) => renewFamily(desk, command, input)),
    'card.renew-family-preview': (input) => ok({ lines: [...previewFamilyRenewal(desk, input)] }),
    'card.replace': recording('card.replace', (command, input) => replaceCard(desk, command, input)),
    'guardian.link': recording('guardian.link', (command, input) => linkGuardian(desk, command, input)),
    'guardian.end': recording('guardian.end', (command, input) => endGuardian(desk, command, input)),
    'family.link': recording('family.link', (command, input) => linkFamily(desk, command, input)),
    'family.end': recording('family.end', (command, input) => endFamily(desk, command, input)),
    'pickup.allow': recording('pickup.allow', (command, input) => allowPickup(desk, command, input)),
    'pickup.end': recording('pickup.end', (command, input) => endPickup(desk, command, input)),
    'patron.check': recording('patron.check', (command, input) => checkRecord(desk, command, input)),
    'patron.set-pin': recording('patron.set-pin', (command, input) => setPatronPin(desk, command, input)),
    'patron.clear-pin': recording('patron.clear-pin', (command) => clearPatronPin(desk, command)),
    'card.lose': recording('card.lose', (command, input) => loseCard(desk, command, input)),
  }
}

/** The desk died between the record and the answer: the account opens now. */
function openLate(desk: Desk, { command_id }: Command): void {
  const made = desk.library.journal.past(command_id)?.events.find(({ kind }) => kind === 'patron-registered')
  if (made) openRegistered(desk, eventRefText(made.head), [speechOf(desk).words.outcomes.patron.card.registered])
}
