/**
 * The log of disclosures of the open account, on paper. Must never tell what was borrowed, only that it was disclosed.
 */
import { sayMoment } from '../../../shared/kernel/say-date.ts'
import { instant } from '../../../shared/kernel/time.ts'
import { privacyLabel } from '../../../shared/patron/privacy.ts'
import type { ReceiptDocument } from '../../../shared/receipt/document.ts'
import { list } from '../../../shared/receipt/list.ts'
import type { PaperFacts } from '../../../shared/receipt/paper-facts.ts'
import type { Words } from '../../../shared/receipt/words/en.ts'
import { patronById } from '../../store/patrons/patron-rows.ts'
import type { Desk } from '../desk.ts'
import { here } from '../../library/here.ts'
import { personName } from '../../search/search-patrons.ts'
import { disclosuresOf } from './disclosures.ts'

const LISTED_MAX = 500

export function disclosureList(desk: Desk, facts: PaperFacts, words: Words): ReceiptDocument {
  const { branch, today } = here(desk.library)
  const { patron_id } = desk.session
  const person = patron_id === null ? null : desk.library.db.get(patronById, { patron_id })
  const told = patron_id === null ? [] : disclosuresOf(desk.library, patron_id, LISTED_MAX)
  const rows = told.map(({ at_ms, basis, what, to_whom, initials }) => ({
    cells: [sayMoment(instant(at_ms), branch.zone, today), privacyLabel(what)],
    under: [privacyLabel(basis), to_whom, initials],
  }))
  const columns = [
    { label: 'When', width_count: 20 },
    { label: 'What', width_count: 0 },
  ]
  const groups = [{ heading: person ? personName(person) : '', rows }]
  return list({ ...facts, kind: 'list', title: 'Told to others', columns, groups, has_boxes: false }, words)
}
