/** What a patron chose for their receipts and letters, as an event says it. */
import { z } from 'zod'
import { patronId } from '../../../shared/kernel/ids.ts'
import type { ReferenceTables } from '../schema.gen.ts'
import { build, statement, type WriteHandle } from '../sql.ts'

const setPreference = statement<
  Pick<ReferenceTables['patron'], 'patron_id' | 'receipt_kind' | 'is_large_print' | 'language'>
>()((p) =>
  build
    .updateTable('patron')
    .set({ receipt_kind: p.receipt_kind, is_large_print: p.is_large_print, language: p.language })
    .where('patron_id', '=', p.patron_id),
)

const content = z.object({
  patron_id: z.int().transform(patronId),
  receipt_kind: z.string(),
  is_large_print: z.int(),
  language: z.string(),
})

/** Writes a choice into the patron's record. @returns no when there is no such patron */
export function putPreference(reference: WriteHandle, text: string): boolean {
  return reference.run(setPreference, content.parse(JSON.parse(text))).changes > 0
}
