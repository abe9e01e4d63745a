/**
 * The numbers printed on books and boxes: ISBN-10, ISBN-13, EAN-13, UPC-A, and the Luhn digit of library barcodes. Only
 * arithmetic on digits; never decides what a number belongs to.
 */

function digit(text: string, at: number): number {
  return text.charCodeAt(at) - 48
}

/** The check digit of 12 digits of an EAN-13 (weights 1 and 3). */
function ean13Digit(twelve: string): number {
  let sum = 0
  for (let at = 0; at < 12; at += 1) sum += digit(twelve, at) * (at % 2 === 0 ? 1 : 3)
  return (10 - (sum % 10)) % 10
}

/** Thirteen digits whose last checks. */
export function isEan13(text: string): boolean {
  return /^\d{13}$/.test(text) && ean13Digit(text) === digit(text, 12)
}

/** Twelve digits whose last checks: a UPC-A is an EAN-13 with a leading zero. */
export function isUpc(text: string): boolean {
  return /^\d{12}$/.test(text) && isEan13(`0${text}`)
}

/** Nine digits and a check digit or X whose weighted sum is a multiple of eleven. */
function isIsbn10(text: string): boolean {
  if (!/^\d{9}[\dXx]$/.test(text)) return false
  let sum = 0
  for (let at = 0; at < 9; at += 1) sum += digit(text, at) * (10 - at)
  const last = /[Xx]$/.test(text) ? 10 : digit(text, 9)
  return (sum + last) % 11 === 0
}

/**
 * The ISBN-13 of a text, without hyphens; null when it is not one. Reads ISBN-10 (converted to ISBN-13), ISBN-13, and
 * either with spaces or hyphens. A wrong check digit gives null.
 */
export function isbn13(text: string): string | null {
  if (text.length > 40) return null
  const bare = text.replace(/[\s\u2010-\u2015-]/g, '')
  if (isIsbn10(bare)) {
    const twelve = `978${bare.slice(0, 9)}`
    return `${twelve}${ean13Digit(twelve)}`
  }
  return /^97[89]/.test(bare) && isEan13(bare) ? bare : null
}

/** Library barcodes: the Luhn digit over all digits, every second one from the right doubled. */
export function isLuhn(digits: string): boolean {
  let sum = 0
  for (let back = 0; back < digits.length; back += 1) {
    const value = digit(digits, digits.length - 1 - back)
    const doubled = value * 2
    sum += back % 2 === 0 ? value : doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
