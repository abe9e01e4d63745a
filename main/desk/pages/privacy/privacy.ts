/**
 * Confidentiality of the open account: what was told to others, who looked, their own data, erasing. And, before an
 * account opens without its card, why. Must never show anything of an account while it asks why it is opened.
 */
import type { Act, PageView, Section } from '../../../../shared/desk/page.ts'
import type { PatronId } from '../../../../shared/kernel/ids.ts'
import { DISCLOSED, DISCLOSURE_BASES, NO_CARD_WORD, VIEW_REASONS } from '../../../../shared/patron/privacy.ts'
import { cardsOfPatron, patronContact } from '../../../store/privacy/page-rows.ts'
import { addressesOf } from '../../../store/patrons/patron-key-rows.ts'
import { patronById } from '../../../store/patrons/patron-rows.ts'
import type { Desk } from '../../desk.ts'
import { may } from '../../../library/grants.ts'
import { disclosuresOf } from '../../privacy/disclosures.ts'
import { whyNotErased } from '../../privacy/erasing.ts'
import { askedAbout, viewsOf } from '../../privacy/views.ts'
import { personName } from '../../../search/search-patrons.ts'
import { addressText } from '../account/account-people.ts'
import { act, callOf, facts, field, goTo, page } from '../make.ts'
import { logPage, LOG_TAB, STAFF_TAB } from './privacy-log.ts'
import { disclosureTable, viewTable } from './privacy-tables.ts'
import { speechOf } from '../../speech.ts'
import type { Actor } from '../../../library/actor.ts'
import type { Library } from '../../../library/library.ts'
import { actorOf } from '../../desk.ts'

const SHOWN_MAX = 100

/** @param about empty for the open account; "why 17" before that one opens; "log" and "staff …" for a manager */
export function privacyPage(desk: Desk, about: string): PageView | null {
  const asked = askedAbout(about)
  if (asked !== null) return whyPage(desk.library, asked, about)
  if (about !== '') return logPage(desk.library, about)
  const { patron_id } = desk.session
  return patron_id === null ? null : accountPrivacy(desk, actorOf(desk), patron_id)
}

function whyPage(library: Library, patron_id: number, about: string): PageView {
  return page(library, {
    ref: { place: 'privacy', about },
    heading: 'Why is this account opened?',
    lead: 'Your library keeps who looked at whose record, and why. The account opens with the letter of the reason.',
    sections: [],
    acts: VIEW_REASONS.map(({ code: reason, key, label }) =>
      act({ key, label, call: callOf('desk.open-patron', { patron_id, reason }) }),
    ),
  })
}

function accountPrivacy(desk: Desk, actor: Actor, patron_id: PatronId): PageView | null {
  const { library } = desk
  const person = library.db.get(patronById, { patron_id })
  if (!person) return null
  const seesLog = may(library, actor, 'see-privacy-log')
  return page(library, {
    ref: { place: 'privacy', about: '' },
    heading: personName(person),
    lead: 'Confidential by law: what they borrow is told only for a lawful reason, and that is written down.',
    sections: [
      identity(library, patron_id, personName(person)),
      disclosureTable(library, disclosuresOf(library, patron_id, SHOWN_MAX), false),
      ...(seesLog ? [viewTable(library, viewsOf(library, patron_id, SHOWN_MAX))] : []),
    ],
    acts: acts(desk, actor, patron_id, seesLog),
  })
}

/** All that may be told in an emergency. */
function identity(library: Library, patron_id: PatronId, name: string): Section {
  const contact = library.db.get(patronContact, { patron_id })
  const [home] = library.db.all(addressesOf, { patron_id })
  return facts('identity', 'May be told to a sworn officer in an emergency, and nothing more', [
    ['Name', name],
    ['Address', home ? addressText(home) : ''],
    ['Telephone', contact?.phone ?? ''],
  ])
}

function acts(desk: Desk, actor: Actor, patron_id: PatronId, seesLog: boolean): readonly Act[] {
  const { library } = desk
  return [
    ...(may(library, actor, 'disclose') ? [discloseAct()] : []),
    ...(may(library, actor, 'export-patron') ? [exportAct()] : []),
    ...(may(library, actor, 'erase-patron') ? [eraseAct(desk, patron_id)] : []),
    goTo({ place: 'receipt', about: 'list disclosures' }, 'On paper', 'P'),
    ...(seesLog
      ? [
          goTo({ place: 'privacy', about: LOG_TAB }, 'Everything told to others', 'L'),
          goTo({ place: 'privacy', about: STAFF_TAB }, 'Who looks at records', 'S'),
        ]
      : []),
  ]
}

function discloseAct(): Act {
  const options = (all: typeof DISCLOSURE_BASES | typeof DISCLOSED) =>
    all.map(({ code, label }) => ({ value: code, label }))
  return act({
    key: 'D',
    label: 'Write down what was told',
    says: 'In an emergency only who they are may be told.',
    call: callOf('privacy.disclose', {}),
    asks: [
      field('basis', 'On which ground', 'choice', { is_required: true, options: options(DISCLOSURE_BASES) }),
      field('what', 'What', 'choice', { is_required: true, options: options(DISCLOSED) }),
      field('to_whom', 'To whom', 'text', { is_required: true, hint: 'Name, office, number of the order' }),
    ],
  })
}

function exportAct(): Act {
  return act({
    key: 'X',
    label: 'Their own data',
    says: 'Everything the desk holds about them is written to a new file, not encrypted: give it to nobody else.',
    is_grave: true,
    call: callOf('privacy.export', {}),
    asks: [field('to_file', 'To which file', 'text', { is_required: true, hint: '/media/stick/my-data.json' })],
  })
}

/** What is in the way is said before anything is typed. */
function eraseAct(desk: Desk, patron_id: PatronId): Act {
  const { library } = desk
  const refused = whyNotErased(library, patron_id)
  const words = refused ? speechOf(desk).refusal(refused) : null
  const hasCard = library.db.all(cardsOfPatron, { patron_id }).length > 0
  return act({
    key: 'E',
    label: 'Erase who they are',
    says: words
      ? `Not yet. ${words.says} ${words.way_out}`
      : 'Name, cards, address, notes: gone for good. Sums stay. Where another system knows them, erase there too.',
    is_grave: true,
    call: callOf('privacy.erase', {}),
    asks: [
      field('card_tail', 'Last four of the card', 'text', {
        is_required: true,
        hint: hasCard ? 'Type them to confirm' : `There is no card: type ${NO_CARD_WORD}`,
      }),
    ],
  })
}
