/** English for a value that cannot be stored, after the label of its field. */
import type { ProblemWords } from '../../policy-words.ts'
import { countedIn } from '../../plural.ts'

const counted = countedIn('en')

export const PROBLEMS: ProblemWords = {
  empty: 'fill it in',
  'not-code': 'use letters, digits and spaces, beginning with a letter or digit',
  'not-letter': 'use one letter, A to Z',
  'not-amount': 'type an amount',
  negative: 'cannot be less than zero',
  zero: 'cannot be zero',
  'too-much': 'too high',
  'not-whole': 'type a whole number',
  'not-yes-or-no': 'choose yes or no',
  'not-listed': 'choose one from the list',
  'no-date': 'type a date such as 2026-11-24',
  'too-early': 'cannot be before 1900-01-01',
  'too-late': 'cannot be after 2199-12-31',
  unusable: 'cannot be used as written',
  'too-long': ({ most }) => `at most ${counted(most, 'character', 'characters')}`,
  'too-many': ({ most }) => `at most ${counted(most, 'entry', 'entries')}`,
  'at-most': ({ most }) => `at most ${most}`,
  'at-least': ({ least }) => `${least} or more`,
  'one-of': ({ options }) => `one of ${options.join(', ')}`,
  'no-setting': 'not a setting of this library',
}

/** What stands before the problem where no field has it. */
export const THE_ROW = 'The row'
export const atField = (label: string, problem: string): string => `${label}: ${problem}.`
