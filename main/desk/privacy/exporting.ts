/**
 * Gives a patron what the desk holds about them: two new files, one for programs and one to read, readable by the owner
 * only. The export is recorded. Must never overwrite a file, nor leave one half written.
 */
import type { Refusal } from '../../../shared/refusals/refusals.ts'
import { readableText } from '../../../shared/patron/privacy-text.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { Gathering } from '../../circulation/charges/gathering.ts'
import { recordAndSay } from '../patrons/record-and-say.ts'
import type { Desk } from '../desk.ts'
import type { Command } from '../../library/command.ts'
import { makeNewFiles, newPlace } from '../staff/new-place.ts'
import { openPatron } from '../patrons/open-patron.ts'
import { speechOf } from '../clerk-language.ts'
import { everythingHeld } from './held.ts'

const TEXT = '.txt'

export function exportPatron(desk: Desk, command: Command, input: Input<'privacy.export'>): Refusal | null {
  const open = openPatron(desk)
  if ('code' in open) return open
  const { patron_id } = open
  const place = newPlace(desk.library, input.to_file, 'file')
  if ('code' in place) return place
  const beside = newPlace(desk.library, `${place.path}${TEXT}`, 'file')
  if ('code' in beside) return beside
  const speech = speechOf(desk)
  const words = speech.words.pages.privacy.own_data
  const held = everythingHeld(desk.library, speech, patron_id)
  const files = [
    { path: place.path, text: `${JSON.stringify(held, null, 2)}\n` },
    { path: beside.path, text: readableText(held, speech.money) },
  ]
  const to = new Gathering()
  to.about(patron_id, { kind: 'patron-exported', body: {} })
  const sentences = [words.is_in(place.path), words.to_read(beside.path)]
  const said = { title: words.title, happened: words.exported, fact: '', sentences, is_final: true, is_quiet: true }
  // A file about a patron that no entry tells of is found by nobody: the entry comes first.
  return makeNewFiles(files, () => recordAndSay(desk, command, to, said))
}
