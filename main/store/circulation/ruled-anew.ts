/** What a row says of its patron's rules: beside the table `patron` only. */
import { sql } from 'kysely'

/** Whether what rules go by for a patron ever changed: few did, and nothing more is asked about all the others. */
export const IS_RULED_ANEW = sql<number>`EXISTS (SELECT 1 FROM ruled_before
  WHERE ruled_before.patron_id = patron.patron_id)`.as('is_ruled_anew')
