/**
 * What the decisions share: collecting every "no" that applies, told in precedence order, and which of them a person
 * has answered already. Must never drop one: it stops, is said, or is kept as overridden.
 */
import type { LocalDate } from '../kernel/time.ts'
import type { Cents } from '../kernel/money.ts'
import { isAboutAddress, type BlockFacts, type PatronFacts, type EligibilityFacts } from '../policy/facts.ts'
import type { BLOCK_ENDS } from '../refusals/loan.ts'
import { REFUSAL_CODES, refusalEntry, refuse, type Refusal, type RefusalCode } from '../refusals/refusals.ts'

export type Sorted = {
  /** What stops, the first to tell first. Empty: nothing stops. */
  readonly refusals: readonly Refusal[]
  /** What is said but does not stop. */
  readonly alerts: readonly Refusal[]
  /** What would have stopped, had a person not answered it: kept so that the journal can say who overrode what. */
  readonly overrode: readonly Refusal[]
}

const RANK: ReadonlyMap<string, number> = new Map(REFUSAL_CODES.map((code, rank) => [code, rank]))

function byRank(one: Refusal, other: Refusal): number {
  return (RANK.get(one.code) ?? 0) - (RANK.get(other.code) ?? 0)
}

/**
 * Parts what was found into what stops, what is only said, and what a person overrode. A code that nobody may override
 * stops whatever `overridden` holds; whether this person had the role was asked before.
 */
export function sortRefusals(found: Refusal[], overridden: readonly RefusalCode[]): Sorted {
  if (found.length === 0) return { refusals: [], alerts: [], overrode: [] }
  const refusals: Refusal[] = []
  const alerts: Refusal[] = []
  const overrode: Refusal[] = []
  for (const refusal of found.sort(byRank)) {
    const { class: kind, grant } = refusalEntry(refusal.code)
    if (kind === 'alert') alerts.push(refusal)
    else if (grant !== null && overridden.includes(refusal.code)) overrode.push(refusal)
    else refusals.push(refusal)
  }
  return { refusals, alerts, overrode }
}

/** A block holds up to and including its last day; without one it holds until it is lifted. */
function isBlockActive(block: BlockFacts, today: LocalDate): boolean {
  return block.until_on === null || block.until_on >= today
}

/** The notes of the blocks that hold today: the bars, or the others. One without a note is told by its kind. */
function blockNotes(patron: PatronFacts, today: LocalDate, isBar: boolean): string[] {
  const active = patron.blocks.filter((block) => (block.kind === 'barred') === isBar && isBlockActive(block, today))
  return active.map((block) => block.note || block.kind)
}

/** What ends the blocks: a check of the address, where they are all about it. */
function endsBy(patron: PatronFacts, today: LocalDate): (typeof BLOCK_ENDS)[number] {
  const active = patron.blocks.filter((block) => block.kind !== 'barred' && isBlockActive(block, today))
  return active.every(isAboutAddress) ? 'address' : 'note'
}

/** A limit on a count or an amount is reached when it is met; nothing owed or overdue never reaches one. */
export function isReached<Limit extends number>(have: number, limit: Limit | null): limit is Limit {
  return limit !== null && have > 0 && have >= limit
}

export function isCardExpiredOn(expires_on: LocalDate | null, today: LocalDate): boolean {
  return expires_on !== null && expires_on < today
}

export function isCardExpired(patron: PatronFacts, today: LocalDate): boolean {
  return isCardExpiredOn(patron.expires_on, today)
}

/** Every "no" about the patron that stops lending and renewing alike. `today` is the library's date. */
export function patronRefusals(patron: PatronFacts, today: LocalDate): Refusal[] {
  const found: Refusal[] = []
  const bars = blockNotes(patron, today, true)
  const blocks = blockNotes(patron, today, false)
  if (patron.is_barred || bars.length > 0) found.push(refuse('patron-barred', { note: bars.join('; ') }))
  if (blocks.length > 0)
    found.push(refuse('patron-blocked', { note: blocks.join('; '), ends_by: endsBy(patron, today) }))
  if (patron.expires_on !== null && isCardExpired(patron, today)) {
    found.push(refuse('patron-expired', { on: patron.expires_on }))
  }
  if (isReached(patron.owed, patron.owed_max)) {
    found.push(refuse('owes-too-much', { owed: patron.owed, limit: patron.owed_max }))
  }
  return found
}

/** Every "no" that the account and its household add up to. */
function countedRefusals(eligibility: EligibilityFacts, today: LocalDate): Refusal[] {
  const found: Refusal[] = []
  const { overdue_days_count: days, overdue_days_count_max } = eligibility
  if (isReached(days, overdue_days_count_max)) {
    found.push(refuse('overdue-too-long', { days, limit: overdue_days_count_max }))
  }
  if (isReached(eligibility.lost_count, eligibility.lost_count_max)) {
    found.push(refuse('lost-too-many', { count: eligibility.lost_count, limit: eligibility.lost_count_max }))
  }
  if (isReached(eligibility.claims_count, eligibility.claims_count_max)) {
    found.push(refuse('claims-too-many', { count: eligibility.claims_count, limit: eligibility.claims_count_max }))
  }
  found.push(...owedElsewhere('family-owes-too-much', eligibility.family_owed, eligibility.family_owed_max))
  found.push(...owedElsewhere('guarantees-owe-too-much', eligibility.guarantees_owed, eligibility.guarantees_owed_max))
  const { suspended_until_on: until, suspension_note: note } = eligibility
  if (until !== null && until > today) {
    found.push(refuse('suspended', { until, cause: note === null ? 'late-return' : 'block', note: note ?? '' }))
  }
  return found
}

type Elsewhere = 'family-owes-too-much' | 'guarantees-owe-too-much'

function owedElsewhere(code: Elsewhere, owed: Cents, limit: Cents | null): Refusal[] {
  return isReached(owed, limit) ? [refuse(code, { owed, limit })] : []
}

/** Every "no" about the patron that stops lending: their eligibility, the account, the card, what is overdue. */
export function patronEligibility(patron: PatronFacts, today: LocalDate): Refusal[] {
  const found = patronRefusals(patron, today)
  if (!patron.is_active) found.push(refuse('patron-inactive'))
  if (patron.card_status === 'lost') found.push(refuse('card-lost'))
  if (patron.card_status === 'former') found.push(refuse('card-replaced'))
  if (isReached(patron.overdue_count, patron.overdue_count_max)) {
    found.push(refuse('overdue-too-many', { count: patron.overdue_count, limit: patron.overdue_count_max }))
  }
  found.push(...countedRefusals(patron.eligibility, today))
  return found
}
