/** What the library owes on a charge, paid out: from the drawer, or noted for a check from the office. */
import type { Act } from '../../../../shared/desk/page.ts'
import { cents, type Cents } from '../../../../shared/kernel/money.ts'
import { refundDue } from '../../../../shared/ledger/accounts.ts'
import type { ReadCharge } from '../../../circulation/charges/charge-reading.ts'
import { act, callOf, field } from '../make.ts'
import { exactChange } from '../drawer/exact-change.ts'
import { reasonOptions } from '../drawer/reason-options.ts'
import { whichDrawer } from '../drawer/which-drawer.ts'
import type { AccountNow } from './account-now.ts'

export function payOutActs({ desk, speech }: AccountNow, { row, state }: ReadCharge): readonly Act[] {
  const { charges: words } = speech.words.pages.account
  const { reason } = speech.words.pages.drawer
  const options = reasonOptions(desk, 'refund')
  const { charge_ref } = row
  const [drawer, exact] = [whichDrawer(desk), exactChange(desk)]
  const what = { of: 'due' as const, charges: [{ charge_ref, amount_cents: null }] }
  const pays = (tender: 'cash' | 'office-check', key: string, label: string, says: string): Act =>
    act({
      key,
      label,
      says,
      is_grave: true,
      // A check of the office is written to the cent.
      call: callOf('refund.pay', {
        ...drawer.known,
        what,
        to: { tender },
        ...(tender === 'cash' ? exact.known : { is_exact_possible: true }),
      }),
      asks: [
        ...drawer.asks,
        ...(tender === 'cash' ? exact.asks : []),
        field('reason', reason, 'choice', { is_required: true, options }),
      ],
    })
  // Whoever counts it out reads in the form how much.
  const due = (method: 'drawer' | 'check'): Cents => cents(0 - state.balances[refundDue(method)])
  const [cash, check] = [due('drawer'), due('check')]
  return [
    ...(cash > 0 ? [pays('cash', 'P', words.pay_out, words.pay_out_says(speech.money(cash)))] : []),
    ...(check > 0 ? [pays('office-check', 'K', words.by_check, words.by_check_says(speech.money(check)))] : []),
  ]
}
