/**
 * Reads an account from the store into the facts a decision needs. Reads only; decides nothing.
 */
import type { PatronFacts } from '../../../shared/policy/facts.ts'
import { categoryCode, type PatronId } from '../../../shared/kernel/ids.ts'
import { cents, type Cents } from '../../../shared/kernel/money.ts'
import { localDate, type Instant, type LocalDate } from '../../../shared/kernel/time.ts'
import { addressDueBy } from '../../../shared/patron/lists/card-lists.ts'
import { owedByPatron } from '../../store/money/charge-rows.ts'
import { blockingNotes } from '../../store/patrons/note-rows.ts'
import * as rows from '../../store/patrons/patron-rows.ts'
import { readEligibility, type Eligibility } from './eligibility.ts'
import type { Library } from '../../library/library.ts'

type Block = NonNullable<(typeof blockingNotes)['row']>

/** One patron as the desk knows them now: the row, what is out, what is owed. */
export type Account = {
  readonly row: rows.PatronRow
  readonly card_status: PatronFacts['card_status']
  readonly loans: readonly NonNullable<(typeof rows.loansOfPatron)['row']>[]
  readonly owed: Cents
  readonly blocks: readonly Block[]
  /** What it adds up to with its household, for the limits. */
  readonly eligibility: Eligibility
}

/** How much is out: also what has no record in the library's data any more, which `loans` cannot name. */
export function outCount({ eligibility }: Account): number {
  return eligibility.out.filter((one) => !one.is_family).length
}

/** What blocks the patron today, whatever it blocks: of the library's data, and notes. */
export function blocksNow({ db }: Library, patron_id: PatronId, today: LocalDate): readonly Block[] {
  const ofData = db.all(rows.blocksInForce, { patron_id, today, due_by_on: addressDueBy(today) })
  return [...ofData, ...db.all(blockingNotes, { patron_id, today })]
}

export function readAccount(
  library: Library,
  patron_id: PatronId,
  today: LocalDate,
  card_status: PatronFacts['card_status'] = null,
): Account | null {
  const { db } = library
  const row = db.get(rows.patronById, { patron_id })
  if (!row) return null
  const loans = db.all(rows.loansOfPatron, { patron_id })
  const owed = cents(db.get(owedByPatron, { patron_id })?.owed_cents ?? 0)
  const blocks = blocksNow(library, patron_id, today)
  return { row, card_status, loans, owed, blocks, eligibility: readEligibility(library, { row, loans, owed }, today) }
}

/** Fine days are told as such, by the day on which borrowing opens again. */
export const SUSPENDED = 'suspended'

export function patronFacts(account: Account, now: Instant): PatronFacts {
  const { row, loans, blocks } = account
  return {
    category_code: categoryCode(row.category_code),
    category_name: row.category_name,
    card_status: account.card_status,
    is_barred: row.is_barred === 1,
    is_active: row.is_active === 1,
    expires_on: row.expires_on === null ? null : localDate(row.expires_on),
    owed: account.owed,
    owed_max: row.owed_cents_max === null ? null : cents(row.owed_cents_max),
    out_count: outCount(account),
    loans_count_max: row.loans_count_max,
    // What was billed, or is claimed to be back, is late no longer.
    overdue_count: loans.filter((loan) => loan.due_at_ms < now && loan.loan_status === 'out').length,
    overdue_count_max: row.overdue_count_max,
    blocks: blocks
      .filter((block) => block.kind !== SUSPENDED)
      .map(({ kind, until_on, note }) => ({ kind, until_on, note })),
    eligibility: account.eligibility.facts,
    out: account.eligibility.out,
  }
}
