/**
 * Declaring that the system was down: first the time, then what it would touch, then the declaration. Shows what it
 * touches before anything is recorded.
 */
import type { Act, PageView, Section } from '../../../../shared/desk/page.ts'
import type { Words } from '../../../../shared/words/en/en.ts'
import { OUTAGE_REASONS } from '../../../../shared/ipc/methods-charge.ts'
import { instant } from '../../../../shared/kernel/time.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import { outagesHere } from '../../../circulation/charges/outage-fines.ts'
import { touchedBy, type OutageStretch } from '../../money/declare-outage.ts'
import type { Desk } from '../../desk.ts'
import { here } from '../../../library/here.ts'
import { speechOf } from '../../clerk-language.ts'
import { labelOf } from '../../../../shared/words/labels.ts'
import { act, callOf, cell, facts, field, page, row, table } from '../make.ts'
import type { Library } from '../../../library/library.ts'

/** @param about "from-to" in milliseconds, or empty before the time is known */
export function outagePage(desk: Desk, about: string): PageView | null {
  const stretch = readAbout(about)
  const speech = speechOf(desk)
  return stretch === null ? askTime(desk.library, speech) : declare(desk.library, speech, stretch, about)
}

function readAbout(about: string): OutageStretch | null {
  const match = /^(\d{1,15})-(\d{1,15})$/.exec(about)
  return match && { from_ms: instant(Number(match[1])), to_ms: instant(Number(match[2])) }
}

function askTime(library: Library, speech: Speech): PageView {
  const words = speech.words.pages.this_desk.outage
  const { today } = here(library)
  return page(library, {
    ref: { place: 'outage', about: '' },
    heading: words.heading,
    lead: words.lead,
    sections: declaredSections(library, speech),
    enter: act({
      label: words.look,
      call: callOf('outage.look', {}),
      asks: [
        field('from_on', words.from_on, 'date', { value: today, is_required: true }),
        field('from_time', words.from_time, 'text', { is_required: true, hint: words.from_hint, is_beside: true }),
        field('to_on', words.to_on, 'date', { value: today, is_required: true }),
        field('to_time', words.to_time, 'text', { is_required: true, hint: words.to_hint, is_beside: true }),
      ],
    }),
  })
}

/** Those that hold, newest first, each to be taken back. */
function declaredSections(library: Library, speech: Speech): readonly Section[] {
  const words = speech.words.pages.this_desk.outage
  const { columns } = words
  const { reasons } = speech.words.outcomes.money.outage
  const say = speech.dayTime
  const rows = outagesHere(library).map(({ outage_ref, from_at_ms, to_at_ms, reason }) =>
    row({
      row_id: `outage ${outage_ref}`,
      cells: [
        cell(say(from_at_ms)),
        cell(to_at_ms === null ? words.still : say(to_at_ms)),
        cell(labelOf(reasons, reason)),
      ],
      acts: to_at_ms === null ? [] : [withdrawAct(words, outage_ref)],
    }),
  )
  if (rows.length === 0) return []
  const heading = words.declared
  return [
    table({ section_id: 'declared', heading, columns: [columns.from, columns.to, columns.reason], rows, empty: '' }),
  ]
}

function withdrawAct(words: Words['pages']['this_desk']['outage'], outage_ref: string): Act {
  return act({
    key: 'W',
    label: words.withdraw,
    says: words.withdraw_says,
    is_grave: true,
    call: callOf('outage.withdraw', { outage_ref }),
  })
}

function declare(library: Library, speech: Speech, stretch: OutageStretch, about: string): PageView {
  const words = speech.words.pages.this_desk.outage
  const { reasons } = speech.words.outcomes.money.outage
  const { branch } = here(library)
  const { due_count, fines_count, fines_cents, paid_cents } = touchedBy(library, stretch)
  const say = speech.dayTime
  return page(library, {
    ref: { place: 'outage', about },
    heading: words.heading,
    lead: words.stretch(branch.name, say(stretch.from_ms), say(stretch.to_ms)),
    sections: [
      facts('touched', words.affected, [
        [words.due, String(due_count)],
        [words.fines, fines_count === 0 ? words.no_fines : words.fines_less(fines_count, speech.money(fines_cents))],
        [words.paid, paid_cents === 0 ? '' : speech.money(paid_cents)],
        [words.from_now, words.not_charged],
      ]),
    ],
    enter: act({
      label: words.declare,
      says: words.declare_says,
      is_grave: true,
      call: callOf('outage.declare', { ...stretch }),
      asks: [
        field('is_extending', words.extend(due_count), 'tick', {
          value: 'yes',
        }),
        field('reason', words.reason, 'choice', {
          is_required: true,
          options: OUTAGE_REASONS.map((value) => ({ value, label: reasons[value] })),
        }),
      ],
    }),
  })
}
