/** What the questions of a return, and their answers, change. */
import { eventRefText, type Folds } from '../event.ts'
import type { RETURN_EVENTS } from '../events/returns.ts'

/** What a return still asks: open while its row exists, and deleted with the answer. */
export type QuestionChange =
  | {
      readonly kind: 'question-opened'
      readonly question_ref: string
      readonly loan_ref: string
      readonly branch: string
      readonly asked_at_ms: number
    }
  | { readonly kind: 'question-closed'; readonly question_ref: string }

export const RETURN_FOLDS: Folds<typeof RETURN_EVENTS, QuestionChange> = {
  'return-asked': ({ head, body: { loan } }) => {
    const { branch, at_ms: asked_at_ms } = head
    const question_ref = eventRefText(head)
    return [{ kind: 'question-opened', question_ref, loan_ref: loan.loan_ref, branch, asked_at_ms }]
  },
  'return-reopened': ({ head, body }) => [
    { kind: 'question-opened', ...body, branch: head.branch, asked_at_ms: head.at_ms },
  ],
  'return-answered': ({ body }) => [{ kind: 'question-closed', question_ref: body.question_ref }],
}
