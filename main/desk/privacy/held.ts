/**
 * Everything the desk holds about one patron, as a document for them. Reads only. Must never contain a word about
 * anyone else: their family, other patrons in a queue, staff beyond initials.
 */
import { must } from '../../../shared/kernel/assert.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { instant, type Instant } from '../../../shared/kernel/time.ts'
import { toLocal } from '../../../shared/kernel/zone.ts'
import type { DeskEvent } from '../../../shared/journal/event.ts'
import { wholeEvent } from '../../journal/recorded.ts'
import type { ExportRecord } from '../../../shared/patron/privacy-text.ts'
import { holdsOfPatron } from '../../store/circulation/hold-rows.ts'
import { loansOfPatron } from '../../store/patrons/patron-rows.ts'
import { pickedUpFor, pickersOf } from '../../store/patrons/pickup-rows.ts'
import { cardsOfPatron } from '../../store/privacy/page-rows.ts'
import { addressesOf } from '../../store/patrons/patron-key-rows.ts'
import * as rows from '../../store/privacy/privacy-rows.ts'
import { chargeWords, movedWords, whyWords } from '../../circulation/charges/charge-words.ts'
import { entriesOf, noteOf } from '../../circulation/charges/charge-reading.ts'
import { findItem, here } from '../../library/here.ts'
import { goneLoansOf } from '../../circulation/loans/gone-loans.ts'
import { disclosuresOf } from './disclosures.ts'
import { labelOf } from '../../../shared/words/labels.ts'
import { viewsOf } from './record-views.ts'
import type { Speech } from '../../../shared/words/speech.ts'
import { linkedTo } from '../../patrons/family.ts'
import type { Library } from '../../library/library.ts'

const ALL = 100_000
const FORMAT = { format: 'datestamp-patron', version: 1 } as const

/** Dates and times on the library's clock: "2026-11-24 11:07". */
type Say = (at: Instant) => string

function sayIn(library: Library): Say {
  const { zone } = here(library).branch
  return (at) => {
    const { on, minute } = toLocal(at, zone)
    const two = (value: number): string => String(value).padStart(2, '0')
    return `${on} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`
  }
}

export function everythingHeld(library: Library, speech: Speech, patron_id: PatronId): ExportRecord {
  const say = sayIn(library)
  const labels = speech.words.pages.privacy
  const { db } = library
  const named = db.all(rows.eventsNaming, { patron_id }).map(wholeEvent)
  const { is_view_log_told } = library.policy().settings
  return {
    ...FORMAT,
    made_at: say(library.clock.now()),
    library: here(library).branch.name,
    who_you_are: whoTheyAre(library, patron_id),
    cards: db.all(cardsOfPatron, { patron_id }).map(({ barcode, status }) => ({ number: barcode, status })),
    addresses: db.all(addressesOf, { patron_id }).map((one) => ({ ...one })),
    notes: db
      .all(rows.wholeNotesOfPatron, { patron_id })
      .map(({ is_blocking, is_message, is_suspension, ...note }) => ({
        ...note,
        is_stopping_lending: is_blocking === 1,
        is_message_to_you: is_message === 1,
        is_for_a_late_return: is_suspension === 1,
      })),
    blocks: db.all(rows.allBlocksOfPatron, { patron_id }).map((one) => ({ ...one })),
    on_loan: loans(library, patron_id, say),
    returned_and_not_yet_forgotten: returned(library, named, say),
    on_hold: holds(library, patron_id, say),
    charges: charges(library, speech, patron_id, say),
    claims: db.all(rows.wholeClaimsOfPatron, { patron_id }).map((one) => ({ ...one })),
    earlier_claims: db.all(rows.forgottenClaimsOf, { patron_id }).map(({ month_at_ms, claims_count }) => ({
      in_month_of: say(month_at_ms).slice(0, 7),
      claims_count,
    })),
    may_pick_up_for_you: db.all(pickersOf, { patron_id }).map(({ allowed_on, initials }) => ({ allowed_on, initials })),
    told_to_others: disclosuresOf(library, patron_id, ALL).map(({ at_ms, basis, what, to_whom, initials }) => ({
      told_at: say(instant(at_ms)),
      basis: labelOf(labels.basis, basis),
      what: labelOf(labels.what, what),
      to_whom,
      by: initials,
    })),
    given_to_you: named.flatMap(({ kind, head }) =>
      kind === 'patron-exported' ? [{ made_at: say(instant(head.at_ms)) }] : [],
    ),
    ...(is_view_log_told ? { looked_at: looks(library, speech, patron_id) } : {}),
  }
}

function whoTheyAre(library: Library, patron_id: PatronId): ExportRecord {
  const { db } = library
  const row = must(db.get(rows.patronWhole, { patron_id }), 'the open patron is known')
  const { is_large_print, is_barred, is_active, guardian, guardian_patron_id, ...others } = row
  const { category_name, branch_name, ...plain } = others
  return {
    ...plain,
    category: category_name,
    branch: branch_name,
    is_large_print: is_large_print === 1,
    is_barred: is_barred === 1,
    is_active: is_active === 1,
    is_guardian_named: guardian !== '',
    is_linked_to_a_guardian: guardian_patron_id !== null,
    children_linked_count: db.get(rows.childrenCount, { patron_id })?.children_count ?? 0,
    family_linked_count: linkedTo(library, patron_id).length,
    you_may_pick_up_for_others_count: db.all(pickedUpFor, { patron_id }).length,
  }
}

/** Also those whose item is gone from the library's data. */
function loans(library: Library, patron_id: PatronId, say: Say): ExportRecord[] {
  const gone = goneLoansOf(library, patron_id).map((loan) => ({ ...loan, title: '' }))
  return [...library.db.all(loansOfPatron, { patron_id }), ...gone].map((loan) => ({
    title: loan.title,
    barcode: loan.barcode ?? '',
    out_at: say(loan.out_at_ms),
    due_at: say(loan.due_at_ms),
    renewals_count: loan.renewals_count,
    loan_status: loan.loan_status,
  }))
}

/** Past loans that the desk can still trace, until the library's retention time is over. */
function returned(library: Library, named: readonly DeskEvent[], say: Say): ExportRecord[] {
  return named.flatMap(({ kind, head, body }) => {
    if (kind !== 'item-checked-out') return []
    const item = findItem(library, body.item_barcode)
    return [{ title: item?.title ?? '', barcode: body.item_barcode, out_at: say(instant(head.at_ms)) }]
  })
}

function holds(library: Library, patron_id: PatronId, say: Say): ExportRecord[] {
  return library.db.all(holdsOfPatron, { patron_id }).map((hold) => ({
    title: hold.title,
    status: hold.status,
    pickup_branch: hold.pickup_branch_code,
    placed_at: say(hold.placed_at_ms),
    expires_on: hold.expires_on,
    pickup_code: hold.pickup_code,
  }))
}

function charges(library: Library, speech: Speech, patron_id: PatronId, say: Say): ExportRecord[] {
  return library.db.all(rows.chargesOfPatron, { patron_id }).map((charge) => ({
    for: chargeWords(speech, charge.kind),
    title: charge.title ?? '',
    barcode: charge.barcode ?? '',
    charged_at: say(charge.charged_at_ms),
    amount_cents: charge.amount_cents,
    owed_cents: charge.owed_cents,
    to_be_paid_back_cents: charge.refund_due_cents,
    note: charge.note === '' ? noteOf(library, charge.charge_ref) : charge.note,
    reason: [...whyWords(library, speech, charge.charge_ref).steps],
    history: entriesOf(library, charge.charge_ref).map(
      (entry) => `${say(entry.at_ms)} ${movedWords(speech, charge.kind, entry)} ${speech.money(entry.amount_cents)}`,
    ),
  }))
}

function looks(library: Library, speech: Speech, patron_id: PatronId): ExportRecord[] {
  return viewsOf(library, patron_id, ALL).map(({ viewed_on, initials, place, reason, views_count }) => ({
    viewed_on,
    by: initials,
    place,
    reason: labelOf(speech.words.pages.privacy.reasons, reason),
    views_count,
  }))
}
