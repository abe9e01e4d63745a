/** Long work that runs beside the desk: a page and the process that passes its progress on both name it. */
import { z } from 'zod'

export const longWorkSchema = z.enum(['import', 'export', 'backup', 'report'])
export type LongWork = z.infer<typeof longWorkSchema>
