/**
 * Makes one record of two: reads both, decides, makes the entries. The kept record is the one whose account is open;
 * the former one goes. Records nothing itself.
 */
import type { PatronWords } from '../../shared/journal/events/patrons.ts'
import { holdState } from '../../shared/circulation/holds/hold-facts.ts'
import { patronId, type PatronId } from '../../shared/kernel/ids.ts'
import { CONSENT_FIELDS, type MergeField } from '../../shared/kernel/patron-field.ts'
import { cents, type Cents } from '../../shared/kernel/money.ts'
import type { LocalDate } from '../../shared/kernel/time.ts'
import { differences, takenOf, type Difference, type MergeValues } from '../../shared/patron/merge/differences.ts'
import { addressText } from '../../shared/patron/address-text.ts'
import type { MergeSums } from '../../shared/patron/merge/merge-about.ts'
import { mergeFault, type MergeSide } from '../../shared/patron/merge/merge-fault.ts'
import { isMinor } from '../../shared/patron/guardians.ts'
import { holdsToEnd } from '../../shared/circulation/holds/same-holds.ts'
import { refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import { Gathering } from '../circulation/charges/gathering.ts'
import { holdsOf, type Hold } from '../circulation/holds/reading.ts'
import { ageHere, here } from '../library/here.ts'
import type { Library } from '../library/library.ts'
import { staffOfBadge } from '../library/staff-known.ts'
import { childrenOf, familyNamedBy, familyNaming, guardianOf } from '../store/circulation/eligibility-rows.ts'
import { openChargesOfPatron } from '../store/money/charge-rows.ts'
import { isErased } from '../store/patrons/erased-patrons.ts'
import { notesNow } from '../store/patrons/note-rows.ts'
import { blocksOfPatron, patronById, type PatronRow } from '../store/patrons/patron-rows.ts'
import { bouncedOn, mailBacksOf } from '../store/patrons/came-back-rows.ts'
import { homeAddress, personById, type PersonRow } from '../store/patrons/person-rows.ts'
import { cardsOfPatron, loansCount } from '../store/privacy/page-rows.ts'
import { linkedTo } from './family.ts'
import { NOTHING, wordsText } from './words-text.ts'

type Card = { readonly barcode: string; readonly status: string }

type PatronRecord = {
  readonly row: PatronRow
  readonly person: PersonRow
  /** Since when what is sent to their e-mail address comes back; null: it does not. */
  readonly bounced_on: LocalDate | null
  /** When mail to them last came back, as this desk says; null: it did not. */
  readonly mail_back_on: LocalDate | null
  readonly address: (typeof homeAddress)['row']
  readonly guardian_patron_id: PatronId | null
  readonly family_patron_id: number | null
  readonly linked: readonly PatronId[]
  /** Those of them who name this record. */
  readonly naming: ReadonlySet<PatronId>
  readonly cards: readonly Card[]
  readonly holds: readonly Hold[]
  readonly sums: MergeSums
}

function recordOf(library: Library, patron_id: PatronId): PatronRecord | null {
  const { db } = library
  const of = { patron_id }
  const [row, person] = [db.get(patronById, of), db.get(personById, of)]
  if (!row || !person) return null
  const { today } = here(library)
  const charges = db.all(openChargesOfPatron, of)
  const sum = (what: 'owed_cents' | 'refund_due_cents'): Cents =>
    cents(charges.reduce((total, charge) => total + charge[what], 0))
  const cards = db.all(cardsOfPatron, of)
  const holds = holdsOf(library, patron_id)
  const guardian = db.get(guardianOf, of)?.guardian_patron_id ?? null
  const guardian_patron_id = guardian === null ? null : patronId(guardian)
  const family_patron_id = db.get(familyNamedBy, of)?.family_patron_id ?? null
  const linked = linkedTo(library, patron_id)
  const naming = new Set(db.all(familyNaming, of).map((one) => one.patron_id))
  const sums = {
    loans_count: db.get(loansCount, of)?.out_count ?? 0,
    holds_count: holds.length,
    owed_cents: sum('owed_cents'),
    refund_due_cents: sum('refund_due_cents'),
    notes_count: db.all(notesNow, { ...of, today }).length,
    blocks_count: db.all(blocksOfPatron, { ...of, today }).length,
    cards_count: cards.length,
    wards_count: db.all(childrenOf, of).length,
    family_count: linked.length,
  }
  const address = db.get(homeAddress, of) ?? undefined
  const bounced_on = db.get(bouncedOn, of)?.bounced_on ?? null
  const mail_back_on = db.all(mailBacksOf, of).at(-1)?.from_on ?? null
  const named = { guardian_patron_id, family_patron_id, linked, naming }
  return { row, person, bounced_on, mail_back_on, address, ...named, cards, holds, sums }
}

const currentOf = (cards: readonly Card[]): string => cards.find((card) => card.status === 'current')?.barcode ?? ''

function valuesOf({ person, address, cards, guardian_patron_id }: PatronRecord): MergeValues {
  const { surname, given, preferred_given, born_on, category_code, branch_code, expires_on } = person
  const { phone, email, guardian, language, home_library_name, notice_kind, history_consent_kind, news_consent_kind } =
    person
  return {
    surname,
    given,
    preferred_given,
    born_on: born_on ?? '',
    card: currentOf(cards),
    category_code,
    branch_code,
    expires_on: expires_on ?? '',
    address: address ? addressText(address) : '',
    phone,
    email,
    guardian: guardian === '' && guardian_patron_id !== null ? String(guardian_patron_id) : guardian,
    language,
    home_library_name,
    notice_kind,
    history_consent_kind,
    news_consent_kind,
  }
}

export type MergePlan = {
  readonly kept: PatronRecord
  readonly former: PatronRecord
  readonly differing: readonly Difference[]
  /** Holds that end, because the other record has one on the same title. */
  readonly ending: readonly Hold[]
  /** The links to family that the kept record has then: each other person once. */
  readonly family_after_count: number
  /** Whom the former record names as family is linked no more: the kept one names somebody else. */
  readonly isLinkEnding: boolean
  /** They were born on two days, or one is a child and the other is not: likely two people. */
  readonly unlike: 'ages' | 'born' | null
  /** Whoever is barred under one record stays so. */
  readonly isBarTaken: boolean
  /** The kept account is closed, and the other is not. */
  readonly isReopened: boolean
}

function sideOf(
  library: Library,
  { row, person, guardian_patron_id, family_patron_id, cards, sums }: PatronRecord,
  is_at_desk: boolean,
): MergeSide {
  const { patron_id } = row
  const is_erased = isErased(library.db, patron_id)
  const is_staff = cards.some(({ barcode }) => staffOfBadge(library, barcode) !== null)
  const { born_on } = person
  const is_minor = isMinor(ageHere(library, born_on))
  const has_wards = sums.wards_count > 0
  const family = { guardian_patron_id, family_patron_id, is_minor, has_wards }
  return { patron_id, ...family, is_erased, is_staff, is_at_desk }
}

function unlikeBirth(library: Library, kept: PatronRecord, former: PatronRecord): MergePlan['unlike'] {
  const [ours, theirs] = [kept.person.born_on, former.person.born_on]
  if (ours === null || theirs === null || ours === theirs) return null
  return isMinor(ageHere(library, ours)) === isMinor(ageHere(library, theirs)) ? 'born' : 'ages'
}

/** Who is linked to the kept record afterwards. It names one other at most, as every record does. */
function linkedAfter(kept: PatronRecord, former: PatronRecord): readonly PatronId[] {
  const isNamedLost = kept.family_patron_id !== null && former.family_patron_id !== null
  const stays = former.linked.filter(
    (other) => !isNamedLost || other !== former.family_patron_id || former.naming.has(other),
  )
  return [...new Set([...kept.linked, ...stays])]
}

/**
 * What making one record of these two would give, or why it must not be.
 * @param former null: the card is nobody's
 * @param isAtDesk something of the open account is not decided yet
 */
export function mergePlan(
  library: Library,
  kept: PatronId,
  former: PatronId | null,
  isAtDesk: boolean,
): MergePlan | Refusal {
  const ours = recordOf(library, kept)
  if (!ours) return refuse('patron-gone')
  const theirs = former === null ? null : recordOf(library, former)
  const fault = mergeFault(sideOf(library, ours, isAtDesk), theirs && sideOf(library, theirs, false))
  if (fault !== null || theirs === null) return refuse('merge-unfit', { fault: fault ?? 'unknown' })
  const wishes = (holds: readonly Hold[]) => holds.map(({ facts, title_id }) => ({ ...facts, title_id }))
  const ended = new Set(holdsToEnd(wishes(ours.holds), wishes(theirs.holds)))
  const linked = linkedAfter(ours, theirs)
  return {
    kept: ours,
    former: theirs,
    differing: differences(valuesOf(ours), valuesOf(theirs)),
    ending: [...ours.holds, ...theirs.holds].filter(({ facts }) => ended.has(facts.hold_ref)),
    family_after_count: linked.length,
    isLinkEnding: linked.length < new Set([...ours.linked, ...theirs.linked]).size,
    unlike: unlikeBirth(library, ours, theirs),
    isBarTaken: ours.row.is_barred === 0 && theirs.row.is_barred === 1,
    isReopened: ours.row.is_active === 0 && theirs.row.is_active === 1,
  }
}

/** As many as an entry names: the others keep their status. */
const CARDS_MAX = 20

/** The former record's cards, and what is no card in use any more. */
function cardsAfter({ kept, former }: MergePlan, taken: ReadonlySet<MergeField>): PatronWords['cards'] {
  const isTheirs = taken.has('card')
  const statusOf = ({ status }: Card, stays: boolean): 'current' | 'former' | 'lost' =>
    status === 'current' && !stays ? 'former' : (status as 'current' | 'former' | 'lost')
  const ours = isTheirs ? kept.cards.filter((card) => card.status === 'current') : []
  const all = [
    ...ours.map((card) => ({ barcode: card.barcode, status: statusOf(card, false) })),
    ...former.cards.map((card) => ({ barcode: card.barcode, status: statusOf(card, isTheirs) })),
  ]
  return all.slice(0, CARDS_MAX)
}

/** Whether somebody who has a card in use under one of the records would have none. */
export function isCardless(plan: MergePlan, turned: ReadonlySet<MergeField>): boolean {
  const before = [...plan.kept.cards, ...plan.former.cards]
  const taken = new Set(takenOf(plan.differing, turned))
  const after = new Map([...before, ...cardsAfter(plan, taken)].map(({ barcode, status }) => [barcode, status]))
  return currentOf(before) !== '' && ![...after.values()].includes('current')
}

/** When they last said anything of it; null: never. */
function later(one: string | null, other: string | null): string | null {
  return (one ?? '') > (other ?? '') ? one : other
}

function fieldsAfter({ kept, former }: MergePlan, taken: ReadonlySet<MergeField>): PatronWords['fields'] {
  const { person, guardian_patron_id } = former
  const fields = [...taken].flatMap((field): (readonly [name: string, value: string | number | null])[] => {
    if (field === 'card') return []
    if (field === 'address')
      return [
        ['address_checked_on', person.address_checked_on],
        ['unfit_on', person.unfit_on],
      ]
    // What was seen for a changed name is of that name.
    if (field === 'surname' || field === 'given')
      return [
        [field, person[field]],
        ['name_proof_code', person.name_proof_code],
        ['name_changed_on', person.name_changed_on],
      ]
    if (field === 'guardian')
      return [
        [field, person.guardian],
        ['guardian_patron_id', guardian_patron_id],
      ]
    if (CONSENT_FIELDS.has(field))
      return [
        [field, person[field]],
        ['consented_on', later(kept.person.consented_on, person.consented_on)],
      ]
    return [[field, person[field]]]
  })
  // Whoever names nobody as family names whom the former record did.
  const isFamilyTaken = kept.family_patron_id === null && former.family_patron_id !== null
  if (isFamilyTaken) fields.push(['family_patron_id', former.family_patron_id])
  // Parsed by its shape before it is recorded (wordsText).
  return Object.fromEntries(fields) as PatronWords['fields']
}

/** Since when the address that is kept bounces, whichever record says so; null: neither does. */
function bouncedAfter({ kept, former }: MergePlan, taken: ReadonlySet<MergeField>): LocalDate | null {
  const { email } = taken.has('email') ? former.person : kept.person
  return (
    [kept, former].find(({ person, bounced_on }) => bounced_on !== null && person.email === email)?.bounced_on ?? null
  )
}

/** The entries that make one record of two. @param turned fields that a person chose the other way */
export function merging(plan: MergePlan, turned: ReadonlySet<MergeField>): Gathering {
  const { kept, former } = plan
  const taken = new Set(takenOf(plan.differing, turned))
  const { street = '', city = '', region = '', postal_code = '' } = former.address ?? {}
  const bounced_on = bouncedAfter(plan, taken)
  const words: PatronWords = {
    ...NOTHING,
    fields: fieldsAfter(plan, taken),
    address: taken.has('address') ? { street, city, region, postal_code } : null,
    cards: cardsAfter(plan, taken),
    also: [
      { put: 'merged', merged_patron_id: former.row.patron_id },
      ...(bounced_on === null ? [] : [{ put: 'bounced', on: bounced_on } as const]),
      ...(former.mail_back_on === null ? [] : [{ put: 'mail-back', on: former.mail_back_on } as const]),
    ],
  }
  const gathered = new Gathering()
  gathered.about(kept.row.patron_id, { kind: 'patrons-merged', body: {} }, wordsText(words))
  for (const { facts } of plan.ending) {
    gathered.add({
      kind: 'hold-ended',
      body: { hold_ref: facts.hold_ref, reason: 'canceled', before: holdState(facts) },
    })
  }
  return gathered
}
