/** What is beside the seal of a receipt or a refund: numbers of checks and cards, who was paid back. Reads only. */
import { z } from 'zod'
import type { EventHead } from '../../shared/journal/event.ts'
import type { Library } from '../library/library.ts'
import { readPersonal } from '../store/journal/journal-rows.ts'

const numbersSchema = z.array(
  z.object({
    check_number: z.string().default(''),
    authorization: z.string().default(''),
    last_four: z.string().default(''),
    payee_name: z.string().default(''),
  }),
)

/** In the order of the tenders other than cash, of a refund one; none once they are erased. */
export function tenderNumbers(library: Library, { epoch, seq }: EventHead): z.infer<typeof numbersSchema> {
  const text = library.db.get(readPersonal, { epoch, seq })?.text ?? '[]'
  return numbersSchema.parse(JSON.parse(text))
}
