/**
 * What a patron wants at Finish: paper, e-mail or nothing; and whether in large print. Enter does it, two other keys
 * do otherwise once. Nothing is ever sent from here. Pure.
 */
import { z } from 'zod'
import type { PaperSize } from './document.ts'

export const receiptChoiceSchema = z.enum(['print', 'email', 'none'])
export type ReceiptChoice = z.infer<typeof receiptChoiceSchema>

/** As it is kept with the patron. */
export const receiptPreferenceSchema = z.strictObject({ choice: receiptChoiceSchema, large: z.boolean() })
export type ReceiptPreference = z.infer<typeof receiptPreferenceSchema>

/** Of a patron who never said, in a library that never said. */
export const RECEIPT_PREFERENCE: ReceiptPreference = { choice: 'print', large: false }

/** How Finish was asked for: Enter, the key for no receipt, or the key for paper now. */
export type FinishKey = 'preferred' | 'no-receipt' | 'print'

export type FinishAsk = {
  readonly preference: ReceiptPreference
  readonly key: FinishKey
  /** Something was lent, taken back or renewed that a receipt could tell of. */
  readonly has_acts: boolean
  readonly has_email: boolean
  /** Whether there is a central server that sends e-mail: without one paper takes its place. */
  readonly is_mail_ready: boolean
}

/** `why`: the preference could not be kept, and paper took its place. */
export type FinishReceipt =
  | { readonly kind: 'print'; readonly size: PaperSize; readonly why: 'wanted' | 'no-email' | 'no-mail-yet' }
  | { readonly kind: 'email'; readonly size: PaperSize }
  | { readonly kind: 'none'; readonly why: 'wanted' | 'nothing-done' }

/** What Finish gives this patron. Who wants an e-mail that cannot be sent gets paper rather than nothing. */
export function finishReceipt({ preference, key, has_acts, has_email, is_mail_ready }: FinishAsk): FinishReceipt {
  if (!has_acts) return { kind: 'none', why: 'nothing-done' }
  const size = preference.large ? 'large' : 'normal'
  if (key === 'print') return { kind: 'print', size, why: 'wanted' }
  if (key === 'no-receipt' || preference.choice === 'none') return { kind: 'none', why: 'wanted' }
  if (preference.choice === 'print') return { kind: 'print', size, why: 'wanted' }
  if (!has_email) return { kind: 'print', size, why: 'no-email' }
  return is_mail_ready ? { kind: 'email', size } : { kind: 'print', size, why: 'no-mail-yet' }
}

const INSTEAD = { wanted: '', 'no-email': ' (no e-mail address)', 'no-mail-yet': ' (no e-mail yet)' } as const

/** The label of the Finish key, for the clerk: it says what Enter will do before it is pressed. */
export function finishLabel(ask: Omit<FinishAsk, 'key'>): string {
  const receipt = finishReceipt({ ...ask, key: 'preferred' })
  switch (receipt.kind) {
    case 'print': {
      const large = receipt.size === 'large' ? ' in large print' : ''
      return `Finish, print receipt${large}${INSTEAD[receipt.why]}`
    }
    case 'email':
      return 'Finish, e-mail receipt'
    case 'none':
      return receipt.why === 'nothing-done' ? 'Finish' : 'Finish, no receipt'
  }
}
