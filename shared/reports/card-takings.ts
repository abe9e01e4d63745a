/**
 * What a manager looks at where cash could be keyed as card and kept: how much of what each clerk took came by card,
 * beside the median, and approval codes that no terminal would give: the same one twice, or one after another. Receipts
 * that were voided count nowhere. Pure; knows no patron.
 */
import { grossSum } from '../cash/line-sums.ts'
import type { SessionEvidence } from '../cash/evidence/tables.ts'
import { standingReceipts } from '../cash/session-entries.ts'
import { eventRefText, type EventHead } from '../journal/event.ts'
import { lowerMedian } from '../kernel/median.ts'
import { cents, type Cents } from '../kernel/money.ts'

export type CardNumbers = { readonly authorization: string; readonly last_four: string }

export type CardShare = {
  readonly staff: string
  readonly taken_cents: Cents
  readonly card_cents: Cents
  readonly percent: number
}

/** `repeated`: in one session, or of one card. `in-a-row`: in one session. */
export type OddCodes = {
  readonly reason: 'repeated' | 'in-a-row'
  /** In the order of their codes. */
  readonly cards: readonly TakenCard[]
}

export type TakenCard = CardNumbers & {
  readonly session_ref: string
  readonly head: EventHead
  readonly receipt_number: number
  readonly amount_cents: Cents
}

export type CardTakings = {
  /** The highest share first. */
  readonly clerks: readonly CardShare[]
  /** Of the clerks who took something; of two middle ones the lower. */
  readonly median_percent: number | null
  readonly odd: readonly OddCodes[]
}

/** @param numbersOf of the checks and cards of a receipt in their order, as far as they were not erased */
export function cardTakings(
  sessions: readonly SessionEvidence[],
  numbersOf: (receipt_ref: string) => readonly Partial<CardNumbers>[],
): CardTakings {
  const sums = new Map<string, { taken: number; card: number }>()
  const cards: TakenCard[] = []
  for (const { session_ref, events } of sessions) {
    for (const { head, body } of standingReceipts(events)) {
      const { receipt_number, receipt } = body
      const numbers = numbersOf(eventRefText(head))
      const own = receipt.others.flatMap(({ tender, amount_cents }, at): TakenCard[] => {
        const { authorization = '', last_four = '' } = numbers[at] ?? {}
        const card = { authorization: authorization.trim().toUpperCase(), last_four, amount_cents: cents(amount_cents) }
        return tender === 'card' ? [{ ...card, session_ref, head, receipt_number }] : []
      })
      const sum = sums.get(head.staff) ?? { taken: 0, card: 0 }
      sum.taken += grossSum(receipt.lines)
      sum.card += own.reduce((all, one) => all + one.amount_cents, 0)
      sums.set(head.staff, sum)
      cards.push(...own.filter(({ authorization }) => authorization !== ''))
    }
  }
  const clerks = [...sums].flatMap(([staff, { taken, card }]): CardShare[] => {
    const percent = Math.round((card * 100) / taken)
    return taken > 0 ? [{ staff, taken_cents: cents(taken), card_cents: cents(card), percent }] : []
  })
  return {
    clerks: clerks.toSorted((one, other) => other.percent - one.percent || (one.staff < other.staff ? -1 : 1)),
    median_percent: lowerMedian(clerks.map(({ percent }) => percent)),
    odd: [...repeated(cards), ...inARow(cards)],
  }
}

/** Banks give codes by chance: the same one of two cards in two sessions is none that was invented. */
function repeated(cards: readonly TakenCard[]): readonly OddCodes[] {
  return [...Map.groupBy(cards, ({ authorization }) => authorization).values()].flatMap((same): OddCodes[] => {
    const isAgain = (one: TakenCard): boolean =>
      same.some((two) => two !== one && (two.session_ref === one.session_ref || two.last_four === one.last_four))
    const again = same.filter(isAgain)
    return again.length > 0 ? [{ reason: 'repeated', cards: again }] : []
  })
}

/** Runs such as 004711, 004712, 004713 of one session. */
function inARow(cards: readonly TakenCard[]): readonly OddCodes[] {
  return [...Map.groupBy(cards, ({ session_ref }) => session_ref).values()].flatMap((ofSession) => {
    const runs: { end: string; cards: TakenCard[] }[] = []
    for (const one of ofSession.toSorted(byCode)) {
      const run = runs.at(-1)
      if (run && (run.end === one.authorization || codeAfter(run.end) === one.authorization)) {
        run.cards.push(one)
        run.end = one.authorization
      } else runs.push({ end: one.authorization, cards: [one] })
    }
    const rows = runs.filter((run) => run.cards[0]?.authorization !== run.end)
    return rows.map((run): OddCodes => ({ reason: 'in-a-row', cards: run.cards }))
  })
}

function byCode({ authorization: one }: TakenCard, { authorization: other }: TakenCard): number {
  return one.length - other.length || (one < other ? -1 : Number(one > other))
}

/** The next code of the same length; null: it does not end in digits, or they end here. */
function codeAfter(code: string): string | null {
  const digits = /\d+$/.exec(code)?.[0] ?? ''
  const next = String(BigInt(`0${digits}`) + 1n).padStart(digits.length, '0')
  return digits === '' || next.length > digits.length ? null : code.slice(0, code.length - digits.length) + next
}
