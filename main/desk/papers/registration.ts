/** The form that the open patron signs, and their address as on an envelope. Reads only. */
import { ageOn } from '../../../shared/catalog/read-people.ts'
import { patronId, type PatronId } from '../../../shared/kernel/ids.ts'
import { localDate, type Instant } from '../../../shared/kernel/time.ts'
import { addressLines } from '../../../shared/patron/address-text.ts'
import { isGuardianshipOver } from '../../../shared/patron/guardians.ts'
import { registrationForm } from '../../../shared/receipt/account/registration-form.ts'
import type { ReceiptDocument } from '../../../shared/receipt/document.ts'
import { must } from '../../../shared/kernel/assert.ts'
import type { Account } from '../../circulation/accounts/account.ts'
import { here } from '../../library/here.ts'
import type { Library } from '../../library/library.ts'
import { cardOf, factsFor, readerOf } from '../../papers/facts-for-paper.ts'
import { isOrganization } from '../../library/organizations.ts'
import { isNonResidentSaid } from '../../patrons/card-choice.ts'
import { personName } from '../../search/search-patrons.ts'
import { guardianOf } from '../../store/circulation/eligibility-rows.ts'
import { patronById } from '../../store/patrons/patron-rows.ts'
import { homeAddress, personById } from '../../store/patrons/person-rows.ts'

/** "12 Elm St", "Deerfield, IL 60015"; none where no address is known. */
export function homeLines(library: Library, patron_id: PatronId): readonly string[] {
  const home = library.db.get(homeAddress, { patron_id })
  return home ? addressLines(home) : []
}

export function registrationOf(library: Library, account: Account, printed_at: Instant): ReceiptDocument[] {
  const { row } = account
  const { patron_id } = row
  const reader = readerOf(library, patron_id)
  const person = must(library.db.get(personById, { patron_id }), 'the open patron is known')
  const born_on = row.born_on === null ? null : localDate(row.born_on)
  const linked = library.db.get(guardianOf, { patron_id })?.guardian_patron_id ?? null
  const guardian = linked === null ? null : library.db.get(patronById, { patron_id: patronId(linked) })
  const guardian_name = guardian ? personName(guardian) : row.guardian
  const isChild = born_on === null ? guardian_name !== '' : !isGuardianshipOver(ageOn(born_on, here(library).today))
  const isOrganized = isOrganization(library, row.category_code)
  const facts = {
    ...factsFor(library, reader),
    printed_at,
    patron_name: personName(row),
    born_on,
    address_lines: homeLines(library, patron_id),
    phone: person.phone,
    email: person.email,
    category_name: row.category_name,
    card_barcode: cardOf(library, account),
    card_expires_on: row.expires_on === null ? null : localDate(row.expires_on),
    is_non_resident: isNonResidentSaid(library, patron_id),
    contact_name: isOrganized ? row.guardian : null,
    guardian_name: isChild && !isOrganized ? guardian_name : null,
    terms_lines: library.policy().settings.card_terms_lines,
  }
  return [registrationForm(facts, reader.words)]
}
