/** What credit of patrons paid in a period, as income of the funds that it paid. Reads only. */
import { placeOf, formerUsed } from '../../../shared/cash/evidence/former-credit.ts'
import type { CreditUsed } from '../../../shared/cash/evidence/ledger.ts'
import { cents, type Cents } from '../../../shared/kernel/money.ts'
import { instant, type Instant } from '../../../shared/kernel/time.ts'
import { toLocalDate } from '../../../shared/kernel/zone.ts'
import { CREDIT_FUND, fundOf } from '../../../shared/ledger/charge-kinds.ts'
import { here } from '../../library/here.ts'
import type { Library } from '../../library/library.ts'
import { chargeByRef, transfersOfCharge } from '../../store/money/charge-rows.ts'
import { creditUsedBetween } from '../../store/money/evidence-rows.ts'

type Used = Parameters<typeof placeOf>[0] & {
  readonly charge_ref: string
  readonly debit_code: string
  readonly fund_code: string
  readonly amount_cents: number
}

/** How much of each use is no income yet: of a debt that came with the library's data, what was not paid here. */
function unearned({ db }: Library): (one: Used) => Cents {
  const former = new Map<string, ReturnType<typeof formerUsed>>()
  return (one) => {
    const { charge_ref, debit_code, fund_code, amount_cents } = one
    if (fund_code === CREDIT_FUND) return cents(debit_code === 'receivable' ? 0 - amount_cents : amount_cents)
    const used = former.get(charge_ref) ?? formerUsed(charge_ref, db.all(transfersOfCharge, { charge_ref }))
    former.set(charge_ref, used)
    return used.get(placeOf(one)) ?? cents(0)
  }
}

/** The charge that was paid says of which fund the income is; one of the library's data by its kind. */
export function creditUsedIn(
  library: Library,
  span: { readonly from_ms: Instant; readonly to_ms: Instant },
): readonly CreditUsed[] {
  const { zone } = here(library).branch
  const by = unearned(library)
  return library.db.all(creditUsedBetween, span).map((row) => {
    const paid = library.db.get(chargeByRef, { charge_ref: row.pays_ref ?? row.charge_ref })
    return {
      business_on: toLocalDate(instant(row.at_ms), zone),
      fund: row.charged_fund ?? fundOf(paid?.kind ?? ''),
      amount_cents: by(row),
    }
  })
}
