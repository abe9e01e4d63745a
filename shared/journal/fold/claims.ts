/** Facts about claims: carried into the reference file as they are (patch.ts). */
import type { Folds } from '../event.ts'
import type { CLAIM_EVENTS } from '../events/claims.ts'

export const CLAIM_FOLDS: Folds<typeof CLAIM_EVENTS, never> = {
  'claim-made': () => [],
  'claim-checked': () => [],
  'claim-ended': () => [],
}
