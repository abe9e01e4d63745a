/**
 * Two records of one person side by side, before they become one: what differs and which is kept, and what each has.
 * Without the other record: who is likely the same person, to choose from. Must never show a record that was not
 * opened here.
 */
import type { PageRow, PageView, Section, Tone } from '../../../../shared/desk/page.ts'
import type { MergeField } from '../../../../shared/kernel/patron-field.ts'
import { cents } from '../../../../shared/kernel/money.ts'
import { parseLocalDate, localDate } from '../../../../shared/kernel/time.ts'
import { takenOf, type Difference } from '../../../../shared/patron/merge/differences.ts'
import {
  mergeAbout,
  readMergeAbout,
  type MergeAbout,
  type MergeSums,
} from '../../../../shared/patron/merge/merge-about.ts'
import { isRefusal } from '../../../../shared/refusals/refusals.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import { isCardless, type MergePlan } from '../../../patrons/merge.ts'
import { identityOf } from '../../../patrons/register.ts'
import { areApart } from '../../../patrons/tell-apart.ts'
import { typedOf } from '../../../patrons/edit-patron.ts'
import { patronsAlike } from '../../../search/alike-patrons.ts'
import { personName } from '../../../search/search-patrons.ts'
import type { Desk } from '../../desk.ts'
import { speechOf } from '../../clerk-language.ts'
import { compareWith, planHere } from '../../patrons/merge-acts.ts'
import { movedSaid } from '../../patrons/merge-words.ts'
import { listedPerson } from '../../patrons/list-looks.ts'
import type { ScanTaker } from '../kinds.ts'
import { act, callOf, cell, field, figure, figures, goTo, page, row, table } from '../make.ts'

const PLACE = 'patron-merge'
/** Who is likely the same; more than these would be no likeness. */
const ALIKE_MAX = 9

export function patronMergePage(desk: Desk, about: string): PageView | null {
  if (desk.session.patron_id === null) return null
  const read = readMergeAbout(about)
  if (read.other === null) return choosePage(desk)
  const plan = planHere(desk, read.other)
  return isRefusal(plan) ? null : comparedPage(desk, about, read, plan)
}

function choosePage(desk: Desk): PageView | null {
  const { patron_id } = desk.session
  const typed = patron_id === null ? null : typedOf(desk.library, patron_id)
  if (typed === null) return null
  const speech = speechOf(desk)
  const { merge } = speech.words.pages.patrons
  const found = patronsAlike(desk.library.db, identityOf(typed.typed), ALIKE_MAX + 1)
  const rows = found.flatMap((one) => (one.patron_id === patron_id ? [] : alikeRow(desk, speech, one)))
  return page(desk.library, {
    ref: { place: PLACE, about: '' },
    heading: merge.heading,
    lead: merge.choose,
    sections: [
      table({
        section_id: 'alike',
        heading: merge.alike,
        columns: [merge.columns.name, merge.columns.card, merge.columns.reason],
        rows: rows.slice(0, ALIKE_MAX),
        empty: merge.alike_none,
      }),
    ],
    acts: [
      act({
        key: 'C',
        label: merge.by_card,
        call: callOf('patron.compare', { patron_id: null }),
        asks: [field('barcode', merge.card, 'text', { is_required: true })],
      }),
    ],
  })
}

type Found = ReturnType<typeof patronsAlike>[number]

function alikeRow({ library }: Desk, { words }: Speech, { patron_id, alike }: Found): readonly PageRow[] {
  const person = listedPerson(library, patron_id)
  if (!person) return []
  const { facts } = words.outcomes.patron.alike
  return [
    row({
      row_id: `alike ${patron_id}`,
      cells: [
        cell(person.name),
        figure(person.card, 'quiet'),
        cell(alike.facts.map((fact) => facts[fact]).join(', '), 'quiet'),
      ],
      enter: act({
        label: words.pages.patrons.merge.compare,
        call: callOf('patron.compare', { patron_id, barcode: '' }),
      }),
    }),
  ]
}

function comparedPage(desk: Desk, about: string, read: MergeAbout, plan: MergePlan): PageView {
  const speech = speechOf(desk)
  const { merge } = speech.words.pages.patrons
  const { former, differing } = plan
  const taken = new Set(takenOf(differing, read.turned))
  const isNoCard = isCardless(plan, read.turned)
  const other_patron_id = former.row.patron_id
  const [ours, theirs] = [nameOf(plan.kept), nameOf(plan.former)]
  const merges = act({
    key: 'M',
    label: merge.act,
    says: [
      ...(plan.unlike === null ? [] : [merge.unlike[plan.unlike]]),
      ...movedSaid(speech, plan),
      ...(isNoCard ? [merge.cardless] : []),
      merge.undo_says,
    ]
      .map((part) => `${part}.`.replace(/\.\.$/, '.'))
      .join(' '),
    call: callOf('patron.merge', { other_patron_id, turned: [...read.turned] }),
    is_grave: true,
  })
  return page(desk.library, {
    ref: { place: PLACE, about },
    heading: merge.heading,
    lead: merge.lead(ours, theirs),
    sections: [
      table({
        section_id: 'fields',
        heading: merge.differs,
        columns: [merge.columns.field, merge.columns.kept, merge.columns.former, merge.columns.stays],
        rows: differing.map((one) => {
          const isUnlike = one.field === 'born_on' && plan.unlike !== null
          return fieldRow(desk, speech, read, one, { isTaken: taken.has(one.field), isUnlike })
        }),
        empty: merge.same,
      }),
      sumsTable(speech, plan),
    ],
    acts: [
      merges,
      ...(areApart(desk.library, plan.kept.row.patron_id, former.row.patron_id)
        ? []
        : [
            act({
              key: 'N',
              label: merge.apart,
              says: merge.apart_says,
              call: callOf('patron.tell-apart', { other_patron_id }),
            }),
          ]),
      goTo({ place: PLACE, about: '' }, merge.another, 'C'),
    ],
    // Else Enter would finish with the patron, and leave.
    enter: merges,
  })
}

function nameOf({ row: person, cards }: MergePlan['kept']): string {
  const [card] = cards.toSorted((one, other) => Number(other.status === 'current') - Number(one.status === 'current'))
  return [personName(person), card?.barcode ?? ''].filter((part) => part !== '').join(', ')
}

/** Enter turns it; L and R choose the left or the right one. */
function fieldRow(
  desk: Desk,
  speech: Speech,
  read: MergeAbout,
  one: Difference,
  { isTaken, isUnlike }: { readonly isTaken: boolean; readonly isUnlike: boolean },
): PageRow {
  const { merge } = speech.words.pages.patrons
  const isTurned = read.turned.has(one.field)
  const other = goTo({ place: PLACE, about: mergeAbout({ ...read, turned: toggled(read, one.field) }) }, '')
  const same = goTo({ place: PLACE, about: mergeAbout({ ...read, turned: read.turned }) }, '')
  const left = isTaken ? other : same
  const right = isTaken ? same : other
  const tone = (is: boolean): Tone => (isUnlike ? 'stop' : is ? 'plain' : 'quiet')
  return row({
    row_id: `field ${one.field}`,
    cells: [
      cell(merge.fields[one.field], isUnlike ? 'stop' : 'plain'),
      cell(shownValue(desk, speech, one.field, one.kept), tone(!isTaken)),
      cell(shownValue(desk, speech, one.field, one.former), tone(isTaken)),
      cell(isTaken ? merge.right : merge.left, isTurned ? 'good' : 'plain'),
    ],
    acts: [
      { ...left, key: 'L', label: merge.keep_left, act_id: `${one.field} left` },
      { ...right, key: 'R', label: merge.keep_right, act_id: `${one.field} right` },
    ],
    enter: { ...other, label: merge.turn, act_id: `${one.field} turn` },
  })
}

function toggled({ turned }: MergeAbout, of: MergeField): ReadonlySet<MergeField> {
  return turned.has(of) ? new Set([...turned].filter((one) => one !== of)) : new Set([...turned, of])
}

function shownValue({ library }: Desk, speech: Speech, of: MergeField, value: string): string {
  const { merge } = speech.words.pages.patrons
  if (of === 'expires_on' && value === '') return merge.no_end
  if (value === '') return merge.none
  if (of === 'category_code') {
    return library.policy().source.categories.find((one) => one.category_code === value)?.name ?? value
  }
  if (of === 'language') return speech.language(value)
  if (of === 'branch_code') return library.branch(value)?.name ?? value
  const on = of === 'born_on' || of === 'expires_on' ? parseLocalDate(value) : null
  return on === null ? value : speech.dateLong(localDate(on))
}

/** What both have together: a hold that ends is not counted, and who is linked to both is counted once. */
function sumAfter({ kept, former, ending, family_after_count }: MergePlan, name: keyof MergeSums): number {
  if (name === 'family_count') return family_after_count
  return kept.sums[name] + former.sums[name] - (name === 'holds_count' ? ending.length : 0)
}

function sumsTable(speech: Speech, plan: MergePlan): Section {
  const [kept, former] = [plan.kept.sums, plan.former.sums]
  const { merge } = speech.words.pages.patrons
  const money = (amount: number): string => speech.money(cents(amount))
  const lines: readonly (readonly [name: keyof MergeSums, text: (value: number) => string])[] = [
    ['loans_count', String],
    ['holds_count', String],
    ['owed_cents', money],
    ['refund_due_cents', money],
    ['notes_count', String],
    ['blocks_count', String],
    ['cards_count', String],
    ['wards_count', String],
    ['family_count', String],
  ]
  return table({
    section_id: 'sums',
    heading: merge.has,
    columns: [
      merge.columns.what,
      figures(merge.columns.kept),
      figures(merge.columns.former),
      figures(merge.columns.after),
    ],
    rows: lines
      .filter(([name]) => kept[name] + former[name] > 0)
      .map(([name, text]) =>
        row({
          row_id: `sum ${name}`,
          cells: [
            cell(merge.sums[name]),
            figure(text(kept[name]), 'quiet'),
            figure(text(former[name]), former[name] > 0 ? 'plain' : 'quiet'),
            figure(text(sumAfter(plan, name))),
          ],
        }),
      ),
    empty: merge.nothing,
  })
}

/** A card of another patron is the other record; anything else is the desk's. */
export const takeOther: ScanTaker = (desk, _command, { barcode, isCard, isTyped }) => {
  if (!isCard) return false
  return compareWith(desk, { patron_id: null, barcode }, isTyped ? 'typed' : 'card') === null
}
