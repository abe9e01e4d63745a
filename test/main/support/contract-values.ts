/** Values for the inputs of the contract: such as fit its shapes, made from the shapes themselves. */
import fc from 'fast-check'
import { z } from 'zod'
import { CONTRACT, type MethodName } from '../../../shared/ipc/contract.ts'
import type { MethodSpec } from '../../../shared/ipc/method.ts'

export const METHODS = Object.entries(CONTRACT) as [MethodName, MethodSpec][]

/** What a person, a script or a broken program may put where text is taken. */
export const ODD_TEXTS = [
  '',
  ' ',
  '0',
  '-1',
  'null',
  '__proto__',
  'constructor',
  '2026-02-29',
  '1e999',
  '\u0000',
  'a\u0000b',
  '\u001B[31mred',
  '\u202Eevil',
  '\u200B\u2060\uFEFF',
  '\uD83D',
  'e\u0301\u0301\u0301',
  '👩‍👩‍👧',
  "'; DROP TABLE event; --",
  '% _ \\ * ? [',
  '../../../etc/passwd',
  '/proc/self/mem',
  '/',
  '.',
  'x'.repeat(300),
] as const

export type Shape = {
  readonly type?: string
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly pattern?: string
  readonly format?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly items?: Shape
  readonly maxItems?: number
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly additionalProperties?: Shape | boolean
}

export function shapeOf(spec: MethodSpec): Shape {
  return z.toJSONSchema(spec.input, { io: 'input' }) as Shape
}

/** Texts for the forms that the contract asks for; what fits is found out by asking the contract. */
const MOMENTS = ['2026-11-24', '2027-03-01', '2400-02-29', '2026-11-24T10:00:00Z', '9:15', '23:59']
const CODES = ['7', '0', 'AB', 'É', '2468', '135790', '0000-01-01', '9999-12-31', 'SCANNER-7', 'D2.1.7.0']
const FORMED = fc.oneof(fc.constantFrom(...MOMENTS), fc.constantFrom(...CODES))

/** Made texts have no more, unless the contract asks for more. */
const LONG = 30

function textOf({ minLength = 0, maxLength = 400, pattern, format }: Shape): fc.Arbitrary<string> {
  if (pattern !== undefined) {
    const form = new RegExp(pattern, 'u')
    const fitting = [...MOMENTS, ...CODES].filter((text) => form.test(text))
    return fitting.length === 0 ? fc.stringMatching(form) : fc.oneof(FORMED, fc.constantFrom(...fitting))
  }
  if (format !== undefined) return FORMED
  const max = Math.min(maxLength, 400)
  const fits = (text: string): boolean => text.length >= minLength && text.length <= max
  const odd = ODD_TEXTS.filter(fits)
  // A long one is of letters that count as one each: of others hardly any would have the length.
  const unit = minLength > LONG ? 'grapheme-ascii' : 'binary'
  const any = fc.string({ minLength, maxLength: Math.max(minLength, Math.min(max, LONG)), unit }).filter(fits)
  return odd.length === 0 ? any : fc.oneof(fc.constantFrom(...odd), any)
}

function numberOf({ minimum, exclusiveMinimum, maximum }: Shape): fc.Arbitrary<number> {
  const min = minimum ?? (exclusiveMinimum === undefined ? Number.MIN_SAFE_INTEGER : exclusiveMinimum + 1)
  const max = maximum ?? Number.MAX_SAFE_INTEGER
  return fc.oneof(
    fc.constantFrom(min, max),
    fc.integer({ min: Math.max(min, -(2 ** 31)), max: Math.min(max, 2 ** 31) }),
  )
}

function objectOf({ properties = {}, required = [], additionalProperties }: Shape): fc.Arbitrary<unknown> {
  if (typeof additionalProperties === 'object') {
    return fc.dictionary(
      fc.constantFrom('value', 'code', 'is_x', '__proto__', 'a b'),
      arbitraryOf(additionalProperties),
    )
  }
  const fields = Object.fromEntries(Object.entries(properties).map(([name, shape]) => [name, arbitraryOf(shape)]))
  return fc.record(fields, { requiredKeys: [...required] })
}

/** Of so many made values in a row, one fits a shape for which they can be made at all. */
const MISSES_MAX = 10_000

/** Made values that fit. Throws where none comes: a filter alone would look for one without an end. */
export function fitting<Value>(
  name: string,
  values: fc.Arbitrary<Value>,
  fits: (value: Value) => boolean,
): fc.Arbitrary<Value> {
  let misses_count = 0
  return values.filter((value) => {
    misses_count = fits(value) ? 0 : misses_count + 1
    if (misses_count > MISSES_MAX) throw new Error(`no made value fits the shape of ${name}`)
    return misses_count === 0
  })
}

/** Values of a shape: most fit it; those that do not are for the contract to refuse. */
export function arbitraryOf(shape: Shape): fc.Arbitrary<unknown> {
  const some = shape.anyOf ?? shape.oneOf
  if (some) return fc.oneof(...some.map(arbitraryOf))
  if (shape.enum) return fc.constantFrom(...shape.enum)
  if (shape.const !== undefined) return fc.constant(shape.const)
  switch (shape.type) {
    case 'string':
      return textOf(shape)
    case 'integer':
    case 'number':
      return numberOf(shape)
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return fc.array(arbitraryOf(shape.items ?? {}), { maxLength: Math.min(shape.maxItems ?? 5, 5) })
    case 'object':
      return objectOf(shape)
    default:
      return fc.constantFrom<unknown>(null, 0, '', true, [], {})
  }
}
