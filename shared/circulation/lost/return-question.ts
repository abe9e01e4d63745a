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

type Answer = {
  readonly label: string
  readonly letter: string
  /** Once it is carried out. */
  readonly happened: string
  readonly said: Partial<ReturnSaid>
}

/** Key 1 is the first. The letter chooses it on a page. */
export const ANSWERS: Readonly<Record<QuestionAbout, readonly Answer[]>> = {
  claim: [
    { label: 'It was on our shelf', letter: 'S', happened: 'Stood on our shelf', said: { found: 'shelf' } },
    { label: 'They brought it back', letter: 'B', happened: 'Was brought back', said: { found: 'brought' } },
  ],
  charge: [
    { label: 'Let it off, and the fine', letter: 'W', happened: 'Let off', said: { charge: 'waive' } },
    { label: 'Cancel it, and charge the fine', letter: 'C', happened: 'Bill cancelled', said: { charge: 'charge' } },
    { label: 'Leave it owed', letter: 'L', happened: 'Left owed', said: { charge: 'leave' } },
  ],
  receipt: [
    { label: 'Receipt seen: pay it back', letter: 'R', happened: 'Receipt seen', said: { receipt: 'seen' } },
    { label: 'No receipt: it stays paid', letter: 'N', happened: 'Stays paid', said: { receipt: 'none' } },
  ],
}

/** What was said with this answer as well; null when the key is none of them. */
export function saidWith(about: QuestionAbout, key: string, said: ReturnSaid): ReturnSaid | null {
  const answer = ANSWERS[about][Number(key) - 1]
  return answer ? { ...said, ...answer.said } : null
}

/** How the last answer is called once it is carried out; what the rules alone settled has no person. */
export function happenedBy(said: ReturnSaid): string {
  const all = [...ANSWERS.receipt, ...ANSWERS.charge, ...ANSWERS.claim]
  const last = all.find(({ said: one }) => {
    if (one.receipt) return one.receipt === said.receipt
    return one.charge ? one.charge === said.charge : one.found === said.found
  })
  return last?.happened ?? 'Settled'
}
