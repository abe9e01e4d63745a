/**
 * Numbers that people write, as they are compared: of a bag for the bank, of a check, and of a receipt on paper.
 * However one is typed, it is the number on one bag, check or paper. Pure.
 */

/** Spaces, hyphens and capitals are written or not: "B 5" is "b-5". Empty: there is no number in it. */
export function bagKey(number: string): string {
  return number
    .normalize('NFKC')
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .toUpperCase()
}

/** Zeros before a number are on one check and not on another. */
export function checkKey(number: string): string {
  return number.replace(/^0+(?=\d)/, '')
}

/** One approval of one card: a terminal gives its code once. Zeros before it are part of it. */
export function cardKey(authorization: string, last_four: string): string {
  return `${authorization.trim().toUpperCase()} ${last_four}`
}

/**
 * P-017, "p 17" and P.17 are one receipt: zeros before a number and the marks around it are written or not. Between two
 * numbers a mark stays: P-1-7 is not P-17.
 */
export function paperKey(number: string): string {
  return number
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/(?<!\d)0+(?=\d)/g, '')
    .replaceAll(/(?<=\d)[^\p{L}\p{N}]+(?=\d)/gu, '-')
    .replaceAll(/(?<!\d)[^\p{L}\p{N}]+|[^\p{L}\p{N}]+(?!\d)/gu, '')
}
