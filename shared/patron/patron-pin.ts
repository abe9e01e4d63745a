/**
 * Which PINs a patron may choose. It opens an account on the library's site and at a self-check, so it is not what
 * stands on the card or what everybody knows of them. Pure.
 */
import { isEasyPin, type PinFault } from '../staff/pin-strength.ts'

/** What is known of whoever chooses one. */
type Chooser = { readonly card_barcodes: readonly string[]; readonly phone: string }

/** @param digits_count how many the library asks for at least. @returns null for a PIN that may be used */
export function patronPinFault(pin: string, { card_barcodes, phone }: Chooser, digits_count: number): PinFault | null {
  if (pin.length < digits_count) return { why: 'short', digits: digits_count }
  const known = [...card_barcodes, phone].map((text) => text.replaceAll(/\D/g, ''))
  return isEasyPin(pin) || known.some((digits) => digits.endsWith(pin)) ? { why: 'easy' } : null
}
