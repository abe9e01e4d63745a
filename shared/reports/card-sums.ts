/**
 * Cards by category, branch and month: sums over patrons that come in any order, and how they are told without telling
 * of anybody. Pure; holds no patron.
 */
import type { LocalDate } from '../kernel/time.ts'
import { addMonths, localDate } from '../kernel/time.ts'

export const CARD_FIGURES = ['active', 'given', 'renewed', 'expired'] as const
export type CardFigure = (typeof CARD_FIGURES)[number]
export type CardFigures = Readonly<Record<CardFigure, number>>

export type CardFact = {
  readonly category_code: string
  readonly branch_code: string
  readonly registered_on: string | null
  readonly expires_on: string | null
  readonly is_active: number
}

/** A card that was renewed: of which category and branch the patron is now; null: nobody knows whose it was. */
export type CardRenewal = {
  readonly on: LocalDate
  readonly of: Pick<CardFact, 'category_code' | 'branch_code'> | null
}

/** A month as its first seven letters, "2026-11", with what was given, renewed and expired in it. */
export type CardMonth = Readonly<Record<Exclude<CardFigure, 'active'>, number>> & { readonly month: string }
export type CardGroup = CardFigures & Pick<CardFact, 'category_code' | 'branch_code'>
/** A month of one category at one branch. */
export type CardCell = CardMonth & Pick<CardFact, 'category_code' | 'branch_code'>
/** `groups` and `cells` are of the same months. */
export type CardReport = {
  readonly months: readonly CardMonth[]
  readonly groups: readonly CardGroup[]
  readonly cells: readonly CardCell[]
}

/** This month and the twelve before it: it stands beside the same month of last year. */
const MONTHS_COUNT = 13

const monthOf = (on: string): string => on.slice(0, 7)

type Counted = { active: number; given: number; renewed: number; expired: number }

export class CardSums {
  readonly #today: LocalDate
  readonly #months = new Map<string, Counted>()
  readonly #groups = new Map<string, CardGroup & Counted>()
  readonly #cells = new Map<string, { -readonly [Name in keyof CardCell]: CardCell[Name] }>()

  constructor(today: LocalDate) {
    this.#today = today
    for (let back = MONTHS_COUNT - 1; back >= 0; back -= 1) {
      const on = addMonths(localDate(`${monthOf(today)}-01`), -back)
      this.#months.set(monthOf(on), { active: 0, given: 0, renewed: 0, expired: 0 })
    }
  }

  /** The first day that is counted. */
  get from_on(): LocalDate {
    return addMonths(localDate(`${monthOf(this.#today)}-01`), 1 - MONTHS_COUNT)
  }

  add(fact: CardFact): void {
    const { registered_on, expires_on, is_active } = fact
    const hasExpired = expires_on !== null && expires_on < this.#today
    if (registered_on !== null) this.#count(fact, 'given', registered_on)
    if (is_active === 0) return
    if (!hasExpired) this.#group(fact).active += 1
    else this.#count(fact, 'expired', expires_on)
  }

  renewed({ on, of }: CardRenewal): void {
    if (of) this.#count(of, 'renewed', on)
    else this.#ofMonth('renewed', on)
  }

  report(): CardReport {
    const months = [...this.#months].map(([month, { given, renewed, expired }]) => ({ month, given, renewed, expired }))
    return { months, groups: [...this.#groups.values()], cells: [...this.#cells.values()] }
  }

  #ofMonth(figure: 'given' | 'renewed' | 'expired', on: string): boolean {
    const month = on <= this.#today ? this.#months.get(monthOf(on)) : undefined
    if (!month) return false
    month[figure] += 1
    return true
  }

  #count(
    of: Pick<CardFact, 'category_code' | 'branch_code'>,
    figure: 'given' | 'renewed' | 'expired',
    on: string,
  ): void {
    if (!this.#ofMonth(figure, on)) return
    this.#group(of)[figure] += 1
    this.#cell(of, monthOf(on))[figure] += 1
  }

  #cell({ category_code, branch_code }: Pick<CardFact, 'category_code' | 'branch_code'>, month: string) {
    const key = JSON.stringify([month, category_code, branch_code])
    const cell = this.#cells.get(key) ?? { month, category_code, branch_code, given: 0, renewed: 0, expired: 0 }
    this.#cells.set(key, cell)
    return cell
  }

  #group({ category_code, branch_code }: Pick<CardFact, 'category_code' | 'branch_code'>): Counted {
    const key = JSON.stringify([category_code, branch_code])
    const known = this.#groups.get(key)
    if (known) return known
    const group = { category_code, branch_code, active: 0, given: 0, renewed: 0, expired: 0 }
    this.#groups.set(key, group)
    return group
  }
}

/** One line of a table; `code` null: the small ones together. */
export type CardLine = CardFigures & { readonly code: string | null }

/** A figure of fewer people than these could tell of one of them. */
export const TOLD_COUNT_MIN = 5

const isTold = (line: CardFigures): boolean =>
  CARD_FIGURES.every((figure) => line[figure] === 0 || line[figure] >= TOLD_COUNT_MIN)

function sum(lines: readonly CardFigures[]): CardFigures {
  const of = (figure: CardFigure): number => lines.reduce((all, line) => all + line[figure], 0)
  return { active: of('active'), given: of('given'), renewed: of('renewed'), expired: of('expired') }
}

/**
 * By category or by branch, the largest first. A line of which a figure is of one to four people is told together with
 * others, until none of their sums is of so few: then nobody can be found by what the lines leave out of the whole. A
 * library that is itself that small has one line.
 */
export function cardLines(groups: readonly CardGroup[], by: 'category_code' | 'branch_code'): readonly CardLine[] {
  const lines = Map.groupBy(groups, (group) => group[by])
  const all = [...lines]
    .map(([code, some]): CardLine => ({ code, ...sum(some) }))
    .toSorted((one, other) => other.active - one.active || (String(one.code) < String(other.code) ? -1 : 1))
  const told = all.filter(isTold)
  const together = all.filter((line) => !isTold(line))
  while (together.length > 0 && told.length > 0 && !isTold(sum(together))) together.push(...told.splice(-1))
  return together.length === 0 ? told : [...told, { code: null, ...sum(together) }]
}
