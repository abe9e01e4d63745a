/** Acts on the open patron's loans and money, for the account page: lost, claimed, waived, charged, set off. */
import type { Act, Tone } from '../../../../shared/desk/page.ts'
import { cents } from '../../../../shared/kernel/money.ts'
import { previewClaim, type countsOf } from '../../money/claim-making.ts'
import { openCharges, type ReadCharge } from '../../../circulation/charges/charge-reading.ts'
import { accruedCents, accruedFines } from '../../../circulation/charges/loan-fine.ts'
import { priceIfLost } from '../../../circulation/charges/bill-lost.ts'
import { chargeWords } from '../../../circulation/charges/charge-words.ts'
import type { AccountNow } from './account-now.ts'
import { act, callOf, field } from '../make.ts'
import { reasonField } from './waive.ts'
import type { Library } from '../../../library/library.ts'
import type { FeeRule } from '../../../../shared/policy/policy-facts.ts'
import type { Speech } from '../../../../shared/words/speech.ts'

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

function lostAct({ desk, speech, account }: AccountNow, loan: Loan): Act {
  const words = speech.words.pages.account.lost
  const billed = priceIfLost(desk.library, loan, loan, account.row)
  const price = billed?.lines.find((line) => line.kind === 'lost')?.amount_cents ?? null
  const fee = billed?.lines.find((line) => line.kind === 'processing')?.amount_cents ?? null
  return act({
    key: 'L',
    label: words.act,
    says: fee === null ? words.says : words.says_fee(speech.money(fee)),
    is_grave: true,
    call: callOf('loan.lost', { item_barcode: loan.barcode }),
    asks: [
      field('price_cents', words.price, 'money', price === null ? { is_required: true } : { value: String(price) }),
    ],
  })
}

function claimActs(now: AccountNow, loan: Loan, claims: Claims): readonly Act[] {
  const { desk, speech, today } = now
  const words = speech.words.pages.account.claim
  const item_barcode = loan.barcode
  const max = desk.library.policy().settings.claims_year_count_max
  const number = claims.year_count + 1
  const count = max === null ? words.count(number) : words.count_of(number, max)
  const over = overLimit(now, loan, claims)
  return [
    act({
      key: 'C',
      label: words.returned,
      says: [over, count].filter((part) => part !== '').join(' '),
      call: callOf('claim.make', { item_barcode, claim: 'returned' }),
      asks: [field('claimed_on', words.returned_on, 'date', { value: today })],
    }),
    act({
      key: 'H',
      label: words.never_had,
      says: [over, count, words.fine_canceled].filter((part) => part !== '').join(' '),
      call: callOf('claim.make', { item_barcode, claim: 'never-had', claimed_on: null }),
    }),
  ]
}

/** Why a second person must approve this claim; empty when no approval is needed. */
function overLimit({ desk, speech, today, account }: AccountNow, loan: Loan, counts: Claims): string {
  const about = { item: loan, loan, patron: account.row, counts }
  const decision = previewClaim(desk.library, { ...about, claim: 'returned', on: today }, [])
  const [first] = decision.kind === 'refused' ? decision.refusals : []
  return first ? speech.refusal(first).says : ''
}

/** What can be done about one charge. */
export function chargeActs(speech: Speech, { row, state }: ReadCharge): readonly Act[] {
  const { charge_ref } = row
  const { charges: words, waive } = speech.words.pages.account
  const voids = act({
    key: 'V',
    label: words.void,
    says: state.owed_cents < state.worth_cents ? words.void_paid_says : words.void_says,
    is_grave: true,
    call: callOf('charge.void', { charge_ref }),
    asks: [reasonField(speech)],
  })
  if (state.owed_cents === 0) return state.worth_cents > 0 ? [voids] : []
  return [
    act({
      key: 'W',
      label: waive.act,
      call: callOf('charge.waive', { charge_ref }),
      preview: callOf('charge.waive-preview', { charge_ref, amount_cents: null }),
      asks: [
        field('amount_cents', waive.amount, 'money', { value: String(state.owed_cents), hint: waive.hint }),
        reasonField(speech),
      ],
    }),
    voids,
  ]
}

/** The fees of the table that are for such a patron, here. */
function feesFor(library: Library, { category_code }: AccountNow['account']['row']): readonly FeeRule[] {
  const isFor = (scope: string, code: string): boolean => scope === '*' || scope === code
  const here_code = library.here()?.branch_code ?? ''
  return library.policy().source.fee_rules.filter((fee) => {
    return isFor(fee.category_code, category_code) && isFor(fee.branch_code, here_code)
  })
}

/** What can be done about the account's money as a whole. */
export function moneyActs({ desk, speech, account }: AccountNow): readonly Act[] {
  const words = speech.words.pages.account.charges
  const charges = openCharges(desk.library, account.row.patron_id)
  const isBoth = charges.some(({ row }) => row.refund_due_cents > 0) && charges.some(({ row }) => row.owed_cents > 0)
  const fees = feesFor(desk.library, account.row).map(({ fee_code, name, fee_kind, amount_cents }) => {
    return { value: fee_code, label: words.fee_of(name || chargeWords(speech, fee_kind), speech.money(amount_cents)) }
  })
  const credit = act({ key: 'O', label: words.set_off, call: callOf('charge.apply-credit', {}) })
  const add = act({
    key: 'P',
    label: words.add,
    call: callOf('charge.add', fees.length === 0 ? { fee_code: '' } : {}),
    asks: [
      ...(fees.length === 0
        ? []
        : [field('fee_code', words.fee, 'choice', { options: [...fees, { value: '', label: words.other_fee }] })]),
      field(
        'amount_cents',
        words.amount,
        'money',
        fees.length === 0 ? { is_required: true } : { hint: words.fee_hint },
      ),
      field('note', words.what, 'text', {}),
    ],
  })
  return [add, ...(isBoth ? [credit] : [])]
}

/** What is owed, what would be added now, and what the library owes: a figure each. */
export function moneyFacts({ desk, speech, account, now }: AccountNow): readonly (readonly [string, string, Tone?])[] {
  const words = speech.words.pages.account.who
  const accrued = accruedCents(accruedFines(desk.library, account, now))
  const back = openCharges(desk.library, account.row.patron_id).reduce((sum, { row }) => sum + row.refund_due_cents, 0)
  const open_count = account.loans.filter((loan) => loan.loan_status.startsWith('claimed')).length
  return [
    [words.owed, speech.money(account.owed), account.owed > 0 ? 'warn' : 'plain'],
    [words.accruing, accrued > 0 ? speech.money(accrued) : '', 'warn'],
    [words.library_owes, back > 0 ? speech.money(cents(back)) : '', 'good'],
    [words.open_claims, open_count > 0 ? String(open_count) : '', 'warn'],
  ]
}
