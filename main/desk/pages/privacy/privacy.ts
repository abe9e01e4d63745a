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
import { askedAbout, viewsOf } from '../../privacy/record-views.ts'
import { personName } from '../../../search/search-patrons.ts'
import { addressText } from '../../../../shared/patron/address-text.ts'
import { act, callOf, facts, field, goTo, page } from '../make.ts'
import { logPage, LOG_TAB, STAFF_TAB } from './privacy-log.ts'
import { disclosureTable, viewTable } from './privacy-tables.ts'
import { speechOf } from '../../clerk-language.ts'
import type { Actor } from '../../../library/actor.ts'
import type { Library } from '../../../library/library.ts'
import type { Words } from '../../../../shared/words/en/en.ts'
import { actorOf } from '../../desk.ts'

const SHOWN_MAX = 100

type PrivacyWords = Words['pages']['privacy']

/** @param about empty for the open account; "why 17" before that one opens; "log" and "staff …" for a manager */
export function privacyPage(desk: Desk, about: string): PageView | null {
  const asked = askedAbout(about)
  if (asked !== null) return whyPage(desk, asked, about)
  if (about !== '') return logPage(desk, about)
  const { patron_id } = desk.session
  return patron_id === null ? null : accountPrivacy(desk, actorOf(desk), patron_id)
}

function whyPage(desk: Desk, asked: NonNullable<ReturnType<typeof askedAbout>>, about: string): PageView {
  const { reason, reasons } = speechOf(desk).words.pages.privacy
  return page(desk.library, {
    ref: { place: 'privacy', about },
    heading: reason.heading,
    lead: reason.lead,
    sections: [],
    acts: VIEW_REASONS.map(({ code: reason, key }) =>
      act({ key, label: reasons[reason], call: callOf('desk.open-patron', { ...asked, reason }) }),
    ),
  })
}

function accountPrivacy(desk: Desk, actor: Actor, patron_id: PatronId): PageView | null {
  const { library } = desk
  const speech = speechOf(desk)
  const words = speech.words.pages.privacy
  const person = library.db.get(patronById, { patron_id })
  if (!person) return null
  const seesLog = may(library, actor, 'see-privacy-log')
  return page(library, {
    ref: { place: 'privacy', about: '' },
    heading: personName(person),
    lead: words.lead,
    sections: [
      identity(library, words, patron_id, personName(person)),
      disclosureTable(speech, disclosuresOf(library, patron_id, SHOWN_MAX), false),
      ...(seesLog ? [viewTable(speech, viewsOf(library, patron_id, SHOWN_MAX))] : []),
    ],
    acts: acts(desk, words, actor, patron_id, seesLog),
  })
}

/** All that may be told in an emergency. */
function identity(library: Library, { identity: words }: PrivacyWords, patron_id: PatronId, name: string): Section {
  const contact = library.db.get(patronContact, { patron_id })
  const [home] = library.db.all(addressesOf, { patron_id })
  return facts('identity', words.heading, [
    [words.name, name],
    [words.address, home ? addressText(home) : ''],
    [words.telephone, contact?.phone ?? ''],
  ])
}

function acts(desk: Desk, words: PrivacyWords, actor: Actor, patron_id: PatronId, seesLog: boolean): readonly Act[] {
  const { library } = desk
  return [
    ...(may(library, actor, 'disclose') ? [discloseAct(words)] : []),
    ...(may(library, actor, 'export-patron') ? [exportAct(words)] : []),
    ...(may(library, actor, 'erase-patron') ? [eraseAct(desk, patron_id)] : []),
    goTo({ place: 'receipt', about: 'list disclosures' }, words.print, 'P'),
    ...(seesLog
      ? [
          goTo({ place: 'privacy', about: LOG_TAB }, words.to_log, 'L'),
          goTo({ place: 'privacy', about: STAFF_TAB }, words.to_viewers, 'S'),
        ]
      : []),
  ]
}

function discloseAct({ disclose: words, basis, what }: PrivacyWords): Act {
  return act({
    key: 'D',
    label: words.label,
    says: words.says,
    call: callOf('privacy.disclose', {}),
    asks: [
      field('basis', words.basis, 'choice', {
        is_required: true,
        options: DISCLOSURE_BASES.map((value) => ({ value, label: basis[value] })),
      }),
      field('what', words.what, 'choice', {
        is_required: true,
        options: DISCLOSED.map((value) => ({ value, label: what[value] })),
      }),
      field('to_whom', words.to_whom, 'text', { is_required: true, hint: words.to_whom_hint }),
    ],
  })
}

function exportAct({ own_data: words }: PrivacyWords): Act {
  return act({
    key: 'X',
    label: words.label,
    says: words.says,
    is_grave: true,
    call: callOf('privacy.export', {}),
    asks: [field('to_file', words.to_file, 'text', { is_required: true, hint: '/media/stick/my-data.json' })],
  })
}

/** What is in the way is said before anything is typed. */
function eraseAct(desk: Desk, patron_id: PatronId): Act {
  const { library } = desk
  const refused = whyNotErased(library, patron_id)
  const speech = speechOf(desk)
  const reason = refused ? speech.refusal(refused) : null
  const words = speech.words.pages.privacy.erase
  const hasCard = library.db.all(cardsOfPatron, { patron_id }).length > 0
  return act({
    key: 'E',
    label: words.label,
    says: reason ? words.not_yet(reason.says, reason.way_out) : words.says,
    is_grave: true,
    call: callOf('privacy.erase', {}),
    asks: [
      field('card_tail', words.card_tail, 'text', {
        is_required: true,
        hint: hasCard ? words.card_tail_hint : words.no_card_hint(NO_CARD_WORD),
      }),
    ],
  })
}
