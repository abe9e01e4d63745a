/** Statements on who looked at what should be in a drawer. */
import { build, statement } from '../sql.ts'
import { replace } from '../whole-rows.ts'

export const putLooked = replace('cash_looked')

/** After which entry this person last looked at what it should hold. */
export const lookedAfter = statement<{ of_ref: string; staff_code: string }>()((p) =>
  build
    .selectFrom('cash_looked')
    .select(['epoch_count', 'seq_count'])
    .where('of_ref', '=', p.of_ref)
    .where('staff_code', '=', p.staff_code),
)
