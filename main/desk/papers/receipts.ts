/**
 * Receipts of what was done since this patron or this cart began: checked out, renewed and checked in, one paper each.
 * Made from the rows of the session, so that undone acts are on none. Must never put what one patron had on a paper
 * that another takes.
 */
import { findRule } from '../../../shared/policy/policy.ts'
import type { Brought } from '../../../shared/desk/papers.ts'
import type { SessionRow } from '../../../shared/desk/session/session.ts'
import type { Act } from '../../../shared/desk/tally.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { instant, type Instant } from '../../../shared/kernel/time.ts'
import { checkOutReceipt, type LentItem } from '../../../shared/receipt/check-out-paper.ts'
import type { ReceiptDocument } from '../../../shared/receipt/document.ts'
import { notRenewedReason, renewalReceipt, type NotRenewedItem } from '../../../shared/receipt/renewal.ts'
import { holdsReadyCount } from '../../store/patrons/patron-rows.ts'
import { outCount, readAccount, type Account } from '../../circulation/accounts/account.ts'
import { askedOf } from '../../circulation/charges/loan-fine.ts'
import type { Desk } from '../desk.ts'
import { here } from '../../library/here.ts'
import { cardOf, factsFor, readerOf, type Reader } from '../../papers/facts-for-paper.ts'
import { ofPatron, returned } from '../../papers/returned.ts'
import type { Library } from '../../library/library.ts'

type Loan = Account['loans'][number]

/** How many renewals this loan has left; null when unlimited. */
export function renewalsLeft(library: Library, account: Account, loan: Loan): number | null {
  const { asked } = askedOf(library, loan, loan, account.row)
  const rule = findRule(library.rules(), asked)?.rule
  if (!rule) return 0
  const { renewals_count_max } = rule
  return renewals_count_max === null ? null : Math.max(0, renewals_count_max - loan.renewals_count)
}

/** The rows of this act that were not undone, oldest first, the newest of each item. */
function rowsOf(desk: Desk, act: Act): readonly SessionRow[] {
  const newest = new Map<string, SessionRow>()
  for (const one of desk.session.rows) {
    if (one.act === act && !newest.has(one.row.barcode)) newest.set(one.row.barcode, one)
  }
  return [...newest.values()].toReversed()
}

/** What is out by these rows, by the loans as they are now: one renewed later has the later date. */
function loansOf(desk: Desk, account: Account, act: Act): readonly LentItem[] {
  const loans = new Map(account.loans.map((loan) => [loan.barcode, loan]))
  return rowsOf(desk, act).flatMap(({ row }) => {
    const loan = loans.get(row.barcode)
    if (!loan) return []
    const renewals_left_count = renewalsLeft(desk.library, account, loan)
    return [{ title: loan.title, barcode: loan.barcode, due_at: instant(loan.due_at_ms), renewals_left_count }]
  })
}

function notRenewed(desk: Desk, account: Account): readonly NotRenewedItem[] {
  const renewed = new Set(rowsOf(desk, 'renew').map(({ row }) => row.barcode))
  const reasons = new Map(desk.session.papers.not_renewed.map((one) => [one.item_barcode, one.code]))
  return account.loans.flatMap((loan) => {
    const code = renewed.has(loan.barcode) ? undefined : reasons.get(loan.barcode)
    if (!code) return []
    const { title, barcode, due_at_ms } = loan
    return [{ title, barcode, due_at: instant(due_at_ms), reason: notRenewedReason(code) }]
  })
}

/** Whose papers, and as of when. */
type Making = { readonly account: Account; readonly reader: Reader; readonly printed_at: Instant }

function lent(desk: Desk, { account, reader, printed_at }: Making): readonly ReceiptDocument[] {
  const items = loansOf(desk, account, 'out')
  if (items.length === 0) return []
  const { patron_id } = account.row
  const facts = {
    ...factsFor(desk.library, reader),
    printed_at,
    is_own: true,
    card_barcode: cardOf(desk.library, account),
    items,
    out_count: outCount(account),
    owed_cents: account.owed,
    holds_ready_count:
      desk.library.db.get(holdsReadyCount, { patron_id, today: here(desk.library).today })?.ready_count ?? 0,
  }
  return [checkOutReceipt(facts, reader.words)]
}

function renewed(desk: Desk, { account, reader, printed_at }: Making): readonly ReceiptDocument[] {
  const done = loansOf(desk, account, 'renew')
  const not_renewed = notRenewed(desk, account)
  if (done.length === 0 && not_renewed.length === 0) return []
  const facts = {
    ...factsFor(desk.library, reader),
    printed_at,
    card_barcode: cardOf(desk.library, account),
    owed_cents: account.owed,
  }
  return [renewalReceipt({ ...facts, renewed: done, not_renewed }, reader.words)]
}

/** What these rows checked in, oldest first. */
function takenBack(desk: Desk): readonly Brought[] {
  return rowsOf(desk, 'in').map(({ row, event }) => ({ title: row.title, barcode: row.barcode, event }))
}

/** The rows at the desk that were this patron's: read as their account opens, before the rows are gone. */
export function broughtBy(desk: Desk, patron_id: PatronId): readonly Brought[] {
  return ofPatron(desk.library, patron_id, takenBack(desk))
}

/** What the open patron brought back before their account opened, less what was forgotten since. */
export function broughtNow(desk: Desk): readonly Brought[] {
  const { patron_id, papers } = desk.session
  return patron_id === null ? [] : ofPatron(desk.library, patron_id, papers.brought)
}

/** The entries of what these receipts tell of. */
export function toldOf(desk: Desk): readonly string[] {
  const done = desk.session.rows.filter((one) => one.act !== 'none')
  return [...done, ...broughtNow(desk)].map((one) => one.event)
}

/** The papers of what was done so far, as of that moment; none when nothing was. */
export function receiptsNow(desk: Desk, printed_at: Instant): readonly ReceiptDocument[] {
  const { patron_id } = desk.session
  const account = patron_id === null ? null : readAccount(desk.library, patron_id, here(desk.library).today)
  const back = [...broughtNow(desk), ...takenBack(desk)]
  if (!account) return returned(desk.library, back, printed_at, null)
  const reader = readerOf(desk.library, account.row.patron_id)
  const making = { account, reader, printed_at }
  return [...lent(desk, making), ...renewed(desk, making), ...returned(desk.library, back, printed_at, making)]
}
