/** Statements on the open questions of returns. The patron of a question is private; the journal has what it asks. */
import { replace } from '../whole-rows.ts'
import { build, statement } from '../sql.ts'

export const putQuestion = replace('return_question')

export const dropQuestion = statement<{ question_ref: string }>()((p) =>
  build.deleteFrom('return_question').where('question_ref', '=', p.question_ref),
)

/** An open question; none once it is answered. */
export const questionByRef = statement<{ question_ref: string }>()((p) =>
  build.selectFrom('return_question').select(['question_ref', 'patron_id']).where('question_ref', '=', p.question_ref),
)

/** The open questions at a branch, longest waiting first. */
export const questionsOfBranch = statement<{ branch_code: string; limit: number }>()((p) =>
  build
    .selectFrom('return_question')
    .select(['question_ref', 'patron_id', 'loan_ref', 'asked_at_ms'])
    .where('branch_code', '=', p.branch_code)
    .orderBy('asked_at_ms')
    .limit(p.limit),
)

export const openQuestions = statement()(() =>
  build.selectFrom('return_question').select(['question_ref', 'loan_ref', 'branch_code', 'asked_at_ms']),
)
