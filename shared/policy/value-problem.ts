/** Why a value of a row or a setting cannot be stored, as a code and its facts; the catalog (shared/words) says it. */
import type { z } from 'zod'
import { readOutsideDate } from '../kernel/date-bounds.ts'
import type { PolicyColumn } from './columns.ts'

export type ValueProblem =
  | {
      readonly code:
        | 'empty'
        | 'not-code'
        | 'not-letter'
        | 'not-amount'
        | 'negative'
        | 'zero'
        | 'too-much'
        | 'not-whole'
        | 'not-yes-or-no'
        | 'not-listed'
        | 'no-date'
        | 'too-early'
        | 'too-late'
        | 'unusable'
    }
  | { readonly code: 'too-long' | 'at-most' | 'too-many'; readonly most: number }
  | { readonly code: 'at-least'; readonly least: number }
  | { readonly code: 'one-of'; readonly options: readonly string[] }

type Issue = z.core.$ZodIssue

/** What the issue says by itself, of a number or a text. */
export function problemOf(issue: Issue): ValueProblem {
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'number' ? { code: 'at-least', least: Number(issue.minimum) } : { code: 'empty' }
    case 'too_big': {
      const most = Number(issue.maximum)
      return { code: issue.origin === 'string' ? 'too-long' : issue.origin === 'array' ? 'too-many' : 'at-most', most }
    }
    case 'invalid_value':
      return { code: 'one-of', options: issue.values.map(String) }
    case 'invalid_type':
      if (issue.expected === 'boolean') return { code: 'not-yes-or-no' }
      return { code: issue.expected === 'number' || issue.expected === 'int' ? 'not-whole' : 'unusable' }
    default:
      return { code: 'unusable' }
  }
}

function amountProblem(issue: Issue): ValueProblem {
  if (issue.code === 'too_big') return { code: 'too-much' }
  if (issue.code !== 'too_small') return { code: 'not-amount' }
  return { code: Number(issue.minimum) > 0 ? 'zero' : 'negative' }
}

/** What it says of a value for this column. */
export function columnProblem({ kind, options }: PolicyColumn, issue: Issue): ValueProblem {
  switch (kind) {
    case 'own-code':
      return { code: options.length > 0 ? 'not-listed' : 'not-code' }
    case 'code':
      return { code: 'not-code' }
    case 'letter':
      return { code: 'not-letter' }
    case 'money':
      return amountProblem(issue)
    case 'date': {
      const read = readOutsideDate(String(issue.input))
      return { code: 'wrong' in read ? read.wrong : 'no-date' }
    }
    case 'text':
      return issue.code === 'invalid_type' ? { code: 'empty' } : problemOf(issue)
    case 'count':
    case 'tick':
      return problemOf(issue)
    case 'choice':
    case 'branch':
    case 'category':
    case 'item-type':
    case 'item-types':
    case 'schedule':
    case 'target':
      return { code: 'not-listed' }
  }
}
