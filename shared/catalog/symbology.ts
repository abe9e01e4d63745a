/** The barcode symbologies. Most libraries' own labels are Codabar; Code 128 takes any plain text. */
import { z } from 'zod'

export const symbologySchema = z.enum(['codabar', 'code128'])
export type Symbology = z.infer<typeof symbologySchema>
