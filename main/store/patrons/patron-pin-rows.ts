/** Statements on the PINs of patrons: only their hashes are kept. Private. */
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { replace } from '../whole-rows.ts'
import { build, statement } from '../sql.ts'

export const putPin = replace('patron_pin')
export const dropPinOf = statement<{ patron_id: PatronId }>()((p) =>
  build.deleteFrom('patron_pin').where('patron_id', '=', p.patron_id),
)
export const pinSetOn = statement<{ patron_id: PatronId }>()((p) =>
  build.selectFrom('patron_pin').select('set_on').where('patron_id', '=', p.patron_id),
)
