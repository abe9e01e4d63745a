/** The library's rules of cash as the desk applies them: its rows, with the defaults of what it has not set. */
import { cashRulesOf, drawersAt, reasonsFor, type CashReason, type CashRules } from '../../shared/cash/rules.ts'
import { parseEvent } from '../../shared/journal/event.ts'
import { instant, type Instant } from '../../shared/kernel/time.ts'
import { isNamedTable, isRenamed, namedAt, type FormerRow } from '../../shared/policy/former-names.ts'
import type { CashDrawer, ReasonUse } from '../../shared/policy/cash-facts.ts'
import type { PreparedPolicy } from '../../shared/policy/policy-index.ts'
import { refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import { drawerName } from '../../shared/words/cash-names.ts'
import type { Words } from '../../shared/words/en/en.ts'
import type { Library } from '../library/library.ts'
import { readListed } from '../store/journal/journal-rows.ts'
import { readRenamed } from '../store/policy/policy-version-rows.ts'

/** Read once for each state of the policy. */
const read = new WeakMap<PreparedPolicy, CashRules>()

export function cashRules(library: Library): CashRules {
  const policy = library.policy()
  const known = read.get(policy)
  if (known) return known
  const rules = cashRulesOf(policy.source)
  read.set(policy, rules)
  return rules
}

/** More changes of rules than a desk makes. */
const CHANGES_MAX = 100_000

/** What was called otherwise, and the rules with the names of a time, each made on first use. */
type Renamed = { readonly former: readonly FormerRow[]; readonly made: Map<Instant, CashRules> }
const renamed = new WeakMap<PreparedPolicy, Renamed>()

/** What this desk renamed stands in its events, what an import renamed in the library's data. */
function formerRows({ db }: Library): readonly FormerRow[] {
  const here = db.all(readListed, { kind: 'policy-changed', limit: CHANGES_MAX }).flatMap(({ content }) => {
    const { kind, head, body } = parseEvent(content)
    if (kind !== 'policy-changed' || !isNamedTable(body.table) || !isRenamed(body.before, body.after)) return []
    return { table: body.table, row_key: body.key, fact: body.before, until_at: instant(head.at_ms) }
  })
  return [...here, ...readRenamed(db)]
}

/** The rules of cash with the names that their rows had at a moment: for what is said of an old receipt. */
export function cashRulesNamedAt(library: Library, at: Instant): CashRules {
  const policy = library.policy()
  const known = renamed.get(policy) ?? { former: formerRows(library), made: new Map<Instant, CashRules>() }
  renamed.set(policy, known)
  const changes = known.former.map(({ until_at }) => until_at).filter((until_at) => until_at > at)
  if (changes.length === 0) return cashRules(library)
  const next = instant(Math.min(...changes))
  const made = known.made.get(next) ?? cashRulesOf(namedAt(policy.source, known.former, at))
  known.made.set(next, made)
  return made
}

/** What a drawer is called, or was at a moment; one that the library has no more goes by its code. */
export function drawerCalled(library: Library, words: Words, drawer_code: string, at?: Instant): string {
  const rules = at === undefined ? cashRules(library) : cashRulesNamedAt(library, at)
  const known = rules.drawers.find((one) => one.drawer_code === drawer_code)
  return known === undefined ? drawer_code : drawerName(words, known)
}

/** A drawer as a refusal names it: as the library does; empty where the library has named none. */
export function drawerFact(library: Library, drawer_code: string): { readonly drawer: string } {
  const known = cashRules(library).drawers.find((one) => one.drawer_code === drawer_code)
  return { drawer: known === undefined ? drawer_code : known.name }
}

/** The drawers that this desk opens: those of its branch, and those that are of none. */
export function drawersOfDesk(library: Library): readonly CashDrawer[] {
  return drawersAt(cashRules(library), library.here()?.branch_code ?? '')
}

/** Why this desk does not open a drawer: there is none of this code, or it is another branch's. */
export function drawerRefusal(library: Library, drawer_code: string): Refusal | null {
  if (drawersOfDesk(library).some((one) => one.drawer_code === drawer_code)) return null
  const known = cashRules(library).drawers.find((one) => one.drawer_code === drawer_code)
  if (known === undefined) return refuse('drawer-unknown', { drawer: drawer_code })
  const branch = library.branch(known.branch_code)?.name ?? known.branch_code
  return refuse('drawer-elsewhere', { drawer: known.name, branch })
}

/** A reason of the library's list for this use; null: it has none of this code. */
export function cashReason(library: Library, used_for: ReasonUse, reason_code: string): CashReason | null {
  return reasonsFor(cashRules(library), used_for).find((one) => one.reason_code === reason_code) ?? null
}
