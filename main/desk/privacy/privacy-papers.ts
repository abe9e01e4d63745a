/**
 * The log of disclosures of the open account, on paper. Must never tell what was borrowed, only that it was disclosed.
 */
import { instant } from '../../../shared/kernel/time.ts'
import type { ReceiptDocument } from '../../../shared/receipt/document.ts'
import { list } from '../../../shared/receipt/list.ts'
import type { PaperFacts } from '../../../shared/receipt/paper-facts.ts'
import type { Words } from '../../../shared/receipt/words/en.ts'
import { patronById } from '../../store/patrons/patron-rows.ts'
import type { Desk } from '../desk.ts'
import { personName } from '../../search/search-patrons.ts'
import { speechOf } from '../clerk-language.ts'
import { disclosuresOf } from './disclosures.ts'
import { labelOf } from '../../../shared/words/labels.ts'

const LISTED_MAX = 500

export function disclosureList(desk: Desk, facts: PaperFacts, words: Words): ReceiptDocument {
  const speech = speechOf(desk)
  const said = speech.words.pages.privacy
  const { heading, when, columns: names } = said.disclosures
  const { patron_id } = desk.session
  const person = patron_id === null ? null : desk.library.db.get(patronById, { patron_id })
  const told = patron_id === null ? [] : disclosuresOf(desk.library, patron_id, LISTED_MAX)
  const rows = told.map(({ at_ms, basis, what, to_whom, initials }) => ({
    cells: [speech.moment(instant(at_ms)), labelOf(said.what, what)],
    under: [labelOf(said.basis, basis), to_whom, initials],
  }))
  const columns = [
    { label: when, width_count: 20 },
    { label: names.what, width_count: 0 },
  ]
  const groups = [{ heading: person ? personName(person) : '', rows }]
  return list({ ...facts, kind: 'list', title: heading, columns, groups, has_boxes: false }, words)
}
