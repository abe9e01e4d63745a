/**
 * Statements on what came back from a patron. An e-mail address that bounced: another address ends it (a trigger of the
 * table `patron`). Mail: a block like one that the library's data brings, without a note and an end, one for each day.
 * Private.
 */
import type { PatronId } from '../../../shared/kernel/ids.ts'
import type { LocalDate } from '../../../shared/kernel/time.ts'
import { MAIL_BACK_KIND } from '../../../shared/policy/facts.ts'
import type { ReferenceTables } from '../schema.gen.ts'
import { replace } from '../whole-rows.ts'
import { build, statement, type Statement } from '../sql.ts'

export const putBounce = replace('patron_email_bounce')
export const dropBounceOf = statement<{ patron_id: PatronId }>()((p) =>
  build.deleteFrom('patron_email_bounce').where('patron_id', '=', p.patron_id),
)

/** Since when the e-mail address of a patron is known to bounce; no row: it is not known to. */
export const bouncedOn = statement<{ patron_id: PatronId }>()((p) =>
  build.selectFrom('patron_email_bounce').select('bounced_on').where('patron_id', '=', p.patron_id),
)

export type MailBack = Pick<ReferenceTables['patron_block'], 'patron_id' | 'from_on'>
type Of = { readonly patron_id: PatronId }

const IS_ONE = `kind = '${MAIL_BACK_KIND}' AND note = '' AND until_on IS NULL`

/** To put it again changes nothing. */
export const putMailBack: Statement<MailBack, unknown> = {
  sql: `INSERT INTO patron_block (block_ref, patron_id, kind, from_on, until_on, note)
    SELECT format('mail:%s:%s', column1, column2), column1, '${MAIL_BACK_KIND}', column2, NULL, '' FROM (VALUES (?, ?))
    WHERE NOT EXISTS (SELECT 1 FROM patron_block WHERE patron_id = column1 AND from_on = column2 AND ${IS_ONE})`,
  bind: ({ patron_id, from_on }) => [patron_id, from_on],
}

export const dropMailBack: Statement<MailBack, unknown> = {
  sql: `DELETE FROM patron_block WHERE patron_id = ? AND from_on = ? AND ${IS_ONE}`,
  bind: ({ patron_id, from_on }) => [patron_id, from_on],
}

/** After two records became one: of two for one day, one stays. */
export const dropSameMailBack: Statement<Of, unknown> = {
  sql: `DELETE FROM patron_block WHERE patron_id = ? AND from_on IS NOT NULL AND ${IS_ONE} AND block_ref NOT IN
    (SELECT min(block_ref) FROM patron_block WHERE patron_id = ? AND ${IS_ONE} GROUP BY from_on)`,
  bind: ({ patron_id }) => [patron_id, patron_id],
}

/** Since when mail came back, by each of them. */
export const mailBacksOf: Statement<Of, MailBack & { readonly from_on: LocalDate }> = {
  sql: `SELECT patron_id, from_on FROM patron_block
    WHERE patron_id = ? AND from_on IS NOT NULL AND ${IS_ONE} ORDER BY from_on`,
  bind: ({ patron_id }) => [patron_id],
}
