/**
 * The fee for an item put in the book drop that may not go there. Returns entries to be recorded with the check-in;
 * records nothing itself.
 */
import type { CostStep } from '../../../shared/circulation/fines/cost-steps.ts'
import { feeStep, ownFees } from '../../../shared/circulation/fines/fees.ts'
import { isOfFew } from '../../../shared/circulation/loans/sealed-due.ts'
import type { ItemRow, LoanRow } from '../../store/circulation/item-rows.ts'
import { patronById } from '../../store/patrons/patron-rows.ts'
import { Gathering } from './gathering.ts'
import { askedOf } from './loan-fine.ts'
import type { Library } from '../../library/library.ts'

/** @param loan the loan that ends; null when it was not out, and nobody is charged */
export function bookDropFees(
  library: Library,
  item: ItemRow,
  loan: LoanRow | null,
): { readonly to: Gathering; readonly told: readonly CostStep[] } {
  const to = new Gathering()
  const policy = library.policy()
  // Most libraries have no such fee: then nobody's record is read for it.
  if (!policy.fees.has('book-drop')) return { to, told: [] }
  const patron = loan && library.db.get(patronById, { patron_id: loan.patron_id })
  if (!loan || !patron) return { to, told: [] }
  const { asked } = askedOf(library, loan, item, patron)
  const fees = ownFees(policy, 'book-drop', asked)
  for (const fee of fees) {
    const { amount_cents, fee_code } = fee
    const about = { item_barcode: item.barcode, loan_ref: loan.loan_ref }
    const basis = { by: 'fee', fee_code, listed_cents: amount_cents } as const
    to.charge({
      patron_id: loan.patron_id,
      kind: 'other',
      amount_cents,
      ...about,
      basis,
      is_telling: isOfFew(fee, library.many()),
    })
  }
  return { to, told: fees.map(feeStep) }
}
