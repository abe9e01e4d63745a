/** What is forgotten of loans that ended before a moment, and of nothing else. */
import type { Before } from '../../../main/journal/forget.ts'
import { instant, type Instant } from '../../../shared/kernel/time.ts'

export function loansOver(loans: Instant): Before {
  return { loans, holds: instant(0), acts: instant(0), unsent: loans }
}
