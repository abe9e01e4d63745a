/** Statements of reports: pages of many rows, each with the place to continue from. */
import { sql } from 'kysely'
import type { ItemId, PatronId } from '../../../shared/kernel/ids.ts'
import type { Instant } from '../../../shared/kernel/time.ts'
import { build, statement } from '../sql.ts'

/** Loans with status out that were due before then, by item. Billed and claimed loans do not count as overdue. */
export const lateLoans = statement<{ after_item_id: ItemId; before_ms: Instant; limit: number }>()((p) =>
  build
    .selectFrom('loan_now as loan')
    .select(['loan.item_id', 'loan.patron_id', 'loan.due_at_ms', 'loan.branch_code'])
    .where('loan.loan_status', '=', sql.lit('out'))
    .where('loan.due_at_ms', '<', p.before_ms)
    .where('loan.item_id', '>', p.after_item_id)
    .orderBy('loan.item_id')
    .limit(p.limit),
)

export const lastItem = statement()(() =>
  build.selectFrom('item').select((eb) => eb.fn.max<number | null>('item.item_id').as('item_id')),
)

/** Of each patron, by number, what the sums of cards count. Nobody's name. */
export const cardFacts = statement<{ after_patron_id: PatronId; limit: number }>()((p) =>
  build
    .selectFrom('patron')
    .select(['patron_id', 'category_code', 'branch_code', 'registered_on', 'expires_on', 'is_active'])
    .where('patron_id', '>', p.after_patron_id)
    .orderBy('patron_id')
    .limit(p.limit),
)

export const lastPatron = statement()(() =>
  build.selectFrom('patron').select((eb) => eb.fn.max<number | null>('patron.patron_id').as('patron_id')),
)
