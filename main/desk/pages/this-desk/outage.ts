/**
 * Declaring that the system was down: first the time, then what it would touch, then the declaration. Shows what it
 * touches before anything is recorded.
 */
import type { Act, PageView, Section } from '../../../../shared/desk/page.ts'
import { sayDate, sayTime } from '../../../../shared/kernel/say-date.ts'
import { OUTAGE_REASONS } from '../../../../shared/ipc/methods-charge.ts'
import { moneyText } from '../../../../shared/kernel/money.ts'
import { instant, type Instant } from '../../../../shared/kernel/time.ts'
import { toLocal } from '../../../../shared/kernel/zone.ts'
import { outagesHere, touchedBy, type OutageStretch } from '../../charges/declare-outage.ts'
import type { Desk } from '../../desk.ts'
import { here } from '../../../library/here.ts'
import { act, callOf, cell, facts, field, page, row, table } from '../make.ts'
import type { Library } from '../../../library/library.ts'

/** @param about "from-to" in milliseconds, or empty before the time is known */
export function outagePage(desk: Desk, about: string): PageView | null {
  const stretch = readAbout(about)
  return stretch === null ? askTime(desk.library) : declare(desk.library, stretch, about)
}

function readAbout(about: string): OutageStretch | null {
  const match = /^(\d{1,15})-(\d{1,15})$/.exec(about)
  return match && { from_ms: instant(Number(match[1])), to_ms: instant(Number(match[2])) }
}

function askTime(library: Library): PageView {
  const { today } = here(library)
  return page(library, {
    ref: { place: 'outage', about: '' },
    heading: 'The system was down',
    lead: 'Say from when to when. The next page shows what it touches; nothing is recorded before.',
    sections: declaredSections(library),
    enter: act({
      label: 'Show what it touches',
      call: callOf('outage.look', {}),
      asks: [
        field('from_on', 'From, day', 'date', { value: today, is_required: true }),
        field('from_time', 'From, time', 'text', { is_required: true, hint: 'As 9:15' }),
        field('to_on', 'To, day', 'date', { value: today, is_required: true }),
        field('to_time', 'To, time', 'text', { is_required: true, hint: 'As 14:00' }),
      ],
    }),
  })
}

/** With its day, today's too: it is to be recognized. */
function momentWords(library: Library, at: Instant): string {
  const { branch, today } = here(library)
  const { on, minute } = toLocal(at, branch.zone)
  return `${sayDate(on, today)}, ${sayTime(minute)}`
}

/** Those that hold, newest first, each to be taken back. */
function declaredSections(library: Library): readonly Section[] {
  const say = (at: Instant): string => momentWords(library, at)
  const rows = outagesHere(library).map(({ outage_ref, from_at_ms, to_at_ms, reason }) =>
    row({
      row_id: `outage ${outage_ref}`,
      cells: [cell(say(from_at_ms)), cell(to_at_ms === null ? 'still' : say(to_at_ms)), cell(reason)],
      acts: to_at_ms === null ? [] : [withdrawAct(outage_ref)],
    }),
  )
  if (rows.length === 0) return []
  const heading = 'Declared'
  return [table({ section_id: 'declared', heading, columns: ['From', 'To', 'Why'], rows, empty: '' })]
}

function withdrawAct(outage_ref: string): Act {
  return act({
    key: 'W',
    label: 'Withdraw it',
    says: 'Fines that it cancelled are owed again, and loans have their old dates. Both are recorded.',
    is_grave: true,
    call: callOf('outage.withdraw', { outage_ref }),
  })
}

function declare(library: Library, stretch: OutageStretch, about: string): PageView {
  const { branch } = here(library)
  const { due_count, fines_count, fines_cents, paid_cents } = touchedBy(library, stretch)
  const say = (at: Instant): string => momentWords(library, at)
  return page(library, {
    ref: { place: 'outage', about },
    heading: 'The system was down',
    lead: `${branch.name}, ${say(stretch.from_ms)} to ${say(stretch.to_ms)}.`,
    sections: [
      facts('touched', 'What it touches', [
        ['Loans that fell due in it and are still out', String(due_count)],
        ['Fines charged for it', fines_count === 0 ? 'none' : `${fines_count}, ${moneyText(fines_cents)} less`],
        ['Of that, paid already and to go back', paid_cents === 0 ? '' : moneyText(paid_cents)],
        ['From now on', 'Whoever brings back late because of it pays nothing for that time'],
      ]),
    ],
    enter: act({
      label: 'Declare it',
      says: 'A mistake can be withdrawn later, on this page.',
      is_grave: true,
      call: callOf('outage.declare', { ...stretch }),
      asks: [
        field('is_extending', `Give the ${due_count} loans until the end of the next open day`, 'tick', {
          value: 'yes',
        }),
        field('reason', 'Why', 'choice', {
          is_required: true,
          options: OUTAGE_REASONS.map((value) => ({ value, label: value.charAt(0).toUpperCase() + value.slice(1) })),
        }),
      ],
    }),
  })
}
