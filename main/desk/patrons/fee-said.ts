/** What is said of the fee of a card: what was charged, and beside what was done, that it can be paid now. */
import { isReached } from '../../../shared/circulation/decision.ts'
import { cents, type Cents } from '../../../shared/kernel/money.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { readAccount } from '../../circulation/accounts/account.ts'
import { here } from '../../library/here.ts'
import { speechOf } from '../clerk-language.ts'
import type { Desk } from '../desk.ts'

export function feeSaid(desk: Desk, fee_cents: Cents): readonly string[] {
  const { words, money } = speechOf(desk)
  return fee_cents === 0 ? [] : [words.outcomes.patron.card.fee(money(fee_cents))]
}

/** What somebody owes before the fee, and at which sum nothing is lent to them; null: at none. */
type Owing = { readonly owed: Cents; readonly owed_max: Cents | null }

export function owingOf({ library }: Desk, patron_id: PatronId): Owing {
  const account = readAccount(library, patron_id, here(library).today)
  const owed_max = account?.row.owed_cents_max ?? null
  return { owed: account?.owed ?? cents(0), owed_max: owed_max === null ? null : cents(owed_max) }
}

/** What somebody owes who has no account yet. */
export function owingNew({ library }: Desk, category_code: string): Owing {
  const category = library.policy().source.categories.find((one) => one.category_code === category_code)
  return { owed: cents(0), owed_max: category?.owed_cents_max ?? null }
}

/** Nothing where there is no fee. @param charged of each whose card it is */
export function feeNext(
  desk: Desk,
  charged: readonly { readonly fee_cents: Cents; readonly owing: Owing }[],
): readonly string[] {
  const paying = charged.filter(({ fee_cents }) => fee_cents > 0)
  if (paying.length === 0) return []
  const { fee_next, fee_stops } = speechOf(desk).words.outcomes.patron.card
  return [
    paying.some(({ fee_cents, owing }) => isReached(owing.owed + fee_cents, owing.owed_max)) ? fee_stops : fee_next,
  ]
}
