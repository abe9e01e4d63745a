/** English for the rules behind a result: why one applies and another was passed over. */
import type { Fit } from '../../circulation/loans/explain.ts'
import { ruleScope } from './due-steps.ts'

const FITS: Readonly<Record<Fit, string>> = {
  'only-one': 'applies: the only one that fits',
  'most-particular': 'applies: the most particular',
  'no-branch': 'passed over: names no branch',
  'no-category': 'passed over: names no patron category',
  'no-item-type': 'passed over: names no item type',
}

export const EXPLAIN = { scope: ruleScope, fits: FITS }
