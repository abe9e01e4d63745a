/** English for what comes of a scan or an act: the band, the row, the keys of its answer. By topic. */
import { ANSWER } from './outcomes/answer.ts'
import { HOLD } from './outcomes/hold.ts'
import { LOAN } from './outcomes/loan.ts'
import { REASONS } from './outcomes/reasons.ts'
import { RETURN } from './outcomes/return.ts'

export const OUTCOMES = { answer: ANSWER, hold: HOLD, loan: LOAN, reasons: REASONS, return: RETURN }
