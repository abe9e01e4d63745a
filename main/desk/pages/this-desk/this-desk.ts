/**
 * This desk itself: where its data lies and how it stands, and what keeps it safe. Who may open it is in
 * shared/desk/page-grants.ts. Must never show the key.
 */
import type { Act, PageView, Section, Tone } from '../../../../shared/desk/page.ts'
import { sayMoment } from '../../../../shared/kernel/say-date.ts'
import { whatIsMissing } from '../../../../shared/desk/words/words-missing.ts'
import { headText } from '../../../journal/journal.ts'
import { countEvents } from '../../../store/journal/journal-rows.ts'
import type { Desk } from '../../desk.ts'
import { here } from '../../../library/here.ts'
import { isBackingUp, sayTook } from '../../upkeep/backing-up.ts'
import { lastBackup } from '../../upkeep/keeping-safe.ts'
import { mayPutBack } from '../../upkeep/ways-out.ts'
import { lossesTold } from '../../upkeep/witnessing.ts'
import { act, callOf, facts, field, page } from '../make.ts'
import type { Library } from '../../../library/library.ts'
import { actorOf } from '../../desk.ts'

const BACKUP_BAR: Section = {
  kind: 'progress',
  section_id: 'bar',
  heading: 'Backing up',
  of: 'backup',
  says: 'Beginning',
  progress: 0,
}

export function thisDeskPage(desk: Desk): PageView | null {
  const { branch } = here(desk.library)
  const trouble = desk.library.clock.trouble()
  const losses = lossesTold(desk.library)
  const count = desk.library.db.get(countEvents, {})?.events_count ?? 0
  return page(desk.library, {
    ref: { place: 'this-desk', about: '' },
    heading: 'This desk',
    lead: 'A backup is two files that only the recovery key or this computer opens. Keep it on another disk.',
    sections: [
      ...(isBackingUp(desk.library) ? [BACKUP_BAR] : []),
      facts('desk', 'Where it stands', [
        ['Branch', branch.name],
        ['Name', desk.library.deskName],
        ['Clock', trouble === '' ? `Right: ${sayNow(desk.library)}` : trouble, trouble === '' ? 'plain' : 'warn'],
      ]),
      facts('data', 'Its data', [
        ['Folder', desk.library.folder],
        ['Last backup', ...backupSaid(desk.library)],
        ['Journal', `${count.toLocaleString('en-US')} entries`],
        ...losses.map(({ most, moments }) => ['Missing', whatIsMissing(most, moments), 'stop'] as const),
        ['Head of the journal', headText(desk.library.journal.head, desk.library.journal.terminal)],
      ]),
    ],
    acts: [
      ...(isBackingUp(desk.library) ? [] : [backupAct()]),
      ...safeActs(),
      ...(mayPutBack(desk.library, actorOf(desk)) ? [restoreAct()] : []),
      ...(trouble === '' ? [] : [clockAct(desk.library)]),
      ...(losses.length === 0 ? [] : [missingAct()]),
      ...ownActs(desk.library),
    ],
  })
}

function sayNow(library: Library): string {
  const { branch, today } = here(library)
  return sayMoment(library.clock.machineNow(), branch.zone, today)
}

function backupSaid(library: Library): readonly [string, Tone] {
  const last = lastBackup(library)
  if (!last) return ['None yet. B makes one.', 'warn']
  const { branch, today } = here(library)
  const took = last.took_ms === null ? '' : `, done in ${sayTook(last.took_ms)}`
  return [`${sayMoment(last.at, branch.zone, today)}, in ${last.folder}${took}`, 'plain']
}

function backupAct(): Act {
  return act({
    key: 'B',
    label: 'Back up now',
    call: callOf('store.backup', {}),
    says: 'Both data files are copied and read back. The desk works on meanwhile.',
    asks: [
      field('to_folder', 'Into the folder', 'text', {
        is_required: true,
        hint: 'One that is not there yet, on another disk: /media/usb/datestamp-friday',
      }),
    ],
  })
}

function safeActs(): readonly Act[] {
  return [
    act({
      key: 'J',
      label: 'Check the journal',
      call: callOf('journal.verify', {}),
      says: 'Reads every entry and what they add up to. The desk answers again when that is done.',
    }),
    act({
      key: 'X',
      label: 'Export the journal',
      call: callOf('journal.export', {}),
      says: 'Every entry as a line of text. No patron is in it.',
      asks: [field('to_file', 'Into the file', 'text', { is_required: true, hint: '/media/usb/journal.jsonl' })],
    }),
  ]
}

function restoreAct(): Act {
  return act({
    key: 'R',
    label: 'Restore a backup',
    call: callOf('store.restore', {}),
    says:
      'What was recorded since that backup is no longer on the desk, and staff and roles are the backup’s; the files ' +
      'of today are kept beside it.',
    is_grave: true,
    asks: [
      field('from_folder', 'From the folder', 'text', { is_required: true }),
      field('recovery_key', 'Recovery key', 'text', { hint: 'Only if another desk made the backup' }),
    ],
  })
}

function clockAct(library: Library): Act {
  return act({
    key: 'C',
    label: 'The clock is right',
    call: callOf('desk.trust-clock', {}),
    says:
      `This computer says ${sayNow(library)}. If that is right, the desk goes on from there. Dates that were given ` +
      'while it was wrong stay as they are: look through the work log.',
  })
}

function missingAct(): Act {
  return act({
    key: 'L',
    label: 'I have seen what is missing',
    call: callOf('desk.acknowledge-missing', {}),
    says:
      'The strip no longer tells it; the journal keeps it. First look whether the last backup or the receipts have ' +
      'what is missing.',
  })
}

function ownActs(library: Library): readonly Act[] {
  const { branch } = here(library)
  const branches = library.branches().map(({ branch_code, name }) => ({ value: branch_code, label: name }))
  return [
    act({
      key: 'M',
      label: 'Change the branch',
      call: callOf('desk.branch', {}),
      says: 'The rules, the hours and the calendar of that branch hold from then on.',
      asks: [
        field('branch_code', 'This desk stands in', 'choice', {
          value: branch.branch_code,
          is_required: true,
          options: branches,
        }),
        field('desk_name', 'Its name', 'text', { value: library.deskName, is_required: true }),
      ],
    }),
    act({
      key: 'K',
      label: 'Show the recovery key',
      call: callOf('desk.go', { page: { place: 'recovery-key', about: '' } }),
      says: 'Whoever reads it can open this library’s data. See that nobody looks over your shoulder.',
      is_grave: true,
    }),
  ]
}
