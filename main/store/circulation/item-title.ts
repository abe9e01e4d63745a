/** The title of an item, as statements select it. */
import { sql, type AliasedRawBuilder } from 'kysely'

/** Its barcode where the library's data has no title: nothing on the screen may be nameless, in any language. */
export function titleOrBarcode(barcode: string): AliasedRawBuilder<string, 'title'> {
  return sql<string>`coalesce(nullif(title.title, ''), ${sql.ref(barcode)})`.as('title')
}
