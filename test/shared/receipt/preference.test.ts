/** What Enter gives at Finish, and that the label says it before the key is pressed. */
import { expect, test } from 'vitest'
import {
  finishLabel,
  finishReceipt,
  RECEIPT_PREFERENCE,
  receiptPreferenceSchema,
  type FinishKey,
  type FinishReceipt,
  type ReceiptChoice,
} from '../../../shared/receipt/preference.ts'
import { ENGLISH } from '../../support/said.ts'

const FINISH = ENGLISH.words.screen.bottom.finish

const LABELS: readonly (readonly [ReceiptChoice, boolean, boolean, boolean, string])[] = [
  // choice, large, has an e-mail address, something was done
  ['print', false, true, true, 'Finish, print receipt'],
  ['print', true, true, true, 'Finish, print receipt in large print'],
  ['email', false, true, true, 'Finish, e-mail receipt'],
  ['email', false, false, true, 'Finish, print receipt (no e-mail address)'],
  ['none', false, true, true, 'Finish, no receipt'],
  ['print', false, true, false, 'Finish'],
  ['email', false, true, false, 'Finish'],
]

test.each(LABELS)('%s, large %s, address %s, done %s: %s', (choice, large, has_email, has_acts, label) => {
  expect(finishLabel(FINISH, { preference: { choice, large }, has_email, has_acts, is_mail_ready: true }, true)).toBe(
    label,
  )
})

const KEYS: readonly (readonly [ReceiptChoice, FinishKey, FinishReceipt])[] = [
  ['print', 'preferred', { kind: 'print', size: 'normal', reason: 'wanted' }],
  ['print', 'no-receipt', { kind: 'none', reason: 'wanted' }],
  ['none', 'print', { kind: 'print', size: 'normal', reason: 'wanted' }],
  ['none', 'preferred', { kind: 'none', reason: 'wanted' }],
  ['email', 'preferred', { kind: 'email', size: 'normal' }],
  ['email', 'print', { kind: 'print', size: 'normal', reason: 'wanted' }],
  ['email', 'no-receipt', { kind: 'none', reason: 'wanted' }],
]

test.each(KEYS)('%s and the key "%s"', (choice, key, expected) => {
  const ask = { preference: { choice, large: false }, key, has_email: true, is_mail_ready: true }
  expect(finishReceipt({ ...ask, has_acts: true })).toEqual(expected)
  expect(finishReceipt({ ...ask, has_acts: false })).toEqual({ kind: 'none', reason: 'nothing-done' })
})

test('a patron who never said gets paper', () => {
  const ask = { preference: RECEIPT_PREFERENCE, has_email: true, has_acts: true, is_mail_ready: true }
  expect(finishLabel(FINISH, ask, true)).toBe('Finish, print receipt')
})

test('without a server that sends e-mail there is paper, and the label says why', () => {
  const ask = {
    preference: { choice: 'email', large: false },
    has_email: true,
    has_acts: true,
    is_mail_ready: false,
  } as const
  expect(finishLabel(FINISH, ask, true)).toBe('Finish, print receipt (no e-mail yet)')
  expect(finishReceipt({ ...ask, key: 'preferred' })).toEqual({ kind: 'print', size: 'normal', reason: 'no-mail-yet' })
})

test('large print is kept for paper and for e-mail', () => {
  const ask = { key: 'preferred', has_acts: true, has_email: true, is_mail_ready: true } as const
  expect(finishReceipt({ ...ask, preference: { choice: 'print', large: true } })).toMatchObject({ size: 'large' })
  expect(finishReceipt({ ...ask, preference: { choice: 'email', large: true } })).toMatchObject({ size: 'large' })
})

test.each([
  [{ choice: 'fax', large: false }],
  [{ choice: 'print' }],
  [{ choice: 'print', large: true, to: 'x' }],
  [null],
])('%j is no preference', (kept) => {
  expect(receiptPreferenceSchema.safeParse(kept).success).toBe(false)
})

test('without a receipt printer the label says that the receipt is shown', () => {
  const ask = { preference: RECEIPT_PREFERENCE, has_email: true, has_acts: true, is_mail_ready: true }
  expect(finishLabel(FINISH, ask, false)).toBe('Finish, show receipt')
  const large = { ...ask, preference: { choice: 'print', large: true } } as const
  expect(finishLabel(FINISH, large, false)).toBe('Finish, show receipt in large print')
})
