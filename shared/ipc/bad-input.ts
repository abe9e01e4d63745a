/**
 * Plain words for input that does not fit the contract: which field, what is wrong with it, what to do. Pure. Must
 * never say the value: it may be a patron's.
 */
import type { z } from 'zod'
import { NO_DATE } from '../kernel/date-bounds.ts'

type Issue = z.core.$ZodIssue

/** Names that are units or kinds, which nobody at a desk says. */
const ENDINGS = /_(?:cents|ms|on|count|code|ref|id|max)$/

/** "item_barcode" is "Item barcode"; a place in a list is left out. */
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

/** "200 characters", "3 entries", "500". */
function amountOf(origin: string, amount: number | bigint): string {
  if (origin === 'string') return amount === 1 ? '1 character' : `${amount} characters`
  return origin === 'array' ? `${amount} entries` : String(amount)
}

function tooMuch(field: string, { origin, maximum }: Extract<Issue, { code: 'too_big' }>): string {
  const wrong = origin === 'string' ? 'too long' : origin === 'array' ? 'too many' : 'too large'
  const act = origin === 'string' ? 'Shorten it' : 'Take less'
  return `${field}: ${wrong}; ${amountOf(origin, maximum)} at most. ${act} and try again.`
}

function tooLittle(field: string, { origin, minimum }: Extract<Issue, { code: 'too_small' }>): string {
  if (origin === 'string' && minimum === 1) return `${field}: nothing stands there. Fill it in and try again.`
  const wrong = origin === 'string' ? 'too short' : 'too small'
  return `${field}: ${wrong}; ${amountOf(origin, minimum)} at least. Change it and try again.`
}

/** How what must have a form is written, where the name alone does not tell. */
const FORMS: Readonly<Record<string, string>> = {
  Pin: '4 to 12 digits',
  'New pin': '4 to 12 digits',
  Initials: 'one to five letters',
}

const AGAIN = 'Change it and try again.'

function notWritten(field: string): string {
  const form = FORMS[field]
  return `${field}: not written as it must be${form ? `: ${form}` : ''}. ${AGAIN}`
}

function issueWords(issue: Issue): string {
  const field = fieldOf(issue.path)
  switch (issue.code) {
    case 'too_big':
      return tooMuch(field, issue)
    case 'too_small':
      return tooLittle(field, issue)
    case 'invalid_type':
      return `${field}: missing, or not of the kind that belongs there. Fill it in and try again.`
    case 'invalid_value':
    case 'invalid_union':
      return `${field}: none of what can be chosen. Choose again.`
    case 'unrecognized_keys':
      return `${field}: more came than can be taken. Leave the rest out and try again.`
    case 'custom':
      return issue.params?.['is_told'] === true ? `${field}: it ${issue.message}. ${AGAIN}` : notWritten(field)
    case 'invalid_format':
      return issue.format === 'date' ? `${field}: it ${NO_DATE}. ${AGAIN}` : notWritten(field)
    default:
      return notWritten(field)
  }
}

/** What is told of input that does not fit: its first issue. Nothing was recorded. */
export function badInputWords(issues: readonly Issue[]): string {
  const [issue] = issues
  return `Nothing recorded. ${issue ? issueWords(issue) : 'What was asked does not fit.'}`
}
