/**
 * Every place of a method's input that takes free text, found in the shape itself, also in lists, in optional fields
 * and among the values of a row; and the example with another text there.
 */
import type { MethodSpec } from '../../../shared/ipc/method.ts'
import { shapeOf, type Shape } from './contract-values.ts'

/** How to get to a text: names of fields; 0 for the items of a list. */
export type TextPlace = { readonly path: readonly (string | 0)[]; readonly length_max: number }

/** A list is filled to its end, or as far as this. */
const ITEMS_MAX = 200

function placesIn(shape: Shape, path: TextPlace['path']): readonly TextPlace[] {
  const some = shape.anyOf ?? shape.oneOf
  if (some) return some.flatMap((one) => placesIn(one, path))
  if (shape.enum || shape.const !== undefined) return []
  if (shape.type === 'string') return [{ path, length_max: shape.maxLength ?? Number.POSITIVE_INFINITY }]
  if (shape.type === 'array') return placesIn(shape.items ?? {}, [...path, 0])
  if (shape.type !== 'object') return []
  const { properties = {}, additionalProperties: values } = shape
  const named = Object.entries(properties).flatMap(([name, one]) => placesIn(one, [...path, name]))
  return typeof values === 'object' ? [...named, ...placesIn(values, [...path, 'value'])] : named
}

export function textPlaces(spec: MethodSpec): readonly TextPlace[] {
  return placesIn(shapeOf(spec), []).filter(({ path }) => path.join() !== 'commandId')
}

/** The example, with this text at the place; a list there is full of it. */
export function withTextAt(example: unknown, [step, ...rest]: TextPlace['path'], text: string): unknown {
  if (step === undefined) return text
  if (step === 0) {
    const [first] = Array.isArray(example) ? (example as unknown[]) : []
    return Array.from({ length: ITEMS_MAX }, () => withTextAt(first, rest, text))
  }
  const fields = typeof example === 'object' && example !== null && !Array.isArray(example) ? example : {}
  return { ...fields, [step]: withTextAt(Reflect.get(fields, step), rest, text) }
}

/** Fewer items, where the contract takes no such long list. */
export function withFewerItems(input: unknown, count: number): unknown {
  if (Array.isArray(input)) return input.slice(0, count).map((one) => withFewerItems(one, count))
  if (typeof input !== 'object' || input === null) return input
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, withFewerItems(value, count)]))
}
