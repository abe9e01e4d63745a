/**
 * What a display that faces the patron is given to show, from the desk as it is now. Reads; changes nothing. What a
 * payment took is read from the entry of the newest act, so it is gone from the display with that act's row: when the
 * account is closed, or something else is done.
 */
import { patronView, type PatronView, type Settled } from '../../../../shared/devices/display/view.ts'
import type { Payment } from '../../../../shared/desk/pay/payment.ts'
import { saleId } from '../../../../shared/desk/session/basket.ts'
import { lentNow } from '../../../../shared/desk/tally.ts'
import type { Input } from '../../../../shared/ipc/contract.ts'
import type { Language } from '../../../../shared/kernel/language.ts'
import { cents, type Cents } from '../../../../shared/kernel/money.ts'
import { speechIn } from '../../../../shared/words/speech.ts'
import { findReceipt, voidOf } from '../../../cash/receipts.ts'
import { deskZone, here } from '../../../library/here.ts'
import { isForPractice } from '../../../library/sample.ts'
import { libraryLanguage, readerOf } from '../../../papers/facts-for-paper.ts'
import { personName } from '../../../search/search-patrons.ts'
import { patronById } from '../../../store/patrons/patron-rows.ts'
import type { Desk } from '../../desk.ts'
import { pageNow } from '../../places.ts'

/** Tells the displays what to show, when that is something else than before. Without a display it costs nothing. */
export function showToPatron(desk: Desk, show: ((view: PatronView) => void) | undefined): void {
  const { devices } = desk
  const isWindow = devices.window.wish !== null
  const isSeen = devices.hasDisplay || isWindow
  const view = isSeen ? displayView(desk) : null
  const text = view === null ? '' : JSON.stringify(view)
  if (view !== null && text !== devices.shown) {
    devices.poles.show(view)
    if (isWindow) show?.(view)
  }
  devices.shown = text
  if (devices.hasDisplay) devices.sendShows(desk.library.clock.passed_ms())
}

/** Null before a branch is chosen: there is no library to greet anybody. */
function displayView(desk: Desk): PatronView | null {
  const { library, session } = desk
  const branch = library.here()
  if (branch === null) return null
  const { settings } = library.policy()
  const is_open = session.staff !== null && session.lock === null
  const facts = {
    is_open,
    is_practice: isForPractice(library),
    library_name: library.name ?? branch.name,
    settings,
    name: is_open && settings.display_shows === 'titles-and-name' ? nameNow(desk) : '',
    due_cents: is_open ? dueNow(desk) : null,
    settled: is_open ? settledNow(desk) : null,
    out: is_open ? outNow(desk) : [],
  }
  const language = is_open ? languageNow(desk) : libraryLanguage(library)
  const { today } = here(library)
  const speech = speechIn({ language, locale: settings.locale, zone: deskZone(library), today })
  return patronView(facts, language, speech)
}

/** The open patron's language; the library's, where no account is open or the patron has none. */
function languageNow({ library, session }: Desk): Language {
  return session.patron_id === null ? libraryLanguage(library) : readerOf(library, session.patron_id).printed_in
}

function nameNow({ library, session }: Desk): string {
  const { patron_id } = session
  const row = patron_id === null ? null : library.db.get(patronById, { patron_id })
  return row ? personName(row) : ''
}

/** What is due for the lines that are chosen on the screen; for all of them, as long as it did not say otherwise. */
function dueNow(desk: Desk): Cents | null {
  const payment = paymentNow(desk)
  if (!payment) return null
  const { chosen } = desk.devices
  const all = allOf(payment)
  return chosen !== null && chosen.all_cents === all ? chosen.due_cents : cents(payment.due_cents)
}

/** The lines that are chosen on the screen, as its preview asks about them. */
export function noteChosen(desk: Desk, { charges, sales }: Pick<Input<'payment.preview'>, 'charges' | 'sales'>): void {
  const isSeen = desk.devices.shown !== ''
  const payment = isSeen ? paymentNow(desk) : null
  if (!payment) return
  const chosen = payment.lines.filter(({ pays }) =>
    pays.of === 'charge'
      ? charges.some(({ charge_ref }) => charge_ref === pays.charge_ref)
      : sales.some((one) => saleId(one) === saleId(pays)),
  )
  desk.devices.chosen = { due_cents: cents(allOf({ lines: chosen })), all_cents: allOf(payment) }
}

function paymentNow(desk: Desk): Payment | null {
  if (desk.session.page?.place !== 'pay') return null
  return pageNow(desk)?.sections.find((one) => one.kind === 'payment') ?? null
}

/** What all lines of the payment come to, by which one that has changed since is known. */
function allOf({ lines }: { readonly lines: readonly { readonly amount_cents: number }[] }): number {
  return lines.reduce((sum, one) => sum + one.amount_cents, 0)
}

function settledNow({ library, session }: Desk): Settled | null {
  const newest = session.rows[0]
  if (!newest || newest.event === '' || newest.act !== 'none') return null
  const found = findReceipt(library, newest.event)
  if (found === null) return null
  if (found.kind === 'refund-paid') {
    return { kind: 'paid-back', amount_cents: cents(found.body.paid_cents) }
  }
  if (voidOf(library, found) !== null) return null
  const { tendered_cents, others, change_cents } = found.body.receipt
  const given = others.reduce((sum, one) => sum + one.amount_cents, tendered_cents)
  return given === 0 ? null : { kind: 'paid', given_cents: cents(given), change_cents: cents(change_cents) }
}

function outNow({ session }: Desk): Parameters<typeof patronView>[0]['out'] {
  if (session.patron_id === null) return []
  return lentNow(session).flatMap(({ act, due_at_ms, row }) =>
    due_at_ms === null ? [] : [{ title: row.title, due_at_ms, is_renewed: act === 'renew' }],
  )
}
