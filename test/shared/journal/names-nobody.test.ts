/** No kind of event seals what would tell a patron of a small group: no category, no card, no day a card expires. */
import { expect, test } from 'vitest'
import { z } from 'zod'
import { EVENT_KINDS, EVENTS, headShape } from '../../../shared/journal/event.ts'

const TELLING = /patron|party|card|categor|expir|surname|given|birth|e_?mail|phone|address/

/** What sounds like it and is true of anybody. */
const MAY: readonly string[] = [
  // A day that the patron chose for the hold.
  'hold-placed expires_on',
  'hold-changed expires_on',
  'hold-ended expires_on',
  'hold-reopened expires_on',
  'hold-ended expired',
  'hold-ended patron-gone',
  'charge-made card',
  'claim-ended given-up',
  // What was paid by credit or debit card, on the library's terminal.
  'receipt-made card',
  'receipt-voided card',
  'refund-paid card',
  'drawer-closed is_card_counted',
  'drawer-closed is_card_posted',
  'drawer-closed card_cents',
  'tenders-counted card_cents',
  'tenders-counted expected_card_cents',
  'preference-set email',
  'record-disclosed patron-asked',
  // A table of the rules.
  'policy-changed patron_category',
  'policy-applied patron_category',
  'policy-changed card_rule',
  'policy-applied card_rule',
  'policy-changed card_range',
  'policy-applied card_range',
]

/** Every name and every fixed word of a shape, at whatever depth. */
function wordsOf(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(wordsOf)
  if (schema === null || typeof schema !== 'object') return []
  return Object.entries(schema).flatMap(([name, value]) => {
    if (name === 'properties') return [...Object.keys(value as object), ...wordsOf(Object.values(value as object))]
    if (name === 'const' || name === 'enum') return [value].flat().map(String)
    return wordsOf(value)
  })
}

const telling = (shape: z.ZodType): string[] => wordsOf(z.toJSONSchema(shape)).filter((word) => TELLING.test(word))

test.each(EVENT_KINDS)('%s', (kind) => {
  expect(telling(EVENTS[kind].body).filter((word) => !MAY.includes(`${kind} ${word}`))).toEqual([])
})

test('what stands around every body', () => {
  expect(telling(headShape)).toEqual([])
})

test('bites: a category, a step that tells of a card’s expiry', () => {
  const code = z.literal('card-expires')
  expect(telling(z.strictObject({ category_code: z.string(), steps: z.array(z.strictObject({ code })) }))).toEqual([
    'category_code',
    'card-expires',
  ])
})
