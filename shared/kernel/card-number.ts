/**
 * Tells a payment card's number in a text. Pure. Must never let one through to a field that is kept: a library that
 * stores card numbers answers for each of them.
 */

/** The shortest that cards have; the longest has nineteen. */
const CARD_DIGITS_MIN = 12

/** Whether the digits of the text, in whatever script and however they are grouped, could be a card's number. */
export function holdsCardNumber(text: string): boolean {
  return (text.match(/\p{Nd}/gu)?.length ?? 0) >= CARD_DIGITS_MIN
}

/** The number printed on a check: never as long as that of a card. */
export const CHECK_NUMBER = /^\d{1,11}$/

/** What the card terminal says when it took the money. */
export function isAuthorization(text: string): boolean {
  return /^[A-Z\d][A-Z\d -]{0,19}$/i.test(text) && !holdsCardNumber(text)
}
