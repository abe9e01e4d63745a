/**
 * The letters that mean something while money is taken, in every language: a tender, or what becomes of the change. No
 * product has one of them, so that a letter means one thing whatever is due. Pure.
 */

export const PAY_LETTERS = {
  K: 'check',
  D: 'card',
  V: 'credit',
  A: 'keep',
  X: 'no-exact',
  G: 'in-kind',
} as const

export function isPayLetter(letter: string): boolean {
  return Object.hasOwn(PAY_LETTERS, letter)
}
