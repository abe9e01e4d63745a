/** Statements on who got the money of refunds: a name beside the entry, which is erased with the patron whose it is. */
import { sql } from 'kysely'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { build, statement } from '../sql.ts'

/** Every refund that has words beside it. is_own: it paid back a charge of this patron, and so names them or theirs. */
export const refundsWithWords = statement<{ patron_id: PatronId }>()((p) =>
  build
    .selectFrom('cash_event as refund')
    .innerJoin('personal', (join) =>
      join.onRef('personal.epoch', '=', 'refund.epoch').onRef('personal.seq', '=', 'refund.seq'),
    )
    .select((eb) => [
      'refund.epoch',
      'refund.seq',
      'personal.text',
      eb
        .exists(
          eb
            .selectFrom('charge_now as charge')
            .innerJoin('transfer', 'transfer.charge_ref', 'charge.charge_ref')
            .select('charge.charge_ref')
            .where('charge.patron_id', '=', p.patron_id)
            .whereRef('transfer.epoch', '=', 'refund.epoch')
            .whereRef('transfer.seq', '=', 'refund.seq'),
        )
        .as('is_own'),
    ])
    .where('refund.kind', '=', sql.lit('refund-paid'))
    // Said once more for its index: receipts are not in it.
    .where('refund.kind', '<>', sql.lit('receipt-made')),
)

/** Takes the name away alone: the numbers of a card stay beside the refund. */
export const dropPayee = statement<{ epoch: number; seq: number }>()((p) =>
  build
    .updateTable('personal')
    .set({ text: sql<string>`json_remove(text, '$[0].payee_name')` })
    .where('epoch', '=', p.epoch)
    .where('seq', '=', p.seq),
)
