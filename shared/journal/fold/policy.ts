/** Facts about the rules: carried into the reference file as they are (patch.ts). */
import type { Folds } from '../event.ts'
import type { POLICY_EVENTS } from '../events/policy.ts'

export const POLICY_FOLDS: Folds<typeof POLICY_EVENTS, never> = {
  'policy-changed': () => [],
  'policy-applied': () => [],
  'outage-declared': () => [],
  'outage-withdrawn': () => [],
}
