/**
 * The money questions of a return: kept open with the check-in, answered later by an entry of its own, followed by
 * whatever it settles. Must never hold back a return, nor settle anything before the answer.
 */
import {
  happenedBy,
  NOTHING_SAID,
  saidWith,
  type ReturnSaid,
} from '../../../shared/circulation/lost/return-question.ts'
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import { waitingFor } from '../../../shared/desk/approvals.ts'
import type { Pending } from '../../../shared/desk/pending.ts'
import { answered, withBand, withRow, type SessionRow } from '../../../shared/desk/session/session.ts'
import { askBand, askedAgain } from '../../../shared/desk/words/words-return.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { cents, type Cents } from '../../../shared/kernel/money.ts'
import { instant, type Instant } from '../../../shared/kernel/time.ts'
import { openClaimOfItem } from '../../store/circulation/claim-rows.ts'
import type { ItemRow } from '../../store/circulation/item-rows.ts'
import { patronById } from '../../store/patrons/patron-rows.ts'
import { questionByRef, questionsOfBranch } from '../../store/circulation/question-rows.ts'
import { mayLetOffOrAsks } from '../approvals/asking.ts'
import type { Desk } from '../desk.ts'
import type { Command } from '../../library/command.ts'
import { actorOf } from '../desk.ts'
import { isClaimBy } from '../../library/desk-day.ts'
import { findItem, here } from '../../library/here.ts'
import { chargesAtReturn } from '../../circulation/charges/at-return.ts'
import { otherDue } from '../../../shared/journal/sealing.ts'
import { loanColumns } from '../../store/circulation/loan-columns.ts'
import { Gathering } from '../../circulation/charges/gathering.ts'
import { fineOf, isClaimed } from '../../circulation/charges/loan-fine.ts'
import type { Question } from '../../circulation/charges/return-facts.ts'
import { recordAndSay } from '../patrons/record-and-say.ts'
import type { Actor } from '../../library/actor.ts'
import type { Library } from '../../library/library.ts'
import { speechOf, stepsSaid } from '../clerk-language.ts'
import type { Asking } from '../../circulation/charges/return-asked.ts'

/** An open question with its return, as of that time; null when it is answered. */
function openQuestion(library: Library, question_ref: string): Asking | null {
  const row = library.db.get(questionByRef, { question_ref })
  const asked = library.journal.event(question_ref)
  if (!row || asked?.kind !== 'return-asked') return null
  const { item_barcode, loan, back_at_ms, is_amnesty } = asked.body
  const item = findItem(library, item_barcode)
  if (!item) return null
  const whose = { item_id: item.item_id, party_ref: loan.loan_ref, patron_id: row.patron_id }
  const state = { ...loan, sealed_due_at_ms: otherDue(asked.sealed?.loan) }
  const back_at = instant(back_at_ms)
  return { item, loan: { ...loanColumns(state), ...whose }, back_at, undated_at: back_at, is_amnesty }
}

export type WaitingQuestion = {
  readonly question_ref: string
  readonly asked_at_ms: Instant
  readonly item: ItemRow
  /** Null: under the present rules there is nothing left to ask. */
  readonly question: Question | null
}

const SHOWN_MAX = 200

/** The open questions at this branch, longest waiting first. Reads only; names nobody. */
export function questionsHere(library: Library, actor: Actor): readonly WaitingQuestion[] {
  const { branch_code } = here(library).branch
  return library.db.all(questionsOfBranch, { branch_code, limit: SHOWN_MAX }).flatMap((row) => {
    const asking = openQuestion(library, row.question_ref)
    if (!asking) return []
    const { question } = chargesAtReturn(library, { ...asking, said: NOTHING_SAID }, actor)
    return [{ question_ref: row.question_ref, asked_at_ms: row.asked_at_ms, item: asking.item, question }]
  })
}

type Waits = Extract<Pending, { ask: 'return' }>

function rowOf(desk: Desk, question_ref: string): SessionRow | null {
  const isIt = ({ pending }: SessionRow): boolean => pending?.ask === 'return' && pending.question_ref === question_ref
  return desk.session.rows.find(isIt) ?? null
}

/** The row no longer waits; where its item goes stays as shown. */
function closeRow(desk: Desk, question_ref: string): void {
  const row = rowOf(desk, question_ref)
  if (row) desk.session = answered(desk.session, row.row.row_id, row.row.happened)
}

export function answerInRow(
  desk: Desk,
  command: Command,
  { question_ref, about, said }: Waits,
  key: string,
): Refusal | null {
  const now = must(saidWith(about, key, said), 'an answer for each key shown')
  return answerReturn(desk, command, { question_ref, ...now })
}

type Answer = Omit<Input<'return.answer'>, 'commandId'>

/** Settles a return by its answer; or asks what that answer leaves open, and records nothing yet. */
export function answerReturn(desk: Desk, command: Command, { question_ref, ...said }: Answer): Refusal | null {
  const asking = openQuestion(desk.library, question_ref)
  if (!asking) {
    closeRow(desk, question_ref)
    return refuse('return-answered')
  }
  const money = chargesAtReturn(desk.library, { ...asking, said }, actorOf(desk))
  if (money.question) {
    ask(desk, question_ref, asking.item, money.question, said)
    return null
  }
  closeRow(desk, question_ref)
  const { item } = asking
  const reach = letOff(desk, asking, said)
  const speech = speechOf(desk)
  const title = speech.words.outcomes.wish.fine_of_return(item.title, speech.money(reach))
  const wish = { method: 'return.answer', input: { question_ref, ...said }, grant: 'waive', reach } as const
  if (reach > 0 && !mayLetOffOrAsks(desk, wish, title, reach)) return null
  const last = happenedBy(said)
  const { answers, settled } = speechOf(desk).words.outcomes.return
  const to = new Gathering()
  to.add({ kind: 'return-answered', body: { question_ref, reason: 'answered', ...said } })
  const gathered = { ...money, drafts: [...to.drafts, ...money.drafts] }
  recordAndSay(desk, command, gathered, {
    title: item.title,
    item,
    happened: last === null ? settled : answers[last].happened,
    fact: '',
    sentences: stepsSaid(desk, money.told),
    kind: isClaimed(asking.loan.loan_status) ? 'claim-found' : 'lost-found',
  })
  return null
}

/** The part of a fine that this answer lets off: a role needs the grant for that amount. */
function letOff(desk: Desk, asking: Asking, { charge, found }: ReturnSaid): Cents {
  if (found === 'shelf' && isOwnClaim(desk, asking.item)) return fineLetOff(desk.library, asking)
  return charge === 'waive' ? fineLetOff(desk.library, asking) : cents(0)
}

/** This clerk made the claim: if they find the item as well, nobody else has said anything of it. */
export function isOwnClaim({ library, session }: Desk, { item_id }: ItemRow): boolean {
  const claim = library.db.get(openClaimOfItem, { item_id })
  return claim !== null && isClaimBy(library.journal, claim.claim_ref, session.staff?.staff_code ?? '')
}

export function fineLetOff(
  library: Library,
  { item, loan, back_at }: Pick<Asking, 'item' | 'loan' | 'back_at'>,
): Cents {
  const patron = library.db.get(patronById, { patron_id: loan.patron_id })
  return patron ? fineOf(library, { loan, item, patron }, { until_at: back_at }).amount_cents : cents(0)
}

/** What is asked of a person, in one sentence with its mark. */
export function questionSaid(desk: Desk, question: Question): string {
  const { words, money } = speechOf(desk)
  const { asks } = words.returns
  switch (question.about) {
    case 'claim':
      return asks[question.claim]
    case 'charge':
      return asks.charge(money(question.owed_cents))
    case 'receipt':
      return asks.receipt(money(question.back_cents))
  }
}

/** Asks in the row that asked before, otherwise in a new one. */
function ask(desk: Desk, question_ref: string, item: ItemRow, question: Question, said: ReturnSaid): void {
  const { about } = question
  const says = questionSaid(desk, question)
  const pending: Waits = { ask: 'return', question_ref, about, said }
  const row = rowOf(desk, question_ref)
  const speech = speechOf(desk)
  if (row) {
    const session = waitingFor(desk.session, speech.words.outcomes, row.row.row_id, pending, row.row.happened)
    desk.session = withBand(session, askBand(speech, item.title, { says, pending }))
    return
  }
  const again = askedAgain(speech, { ...item, at: desk.library.clock.now() }, { says, pending })
  desk.session = withBand(withRow(desk.session, again.row), again.band)
}

/** Asks again what is still open: shown late after a crash, or its answer was undone. */
export function askOpen(desk: Desk, question_ref: string): void {
  const asking = openQuestion(desk.library, question_ref)
  const question = asking && chargesAtReturn(desk.library, { ...asking, said: NOTHING_SAID }, actorOf(desk)).question
  if (question) ask(desk, question_ref, asking.item, question, NOTHING_SAID)
}
