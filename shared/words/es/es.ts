/** The desk's words, Spanish as libraries of the United States write it: "usted", dollars, times of twelve hours. */
import type { Words } from '../en/en.ts'
import { CHARGE_STEPS } from './charge-steps.ts'
import { CHARGES } from './charges.ts'
import { COST_STEPS } from './cost-steps.ts'
import { DUE_STEPS } from './due-steps.ts'
import { EXPLAIN } from './explain.ts'
import { FAULTS } from './faults.ts'
import { FINE_STEPS } from './fine-steps.ts'
import { limitScope } from './limit-scope.ts'
import { LINES } from './lines.ts'
import { LOG } from './log/log.ts'
import { LOST_STEPS } from './lost-steps.ts'
import { OUTCOMES } from './outcomes.ts'
import { PAGES } from './pages.ts'
import { PANEL } from './panel.ts'
import { POLICY_WORDS } from './policy.ts'
import { REFUSAL_WORDS } from './refusals.ts'
import { RETURNS } from './returns.ts'
import { SCREEN } from './screen.ts'
import { STAFF } from './staff.ts'

export const es: Words = {
  refusals: REFUSAL_WORDS,
  steps: { ...DUE_STEPS, ...CHARGE_STEPS, ...FINE_STEPS, ...COST_STEPS, ...LOST_STEPS },
  faults: FAULTS,
  limitScope,
  charges: CHARGES,
  explain: EXPLAIN,
  lines: LINES,
  log: LOG,
  outcomes: OUTCOMES,
  pages: PAGES,
  panel: PANEL,
  policy: POLICY_WORDS,
  returns: RETURNS,
  screen: SCREEN,
  staff: STAFF,
}
