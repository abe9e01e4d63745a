/**
 * Parses input by the contract, or says in plain words which field is wrong and what belongs there. Pure. Must never
 * say the value: it may be a patron's.
 */
import type { z } from 'zod'
import { plainIssue } from '../kernel/plain-issue.ts'

/** Name endings for units or kinds, which mean nothing to a clerk. */
const ENDINGS = /_(?:cents|ms|on|count|code|ref|id|max)$/

/** "item_barcode" becomes "Item barcode"; an index in a list is left out. */
function fieldOf(path: readonly PropertyKey[]): string {
  const name = path.findLast((one) => typeof one === 'string') ?? ''
  const words = name
    .replace(/^(?:is|has)_/, '')
    .replace(ENDINGS, '')
    .replaceAll('_', ' ')
    .trim()
  if (name === 'commandId' || words === '') return 'What was asked'
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export type ReadInput<Value> = { readonly data: Value } | { readonly says: string }

/** The parsed input; or words about the first thing wrong with it. */
export function readInput<Value>(schema: z.ZodType<Value>, given: unknown): ReadInput<Value> {
  const parsed = schema.safeParse(given, { error: plainIssue })
  if (parsed.success) return { data: parsed.data }
  const { path = [], message = plainIssue({ code: 'custom', input: given }) } = parsed.error.issues[0] ?? {}
  return { says: `Nothing recorded. ${fieldOf(path)}: ${message}. Try again.` }
}
