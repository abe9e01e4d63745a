/** Statements on pairs of patrons who are alike and are two people. Each pair once, the lower number first. */
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { build, statement, type Statement } from '../sql.ts'
import { insertOnce } from '../whole-rows.ts'

type Pair = { readonly patron_id: PatronId; readonly other_patron_id: number }

export function pairOf(one: number, other: number): Pair {
  return { patron_id: Math.min(one, other) as PatronId, other_patron_id: Math.max(one, other) }
}

export const putApart = insertOnce('patron_distinct')

export const dropApart = statement<Pair>()((p) =>
  build
    .deleteFrom('patron_distinct')
    .where('patron_id', '=', p.patron_id)
    .where('other_patron_id', '=', p.other_patron_id),
)

export const apartPair = statement<Pair>()((p) =>
  build
    .selectFrom('patron_distinct')
    .select('patron_id')
    .where('patron_id', '=', p.patron_id)
    .where('other_patron_id', '=', p.other_patron_id),
)

/** Everybody who is another person than this patron. */
export const apartOf: Statement<{ patron_id: PatronId }, { readonly distinct_patron_id: number }> = {
  sql: `SELECT iif(patron_id = ?, other_patron_id, patron_id) AS distinct_patron_id FROM patron_distinct
    WHERE patron_id = ? OR other_patron_id = ? ORDER BY 1`,
  bind: (p) => [p.patron_id, p.patron_id, p.patron_id],
}

export const dropApartOf = statement<{ patron_id: PatronId }>()((p) =>
  build
    .deleteFrom('patron_distinct')
    .where((eb) => eb.or([eb('patron_id', '=', p.patron_id), eb('other_patron_id', '=', p.patron_id as number)])),
)
