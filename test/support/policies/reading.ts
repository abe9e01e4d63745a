/**
 * What the mappings of real libraries' policies share: figures are read from the data, never written here, and every
 * field of a library is read or listed with the reason why not. The data's prose is not repeated.
 */
import type { LoanRule } from '../../../shared/policy/facts.ts'
import type { FeeRule, FineRule, LibraryPolicy, LimitRule } from '../../../shared/policy/policy-facts.ts'
import { assert, must } from '../../../shared/kernel/assert.ts'
import { categoryCode, itemTypeCode } from '../../../shared/kernel/ids.ts'
import { loanRule } from '../case-calendar.ts'
import { Given, isRecord } from '../given.ts'
import { dollars, fineRule, limitRule, policyOf } from '../policy-made.ts'

export type Mapped = {
  readonly policy: LibraryPolicy
  /** Fields that no table of ours expresses, with the reason. */
  readonly left_out: Readonly<Record<string, string>>
}

export type Mapping = { readonly library: string; readonly map: (given: Given) => Mapped }

/** A fine's scope: nothing is for all. */
export type For = { readonly type?: string; readonly category?: string }

function scope({ type, category }: For): Pick<FineRule, 'item_type_code' | 'category_code'> {
  return {
    item_type_code: type === undefined ? '*' : itemTypeCode(type),
    category_code: category === undefined ? '*' : categoryCode(category),
  }
}

/** The records of a list field, each with its own account of what was read. */
export function listed(given: Given, name: string): Given[] {
  const list = given.take(name)
  assert(Array.isArray(list) && list.every(isRecord), `${name} is a list of records`)
  return list.map((one) => new Given(one))
}

/** A nested record, to be read to the end with `done`. */
export function nested(given: Given, name: string): Given {
  return new Given(must(given.record(name), name))
}

export function done(given: Given): void {
  assert(given.left().length === 0, `fields that nobody read: ${given.left().join(', ')}`)
}

/** "3 years", "1 year, …": the first figure of a sentence, in months. */
export function monthsIn(text: string | undefined): number {
  const match = must(/(\d+) years?/.exec(text ?? ''), `a stretch of years: ${text}`)
  return Number(match[1]) * 12
}

/** "5 per family", "one per family at a time": a household's limit; a number is a patron's. */
function takeLimit(given: Given): Pick<LimitRule, 'for_kind' | 'loans_count_max'> | null {
  const limit = given.take('limit')
  if (limit === undefined) return null
  if (typeof limit === 'number') return { for_kind: 'patron', loans_count_max: limit }
  assert(typeof limit === 'string', 'a limit in words or as a number')
  const match = must(/^(\d+|one) per family/.exec(limit), `a limit: ${limit}`)
  return { for_kind: 'family', loans_count_max: match[1] === 'one' ? 1 : Number(match[1]) }
}

/**
 * The loans of a library: `codes` names the item types of each entry in the data's order. A policy without a word about
 * renewals has none. Automatic renewals count as renewals at a desk.
 */
export function loansOf(
  given: Given,
  codes: readonly (readonly string[])[],
): Pick<LibraryPolicy, 'loan_rules' | 'limit_rules'> {
  const loan_rules: LoanRule[] = []
  const limit_rules: LimitRule[] = []
  const entries = listed(given, 'loans')
  assert(entries.length === codes.length, 'item types for each entry')
  for (const [at, entry] of entries.entries()) {
    entry.take('type')
    entry.take('note')
    const period_count = must(entry.number('days'), 'days')
    const renewals_count_max = entry.number('renewals') ?? entry.number('auto_renewals') ?? 0
    const special_period_count = entry.number('vacation_loan_days') ?? null
    const limit = takeLimit(entry)
    entry.take('grace')
    done(entry)
    for (const code of must(codes[at], 'item types')) {
      const rule = { rule_code: code, ...scope({ type: code }), period_count, renewals_count_max, special_period_count }
      loan_rules.push(loanRule(rule))
      if (limit)
        limit_rules.push(limitRule({ limit_code: code, target_kind: 'item-type', target_code: code, ...limit }))
    }
  }
  return { loan_rules, limit_rules }
}

/** The fines of a library, each entry for the scopes named in the data's order. */
export function finesOf(given: Given, scopes: readonly (readonly For[])[]): FineRule[] {
  const entries = listed(given, 'fines')
  assert(entries.length === scopes.length, 'scopes for each entry')
  return entries.flatMap((entry, at) => {
    entry.take('type')
    const max = entry.number('max')
    const is_closed_counted = entry.has('calendar_days') ? entry.flag('calendar_days') : false
    const rule = {
      amount_cents: dollars(must(entry.number('per_day'), 'a fine a day')),
      fine_cents_max: max === undefined ? null : dollars(max),
      grace_count: entry.number('grace_days') ?? 0,
      is_closed_counted,
    }
    done(entry)
    return must(scopes[at], 'scopes').map((one) =>
      fineRule({
        ...rule,
        ...scope(one),
        rule_code: [one.category, one.type].filter((part) => part).join('-') || 'ALL',
      }),
    )
  })
}

/** No fines: a rule that says so, not the absence of one. */
export function fineFree(given: Given): FineRule[] {
  assert(given.flag('fine_free'), 'a fine-free library')
  return [fineRule({ rule_code: 'FREE', amount_cents: dollars(0) })]
}

export function fee(fee_kind: FeeRule['fee_kind'], name: string, amount: number, one: For = {}): FeeRule {
  return {
    fee_code: `${fee_kind} ${name}`,
    branch_code: '*',
    ...scope(one),
    fee_kind,
    name,
    amount_cents: dollars(amount),
  }
}

/** The policy, once every field was read or is listed in `left_out`. */
export function mapped(given: Given, policy: Partial<LibraryPolicy>, left_out: Mapped['left_out'] = {}): Mapped {
  for (const name of ['library', 'state', 'source']) given.take(name)
  for (const name of Object.keys(left_out)) {
    assert(given.has(name), `${name} is in the data`)
    given.take(name)
  }
  done(given)
  return { policy: policyOf(policy), left_out }
}
