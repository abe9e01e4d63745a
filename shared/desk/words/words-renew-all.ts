/**
 * What became of "renew all", as one text to read to a caller: how many are renewed and until when, how many are not
 * and why, and one sum of each cost. Pure; decides nothing, and never says who else waits.
 */
import type { CostStep } from '../../circulation/fines/cost-steps.ts'
import { cents } from '../../kernel/money.ts'
import { instant, type Instant } from '../../kernel/time.ts'
import { isPatronLevel } from '../../refusals/overrides.ts'
import type { Refusal } from '../../refusals/refusals.ts'
import type { Speech } from '../../words/speech.ts'
import type { BandDraft, RowDraft } from '../session/drafts.ts'
import { sentences } from './words.ts'

export type RenewedAll = {
  readonly due_at: readonly Instant[]
  readonly costs: readonly CostStep[]
  /** Of each loan that was not renewed, what comes first against it. */
  readonly refused: readonly Refusal[]
}

type DueText = (at: Instant) => string

const NO_CHANGE = 'renewal-no-gain'

/** When the loan stays due; null for a refusal that does not know it. */
function dueOf({ facts }: Refusal): Instant | null {
  const { due } = facts
  return typeof due === 'number' ? instant(due) : null
}

type Counted = readonly [text: string, count: number]

/** How many of each, in the order in which they first came. */
function counted(texts: readonly string[]): readonly Counted[] {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts]
}

/** "already due Fri, Dec 18"; of more than two dates the first and the last. */
function unchanged({ words }: Speech, refused: readonly Refusal[], due: DueText): readonly Counted[] {
  const said = words.outcomes.loan.renew_all
  const dates = refused.flatMap((one) => dueOf(one) ?? []).toSorted((one, other) => one - other)
  const texts = counted(dates.map(due))
  const [first] = texts
  const last = texts.at(-1)
  if (!first || !last) return []
  if (texts.length <= 2) return texts.map(([text, count]) => [said.already_due(count, text), count])
  return [[said.already_due_between(dates.length, first[0], last[0]), dates.length]]
}

/** Each reason once, with how many loans it is true of; those that keep their date come last. */
function reasons(speech: Speech, refused: readonly Refusal[], due: DueText): readonly Counted[] {
  const { reason, other } = speech.words.outcomes.loan.renew_all
  const phrases: Readonly<Record<string, ((count: number) => string) | undefined>> = reason
  const others = counted(refused.filter(({ code }) => code !== NO_CHANGE).map(({ code }) => code))
  const same = refused.filter(({ code }) => code === NO_CHANGE)
  return [
    ...others.map(([code, count]): Counted => [(phrases[code] ?? other)(count), count]),
    ...unchanged(speech, same, due),
  ]
}

/** "6 not renewed: 1 on hold for another patron, 5 already due Dec 18"; of one reason without its count. */
function rest({ words }: Speech, refused_count: number, reason: readonly Counted[], isNothing: boolean): string {
  const said = words.outcomes.loan.renew_all
  const each = reason.map(([text, count]) => said.each(count, text)).join(', ')
  if (isNothing && reason.length > 0) return each
  const [first] = reason
  return said.refused(refused_count, first && reason.length === 1 ? first[0] : each)
}

function costs(speech: Speech, steps: readonly CostStep[]): readonly string[] {
  const { fines, rentals } = speech.words.outcomes.loan.renew_all
  const sum = (code: 'fine-until-now' | 'rental-charged'): number =>
    steps.reduce((total, step) => total + (step.code === code ? step.amount_cents : 0), 0)
  const [fined, rented] = [sum('fine-until-now'), sum('rental-charged')]
  return [fined > 0 ? fines(speech.money(cents(fined))) : '', rented > 0 ? rentals(speech.money(cents(rented))) : '']
}

function told(speech: Speech, { due_at, costs: steps, refused }: RenewedAll, due: DueText): readonly string[] {
  const said = speech.words.outcomes.loan.renew_all
  const dates = counted(due_at.toSorted((one, other) => one - other).map(due))
  const [first] = dates
  const isOne = first !== undefined && dates.length === 1
  const heading = isOne ? said.until(due_at.length, first[0]) : said.renewed(due_at.length)
  const parts = dates.length > 1 ? dates.map(([text, count]) => said.part(count, text)).join(', ') : ''
  // A problem with the account keeps every loan: it is said once, in its own sentence.
  const account = refused.find(({ code }) => isPatronLevel(code))
  const reason = reasons(
    speech,
    refused.filter(({ code }) => !isPatronLevel(code)),
    due,
  )
  return [
    heading,
    parts,
    refused.length === 0 ? '' : rest(speech, refused.length, reason, due_at.length === 0),
    account === undefined ? '' : speech.refusal(account).says,
    ...costs(speech, steps),
  ]
}

export function renewAllBand(speech: Speech, result: RenewedAll): BandDraft {
  const { due_at, refused } = result
  const isEmpty = due_at.length + refused.length === 0
  if (isEmpty) {
    const { none } = speech.words.outcomes.loan.renew_all
    return { outcome: 'done', heading: none, sentence: '', fact: null, spoken: sentences(none) }
  }
  const [heading = '', ...parts] = told(speech, result, speech.moment)
  const isStopped = due_at.length === 0 && refused.some(({ code }) => code !== NO_CHANGE)
  return {
    outcome: isStopped ? 'stop' : 'done',
    heading,
    sentence: sentences(...parts),
    fact: null,
    spoken: sentences(...told(speech, result, speech.momentLong)),
  }
}

/** The row of a loan that was not renewed: its tag says why, the last column when it stays due. No reason twice. */
export function notRenewedRow(speech: Speech, row: RowDraft, refusal: Refusal): RowDraft {
  const { reason } = speech.words.outcomes.loan.renew_all
  const due_at = dueOf(refusal)
  const isPlain = refusal.code === NO_CHANGE || isPatronLevel(refusal.code) || refusal.code in reason
  return {
    ...row,
    fact: due_at === null ? '' : speech.moment(due_at),
    notes: isPlain ? [] : (row.notes ?? []).slice(0, 1),
  }
}
