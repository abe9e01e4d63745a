/**
 * Loans already made that a loan rule would date otherwise: how many, the first of them with old and new date, and the
 * act that moves them. Shows what was seen when it was looked; says no patron.
 */
import type { PageView } from '../../../../shared/desk/page.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import type { Desk } from '../../desk.ts'
import { speechOf } from '../../clerk-language.ts'
import { lookedAt, type Looked } from '../../../policy/open-loans.ts'
import { act, callOf, cell, facts, figure, page, row, table } from '../make.ts'

const SHOWN_MAX = 50

/** @param about the rule's code */
export function policyLoansPage(desk: Desk, about: string): PageView | null {
  const looked = lookedAt(desk.library)
  if (looked?.rule_code !== about) return null
  const { moves, is_shortening, rule_code } = looked
  const speech = speechOf(desk)
  const words = speech.words.pages.policy.loans
  const { columns } = words
  const move = act({
    key: 'M',
    label: words.move(moves.length),
    says: words.move_says(moves.length),
    is_grave: true,
    call: callOf('policy.apply-to-loans', { rule_code, is_shortening }),
  })
  return page(desk.library, {
    ref: { place: 'policy-loans', about },
    heading: words.heading(rule_code),
    lead: moves.length === 0 ? words.none : words.lead,
    sections: [
      counts(speech, looked),
      table({
        section_id: 'loans',
        heading: moves.length > SHOWN_MAX ? words.first(SHOWN_MAX, moves.length) : '',
        columns: [columns.title, columns.barcode, columns.due, columns.new_due],
        rows: moves.slice(0, SHOWN_MAX).map(({ loan, due_before, due_at }) =>
          row({
            row_id: `loan ${loan.barcode}`,
            cells: [
              cell(loan.title),
              figure(loan.barcode, 'quiet'),
              cell(speech.moment(due_before)),
              cell(speech.moment(due_at), due_at < due_before ? 'warn' : 'good'),
            ],
          }),
        ),
        empty: words.none,
      }),
    ],
    acts: moves.length === 0 ? [] : [move],
  })
}

function counts({ words: { pages }, moment }: Speech, looked: Looked): ReturnType<typeof facts> {
  const words = pages.policy.loans
  const { moves, renewed_count, kept_count, by_hand_count, recalled_count, is_shortening, at } = looked
  const kept = is_shortening ? words.kept_late : words.kept_earlier
  return facts('counts', '', [
    [words.moving, String(moves.length), moves.length > 0 ? 'warn' : 'plain'],
    [words.by_hand, by_hand_count > 0 ? String(by_hand_count) : ''],
    [words.recalled, recalled_count > 0 ? String(recalled_count) : ''],
    [words.renewed, renewed_count > 0 ? String(renewed_count) : ''],
    [words.kept, kept_count > 0 ? kept(kept_count) : ''],
    [words.looked_at, moment(at)],
  ])
}
