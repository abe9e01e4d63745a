/** What a patron is to pay or return before their card is renewed or they get another one. Reads only. */
import type { PatronId } from '../../shared/kernel/ids.ts'
import { settleFirst, type CardGiven } from '../../shared/patron/settle-first.ts'
import type { Refusal } from '../../shared/refusals/refusals.ts'
import { readAccount } from '../circulation/accounts/account.ts'
import { here } from '../library/here.ts'
import type { Library } from '../library/library.ts'

/** Null: nothing, or the library does not ask. */
export function unsettled(library: Library, patron_id: PatronId, given: CardGiven): Refusal | null {
  const { settings } = library.policy()
  if (settings.card_owed_cents_max === null && settings.card_items_first === 'none') return null
  const { today, now } = here(library)
  const account = readAccount(library, patron_id, today)
  if (!account) return null
  const out = account.loans.filter((loan) => loan.loan_status === 'out')
  const overdue_count = out.filter((loan) => loan.due_at_ms < now).length
  return settleFirst(settings, { owed: account.owed, out_count: out.length, overdue_count }, given)
}
