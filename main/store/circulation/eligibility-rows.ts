/** Statements on the totals of an account and its household: debts of children and guardians, suspensions. */
import { sql } from 'kysely'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import type { LocalDate } from '../../../shared/kernel/time.ts'
import { build, statement } from '../sql.ts'

/** The guardian of a patron; null: none. */
export const guardianOf = statement<{ patron_id: PatronId }>()((p) =>
  build.selectFrom('patron').select('guardian_patron_id').where('patron_id', '=', p.patron_id),
)

/** The children a patron answers for. A household is bounded, whatever the data says. */
export const childrenOf = statement<{ patron_id: PatronId }>()((p) =>
  build.selectFrom('patron').select('patron_id').where('guardian_patron_id', '=', p.patron_id).limit(50),
)

/** Whom a patron names as family, without guardianship; null: nobody. */
export const familyNamedBy = statement<{ patron_id: PatronId }>()((p) =>
  build.selectFrom('patron').select(['patron_id', 'family_patron_id']).where('patron_id', '=', p.patron_id),
)

/** Who names a patron as family. */
export const familyNaming = statement<{ patron_id: PatronId }>()((p) =>
  build.selectFrom('patron').select('patron_id').where('family_patron_id', '=', p.patron_id).limit(50),
)

/** What a household member has out, as limits count it; no type where the item's record is gone. */
export const outOfMember = statement<{ patron_id: PatronId }>()((p) =>
  build
    .selectFrom('loan_now as loan')
    .leftJoin('item', 'item.item_id', 'loan.item_id')
    .select(['item.item_type_code', 'loan.branch_code'])
    .where('loan.patron_id', '=', p.patron_id),
)

/** The longest current suspension. `note` is null for fine days, which a late return made. */
export const suspendedTo = statement<{ patron_id: PatronId; today: LocalDate }>()((p) =>
  build
    .selectFrom('patron_block')
    .select(['until_on', sql<string | null>`note`.as('note')])
    .where('patron_id', '=', p.patron_id)
    .where('kind', '=', sql.lit('suspended'))
    .where('until_on', '>=', p.today)
    .unionAll(
      build
        .selectFrom('patron_note')
        .select(['until_on', sql<string | null>`NULL`.as('note')])
        .where('patron_id', '=', p.patron_id)
        .where(sql<boolean>`is_suspension = 1`)
        .where('until_on', '>=', p.today),
    )
    .orderBy('until_on', 'desc')
    .limit(1),
)
