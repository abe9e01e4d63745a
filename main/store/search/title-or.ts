/** The title column of statements. */
import { sql, type AliasedRawBuilder } from 'kysely'

/** The title, or words where the library's data has none: nothing on the screen may be nameless. */
export function titleOr(barcode: string): AliasedRawBuilder<string, 'title'> {
  return sql<string>`coalesce(nullif(title.title, ''), 'No title, ' || ${sql.ref(barcode)})`.as('title')
}
