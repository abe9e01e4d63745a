/**
 * What a value should have been, in plain words, where its schema does not say so itself. Given to zod as `error`, so
 * that none of its own wording reaches a person. Must never say the value: it may be a patron's.
 */
import type { z } from 'zod'

/** Kinds of value as a form calls them. */
const KINDS: Readonly<Record<string, string>> = {
  string: 'words belong there',
  number: 'a number belongs there',
  int: 'a whole number belongs there',
  boolean: 'yes or no belongs there',
  array: 'a list belongs there',
  object: 'its fields by name belong there',
  record: 'its fields by name belong there',
}

function sized(origin: string, amount: number | bigint): string {
  if (origin === 'string') return `${amount} ${amount === 1 ? 'character' : 'characters'}`
  return origin === 'array' ? `${amount} ${amount === 1 ? 'entry' : 'entries'}` : String(amount)
}

/** Without a name of the field and without an end: "a whole number belongs there". */
export function plainIssue(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return KINDS[issue.expected] ?? 'it cannot be used'
    case 'too_big':
      return `at most ${sized(issue.origin, issue.maximum)}`
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1
        ? 'fill it in'
        : `${sized(issue.origin, issue.minimum)} or more`
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`
    case 'unrecognized_keys':
      return 'it has a field too many'
    case 'invalid_format':
      return issue.format === 'date' ? 'a date such as 2026-11-24' : 'it is not written as it must be'
    default:
      return 'it cannot be used'
  }
}
