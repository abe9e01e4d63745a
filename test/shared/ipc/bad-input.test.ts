/** What is told of input that does not fit, for every field of every method: which one, in plain words, no value. */
import { expect, test } from 'vitest'
import { z } from 'zod'
import { readInput } from '../../../shared/ipc/bad-input.ts'
import { readMarcMapping } from '../../../shared/import/marc-mapping.ts'
import { CONTRACT, type MethodName } from '../../../shared/ipc/contract.ts'
import { newPin } from '../../../shared/ipc/method.ts'
import { outsideDate } from '../../../shared/kernel/outside-date.ts'
import { plainIssue } from '../../../shared/kernel/plain-issue.ts'

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
  const read = readInput<unknown>(CONTRACT[method].input, input)
  return 'says' in read ? read.says : null
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
  ['too long', z.string().max(3), 'more', 'at most 3 characters'],
  ['too large', z.int().max(3), 4, 'at most 3'],
  ['too many', z.array(z.int()).max(1), [1, 2], 'at most 1 entry'],
  ['empty', z.string().min(1), '', 'fill it in'],
  ['missing', z.int(), undefined, 'fill it in'],
  ['of another kind', z.int(), 'x', 'a number belongs there'],
  ['no whole number', z.int(), 0.5, 'a whole number belongs there'],
  ['none of a list', z.enum(['in', 'out']), 'x', 'one of in, out'],
  [
    'none of a long list',
    z.enum(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']),
    'x',
    'it is none of what can be chosen',
  ],
  ['of another form', newPin, 'abc', '4 to 12 digits'],
  ['no date', outsideDate, '2026-02-30', 'it is not a date such as 2026-11-24'],
  ['out of bounds', outsideDate, '1812-01-01', 'it is before 1900-01-01, the earliest date allowed'],
])('%s: the same words at the door, in rows and in settings', (_, schema: z.ZodType, value, words) => {
  expect(readInput(z.strictObject({ desk_name: schema }), { desk_name: value })).toEqual({
    says: `Nothing recorded. Desk name: ${words}. Try again.`,
  })
  expect(schema.safeParse(value, { error: plainIssue }).error?.issues[0]?.message).toBe(words)
})

test('marc.json is told by codes and the places in it', () => {
  expect(readMarcMapping('{"title_id":[7],"items":{"tag":"1"}}')).toEqual({
    problem: {
      code: 'mapping-wrong',
      faults: [
        { at: 'title_id 0', fault: 'text' },
        { at: 'items tag', fault: 'tag' },
        { at: 'items columns', fault: 'fill' },
      ],
    },
  })
  expect(readMarcMapping('{"title_id":["9x"],"else":1}')).toEqual({
    problem: {
      code: 'mapping-wrong',
      faults: [
        { at: 'title_id 0', fault: 'place' },
        { at: '', fault: 'field-too-many' },
      ],
    },
  })
  expect(readMarcMapping('{"title_id":')).toEqual({ problem: { code: 'mapping-no-json' } })
})

test('an amount of nothing, where one is needed, is not told that nothing will do', () => {
  const { example } = CONTRACT['drawer.pay']
  for (const amount_cents of [0, -1]) {
    expect(wordsFor('drawer.pay', { ...example, amount_cents })).toContain('more than 0')
  }
  expect(wordsFor('drawer.close', { ...CONTRACT['drawer.close'].example, safe_cents: -1 })).toContain('0 or more')
})
