/** A piece of statements that name a title. Holds no statement. */
import { sql, type AliasedRawBuilder } from 'kysely'

/** The title, or words for one that the library's data left empty: nothing on the screen may be nameless. */
export function titleOr(barcode: string): AliasedRawBuilder<string, 'title'> {
  return sql<string>`coalesce(nullif(title.title, ''), 'No title, ' || ${sql.ref(barcode)})`.as('title')
}
