/** The entry that keeps a question of a return open. */
import type { QuestionAbout } from '../../../shared/circulation/lost/return-question.ts'
import { sealing, stateSealed } from '../../../shared/journal/sealing.ts'
import type { LoanRow } from '../../store/circulation/item-rows.ts'
import { loanBody } from '../../store/circulation/loan-columns.ts'
import { Gathering, type Gathered } from './gathering.ts'
import type { ReturnAsk } from './return-facts.ts'

export type Asking = Pick<ReturnAsk, 'item' | 'back_at' | 'undated_at' | 'is_amnesty'> & { readonly loan: LoanRow }

/** The entry that keeps a question of a return open; it follows the check-in. */
export function returnAsked({ item, loan, back_at, is_amnesty }: Asking, about: QuestionAbout): Gathered {
  const to = new Gathering()
  const state = loanBody(loan)
  const returned = { item_barcode: item.barcode, loan: state, back_at_ms: back_at, is_amnesty }
  to.about(loan.patron_id, sealing('return-asked', { ...returned, about }, { loan: stateSealed(state, loan) }))
  return to
}
