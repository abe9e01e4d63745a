/**
 * What a return may ask of a person: where a claimed item was, what becomes of its bill, whether the receipt was shown.
 * Each question with its answers, in the order of their keys. Decides nothing; the return itself never waits for it.
 */
import type { z } from 'zod'
import type { foundAnswer, foundWhere, receiptShown, returnQuestion } from '../../journal/events/fields.ts'

export type QuestionAbout = z.infer<typeof returnQuestion>
export type FoundWhere = z.infer<typeof foundWhere>
export type FoundAnswer = z.infer<typeof foundAnswer>
export type ReceiptShown = z.infer<typeof receiptShown>

/** What a person has said of one return so far; null: was not asked. */
export type ReturnSaid = {
  readonly found: FoundWhere | null
  readonly charge: FoundAnswer | null
  readonly receipt: ReceiptShown | null
}

export const NOTHING_SAID: ReturnSaid = { found: null, charge: null, receipt: null }

/** It was on our own shelf: no one is asked, the patron was right. */
export const ON_SHELF: ReturnSaid = { ...NOTHING_SAID, found: 'shelf' }

/** What a person may answer; how each is said, the catalog knows. */
export type AnswerCode = FoundWhere | FoundAnswer | ReceiptShown

type Answer = { readonly code: AnswerCode; readonly letter: string; readonly said: Partial<ReturnSaid> }

/** Key 1 is the first. The letter chooses it on a page. */
export const ANSWERS: Readonly<Record<QuestionAbout, readonly Answer[]>> = {
  claim: [
    { code: 'shelf', letter: 'S', said: { found: 'shelf' } },
    { code: 'brought', letter: 'B', said: { found: 'brought' } },
  ],
  charge: [
    { code: 'waive', letter: 'W', said: { charge: 'waive' } },
    { code: 'charge', letter: 'C', said: { charge: 'charge' } },
    { code: 'leave', letter: 'L', said: { charge: 'leave' } },
  ],
  receipt: [
    { code: 'seen', letter: 'R', said: { receipt: 'seen' } },
    { code: 'none', letter: 'N', said: { receipt: 'none' } },
  ],
}

/** What was said with this answer as well; null when the key is none of them. */
export function saidWith(about: QuestionAbout, key: string, said: ReturnSaid): ReturnSaid | null {
  const answer = ANSWERS[about][Number(key) - 1]
  return answer ? { ...said, ...answer.said } : null
}

/** The last answer, which is the one carried out; null: the rules alone settled it. */
export function happenedBy({ found, charge, receipt }: ReturnSaid): AnswerCode | null {
  return receipt ?? charge ?? found
}
