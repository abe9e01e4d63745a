/** Acts on the open patron's loans and money, for the account page: lost, claimed, waived, charged, set off. */
import type { Act, Tone } from '../../../../shared/desk/page.ts'
import { cents, moneyText } from '../../../../shared/kernel/money.ts'
import { previewClaim, type countsOf } from '../../charges/claim-making.ts'
import { openCharges, type ReadCharge } from '../../../circulation/charges/charge-reading.ts'
import { accruedCents, accruedFines } from '../../../circulation/charges/loan-fine.ts'
import { priceIfLost } from '../../../circulation/charges/bill-lost.ts'
import { chargeWords } from '../../../circulation/charges/words.ts'
import type { AccountNow } from './account-now.ts'
import { act, callOf, field } from '../make.ts'
import type { Desk } from '../../desk.ts'
import { reasonField } from './waive.ts'
import { speechOf } from '../../clerk-language.ts'

type Loan = AccountNow['account']['loans'][number]

/** What all loans of one patron have in common, read once. */
export type Claims = ReturnType<typeof countsOf>

/** Forms that open under a loan. */
export function loanActs(now: AccountNow, loan: Loan, claims: Claims): readonly Act[] {
  const isClaimed = loan.loan_status.startsWith('claimed')
  return [
    ...(isClaimed ? [] : claimActs(now, loan, claims)),
    ...(loan.loan_status === 'lost' ? [] : [lostAct(now, loan)]),
  ]
}

function lostAct({ desk, account }: AccountNow, loan: Loan): Act {
  const billed = priceIfLost(desk.library, loan, loan, account.row)
  const price = billed?.lines.find((line) => line.kind === 'lost')?.amount_cents ?? null
  const fee = billed?.lines.find((line) => line.kind === 'processing')?.amount_cents ?? null
  return act({
    key: 'L',
    label: 'Lost',
    says: fee === null ? 'It is billed as lost.' : `It is billed as lost, with a processing fee of ${moneyText(fee)}.`,
    is_grave: true,
    call: callOf('loan.lost', { item_barcode: loan.barcode }),
    asks: [
      field('price_cents', 'Its price', 'money', price === null ? { is_required: true } : { value: String(price) }),
    ],
  })
}

function claimActs(now: AccountNow, loan: Loan, claims: Claims): readonly Act[] {
  const { desk, today } = now
  const item_barcode = loan.barcode
  const max = desk.library.policy().settings.claims_year_count_max
  const count = `Claim ${claims.year_count + 1}${max === null ? '' : ` of ${max}`} in twelve months.`
  const over = overLimit(now, loan, claims)
  return [
    act({
      key: 'C',
      label: 'Claims it was returned',
      says: [over, count].filter((part) => part !== '').join(' '),
      call: callOf('claim.make', { item_barcode, claim: 'returned' }),
      asks: [field('claimed_on', 'Returned on', 'date', { value: today })],
    }),
    act({
      key: 'H',
      label: 'Claims never to have had it',
      says: [over, count, 'The fine is cancelled.'].filter((part) => part !== '').join(' '),
      call: callOf('claim.make', { item_barcode, claim: 'never-had', claimed_on: null }),
    }),
  ]
}

/** Why a second person must allow this claim; empty when nobody need. */
function overLimit({ desk, today, account }: AccountNow, loan: Loan, counts: Claims): string {
  const about = { item: loan, loan, patron: account.row, counts }
  const decision = previewClaim(desk.library, { ...about, claim: 'returned', on: today }, [])
  const [first] = decision.kind === 'refused' ? decision.refusals : []
  return first ? speechOf(desk).refusal(first).says : ''
}

const NEVER_MADE = 'It should never have been made: all of it goes.'

/** What can be done about one charge. */
export function chargeActs(desk: Desk, { row, state }: ReadCharge): readonly Act[] {
  const { charge_ref } = row
  const voids = act({
    key: 'V',
    label: 'Void',
    says: state.owed_cents < state.worth_cents ? `${NEVER_MADE} What was paid of it is to go back.` : NEVER_MADE,
    is_grave: true,
    call: callOf('charge.void', { charge_ref }),
    asks: [reasonField(desk)],
  })
  if (state.owed_cents === 0) return state.worth_cents > 0 ? [voids] : []
  return [
    act({
      key: 'W',
      label: 'Waive',
      call: callOf('charge.waive', { charge_ref }),
      preview: callOf('charge.waive-preview', { charge_ref, amount_cents: null }),
      asks: [
        field('amount_cents', 'Amount', 'money', { value: String(state.owed_cents), hint: 'Enter for all of it' }),
        reasonField(desk),
      ],
    }),
    voids,
  ]
}

/** What can be done about the account's money as a whole. */
export function moneyActs({ desk, account }: AccountNow): readonly Act[] {
  const charges = openCharges(desk.library, account.row.patron_id)
  const isBoth = charges.some(({ row }) => row.refund_due_cents > 0) && charges.some(({ row }) => row.owed_cents > 0)
  const fees = desk.library.policy().source.fee_rules.map(({ fee_code, name, fee_kind, amount_cents }) => {
    return { value: fee_code, label: `${name || chargeWords(fee_kind)}, ${moneyText(amount_cents)}` }
  })
  const credit = act({ key: 'O', label: 'Set off what the library owes', call: callOf('charge.apply-credit', {}) })
  const add = act({
    key: 'P',
    label: 'Put a charge on',
    call: callOf('charge.add', fees.length === 0 ? { fee_code: '' } : {}),
    asks: [
      ...(fees.length === 0
        ? []
        : [field('fee_code', 'Fee', 'choice', { options: [...fees, { value: '', label: 'Another' }] })]),
      field(
        'amount_cents',
        'Amount',
        'money',
        fees.length === 0 ? { is_required: true } : { hint: 'Enter for the fee’s own' },
      ),
      field('note', 'For', 'text', {}),
    ],
  })
  return [add, ...(isBoth ? [credit] : [])]
}

/** What is owed besides charges already made, and what the library owes. */
export function moneyFacts({ desk, account, now }: AccountNow): readonly (readonly [string, string, Tone?])[] {
  const accrued = accruedCents(accruedFines(desk.library, account, now))
  const back = openCharges(desk.library, account.row.patron_id).reduce((sum, { row }) => sum + row.refund_due_cents, 0)
  const open_count = account.loans.filter((loan) => loan.loan_status.startsWith('claimed')).length
  return [
    ['Accruing', accrued > 0 ? `${moneyText(accrued)} if all came back now` : '', 'warn'],
    ['Library owes', back > 0 ? moneyText(cents(back)) : '', 'good'],
    ['Claims open', open_count > 0 ? String(open_count) : '', 'warn'],
  ]
}
