/** What patrons chose for their receipts and letters: kept in the journal's file, and written into their records. */
import { sql } from 'kysely'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import type { JournalTables } from '../schema.gen.ts'
import { build, statement } from '../sql.ts'

type Preference = JournalTables['patron_preference']

/** Keeps a choice. What the data said before an earlier choice is still what it said. */
export const keepPreference = statement<Omit<Preference, 'language_before_code'>>()((p) =>
  build
    .insertInto('patron_preference')
    .values({
      patron_id: p.patron_id,
      receipt_kind: p.receipt_kind,
      is_large_print: p.is_large_print,
      language: p.language,
      language_before_code: sql`coalesce((SELECT language FROM patron WHERE patron_id = ${p.patron_id}), '')`,
    })
    .onConflict((oc) =>
      oc.column('patron_id').doUpdateSet({
        receipt_kind: p.receipt_kind,
        is_large_print: p.is_large_print,
        language: p.language,
        language_before_code: sql`iif(
          excluded.language_before_code = patron_preference.language,
          patron_preference.language_before_code, excluded.language_before_code)`,
      }),
    ),
)

/** Choices that the reference file does not show. A language that the data changed since is the newer word. */
export const preferencesNotShown = statement()(() =>
  build
    .selectFrom('patron_preference as own')
    .innerJoin('patron', 'patron.patron_id', 'own.patron_id')
    .select([
      'own.patron_id',
      'own.receipt_kind',
      'own.is_large_print',
      sql<string>`iif(patron.language = own.language_before_code, own.language, patron.language)`.as('language'),
    ])
    .where(
      sql<boolean>`patron.receipt_kind <> own.receipt_kind OR patron.is_large_print <> own.is_large_print
        OR (patron.language = own.language_before_code AND own.language <> own.language_before_code)`,
    ),
)

export const setPreference = statement<Omit<Preference, 'language_before_code'>>()((p) =>
  build
    .updateTable('patron')
    .set({ receipt_kind: p.receipt_kind, is_large_print: p.is_large_print, language: p.language })
    .where('patron_id', '=', p.patron_id),
)

export const dropPreference = statement<{ patron_id: PatronId }>()((p) =>
  build.deleteFrom('patron_preference').where('patron_id', '=', p.patron_id),
)
