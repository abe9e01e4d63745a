/** The rows of the views that show the reference file with this desk's own changes on top. */
import type { ReferenceTables } from '../schema.gen.ts'

export type MergedViews = {
  loan_now: ReferenceTables['loan']
  item_now: ReferenceTables['item']
  /** Open holds only. */
  hold_now: Omit<ReferenceTables['hold'], 'external_id'> & { hold_ref: string }
  /** Every charge, paid ones too. */
  charge_now: Omit<ReferenceTables['charge'], 'external_id'> & { charge_ref: string }
}
