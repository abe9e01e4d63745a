/** What is told of input that does not fit, for every field of every method: which one, in plain words, no value. */
import { expect, test } from 'vitest'
import { z } from 'zod'
import { badInputWords } from '../../../shared/ipc/bad-input.ts'
import { CONTRACT, type MethodName } from '../../../shared/ipc/contract.ts'

const LONGEST = 'Zenobia '.repeat(600_000)
const WRONG: readonly unknown[] = [
  undefined,
  null,
  '',
  'Zenobia!',
  LONGEST,
  -1,
  0.5,
  10 ** 15,
  true,
  {},
  ['Zenobia'],
  7n,
]

function wordsFor(method: MethodName, input: unknown): string | null {
  const parsed = CONTRACT[method].input.safeParse(input)
  return parsed.success ? null : badInputWords(parsed.error.issues)
}

test('every field of every method, given what does not fit', () => {
  const told: string[] = []
  for (const method of Object.keys(CONTRACT) as MethodName[]) {
    const { example } = CONTRACT[method]
    for (const name of Object.keys(example)) {
      for (const value of WRONG) told.push(wordsFor(method, { ...example, [name]: value }) ?? '')
    }
    told.push(wordsFor(method, { ...example, zenobia: 1 }) ?? '', wordsFor(method, 'Zenobia') ?? '')
  }
  const said = [...new Set(told.filter((words) => words !== ''))]
  expect(said.length).toBeGreaterThan(60)
  const isPlain = (words: string): boolean =>
    /^Nothing recorded\. [A-Z][\p{L} ]*: .*\. [A-Z].*\.$/u.test(words) && !/zenobia|expected|string|_|<|>/i.test(words)
  expect(said.filter((words) => !isPlain(words))).toEqual([])
})

test.each([
  [
    'too long',
    z.strictObject({ item_barcode: z.string().max(200) }),
    'Item barcode: too long; 200 characters at most. Shorten it and try again.',
  ],
  [
    'empty',
    z.strictObject({ desk_name: z.string().min(1) }),
    'Desk name: nothing stands there. Fill it in and try again.',
  ],
  [
    'of another form',
    z.strictObject({ new_pin: z.string().regex(/^\d{4}$/) }),
    'New pin: not written as it must be: 4 to 12 digits. Change it and try again.',
  ],
  [
    'none of a list',
    z.strictObject({ mode: z.enum(['in', 'out']) }),
    'Mode: none of what can be chosen. Choose again.',
  ],
  [
    'missing',
    z.strictObject({ amount_cents: z.int() }),
    'Amount: missing, or not of the kind that belongs there. Fill it in and try again.',
  ],
])('%s', (says, schema, words) => {
  const texts: Readonly<Record<string, string>> = {
    'too long': 'x'.repeat(201),
    'of another form': 'abc',
    missing: 'x',
  }
  const [name = ''] = Object.keys(schema.shape)
  const parsed = (schema as z.ZodType).safeParse({ [name]: texts[says] ?? '' })
  expect(parsed.success ? '' : badInputWords(parsed.error.issues)).toBe(`Nothing recorded. ${words}`)
})
