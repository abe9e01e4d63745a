/**
 * Which PINs a patron may choose. It opens an account on the library's site and at a self-check, so it is not what
 * stands on the card or what everybody knows of them. Pure.
 */
import { isEasyPin, type PinFault } from '../staff/pin-strength.ts'

/** What is known of whoever chooses one. */
type Chooser = { readonly card_barcodes: readonly string[]; readonly phone: string; readonly born_on: string | null }

/** @param digits_count how many the library asks for at least. @returns null for a PIN that may be used */
export function patronPinFault(
  pin: string,
  { card_barcodes, phone, born_on }: Chooser,
  digits_count: number,
): PinFault | null {
  if (pin.length < digits_count) return { reason: 'short', digits: digits_count }
  const known = [...card_barcodes, phone].map((text) => text.replaceAll(/\D/g, ''))
  const isKnown = known.some((digits) => digits.endsWith(pin)) || birthdays(born_on).includes(pin)
  return isEasyPin(pin) || isKnown ? { reason: 'easy' } : null
}

/** March 17, 1988, as people type it: 0317, 1703, with the year in two digits or four before or behind it. */
function birthdays(born_on: string | null): readonly string[] {
  if (born_on === null) return []
  const [year = '', month = '', day = ''] = born_on.split('-')
  const years = [year, year.slice(2)]
  return [month + day, day + month].flatMap((on) => [on, ...years.flatMap((one) => [on + one, one + on])])
}
