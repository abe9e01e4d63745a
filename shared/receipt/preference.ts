/**
 * What a patron wants at Finish: paper, e-mail or nothing; and whether in large print. Enter follows it, and two other
 * keys override it once. Nothing is sent from here. Pure.
 */
import type { Words } from '../words/en/en.ts'
import { z } from 'zod'
import type { PaperSize } from './document.ts'

export const receiptChoiceSchema = z.enum(['print', 'email', 'none'])
export type ReceiptChoice = z.infer<typeof receiptChoiceSchema>

/** As stored with the patron. */
export const receiptPreferenceSchema = z.strictObject({ choice: receiptChoiceSchema, large: z.boolean() })
export type ReceiptPreference = z.infer<typeof receiptPreferenceSchema>

/** For a patron with no preference, in a library with no default. */
export const RECEIPT_PREFERENCE: ReceiptPreference = { choice: 'print', large: false }

/** How Finish was pressed: Enter, the key for no receipt, or the key for paper now. */
export type FinishKey = 'preferred' | 'no-receipt' | 'print'

export type FinishAsk = {
  readonly preference: ReceiptPreference
  readonly key: FinishKey
  /** Something was checked out, checked in or renewed that a receipt could list. */
  readonly has_acts: boolean
  readonly has_email: boolean
  /** Whether a central server sends e-mail: without one, paper takes its place. */
  readonly is_mail_ready: boolean
}

/** `why`: the preference could not be followed, and paper took its place. */
export type FinishReceipt =
  | { readonly kind: 'print'; readonly size: PaperSize; readonly reason: 'wanted' | 'no-email' | 'no-mail-yet' }
  | { readonly kind: 'email'; readonly size: PaperSize }
  | { readonly kind: 'none'; readonly reason: 'wanted' | 'nothing-done' }

/** What this patron gets at Finish. A patron whose e-mail cannot be sent gets paper rather than nothing. */
export function finishReceipt({ preference, key, has_acts, has_email, is_mail_ready }: FinishAsk): FinishReceipt {
  if (!has_acts) return { kind: 'none', reason: 'nothing-done' }
  const size = preference.large ? 'large' : 'normal'
  if (key === 'print') return { kind: 'print', size, reason: 'wanted' }
  if (key === 'no-receipt' || preference.choice === 'none') return { kind: 'none', reason: 'wanted' }
  if (preference.choice === 'print') return { kind: 'print', size, reason: 'wanted' }
  if (!has_email) return { kind: 'print', size, reason: 'no-email' }
  return is_mail_ready ? { kind: 'email', size } : { kind: 'print', size, reason: 'no-mail-yet' }
}

/** The label of the Finish key: it says what Enter will do before it is pressed. */
export function finishLabel(
  words: Words['screen']['bottom']['finish'],
  ask: Omit<FinishAsk, 'key'>,
  has_printer: boolean,
): string {
  const receipt = finishReceipt({ ...ask, key: 'preferred' })
  switch (receipt.kind) {
    case 'print': {
      const said = has_printer
        ? { normal: words.print, large: words.print_large }
        : { normal: words.show, large: words.show_large }
      return said[receipt.size][receipt.reason]
    }
    case 'email':
      return words.email
    case 'none':
      return receipt.reason === 'nothing-done' ? words.finish : words.no_receipt
  }
}
