/**
 * The log of disclosures: that a record was disclosed, on which ground, how much, to whom. The recipient is kept beside
 * the sealed journal. Must never record an emergency as more than who a person is: the law allows no more.
 */
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import { disclosureRefusal } from '../../../shared/patron/privacy.ts'
import type { Input, Output } from '../../../shared/ipc/contract.ts'
import { eventRefText, parseEvent } from '../../../shared/journal/event.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { patronById } from '../../store/patrons/patron-rows.ts'
import { newestOfKind, newestOfPatron } from '../../store/privacy/privacy-rows.ts'
import { allStaff } from '../../store/policy/staff-rows.ts'
import { Gathering } from '../../circulation/charges/gathering.ts'
import { recordAndSay } from '../patrons/record-and-say.ts'
import type { Desk } from '../desk.ts'
import type { Command } from '../../library/command.ts'
import { ageHere } from '../../library/here.ts'
import { openPatron } from '../patrons/open-patron.ts'
import { speechOf } from '../clerk-language.ts'
import { personName } from '../../search/search-patrons.ts'
import type { Library } from '../../library/library.ts'

export function disclose(desk: Desk, command: Command, input: Input<'privacy.disclose'>): Refusal | null {
  const person = openPatron(desk)
  if ('code' in person) return person
  const { patron_id } = person
  const { basis, what } = input
  const age_count = ageHere(desk.library, person.born_on)
  const { guardian_told_below_age_count } = desk.library.policy().settings
  const refused = disclosureRefusal({ basis, what, age_count, guardian_told_below_age_count })
  if (refused) return refused
  const to_whom = input.to_whom.trim()
  if (to_whom === '') return refuse('recipient-missing')
  const to = new Gathering()
  to.about(patron_id, { kind: 'record-disclosed', body: { basis, what } }, to_whom)
  const words = speechOf(desk).words.pages.privacy
  const { title, recorded, no_titles } = words.disclose
  // An emergency disclosure must not have said more, so the row says so.
  const sentences = [words.basis[basis], words.what[what], ...(basis === 'emergency' ? [no_titles] : [])]
  recordAndSay(desk, command, to, {
    title,
    happened: recorded,
    fact: '',
    sentences,
    is_final: true,
    is_quiet: true,
  })
  return null
}

export type Disclosure = Output<'privacy.disclosures'>['disclosures'][number]

type ListedRow = NonNullable<(typeof newestOfKind)['row']>

function shown(library: Library, rows: readonly ListedRow[]): Disclosure[] {
  const initials = new Map(library.db.all(allStaff, {}).map((one) => [one.staff_code, one.initials]))
  return rows.flatMap(({ content, patron_id, text }) => {
    const { kind, head, body } = parseEvent(content)
    if (kind !== 'record-disclosed') return []
    const person = patron_id === null ? null : library.db.get(patronById, { patron_id })
    return [
      {
        event: eventRefText(head),
        at_ms: head.at_ms,
        initials: initials.get(head.staff) ?? head.staff,
        basis: body.basis,
        what: body.what,
        to_whom: text ?? '',
        name: person ? personName(person) : '',
      },
    ]
  })
}

const KIND = 'record-disclosed'

/** Of one patron, newest first. */
export function disclosuresOf(library: Library, patron_id: PatronId, limit: number): Disclosure[] {
  return shown(library, library.db.all(newestOfPatron, { kind: KIND, patron_id, limit }))
}

/** Of all patrons, newest first. One whose patron was erased has no name. */
export function allDisclosures(library: Library, limit: number): Disclosure[] {
  return shown(library, library.db.all(newestOfKind, { kind: KIND, limit }))
}
