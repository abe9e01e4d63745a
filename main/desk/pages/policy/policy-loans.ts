/**
 * Loans already made that a loan rule would date otherwise: how many, the first of them with old and new date, and the
 * act that moves them. Shows what was seen when it was looked; says no patron.
 */
import type { PageView } from '../../../../shared/desk/page.ts'
import { sayMoment } from '../../../../shared/kernel/say-date.ts'
import type { Desk } from '../../desk.ts'
import { here } from '../../../library/here.ts'
import { lookedAt, type Looked } from '../../../policy/open-loans.ts'
import { act, callOf, cell, facts, figure, figures, page, row, table } from '../make.ts'
import type { Library } from '../../../library/library.ts'

const SHOWN_MAX = 50

/** @param about the rule's code */
export function policyLoansPage(desk: Desk, about: string): PageView | null {
  const looked = lookedAt(desk.library)
  if (looked?.rule_code !== about) return null
  const { moves, is_shortening, rule_code } = looked
  const { branch, today } = here(desk.library)
  const loans = `${moves.length} ${moves.length === 1 ? 'loan' : 'loans'}`
  const move = act({
    key: 'M',
    label: `Move ${loans}`,
    says: `${loans} get the date of the rule as it is now. Each is recorded; nothing takes all of them back at once.`,
    is_grave: true,
    call: callOf('policy.apply-to-loans', { rule_code, is_shortening }),
  })
  return page(desk.library, {
    ref: { place: 'policy-loans', about },
    heading: `Loans under ${rule_code}`,
    lead: moves.length === 0 ? 'No loan would move.' : 'Nothing has moved yet.',
    sections: [
      counts(desk.library, looked),
      table({
        section_id: 'loans',
        heading: moves.length > SHOWN_MAX ? `The first ${SHOWN_MAX} of ${moves.length}` : '',
        columns: ['Title', figures('Barcode'), 'Due now', 'Would be due'],
        rows: moves.slice(0, SHOWN_MAX).map(({ loan, due_before, due_at }) =>
          row({
            row_id: `loan ${loan.barcode}`,
            cells: [
              cell(loan.title),
              figure(loan.barcode, 'quiet'),
              cell(sayMoment(due_before, branch.zone, today)),
              cell(sayMoment(due_at, branch.zone, today), due_at < due_before ? 'warn' : 'good'),
            ],
          }),
        ),
        empty: 'No loan would move.',
      }),
    ],
    acts: moves.length === 0 ? [] : [move],
  })
}

function counts(library: Library, looked: Looked): ReturnType<typeof facts> {
  const { branch, today } = here(library)
  const { moves, renewed_count, kept_count, by_hand_count, recalled_count, is_shortening, at } = looked
  const kept = is_shortening ? 'would be late at once' : 'would be due earlier, or late at once'
  return facts('counts', '', [
    ['Would move', String(moves.length), moves.length > 0 ? 'warn' : 'plain'],
    ['Stay: set by hand', by_hand_count > 0 ? String(by_hand_count) : ''],
    ['Stay: recalled', recalled_count > 0 ? String(recalled_count) : ''],
    ['Stay: renewed since', renewed_count > 0 ? String(renewed_count) : ''],
    ['Stay', kept_count > 0 ? `${kept_count} ${kept}` : ''],
    ['Looked at', sayMoment(at, branch.zone, today)],
  ])
}
