/**
 * Which receipts and refunds are added up together, so that no more goes back than was taken: a charge of which
 * circulation has something paid back can have been paid by several receipts, and a receipt has several charges.
 * Reads only.
 */
import { eventRefText } from '../../shared/journal/event.ts'
import { ofKind } from '../../shared/cash/session-entries.ts'
import type { CashEvent } from '../../shared/journal/fold/cash.ts'
import type { Library } from '../library/library.ts'
import { transfersOfCharge } from '../store/money/charge-rows.ts'
import { refundsOf, voidOf, type Receipt, type Refund } from './receipts.ts'
import { entryAt } from './report/session-events.ts'

export type Together = { readonly receipts: readonly Receipt[]; readonly refunds: readonly Refund[] }

/** The receipt by itself, with what else circulation decided of its charges. */
export function togetherWith(library: Library, receipt: Receipt): Together {
  const all = new Gathered(library)
  all.take(receipt)
  return all.together
}

/** All receipts that paid these charges, with what went back of them. */
export function togetherOf(library: Library, charge_refs: readonly string[]): Together {
  const all = new Gathered(library)
  for (const charge_ref of charge_refs) all.follow(charge_ref, true)
  return all.together
}

class Gathered {
  readonly #library: Library
  readonly #receipts = new Map<string, Receipt>()
  readonly #refunds = new Map<string, Refund>()
  readonly #followed = new Set<string>()

  constructor(library: Library) {
    this.#library = library
  }

  get together(): Together {
    return { receipts: [...this.#receipts.values()], refunds: [...this.#refunds.values()] }
  }

  take(receipt: Receipt): void {
    const ref = eventRefText(receipt.head)
    if (this.#receipts.has(ref) || voidOf(this.#library, receipt) !== null) return
    this.#receipts.set(ref, receipt)
    for (const refund of refundsOf(this.#library, receipt)) this.#refunds.set(eventRefText(refund.head), refund)
    for (const line of receipt.body.receipt.lines) if (line.of === 'charge') this.follow(line.charge_ref, false)
  }

  /** @param isAsked otherwise only a charge of which circulation decided a refund before leads on */
  follow(charge_ref: string, isAsked: boolean): void {
    if (this.#followed.has(charge_ref)) return
    const entries = moneyEntries(this.#library, charge_ref)
    const decided = ofKind(entries, 'refund-paid').filter(({ body }) => body.receipt_ref === null)
    if (!isAsked && decided.length === 0) return
    this.#followed.add(charge_ref)
    for (const receipt of ofKind(entries, 'receipt-made')) this.take(receipt)
    for (const refund of decided) {
      this.#refunds.set(eventRefText(refund.head), refund)
      for (const line of refund.body.lines) if (line.of === 'charge') this.follow(line.charge_ref, true)
    }
  }
}

const MONEY: ReadonlySet<string> = new Set(['cash', 'checks', 'card-clearing', 'office-check'])

/** The entries of drawers that took money for a charge or gave it back. */
function moneyEntries(library: Library, charge_ref: string): readonly CashEvent[] {
  const rows = library.db.all(transfersOfCharge, { charge_ref })
  return rows
    .filter((one) => MONEY.has(one.debit_code) || MONEY.has(one.credit_code))
    .map((row) => entryAt(library, row))
}
