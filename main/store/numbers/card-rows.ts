/** Statements on how far this desk is in each of its ranges of card numbers. */
import { build, statement } from '../sql.ts'
import { replace } from '../whole-rows.ts'

export const putReached = replace('card_reached')

export const allReached = statement()(() => build.selectFrom('card_reached').select(['range_code', 'next_barcode']))
