/** The numbers of the checks and cards of a receipt, which are kept beside its seal. Reads only. */
import { z } from 'zod'
import type { EventHead } from '../../shared/journal/event.ts'
import type { Library } from '../library/library.ts'
import { readPersonal } from '../store/journal/journal-rows.ts'

const numbersSchema = z.array(
  z.object({
    check_number: z.string().default(''),
    authorization: z.string().default(''),
    last_four: z.string().default(''),
  }),
)

/** In the order of the tenders other than cash; none once they are erased. */
export function tenderNumbers(library: Library, { epoch, seq }: EventHead): z.infer<typeof numbersSchema> {
  const text = library.db.get(readPersonal, { epoch_count: epoch, seq_count: seq })?.text ?? '[]'
  return numbersSchema.parse(JSON.parse(text))
}
