/** The act that sets a due date by hand: the same on the account, at the item and where a result is explained. */
import type { Act } from '../../../../shared/desk/page.ts'
import type { Instant } from '../../../../shared/kernel/time.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import { toLocalDate } from '../../../../shared/kernel/zone.ts'
import { deskZone } from '../../../library/here.ts'
import { act, callOf, field } from '../make.ts'
import type { Library } from '../../../library/library.ts'

/** None for what is billed or claimed: its date stands. */
export function dueActs(
  speech: Speech,
  library: Library,
  item_barcode: string,
  loan: { readonly due_at_ms: Instant; readonly loan_status: string },
): readonly Act[] {
  if (loan.loan_status !== 'out') return []
  const value = toLocalDate(loan.due_at_ms, deskZone(library))
  const words = speech.words.pages.account.due
  return [
    act({
      key: 'D',
      label: words.act,
      call: callOf('desk.set-due', { item_barcode }),
      asks: [field('due_on', words.due_on, 'date', { value, is_required: true })],
    }),
  ]
}
