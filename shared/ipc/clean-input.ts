/**
 * Cleans all text from callers before it is used, field by field as the contract says. Pure. Leaves scans, paths and
 * PINs as typed.
 */
import { z } from 'zod'
import { cleanLine, cleanLines, safeText } from '../kernel/clean-text.ts'
import { textKindOf, type MethodSpec, type TextKind } from './method.ts'

/** No input of the contract is nested deeper; deeper input is refused by its shape. */
const DEPTH_MAX = 6
/** The contract's longest text, except a scan, which is not cleaned; longer text is refused by its length. */
const CLEANED_LENGTH_MAX = 100_000

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Every text in it, at any depth; names of fields stay. Unchanged values are returned as they are: every answer passes
 * here, and most need no change.
 */
function eachText(value: unknown, change: (text: string) => string, depth_max: number): unknown {
  if (typeof value === 'string') return value.length > CLEANED_LENGTH_MAX ? value : change(value)
  if (depth_max === 0) return value
  if (Array.isArray(value)) {
    let changed: unknown[] | null = null
    for (let at = 0; at < value.length; at += 1) {
      const one = eachText(value[at], change, depth_max - 1)
      if (one !== value[at]) (changed ??= [...(value as unknown[])])[at] = one
    }
    return changed ?? value
  }
  if (!isPlain(value)) return value
  let changed: [string, unknown][] | null = null
  for (const name of Object.keys(value)) {
    const one = eachText(value[name], change, depth_max - 1)
    if (one !== value[name]) (changed ??= []).push([name, one])
  }
  return changed ? { ...value, ...Object.fromEntries(changed) } : value
}

const CLEANING: Readonly<Record<TextKind, (value: unknown) => unknown>> = {
  line: (value) => eachText(value, cleanLine, DEPTH_MAX),
  lines: (value) => eachText(value, cleanLines, DEPTH_MAX),
  untouched: (value) => value,
}

/** The input with its text cleaned; anything but an object is returned as it is. */
export function cleanInput({ input: schema }: MethodSpec, input: unknown): unknown {
  if (!isPlain(input)) return input
  const shape: Readonly<Record<string, unknown>> = schema instanceof z.ZodObject ? schema.shape : {}
  const entries = Object.entries(input).map(([name, value]) => {
    const field = Object.hasOwn(shape, name) ? shape[name] : undefined
    return [name, field instanceof z.ZodType ? CLEANING[textKindOf(field)](value) : value] as const
  })
  return Object.fromEntries(entries)
}

/** Makes an answer safe to show: records may predate the cleaning, or come from elsewhere. */
export function safeOutput(output: unknown): unknown {
  return eachText(output, safeText, Infinity)
}
