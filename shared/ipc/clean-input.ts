/**
 * The door for text: whatever a caller sends is cleaned before it is looked at, field by field as the contract says.
 * Pure. Must never touch a scan, a path or a PIN.
 */
import { z } from 'zod'
import { cleanLine, cleanLines, safeText } from '../kernel/clean-text.ts'
import { textKindOf, type MethodSpec, type TextKind } from './method.ts'

/** No input of the contract lies deeper; what does is refused by its shape. */
const DEPTH_MAX = 6
/** No text of the contract is longer but a scan's, which is not touched; what is, is refused by its length. */
const CLEANED_LENGTH_MAX = 100_000

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Every text in it, at whatever depth; the names of fields stay. What has nothing to change comes back as it is: each
 * answer passes here, and most are fit.
 */
function eachText(value: unknown, change: (text: string) => string, depth_max: number): unknown {
  if (typeof value === 'string') return value.length > CLEANED_LENGTH_MAX ? value : change(value)
  if (depth_max === 0) return value
  const within = (one: unknown): unknown => eachText(one, change, depth_max - 1)
  if (Array.isArray(value)) {
    const changed = value.map(within)
    return changed.every((one, at) => one === value[at]) ? value : changed
  }
  if (!isPlain(value)) return value
  const changed: [string, unknown][] = []
  for (const name of Object.keys(value)) {
    const one = within(value[name])
    if (one !== value[name]) changed.push([name, one])
  }
  return changed.length === 0 ? value : { ...value, ...Object.fromEntries(changed) }
}

const CLEANING: Readonly<Record<TextKind, (value: unknown) => unknown>> = {
  line: (value) => eachText(value, cleanLine, DEPTH_MAX),
  lines: (value) => eachText(value, cleanLines, DEPTH_MAX),
  untouched: (value) => value,
}

/** The input with its text cleaned; what is no object comes back as it is. */
export function cleanInput({ input: schema }: MethodSpec, input: unknown): unknown {
  if (!isPlain(input)) return input
  const shape: Readonly<Record<string, unknown>> = schema instanceof z.ZodObject ? schema.shape : {}
  const entries = Object.entries(input).map(([name, value]) => {
    const field = Object.hasOwn(shape, name) ? shape[name] : undefined
    return [name, field instanceof z.ZodType ? CLEANING[textKindOf(field)](value) : value] as const
  })
  return Object.fromEntries(entries)
}

/** What is answered, safe to show: records may be older than the cleaning, or come from elsewhere. */
export function safeOutput(output: unknown): unknown {
  return eachText(output, safeText, Infinity)
}
