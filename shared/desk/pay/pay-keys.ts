/** The keys of the payment part, in any language; each has a button. None is a digit or a point. */
import { PAY_LETTERS } from '../../cash/pay/pay-letters.ts'
import type { PayTender } from './payment-section.ts'

/** What a key does in the payment part: an amount of cash, a tender, the next tender, a line. */
export type PayKey = 'exact' | 'next-note' | 'split' | 'keep' | 'no-exact' | 'up' | 'down' | 'toggle' | PayTender

export const PAY_KEYS: Readonly<Record<string, PayKey>> = {
  '=': 'exact',
  '+': 'next-note',
  ...PAY_LETTERS,
  '/': 'split',
}

const SIGNS = Object.entries(PAY_KEYS)

/** Its key as it is written on the keyboard; empty for none. */
export function signOf(key: PayKey): string {
  return SIGNS.find(([, one]) => one === key)?.[0] ?? ''
}
