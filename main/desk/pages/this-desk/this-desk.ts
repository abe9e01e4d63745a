/**
 * This desk itself: where its data lies and how it stands, and what keeps it safe. Who may open it is in
 * shared/desk/page-grants.ts. Must never show the key.
 */
import type { Act, PageView, Section, Tone } from '../../../../shared/desk/page.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import type { Words } from '../../../../shared/words/en/en.ts'
import { isFewLeft } from '../../../../shared/patron/card-numbers.ts'
import { instant } from '../../../../shared/kernel/time.ts'
import { headText } from '../../../journal/journal.ts'
import { fingerprintOf } from '../../../journal/signing.ts'
import { areOwnCardsUnsure, ownCardsLeft } from '../../../patrons/card-choice.ts'
import { staffNames } from '../../../library/staff-known.ts'
import { allStaff } from '../../../store/policy/staff-rows.ts'
import { countEvents } from '../../../store/journal/journal-rows.ts'
import type { Desk } from '../../desk.ts'
import { here } from '../../../library/here.ts'
import { keyOpenMeant } from '../../data-in/real-people.ts'
import { isBackingUp, sayTook } from '../../upkeep/backing-up.ts'
import { lastBackup } from '../../../library/last-backup.ts'
import { isKeyUnconfirmed, keyConfirmed } from '../../../library/key-on-paper.ts'
import { mayPutBack } from '../../upkeep/ways-out.ts'
import { changesTold, lossesTold, staffTold } from '../../upkeep/witnessing.ts'
import { newsNow } from '../../staff/news.ts'
import { speechOf } from '../../clerk-language.ts'
import { backupStrip } from './backup-strip.ts'
import { KEY_CHECK } from './recovery-key.ts'
import { act, callOf, facts, field, goTo, ownPinField, page } from '../make.ts'
import type { Library } from '../../../library/library.ts'
import { actorOf } from '../../desk.ts'

type DeskWords = Words['pages']['this_desk']['desk']

function backupBar({ backing_up: heading, beginning: says }: DeskWords): Section {
  return { kind: 'progress', section_id: 'bar', heading, of: 'backup', says, progress: 0 }
}

export function thisDeskPage(desk: Desk): PageView | null {
  const { branch } = here(desk.library)
  const speech = speechOf(desk)
  const words = speech.words.pages.this_desk.desk
  const clock = desk.library.clock.trouble()
  const trouble = clock === null ? '' : speech.words.outcomes.desk.clock[clock]
  const losses = lossesTold(desk.library, speech)
  const changes = changesTold(desk.library, speech)
  const count = desk.library.db.get(countEvents, {})?.events_count ?? 0
  return page(desk.library, {
    ref: { place: 'this-desk', about: '' },
    heading: words.heading,
    lead: words.lead,
    sections: [
      ...(isBackingUp(desk.library) ? [backupBar(words)] : []),
      facts('desk', words.place, [
        [words.branch, branch.name],
        [words.name, desk.library.deskName],
        [words.code, desk.library.journal.terminal],
        [
          words.clock,
          trouble === '' ? words.clock_right(sayNow(desk.library, speech)) : trouble,
          trouble === '' ? 'plain' : 'warn',
        ],
        [words.cards, ...cardsSaid(desk.library, words)],
      ]),
      backupStrip(desk.library, speech),
      facts('data', words.data, [
        [words.folder, desk.library.folder],
        [words.key, ...keySaid(desk.library, speech)],
        ...onPaperSaid(desk.library, speech),
        [words.backup, ...backupSaid(desk.library, speech)],
        [words.journal, words.entries(count)],
        ...losses.map((says) => [words.missing, says, 'stop'] as const),
        ...changes.map((says) => [words.changed, says, 'warn'] as const),
        ...staffTold(desk.library, speech).map((says) => [words.staff, says, 'stop'] as const),
        [words.head, headText(desk.library.journal.head, desk.library.journal.terminal)],
        [words.signed, ...signedSaid(desk.library, speech)],
      ]),
    ],
    acts: [
      ...(isKeyUnconfirmed(desk.library) ? [confirmKeyAct(speech)] : []),
      ...(isBackingUp(desk.library) ? [] : [backupAct(words)]),
      ...safeActs(words),
      ...(mayPutBack(desk.library, actorOf(desk)) ? [restoreAct(speech)] : []),
      ...(trouble === '' ? [] : [clockAct(desk.library, speech)]),
      ...(losses.length + changes.length === 0 ? [] : [missingAct(words)]),
      ...ownActs(desk.library, speech),
      ...newsActs(desk, speech),
      goTo({ place: 'devices', about: '' }, words.devices, 'D'),
    ],
  })
}

function sayNow(library: Library, { moment }: Speech): string {
  return moment(library.clock.machineNow())
}

/** How many card numbers are left here, and that it is time to ask for more. A desk without a range says nothing. */
function cardsSaid(library: Library, { cards_few, cards_unsure }: DeskWords): readonly [string, Tone] {
  const left_count = ownCardsLeft(library)
  if (left_count === null) return ['', 'plain']
  if (left_count === 0 && areOwnCardsUnsure(library)) return [cards_unsure, 'warn']
  return isFewLeft(left_count) ? [cards_few(left_count), 'warn'] : [String(left_count), 'plain']
}

function keySaid(library: Library, speech: Speech): readonly [string, Tone] {
  const { key_kept, key_meant } = speech.words.pages.this_desk.desk
  const kept = key_kept[library.key_kept]
  if (library.key_kept === 'sealed') return [kept, 'plain']
  if (library.key_kept === 'file') return [kept, 'warn']
  const meant = keyOpenMeant(library)
  if (!meant) return [kept, 'stop']
  const { initials = '' } = library.db.all(allStaff, {}).find((one) => one.staff_code === meant.staff_code) ?? {}
  return [key_meant(kept, speech.moment(meant.at), initials), 'stop']
}

/** Whether the recovery key is on paper; nothing where the data is made up. */
function onPaperSaid(library: Library, speech: Speech): readonly (readonly [string, string, Tone])[] {
  const { on_paper, confirmed, not_confirmed } = speech.words.pages.this_desk.key
  if (isKeyUnconfirmed(library)) return [[on_paper, not_confirmed, 'warn']]
  const event = keyConfirmed(library)
  if (event === null) return []
  const { at_ms, staff } = event.head
  return [[on_paper, confirmed(speech.moment(instant(at_ms)), staffNames(library)(staff)), 'plain']]
}

function confirmKeyAct({ words }: Speech): Act {
  return goTo({ place: 'recovery-key', about: KEY_CHECK }, words.pages.this_desk.key.check, 'P')
}

function backupSaid(library: Library, speech: Speech): readonly [string, Tone] {
  const { no_backup, backed_up, backed_up_in } = speech.words.pages.this_desk.desk
  const last = lastBackup(library)
  if (!last) return [no_backup, 'warn']
  const at = speech.moment(last.at)
  if (last.took_ms === null) return [backed_up(at, last.folder), 'plain']
  return [backed_up_in(at, last.folder, sayTook(speech, last.took_ms)), 'plain']
}

/** With which key, and up to when; not signed at all, where the computer keeps no key for it. */
function signedSaid({ signing }: Library, speech: Speech): readonly [string, Tone] {
  const { not_signed, signed_by } = speech.words.pages.this_desk.desk
  if (!signing) return [not_signed, 'warn']
  const fingerprint = fingerprintOf(signing.public_key)
  return [signed_by(fingerprint, signing.last ? speech.moment(instant(signing.last.at_ms)) : ''), 'plain']
}

function backupAct(words: DeskWords): Act {
  return act({
    key: 'B',
    label: words.back_up,
    call: callOf('store.backup', {}),
    says: words.back_up_says,
    asks: [
      field('to_folder', words.into_folder, 'text', {
        is_required: true,
        hint: words.into_folder_hint,
      }),
    ],
  })
}

function safeActs(words: DeskWords): readonly Act[] {
  return [
    act({
      key: 'J',
      label: words.check,
      call: callOf('journal.verify', {}),
      says: words.check_says,
    }),
    act({
      key: 'X',
      label: words.export,
      call: callOf('journal.export', {}),
      says: words.export_says,
      asks: [field('to_file', words.into_file, 'text', { is_required: true, hint: '/media/usb/journal.jsonl' })],
    }),
  ]
}

function restoreAct(speech: Speech): Act {
  const words = speech.words.pages.this_desk.desk
  return act({
    key: 'R',
    label: words.restore,
    call: callOf('store.restore', {}),
    says: words.restore_says,
    is_grave: true,
    asks: [field('from_folder', words.from_folder, 'text', { is_required: true }), ownPinField(speech)],
  })
}

function clockAct(library: Library, speech: Speech): Act {
  const { trust_clock, trust_clock_says } = speech.words.pages.this_desk.desk
  return act({
    key: 'C',
    label: trust_clock,
    call: callOf('desk.trust-clock', {}),
    says: trust_clock_says(sayNow(library, speech)),
  })
}

function missingAct(words: DeskWords): Act {
  return act({
    key: 'L',
    label: words.seen_missing,
    call: callOf('desk.acknowledge-missing', {}),
    says: words.seen_missing_says,
  })
}

function newsActs(desk: Desk, { words }: Speech): readonly Act[] {
  return newsNow(desk).length > 0 ? [goTo({ place: 'news', about: '' }, words.pages.news.go, 'N')] : []
}

function ownActs(library: Library, speech: Speech): readonly Act[] {
  const words = speech.words.pages.this_desk.desk
  const { branch } = here(library)
  const branches = library.branches().map(({ branch_code, name }) => ({ value: branch_code, label: name }))
  return [
    act({
      key: 'M',
      label: words.move,
      call: callOf('desk.branch', {}),
      says: words.move_says,
      asks: [
        field('branch_code', words.at_branch, 'choice', {
          value: branch.branch_code,
          is_required: true,
          options: branches,
        }),
        field('desk_name', words.name, 'text', { value: library.deskName, is_required: true }),
      ],
    }),
    act({
      key: 'K',
      label: words.show_key,
      call: callOf('recovery-key.show', {}),
      says: words.show_key_says,
      asks: [ownPinField(speech)],
      is_grave: true,
    }),
  ]
}
