/** What could have gone wrong with the money of a receipt: its tender, its void, its bills, its change. Pure. */
import { cents } from '../../kernel/money.ts'
import { NOTES_CENTS } from '../pieces.ts'
import type { CashReceipt, DrawerEvidence } from './drawer-evidence.ts'
import { changeOf, eachStanding, ofMove, type Possible } from './possible.ts'
import { swapsOf } from './typing-slips.ts'

/** Its coins or its bills alone. */
export function partsOfChange(one: CashReceipt): readonly number[] {
  const [change, coins] = [changeOf(one), changeOf(one) % 100]
  return change > 100 && coins > 0 ? [coins, change - coins] : []
}

/** What is paid or given back was rounded by hand, up or down: odd cents let off, no pennies at hand. */
const roundedTo = (amount: number, step: number) =>
  amount % step === 0 ? [] : [-(amount % step), step - (amount % step)]
export const toDollars = ({ drawer_cents }: CashReceipt) => roundedTo(drawer_cents, 100)
export const toCoins = ({ drawer_cents }: CashReceipt) => [5, 10, 25].flatMap((step) => roundedTo(drawer_cents, step))

/** There are no pennies: what each receipt came to was taken to the nearest nickel. */
export function allToNickels(evidence: DrawerEvidence): readonly Possible[] {
  const by = eachStanding(evidence, ({ drawer_cents }) => [Math.round(drawer_cents / 5) * 5 - drawer_cents])
  const all = by.filter(({ by_cents }) => by_cents !== 0)
  const by_cents = all.reduce((sum, one) => sum + one.by_cents, 0)
  return all.length < 2 ? [] : all.map((one) => ({ ...one, by_cents, by_count: all.length }))
}

/** What a patron had on hand was taken, and all of it entered. */
export const partTaken = ({ drawer_cents, tendered_cents }: CashReceipt) =>
  tendered_cents > drawer_cents
    ? []
    : [100, 200, 300, 500, 1000, 1500, 2000].filter((part) => part < drawer_cents).map((part) => part - drawer_cents)

export const halfOf = ({ drawer_cents }: CashReceipt) => [-Math.round(drawer_cents / 2)]

/** Added to a bill after it was entered, so that no coins have to be given; the change is given as it was shown. */
export const oddCents = (one: CashReceipt) => (changeOf(one) > 0 ? [one.drawer_cents % 100] : [])

/** Another amount than the change was given back: misread, or the amount that was due. */
export function otherChange(evidence: DrawerEvidence): readonly Possible[] {
  return changeAs(evidence, (one) => [...swapsOf(changeOf(one)), one.drawer_cents])
}

/** What the screen said for the receipt before it. */
export function changeBefore(evidence: DrawerEvidence): readonly Possible[] {
  return changeAs(evidence, (_one, before) => (before === undefined ? [] : [changeOf(before)]))
}

function changeAs(
  { receipts }: DrawerEvidence,
  givenBy: (one: CashReceipt, before: CashReceipt | undefined) => readonly number[],
): readonly Possible[] {
  return receipts.flatMap((one, at) => {
    const change = changeOf(one)
    const given = one.is_voided || change === 0 ? [] : [...new Set(givenBy(one, receipts[at - 1]))]
    const of = { receipt: one.full_receipt_number, meant_cents: cents(change) }
    return given.map((amount) => ({ ...of, by_cents: change - amount, note_cents: cents(amount) }))
  })
}

/** Entered under one tender and paid by another: the other one is over by what the cash is short, or the reverse. */
export function otherTender(evidence: DrawerEvidence): readonly Possible[] {
  const others = new Set<number>(evidence.others_cents.map((by) => -by))
  const by_others = evidence.by_others.map((one) => ({ by_cents: one.amount_cents, receipt: one.full_receipt_number }))
  const refunds = evidence.moves.filter((one) => one.full_receipt_number !== null)
  const byCash = [
    ...eachStanding(evidence, (one) => [-one.drawer_cents]),
    ...refunds.map((one) => ofMove(one, -one.drawer_cents)),
  ]
  return [...byCash, ...by_others].filter(({ by_cents }) => others.has(by_cents))
}

/** Of two receipts each was entered under the tender of the other. */
export function tendersExchanged(evidence: DrawerEvidence, variance: number): readonly Possible[] {
  if (!evidence.others_cents.some((by) => by === -variance)) return []
  return evidence.by_others.flatMap(({ full_receipt_number, amount_cents }) =>
    evidence.receipts
      .filter((one) => !one.is_voided && amount_cents - one.drawer_cents === variance)
      .flatMap((one) =>
        [one.full_receipt_number, full_receipt_number].map((receipt) => ({ by_cents: variance, receipt })),
      ),
  )
}

/** A part was paid by card and all of it entered as cash, or the reverse: which receipt, only its amount tells. */
export function partByOther(evidence: DrawerEvidence, variance: number): readonly Possible[] {
  if (!evidence.others_cents.some((by) => by === -variance)) return []
  // A check or a card may also be of more than was entered, and the rest given out of the drawer.
  const others = evidence.by_others.filter((one) => variance < 0 || one.amount_cents > variance)
  const byOthers = others.map((one) => ({ by_cents: variance, receipt: one.full_receipt_number }))
  if (variance > 0) return byOthers
  return [...eachStanding(evidence, (one) => (one.drawer_cents > -variance ? [variance] : [])), ...byOthers]
}

/** One receipt was voided, and what another one came to was given back. */
export function otherVoided({ receipts }: DrawerEvidence): readonly Possible[] {
  const [voided, standing] = [receipts.filter((one) => one.is_voided), receipts.filter((one) => !one.is_voided)]
  return voided.flatMap(({ full_receipt_number, drawer_cents }) =>
    standing.map((other) => ({
      by_cents: drawer_cents - other.drawer_cents,
      receipt: full_receipt_number,
      note_cents: drawer_cents,
      meant_cents: other.drawer_cents,
    })),
  )
}

export function printedOnly({ printed_only }: DrawerEvidence): readonly Possible[] {
  return printed_only.map((one) => ({ by_cents: one.drawer_cents ?? 0, receipt: one.full_receipt_number }))
}

/** The same thing paid twice running: one of them was never handed over. */
export function enteredTwice({ receipts }: DrawerEvidence): readonly Possible[] {
  const standing = receipts.filter((one) => !one.is_voided)
  return standing
    .filter((one, at) => standing.slice(Math.max(0, at - 2), at).some((before) => before.lines_key === one.lines_key))
    .map((one) => ({ by_cents: -one.drawer_cents, receipt: one.full_receipt_number }))
}

export function voidsKept({ receipts }: DrawerEvidence): readonly Possible[] {
  const voided = receipts.filter((one) => one.is_voided)
  return voided.map((one) => ({ by_cents: one.drawer_cents, receipt: one.full_receipt_number }))
}

/** One note was entered and another lay in the hand: the change was for the wrong one. */
export function wrongNotes(evidence: DrawerEvidence): readonly Possible[] {
  const notes = new Set<number>(NOTES_CENTS)
  return handedOtherwise(evidence, (one) => (notes.has(one.tendered_cents) ? NOTES_CENTS : []))
}

/** The same where coins were among what was handed over or what was entered: 10.75 for 3.75. */
export function wrongHands(evidence: DrawerEvidence): readonly Possible[] {
  return handedOtherwise(evidence, ({ drawer_cents }) => {
    const [odd, up] = [drawer_cents % 100, (step: number) => Math.ceil(drawer_cents / step) * step]
    return [...new Set([up(25), up(100), up(500), ...NOTES_CENTS.flatMap((note) => [note, note + odd])])]
  })
}

function handedOtherwise(evidence: DrawerEvidence, handsFor: (one: CashReceipt) => readonly number[]) {
  return evidence.receipts
    .filter((one) => !one.is_voided && changeOf(one) > 0)
    .flatMap((one) =>
      handsFor(one)
        .filter((hand) => hand >= one.drawer_cents)
        .map((hand): Possible => {
          const by_cents = hand - one.tendered_cents
          return { by_cents, receipt: one.full_receipt_number, note_cents: cents(hand) }
        }),
    )
}

/** Entered as paid to the cent, while a bill was handed over and its change stayed. */
export function changeOfExact(one: CashReceipt): readonly number[] {
  return changeOf(one) > 0 ? [] : NOTES_CENTS.map((note) => note - one.drawer_cents).filter((change) => change > 0)
}

const COINS = [1, 5, 10, 25]
const BILLS = [100, 500, 1000, 2000]

/** One piece of the change was another one: a twenty for a ten, a quarter for a dime. */
export const wrongChange = (evidence: DrawerEvidence) =>
  [COINS, BILLS].flatMap((like) => like.flatMap((meant) => like.flatMap((given) => givenFor(evidence, meant, given))))

/** The bill that lies beside it in the tray, which is what a hand takes. */
export const wrongBill = (evidence: DrawerEvidence) =>
  BILLS.slice(1).flatMap((larger, at) => {
    const smaller = BILLS[at] ?? larger
    return [...givenFor(evidence, smaller, larger), ...givenFor(evidence, larger, smaller)]
  })

function givenFor(evidence: DrawerEvidence, meant: number, given: number): readonly Possible[] {
  const out = (change: number) => meant <= (meant < 100 ? change % 100 : change)
  const all = eachStanding(evidence, (one) => (meant !== given && out(changeOf(one)) ? [meant - given] : []))
  return all.map((one) => ({ ...one, note_cents: cents(given), meant_cents: cents(meant) }))
}
