/**
 * Bills what has been late for so long that the rule counts it as lost. The desk's own upkeep, in small batches, signed
 * by nobody. Only a desk that is its own authority may: with a central server, that one bills.
 */
import { instant, MS_PER_DAY, MS_PER_HOUR, type Instant, type LocalDate } from '../../../shared/kernel/time.ts'
import type { LostRule } from '../../../shared/policy/policy-facts.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { loanOfItem } from '../../store/circulation/item-rows.ts'
import { lateSince } from '../../store/circulation/late-rows.ts'
import { record } from '../../library/record.ts'
import { ownCommand } from '../../library/follow.ts'
import { findItem, here, known } from '../../library/here.ts'
import { readOwn, writeOwn } from '../../journal/own-values.ts'
import { billAsLost, billedFrom } from './bill-lost.ts'
import type { Actor } from '../../library/actor.ts'
import type { Library } from '../../library/library.ts'

/** Loans billed in one run, and looked at to find them: a run is a fraction of a second. */
const BILLED_MAX = 25
const LOOKED_AT_MAX = 200
/** How far today's runs have come: the day, then the due time and the item that were looked at last. */
const BILLED_TO = 'long_overdue_billed_to'

const DAYS: Readonly<Record<LostRule['lost_after_unit'], number>> = { hours: 0, days: 1, weeks: 7, months: 28 }

/** How long a loan must be late at least, whatever its rule. Null: no rule bills by itself. */
function shortest_ms(rules: readonly LostRule[]): number | null {
  const waits = rules.flatMap(({ lost_after_count: count, lost_after_unit: unit }) =>
    count === null ? [] : [unit === 'hours' ? count * MS_PER_HOUR : count * DAYS[unit] * MS_PER_DAY],
  )
  return waits.length === 0 ? null : Math.min(...waits)
}

/** The rules now and their former versions: an older loan may be billed sooner, or later, than a new one. */
function lostRulesOfLoans(library: Library): readonly LostRule[] {
  const { policyVersions } = library
  const changed = policyVersions.filter((one) => one.table === 'lost_rule').map((one) => one.until_at)
  // A moment before the change is one at which the row was as before.
  const policies = [...new Set(changed)].map((at) => library.policyAt(instant(at - 1)))
  return [library.policy(), ...policies].flatMap((policy) => policy.source.lost_rules)
}

type Reached = { readonly after_ms: Instant; readonly after_item_id: number; readonly is_done: boolean }

/** Each day starts with the longest overdue: a price may have been added since, a rule may have changed. */
function reachedToday(library: Library, today: LocalDate): Reached {
  const [on, due = '0', item = '0'] = readOwn(library.db, BILLED_TO).split(' ')
  const isToday = on === today
  const after_ms = instant(isToday && due !== 'done' ? Number(due) : 0)
  return { after_ms, after_item_id: isToday ? Number(item) : 0, is_done: isToday && due === 'done' }
}

/** Bills the next few. Returns how many. */
export function billLongOverdue(library: Library, actor: Actor): number {
  if (library.here() === null) return 0
  const { now, today } = here(library)
  const wait_ms = shortest_ms(lostRulesOfLoans(library))
  const { after_ms, after_item_id, is_done } = reachedToday(library, today)
  if (wait_ms === null || is_done) return 0
  const before_ms = instant(now - wait_ms)
  const late = library.db.all(lateSince, { after_ms, after_item_id, before_ms, limit: LOOKED_AT_MAX })
  let billed = 0
  let to = 'done'
  for (const [index, { barcode, due_at_ms, item_id }] of late.entries()) {
    if (billOne(library, actor, barcode, now)) billed += 1
    const isLast = index === LOOKED_AT_MAX - 1
    if (billed < BILLED_MAX && !isLast) continue
    to = `${due_at_ms} ${item_id}`
    break
  }
  writeOwn(library.journal, { [BILLED_TO]: `${today} ${to}` })
  return billed
}

function billOne(library: Library, actor: Actor, barcode: string, now: Instant): boolean {
  const item = must(findItem(library, barcode), 'the item of a loan is known')
  const loan = must(library.db.get(loanOfItem, { item_id: item.item_id }), 'a loan that was just read')
  const from = billedFrom(library, item, loan)
  if (from === null || from >= now) return false
  const billed = billAsLost(library, { item, loan, now, reason: 'overdue', price_cents: null })
  if (!billed) return false
  const { drafts, parties, personal } = billed.gathering
  const command = ownCommand(library, `bill-lost ${loan.loan_ref}`)
  record(library, actor, command, drafts, { parties, personal, items: known([item]), staff: '' })
  return true
}
