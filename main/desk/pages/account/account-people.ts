/** Who the open patron is and who belongs to them: cards, contact, age; guardian and children with what each owes. */
import { ageOn } from '../../../../shared/catalog/read-people.ts'
import { sentences } from '../../../../shared/desk/words/words.ts'
import { addressText } from '../../../../shared/patron/address-text.ts'
import type { PageRow, Section, Tone } from '../../../../shared/desk/page.ts'
import { cents } from '../../../../shared/kernel/money.ts'
import type { PatronId } from '../../../../shared/kernel/ids.ts'
import { localDate, type LocalDate } from '../../../../shared/kernel/time.ts'
import { nameProofOf } from '../../../../shared/patron/name-proofs.ts'
import type { Words } from '../../../../shared/words/en/en.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import { anotherBecause } from '../../../patrons/another-person.ts'
import { familyOf, linkedTo, type Kin } from '../../../patrons/family.ts'
import { isOrganization } from '../../../library/organizations.ts'
import { guardianSees } from '../../../patrons/guardian-sees.ts'
import { owedByPatron } from '../../../store/money/charge-rows.ts'
import { cardsOfPatron, loansCount } from '../../../store/privacy/page-rows.ts'
import { addressesOf } from '../../../store/patrons/patron-key-rows.ts'
import { patronById } from '../../../store/patrons/patron-rows.ts'
import { personById, type PersonRow } from '../../../store/patrons/person-rows.ts'
import { bouncedOn } from '../../../store/patrons/came-back-rows.ts'
import { personName } from '../../../search/search-patrons.ts'
import { cardAtHead } from '../../patrons/card-shown.ts'
import type { AccountNow } from './account-now.ts'
import { nameProofText } from '../patrons/patron-form.ts'
import { act, amount, callOf, cell, figure, figures, row, table } from '../make.ts'
import type { Library } from '../../../library/library.ts'

type Fact = readonly [label: string, text: string, tone?: Tone]

/** Who they are and how to reach them, for the facts at the head of the account. */
export function personFacts({ desk, speech, account, today }: AccountNow): readonly Fact[] {
  const { row: who } = account
  const words = speech.words.pages.account.who
  const { patron_id } = who
  const person = desk.library.db.get(personById, { patron_id })
  const cards = desk.library.db.all(cardsOfPatron, { patron_id })
  const [only, ...more] = cards
  const bounced = desk.library.db.get(bouncedOn, { patron_id })?.bounced_on ?? null
  const because = anotherBecause(desk.library, patron_id)
  return [
    [
      words.card,
      more.length === 0 && only?.status === 'current' ? '' : cards.map((card) => cardText(words, card)).join(', '),
    ],
    [
      words.expires,
      who.expires_on !== null && who.expires_on < today ? speech.month(localDate(who.expires_on)) : '',
      'stop',
    ],
    [words.phone, person?.phone ?? ''],
    bounced === null
      ? [words.email, person?.email ?? '']
      : [words.email, words.email_bounced(person?.email ?? '', speech.date(localDate(bounced))), 'warn'],
    ...addressFacts(words, desk.library, patron_id),
    isOrganization(desk.library, who.category_code)
      ? [speech.words.panel.contact, who.guardian]
      : [words.guardian, guardianFact(speech, desk.library, who)],
    [words.another, because === null ? '' : speech.words.pages.patrons.form.another_whys[because]],
    ...(person ? renamedFacts(speech, desk.library, person) : []),
    ...(person ? toldFacts(speech, person, bounced !== null) : []),
  ]
}

/** Who answers for them, and what that person may be told. */
function guardianFact({ words }: Speech, library: Library, who: AccountNow['account']['row']): string {
  return who.guardian === '' ? '' : sentences(who.guardian, words.panel.guardian_sees[guardianSees(library, who)])
}

/** When their name was last changed here, and what was seen for it. */
function renamedFacts(speech: Speech, library: Library, person: PersonRow): readonly Fact[] {
  const { name_changed_on: on, name_proof_code } = person
  if (on === null) return []
  const { renamed, renamed_on } = speech.words.pages.account.who
  const seen = nameProofOf(library.policy().source.proof_kinds, name_proof_code)
  const text = seen === null ? name_proof_code : nameProofText(speech, seen)
  return [[renamed, renamed_on(speech.date(localDate(on)), text)]]
}

/** How to tell them, and what they agreed to. */
function toldFacts({ words, date }: Speech, person: PersonRow, isBounced: boolean): readonly Fact[] {
  const { who } = words.pages.account
  const { notice_kind, history_consent_kind, news_consent_kind, consented_on } = person
  const ways: Readonly<Record<string, string>> = words.pages.patrons.form.choices.notice_kind
  const agreed = [
    history_consent_kind === 'yes' ? who.agreed_history : '',
    news_consent_kind === 'yes' ? who.agreed_news : '',
  ].filter((part) => part !== '')
  const isAsked = history_consent_kind !== '' || news_consent_kind !== ''
  const what = isAsked ? agreed.join(', ') || who.agreed_none : ''
  return [
    isBounced && notice_kind === 'email'
      ? [who.told_by, who.told_bounced(ways[notice_kind] ?? ''), 'warn']
      : [who.told_by, ways[notice_kind] ?? ''],
    [who.agreed, what === '' || consented_on === null ? what : who.since(what, date(localDate(consented_on)))],
  ]
}

/** "21234000123455, Resident adult, to Sep 2027, born June 15, 1985, 41 years old": whom the clerk has before them. */
export function whoInOneLine({ desk, speech, account, today }: AccountNow): string {
  const { row: who } = account
  const { born: born_word } = speech.words.pages.account.who
  const { panel } = speech.words
  const born = who.born_on === null ? '' : bornWords(speech, localDate(who.born_on), today)
  return [
    cardAtHead(desk, who.patron_id),
    who.category_name,
    who.expires_on === null ? panel.never_expires : panel.expires(speech.month(localDate(who.expires_on))),
    born === '' ? '' : `${born_word.toLowerCase()} ${born}`,
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

type WhoWords = Words['pages']['account']['who']

function cardText(words: WhoWords, { barcode, status }: NonNullable<(typeof cardsOfPatron)['row']>): string {
  if (status === 'former') return words.former_card(barcode)
  return status === 'lost' ? words.lost_card(barcode) : barcode
}

function bornWords({ words, dateLong }: Speech, born_on: LocalDate, today: LocalDate): string {
  return words.pages.account.who.born_on(dateLong(born_on), ageOn(born_on, today))
}

function addressFacts(words: WhoWords, library: Library, patron_id: PatronId): readonly Fact[] {
  return library.db.all(addressesOf, { patron_id }).map((one): Fact => {
    const isHome = one.kind === '' || one.kind === 'home'
    return [isHome ? words.address : words.address_of(one.kind), addressText(one)]
  })
}

/**
 * The guardian and the children, or, of a child, the guardian and the other children, and who is linked as family. No
 * section where there are none.
 */
export function familySection({ desk, speech, account }: AccountNow): readonly Section[] {
  const { patron_id } = account.row
  const words = speech.words.pages.account.family
  const members = familyOf(desk.library, patron_id)
  if (members.size === 0) return []
  const { name, out, owes } = words.columns
  const linked = new Set(linkedTo(desk.library, patron_id))
  return [
    table({
      section_id: 'family',
      heading: words.heading,
      columns: [name, figures(out), figures(owes)],
      rows: [...members].flatMap(([member, is]) => memberRow(speech, desk.library, member, is, linked.has(member))),
      empty: '',
    }),
  ]
}

function memberRow(
  speech: Speech,
  library: Library,
  patron_id: PatronId,
  is: Kin,
  isLinked: boolean,
): readonly PageRow[] {
  const { db } = library
  const { words } = speech
  const person = db.get(patronById, { patron_id })
  if (!person) return []
  const owed = cents(db.get(owedByPatron, { patron_id })?.owed_cents ?? 0)
  const { family } = words.pages.account
  const end = callOf('family.end', { other_patron_id: patron_id })
  const out_count = db.get(loansCount, { patron_id })?.out_count ?? 0
  return [
    row({
      row_id: `family ${patron_id}`,
      cells: [cell(personName(person)), figure(out_count), amount(speech, owed, owed > 0 ? 'warn' : 'quiet')],
      // A guardian at the desk asks what a child has: what they may be told is beside it.
      notes: [family[is], ...(is === 'child' ? [words.panel.guardian_sees[guardianSees(library, person)]] : [])],
      enter: act({ label: words.pages.account.open, call: callOf('desk.open-patron', { patron_id }) }),
      acts: isLinked ? [act({ key: 'X', label: family.end, call: end, says: family.end_says })] : [],
    }),
  ]
}
