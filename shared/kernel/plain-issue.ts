/**
 * Translates schema errors into plain words where the schema does not supply them itself: for the script door, rows of
 * rules, settings and marc.json. Passed to zod as `error`, so that none of its own wording reaches a person. Must never
 * say the value: it may be a patron's.
 */
import type { z } from 'zod'
import { NO_DATE } from './date-bounds.ts'

type Issue = z.core.$ZodRawIssue

/** A longer list of choices is no help. */
const CHOICES_MAX = 8

/** Kinds of value as a form names them. */
const KINDS: Readonly<Record<string, string>> = {
  string: 'text belongs there',
  number: 'a number belongs there',
  int: 'a whole number belongs there',
  boolean: 'yes or no belongs there',
  array: 'a list belongs there',
  object: 'its fields by name belong there',
  record: 'its fields by name belong there',
}

const UNKNOWN = 'it cannot be used'

/** "200 characters", "3 entries", "500". */
function sized(origin: string, amount: number | bigint): string {
  if (origin === 'string') return `${amount} ${amount === 1 ? 'character' : 'characters'}`
  return origin === 'array' ? `${amount} ${amount === 1 ? 'entry' : 'entries'}` : String(amount)
}

function ofKind({ expected, input }: Extract<Issue, { code: 'invalid_type' }>): string {
  return input === undefined || input === null ? 'fill it in' : (KINDS[expected] ?? UNKNOWN)
}

function oneOf(values: readonly unknown[]): string {
  return values.length > CHOICES_MAX ? 'it is none of what can be chosen' : `one of ${values.map(String).join(', ')}`
}

/** Without the name of the field and without a period: "a whole number belongs there". */
export function plainIssue(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return ofKind(issue)
    case 'too_big':
      return `at most ${sized(issue.origin, issue.maximum)}`
    case 'too_small':
      if (issue.origin === 'string' && issue.minimum === 1) return 'fill it in'
      if (issue.inclusive === false) return `more than ${issue.minimum}`
      return `${sized(issue.origin, issue.minimum)} or more`
    case 'invalid_value':
      return oneOf(issue.values)
    case 'unrecognized_keys':
      return 'it has a field too many'
    case 'invalid_format':
      return issue.format === 'date' ? `it ${NO_DATE}` : 'it is not written as it must be'
    default:
      return UNKNOWN
  }
}
