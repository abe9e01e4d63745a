/** Each act as a request to the desk, and what the model says should come of it. */
import type { Input } from '../../../shared/ipc/contract.ts'
import { PRODUCTS, type Act, type PaymentMade } from './acts.ts'
import { surprising } from './hands.ts'
import {
  REFUSED,
  bagOf,
  bank,
  carry,
  close,
  custody,
  open,
  part,
  picked,
  tally,
  type Ask,
  type Both,
} from './drawer-asks.ts'
import { grossOf, hasReceipt, type PaymentAsked, type Receipt } from './lines.ts'
import { moved, type Model } from './model.ts'

export type Asking = Exclude<Act, { act: 'restart' }>

/** What the desk is asked, and what should come of it. */
export function askOf({ model, desk }: Both, act: Asking): Ask {
  const id = { commandId: desk.id() }
  switch (act.act) {
    case 'open':
      return open(model, id, act)
    case 'bank':
      return bank({ model, desk }, id, act)
    case 'charge': {
      const input = { ...id, fee_code: '', amount_cents: act.amount, note: '' }
      const does = (): void => {
        model.charges.push({ ref: desk.newestCharge(), fund: 'other', owed: act.amount, back: 0, paid: 0 })
      }
      return [
        { method: 'charge.add', input },
        { is: 'done', does },
      ]
    }
    case 'waive': {
      const charge = picked(model.charges, act.at)
      const amount = part(charge.owed, act.percent)
      const input = { ...id, charge_ref: charge.ref, amount_cents: amount, reason: 'first-time' }
      const isThere = charge.owed > 0 && amount <= charge.owed
      const does = (): void => void (charge.owed -= amount)
      return [{ method: 'charge.waive', input }, isThere ? { is: 'done', does } : REFUSED]
    }
    case 'pay':
      return payment(model, id, act.drawer, act.payment)
    case 'carry':
      return carry(model, id, act)
    case 'tally':
      return tally(model, id, act)
    case 'void':
      return voiding(model, id, act.at)
    case 'refund':
      return refund(model, id, act)
    default:
      return drawerAct(model, id, act)
  }
}

/** One that can still be voided or refunded, mostly. */
function receiptAt({ receipts }: Model, at: number): Receipt | null {
  const there = receipts.filter((one) => !one.is_voided).slice(-4)
  const from = there.length === 0 || at % 5 === 0 ? receipts : there
  return from.length === 0 ? null : picked(from, at)
}

function voiding(model: Model, id: { commandId: string }, at: number): Ask {
  const receipt = receiptAt(model, at)
  const asked = {
    method: 'payment.void',
    input: { ...id, receipt_ref: receipt?.ref ?? 'T.1.1', reason: 'WRONG-AMOUNT' },
  } as const
  if (receipt === null || receipt.is_voided || receipt.back.some((one) => one > 0)) return [asked, REFUSED]
  const { session, lines, off, cash } = receipt
  if (!model.uses(session) || cash > session.cash) return [asked, REFUSED]
  // What another receipt of the same charge gave back can be in the way.
  if (lines.some((one) => one.of === 'credit' && one.credit.left < one.amount)) return [asked, REFUSED]
  const isRefunded = [...lines, ...off].some((one) => 'charge' in one && one.charge.back > 0)
  return [asked, { is: isRefunded ? 'either' : 'done', does: () => model.void(receipt) }]
}

function refund(model: Model, id: { commandId: string }, act: RefundAct): Ask {
  const { drawer: drawer_code, line, percent, tender, is_exact_possible } = act
  const receipt = receiptAt(model, act.at)
  const session = model.usable(drawer_code)
  const at = receipt === null ? line : line % (receipt.lines.length + 1)
  const of = receipt?.lines[at]
  const left = of ? grossOf(of) - (receipt?.back[at] ?? 0) : 100
  const isPart = of?.of === 'charge' || of?.of === 'credit'
  const amount = isPart ? part(left, percent) : left
  const lines = [{ line_number: at + 1, amount_cents: isPart ? amount : null }]
  const what = { of: 'receipt', receipt: receipt?.ref ?? 'T.1.1', lines } as const
  const to = tender === 'card' ? ({ tender, authorization: '08813A', last_four: '4242' } as const) : { tender }
  const input = { ...id, drawer_code, what, to, payee_name: 'Ana Ruiz', reason: 'PAID-TWICE', is_exact_possible }
  const asked = { method: 'refund.pay', input } as const
  const given = receipt && { receipt, at, amount, tender, is_exact_possible }
  if (session === null || given === null || !model.mayRefund(session, given)) return [asked, REFUSED]
  const out = model.outFor(given)
  const told = { total_cents: out, change_cents: 0, rounding_cents: amount - out }
  return [asked, { is: 'done', does: () => model.refund(session, given), told }]
}

function drawerAct(model: Model, id: { commandId: string }, act: DrawerAct): Ask {
  const session = model.usable(act.drawer)
  const at = { ...id, drawer_code: act.drawer }
  const opens: Ask[1] = session ? { is: 'done', does: () => moved(session) } : REFUSED
  switch (act.act) {
    case 'place': {
      const { way, place, amount } = act
      const sealed = place === 'bank-bag'
      const bag_number = sealed ? bagOf(model, act.bag) : ''
      const input = { ...at, way, place, pieces: null, total_cents: amount, bag_number, receiver_code: '' }
      const asked = { method: 'drawer.place', input: { ...input, receiver_cents: null } } as const
      if (session === null || (sealed && way === 'in')) return [asked, REFUSED]
      if (sealed && !model.mayFill(bag_number)) return [asked, REFUSED]
      if (way === 'out' && amount > session.cash) return [asked, REFUSED]
      if (!sealed && !model.counted.has(place)) return [asked, REFUSED]
      if (way === 'in' && place === 'safe' && amount > (model.sums.get('safe') ?? 0)) return [asked, REFUSED]
      const out = way === 'out' ? amount : -amount
      const does = (ref: string): void => model.place(session, place, out, { ref, number: bag_number })
      return [asked, { is: 'done', does }]
    }
    case 'cash': {
      const { way, amount: amount_cents } = act
      const input = { ...at, way, reason: way === 'in' ? 'COIN-BOX' : 'POSTAGE', amount_cents }
      const isThere = session !== null && (way === 'in' || amount_cents <= session.cash)
      const does = (): void =>
        void (session && model.paid(session, 'other', way === 'in' ? amount_cents : -amount_cents))
      return [{ method: 'drawer.pay', input }, isThere ? { is: 'done', does } : REFUSED]
    }
    case 'change': {
      const what = { purpose: 'make-change', amount_cents: act.amount } as const
      return [{ method: 'drawer.unlock', input: { ...at, what } }, opens]
    }
    case 'no-sale':
      return [{ method: 'drawer.unlock', input: { ...at, what: { purpose: 'no-sale', reason: 'STUCK' } } }, opens]
    case 'count': {
      const { reason, amount: total_cents } = act
      const open = model.openAt(act.drawer)
      const isThere = open !== null && (reason === 'surprise' || open.status === 'open')
      const is = isThere && reason === 'surprise' ? surprising(open, model.by) : 'done'
      const verdict: Ask[1] = isThere ? { is, does: () => model.countedBy(open), kind: 'drawer-counted' } : REFUSED
      return [{ method: 'drawer.count', input: { ...at, reason, pieces: null, total_cents } }, verdict]
    }
    case 'close':
      return close(model, at, act)
    case 'custody':
      return custody(model, at, act)
  }
}

function payment(model: Model, id: { commandId: string }, drawer_code: string, made: PaymentMade): Ask {
  const asked = paymentOf(model, made)
  const tenders: Input<'payment.take'>['tenders'] = [
    ...(asked.cash > 0 ? [{ tender: 'cash', tendered_cents: asked.cash } as const] : []),
    ...(asked.checks > 0 ? [{ tender: 'check', amount_cents: asked.checks, check_number: '1041' } as const] : []),
    ...(asked.card > 0
      ? [{ tender: 'card', amount_cents: asked.card, authorization: '08812A', last_four: '4242' } as const]
      : []),
    ...(asked.goods > 0
      ? [{ tender: 'in-kind', kind_code: 'FOOD', quantity_count: asked.goods, amount_cents: null } as const]
      : []),
    ...(asked.credit > 0 ? [{ tender: 'credit', amount_cents: asked.credit } as const] : []),
  ]
  const input: Input<'payment.take'> = {
    ...id,
    drawer_code,
    charges: asked.charges.map(({ charge, amount }) => ({ charge_ref: charge.ref, amount_cents: amount })),
    pay_cents: asked.pay,
    sales: asked.sales.map(({ product, quantity, price }) => {
      return { product_code: product.code, quantity_count: quantity, price_cents: price }
    }),
    tenders,
    is_exact_possible: asked.is_exact_possible,
    keeps_change: asked.keeps,
    is_large_meant: true,
    is_check_meant: true,
    paper: null,
  }
  const session = model.usable(drawer_code)
  const paid = session && model.judge(asked)
  if (!session || !paid) return [{ method: 'payment.take', input }, REFUSED]
  const told = { total_cents: paid.due, change_cents: paid.change, rounding_cents: paid.rounding }
  const does = (ref: string): void => model.take(ref, session, asked, paid)
  return [{ method: 'payment.take', input }, hasReceipt(paid) ? { is: 'done', does, told } : { is: 'done', does }]
}

type DrawerAct = Extract<Act, { act: 'place' | 'cash' | 'change' | 'no-sale' | 'count' | 'custody' | 'close' }>
type RefundAct = Extract<Act, { act: 'refund' }>

/** The shares of a payment as amounts, of what the model says is owed now. */
function paymentOf(model: Model, made: PaymentMade): PaymentAsked {
  const owing = model.charges.filter((one) => one.owed > 0)
  const charges = made.charges.map(({ at, percent }) => {
    const charge = picked(at % 9 === 0 || owing.length === 0 ? model.charges : owing, at)
    return { charge, amount: percent === null ? null : part(charge.owed, percent) }
  })
  const all = charges.reduce((sum, { charge, amount }) => sum + (amount ?? charge.owed), 0)
  const sales = made.sales.map(({ at, quantity, price }) => {
    const product = picked(PRODUCTS, at)
    return { product, quantity, price: price !== null && product.price !== null && at % 3 > 0 ? product.price : price }
  })
  const pay = made.pay === null ? null : part(all, made.pay)
  const { is_exact_possible } = made
  const most = model.credits.reduce((sum, one) => sum + one.left, 0)
  const credit = made.credit === null || most === 0 ? 0 : part(Math.min(most, all), made.credit)
  const beside = { goods: made.goods ?? 0, credit, keeps: made.keeps, is_exact_possible }
  const reckoned = { charges, pay, sales, checks: 0, card: 0, ...beside, keeps: false }
  const due = (model.judge({ ...reckoned, cash: 10_000_000 }) ?? model.judge({ ...reckoned, cash: 0 }))?.due ?? 500
  const checks = made.checks === null ? 0 : part(due, made.checks)
  const rest = Math.max(0, due - checks)
  const card = made.leaves !== null ? Math.max(0, rest - made.leaves) : made.card === null ? 0 : part(rest, made.card)
  const cash = Math.max(0, due - checks - card + made.cash)
  return { charges, pay, sales, cash, checks, card, ...beside }
}
