/** What draws a barcode. Codabar is what most libraries' own labels carry; Code 128 takes any plain text. */
import { z } from 'zod'

export const symbologySchema = z.enum(['codabar', 'code128'])
export type Symbology = z.infer<typeof symbologySchema>
