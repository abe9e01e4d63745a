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

/** One pass over a value: what becomes of each text, how deep it goes, and what is known to need no change. */
type Pass = {
  readonly change: (text: string) => string
  readonly depth_max: number
  readonly settled: WeakSet<object> | null
}

/**
 * Every text in it, at any depth; names of fields stay. Unchanged values are returned as they are: every answer passes
 * here, and most need no change.
 */
function eachText(value: unknown, pass: Pass, depth: number): unknown {
  if (typeof value === 'string') return value.length > CLEANED_LENGTH_MAX ? value : pass.change(value)
  if (typeof value !== 'object' || value === null || depth === pass.depth_max) return value
  if (pass.settled?.has(value)) return value
  const after = Array.isArray(value) ? eachOfList(value, pass, depth + 1) : eachOfRecord(value, pass, depth + 1)
  // Frozen, so that it stays as it was found.
  if (after === value) pass.settled?.add(Object.freeze(value))
  return after
}

function eachOfList(list: readonly unknown[], pass: Pass, depth: number): readonly unknown[] {
  let changed: unknown[] | null = null
  for (let at = 0; at < list.length; at += 1) {
    const one = eachText(list[at], pass, depth)
    if (one !== list[at]) (changed ??= [...list])[at] = one
  }
  return changed ?? list
}

function eachOfRecord(record: object, pass: Pass, depth: number): object {
  let changed: [string, unknown][] | null = null
  for (const [name, value] of Object.entries(record)) {
    const one = eachText(value, pass, depth)
    if (one !== value) (changed ??= []).push([name, one])
  }
  return changed ? { ...record, ...Object.fromEntries(changed) } : record
}

const LINE: Pass = { change: cleanLine, depth_max: DEPTH_MAX, settled: null }
const LINES: Pass = { change: cleanLines, depth_max: DEPTH_MAX, settled: null }

const CLEANING: Readonly<Record<TextKind, (value: unknown) => unknown>> = {
  line: (value) => eachText(value, LINE, 0),
  lines: (value) => eachText(value, LINES, 0),
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

/** A snapshot answers the same hundred rows with each scan: only the newest is read, the others are known safe. */
const ANSWER: Pass = { change: safeText, depth_max: Infinity, settled: new WeakSet() }

/**
 * Makes an answer safe to show: records may predate the cleaning, or come from elsewhere. Freezes what needs no change.
 */
export function safeOutput(output: unknown): unknown {
  return eachText(output, ANSWER, 0)
}
