/**
 * What would come of a payment, while it is typed: what stays owed, which blocks it lifts, rounding, what is too much.
 * Reads what taking it reads and records nothing. Change and what is left to pay are reckoned on the screen itself.
 */
import { owingLess } from '../../../../shared/circulation/loans/owing-less.ts'
import type { PreviewLine } from '../../../../shared/desk/page.ts'
import type { Input } from '../../../../shared/ipc/contract.ts'
import { cents, type Cents } from '../../../../shared/kernel/money.ts'
import { inKindSum } from '../../../../shared/cash/line-sums.ts'
import { isRefusal } from '../../../../shared/refusals/refusals.ts'
import { patronFacts, readAccount } from '../../../circulation/accounts/account.ts'
import { readCharge } from '../../../circulation/charges/charge-reading.ts'
import { cashRules } from '../../../cash/cash-rules.ts'
import { creditFor, settlePayment, type Settled } from '../../../cash/take-payment.ts'
import { here } from '../../../library/here.ts'
import { personName } from '../../../search/search-patrons.ts'
import { patronById } from '../../../store/patrons/patron-rows.ts'
import { speechOf } from '../../clerk-language.ts'
import type { Desk } from '../../desk.ts'

/** Refusals that are said while it is typed. */
const SAID: ReadonlySet<string> = new Set([
  'part-not-rounded',
  'cash-not-needed',
  'credit-short',
  'in-kind-unknown',
  'in-kind-pays-nothing',
])

export function previewPayment(desk: Desk, payment: Input<'payment.preview'>): readonly PreviewLine[] {
  const { words, money } = speechOf(desk)
  const { preview } = words.pages.pay
  const settled = settlePayment(desk.library, {
    ...payment,
    patron_id: desk.session.patron_id,
    is_large_meant: true,
    paper: null,
  })
  if (!isRefusal(settled))
    return [
      ...creditAbroad(desk, settled),
      ...rounded(desk, settled),
      ...kept(desk, settled),
      ...goods(desk, settled),
      ...lifts(desk, settled),
    ]
  const { code, facts } = settled
  const amount = 'amount' in facts ? money(cents(Number(facts['amount']))) : ''
  if (code === 'tender-over') return [{ text: preview.over(amount), tone: 'stop' }]
  return SAID.has(code) ? [{ text: speechOf(desk).refusal(settled).says, tone: 'stop' }] : []
}

function rounded(desk: Desk, { receipt: { rounding_cents } }: Settled): readonly PreviewLine[] {
  const { words, money } = speechOf(desk)
  if (rounding_cents === 0) return []
  return [{ text: words.pages.pay.preview.rounded(money(cents(rounding_cents))), tone: 'plain' }]
}

/** The open patron's credit pays what others owe, as was chosen: it is said before it is done. */
function creditAbroad(desk: Desk, { credit }: Settled): readonly PreviewLine[] {
  const { library } = desk
  const { patron_id } = desk.session
  const abroad = creditFor(library, { patron_id }, credit, (owner, payer) => owner !== payer)
  const row = patron_id === null ? null : library.db.get(patronById, { patron_id })
  if (row === null || abroad === 0) return []
  const { words, money } = speechOf(desk)
  const text = words.pages.pay.preview.credit_for_others(money(abroad), personName(row))
  return [{ text, tone: 'warn' }]
}

/** What goods or work take off; what they are worth above that is given back in no way. */
function goods(desk: Desk, { receipt }: Settled): readonly PreviewLine[] {
  const { words, money } = speechOf(desk)
  return receipt.in_kind.map((one): PreviewLine => {
    const name = cashRules(desk.library).in_kind.find((kind) => kind.kind_code === one.kind_code)?.name ?? one.kind_code
    const off = inKindSum([one])
    const text = words.pages.pay.preview.in_kind(name, money(off), money(cents(one.worth_cents)))
    return { text, tone: off < one.worth_cents ? 'warn' : 'plain' }
  })
}

function kept(desk: Desk, { kept_cents }: Settled): readonly PreviewLine[] {
  const { words, money } = speechOf(desk)
  return kept_cents === 0 ? [] : [{ text: words.pages.pay.preview.kept(money(kept_cents)), tone: 'plain' }]
}

/** How much of what the open patron owes is paid. */
function paidOwn({ library, session }: Desk, { receipt, credit }: Settled): Cents {
  const isOwn = (charge_ref: string): boolean => readCharge(library, charge_ref)?.row.patron_id === session.patron_id
  const byTender = receipt.lines.reduce(
    (sum, one) => (one.of === 'charge' && isOwn(one.charge_ref) ? sum + one.amount_cents : sum),
    0,
  )
  const byCredit = credit.reduce((sum, { credit: taker, amount_cents }) => {
    return 'charge_ref' in taker && isOwn(taker.charge_ref) ? sum + amount_cents : sum
  }, 0)
  const byGoods = receipt.in_kind.flatMap((one) => one.parts.filter((part) => isOwn(part.charge_ref)))
  return cents(byTender + byCredit + byGoods.reduce((sum, part) => sum + part.amount_cents, 0))
}

function lifts(desk: Desk, settled: Settled): readonly PreviewLine[] {
  const { now, today } = here(desk.library)
  const { patron_id, card_status } = desk.session
  const account = patron_id === null ? null : readAccount(desk.library, patron_id, today, card_status)
  if (!account) return []
  const speech = speechOf(desk)
  const { preview } = speech.words.outcomes.money
  const paid = paidOwn(desk, settled)
  const owed = speech.money(cents(account.owed - paid))
  // Where others' charges are paid too, it is said whose debt this is: theirs is not in it.
  const isAlone = desk.session.basket.payer_ids.length === 0
  const owed_text = isAlone
    ? preview.in_all(owed)
    : speech.words.pages.pay.preview.owed_of(personName(account.row), owed)
  const { lifted, kept } = owingLess(patronFacts(account, now), paid, today)
  const isFree = lifted.length > 0 && kept.length === 0
  return [
    { text: owed_text, tone: 'plain' },
    ...lifted.map((one): PreviewLine => ({ text: preview.lifted(speech.short(one.code)), tone: 'good' })),
    ...kept.map((one): PreviewLine => ({ text: preview.stays(speech.short(one.code)), tone: 'warn' })),
    ...(isFree ? [{ text: speech.words.pages.pay.preview.free, tone: 'good' } as const] : []),
  ]
}
