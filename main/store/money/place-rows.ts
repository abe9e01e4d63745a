/** Statements on the safe and the change fund: what each comes to, and who looked at what should be somewhere. */
import { sql } from 'kysely'
import type { CountedPlace } from '../../../shared/journal/events/cash-places.ts'
import { build, statement } from '../sql.ts'
import { replace } from '../whole-rows.ts'

/** What a place stands at; null before anything went in or out. The literals are those of its index. */
const balanceOf = (place: CountedPlace) =>
  statement()(() =>
    build
      .selectFrom('money_transfer')
      .select((eb) =>
        eb.fn
          .sum<number | null>(
            eb
              .case()
              .when('debit_code', '=', sql.lit(place))
              .then(eb.ref('amount_cents'))
              .else(sql<number>`-amount_cents`)
              .end(),
          )
          .as('balance_cents'),
      )
      .where((eb) => eb.or([eb('debit_code', '=', sql.lit(place)), eb('credit_code', '=', sql.lit(place))])),
  )

export const safeBalance = balanceOf('safe')
export const changeFundBalance = balanceOf('change-fund')

/** The accounts of what a count of a place settled. */
const COUNTED = [sql.lit('over'), sql.lit('short'), sql.lit('there-before')]

/** Where the last entry is that moved money in or out of a place; what a count settled moved none. */
const lastMoveOf = (place: CountedPlace) =>
  statement()(() =>
    build
      .selectFrom('money_transfer')
      .select(['epoch', 'seq'])
      .where((eb) => eb.or([eb('debit_code', '=', sql.lit(place)), eb('credit_code', '=', sql.lit(place))]))
      .where((eb) =>
        eb.or([
          eb('session_ref', '<>', sql.lit(place)),
          eb.and([eb('debit_code', 'not in', COUNTED), eb('credit_code', 'not in', COUNTED)]),
        ]),
      )
      .orderBy('epoch', 'desc')
      .orderBy('seq', 'desc')
      .limit(1),
  )

export const safeLastMove = lastMoveOf('safe')
export const changeFundLastMove = lastMoveOf('change-fund')

export const putLooked = replace('cash_looked')

/** After which entry this person last looked at what it should hold. */
export const lookedAfter = statement<{ of_ref: string; staff_code: string }>()((p) =>
  build
    .selectFrom('cash_looked')
    .select(['epoch', 'seq'])
    .where('of_ref', '=', p.of_ref)
    .where('staff_code', '=', p.staff_code),
)
