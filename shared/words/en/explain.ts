/** English for the rules behind a result: why one applies and another was passed over. */
import type { Fit } from '../../circulation/loans/explain.ts'
import { ruleScope } from './due-steps.ts'

const FITS: Readonly<Record<Fit, string>> = {
  'only-one': 'applies: the only rule that fits',
  'most-particular': 'applies: the most specific',
  'no-branch': 'not used: names no branch',
  'no-category': 'not used: names no patron category',
  'no-item-type': 'not used: names no item type',
}

export const EXPLAIN = { scope: ruleScope, fits: FITS }
