/** The barcode symbologies. Most libraries' own labels are Codabar; Code 128 takes any plain text. */
import { z } from 'zod'

export const symbologySchema = z.enum(['codabar', 'code128'])
export type Symbology = z.infer<typeof symbologySchema>

const CODE128_TEXT = /^[\x20-\x7e]{1,40}$/
const CODABAR_TEXT = /^[\d$:/.+-]{1,40}$/

/** Whether this symbology has every character, and the whole fits on narrow paper. */
export function canDraw(value: string, symbology: Symbology): boolean {
  return (symbology === 'codabar' ? CODABAR_TEXT : CODE128_TEXT).test(value)
}
