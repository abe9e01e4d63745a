/** Statements on e-mail addresses that bounced. Another address ends it (a trigger of the table `patron`). Private. */
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { replace } from '../whole-rows.ts'
import { build, statement } from '../sql.ts'

export const putBounce = replace('patron_email_bounce')
export const dropBounceOf = statement<{ patron_id: PatronId }>()((p) =>
  build.deleteFrom('patron_email_bounce').where('patron_id', '=', p.patron_id),
)

/** Since when the e-mail address of a patron is known to bounce; no row: it is not known to. */
export const bouncedOn = statement<{ patron_id: PatronId }>()((p) =>
  build.selectFrom('patron_email_bounce').select('bounced_on').where('patron_id', '=', p.patron_id),
)
