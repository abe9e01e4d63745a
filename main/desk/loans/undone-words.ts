/**
 * The words of an undo: what was undone, how the item is now, and what it did to money. Must never name a patron whose
 * account is not open to the clerk anyway: an undone check-in would tell who had the item.
 */
import type { ChargeKind } from '../../../shared/ledger/charge-kinds.ts'
import { isChargeKind } from '../../../shared/ledger/charge-kinds.ts'
import type { BandDraft } from '../../../shared/desk/session/drafts.ts'
import { plainBand } from '../../../shared/desk/words/words.ts'
import { eventRefText, type DeskEvent } from '../../../shared/journal/event.ts'
import type { PaperItem } from '../../../shared/receipt/paper-facts.ts'
import { cents } from '../../../shared/kernel/money.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { titleToHold } from '../../store/circulation/hold-queue-rows.ts'
import { loanOfItem, type LoanRow } from '../../store/circulation/item-rows.ts'
import { patronById } from '../../store/patrons/patron-rows.ts'
import { readCharge } from '../../circulation/charges/charge-reading.ts'
import { chargeWords } from '../../circulation/charges/charge-words.ts'
import { findHold } from '../../circulation/holds/reading.ts'
import type { PastAct } from '../../circulation/loans/past-acts.ts'
import { patronOfEnded } from '../../circulation/loans/undo-act.ts'
import { findItem } from '../../library/here.ts'
import type { Library } from '../../library/library.ts'
import { personName } from '../../search/search-patrons.ts'
import type { Desk } from '../desk.ts'
import { speechOf } from '../clerk-language.ts'
import { whoseWords } from '../patrons/whose.ts'

/** Acts on who a patron is: what they did to loans and money besides is no title of theirs. */
const OF_PERSON: ReadonlySet<PastAct['name']> = new Set(['registration', 'card-renewal', 'card'])

function barcodeOf({ events, name }: PastAct): string | null {
  if (OF_PERSON.has(name)) return null
  const [barcode] = events.flatMap(({ body }) =>
    'item_barcode' in body && body.item_barcode ? [body.item_barcode] : [],
  )
  return barcode ?? null
}

/** The item it was about; empty where it was about none. */
export function itemOfAct(desk: Desk, act: PastAct): PaperItem {
  const barcode = barcodeOf(act) ?? ''
  return { title: barcode === '' ? '' : titleOfAct(desk, act), barcode }
}

/** The title it was about, or in few words what else. Empty where its name says all. */
export function titleOfAct(desk: Desk, act: PastAct): string {
  const barcode = barcodeOf(act)
  if (barcode !== null) return findItem(desk.library, barcode)?.title ?? barcode
  if (OF_PERSON.has(act.name)) return ''
  const [charge_ref] = chargeRefs(act)
  const charge = charge_ref === undefined ? null : readCharge(desk.library, charge_ref)
  if (charge) return chargeWords(speechOf(desk), charge.row.kind)
  const [hold] = act.events.flatMap((event) =>
    'hold_ref' in event.body ? [event.body.hold_ref] : event.kind === 'hold-placed' ? [eventRefText(event.head)] : [],
  )
  const title_id = hold === undefined ? null : (findHold(desk.library, hold)?.title_id ?? null)
  return title_id === null ? '' : (desk.library.db.get(titleToHold, { title_id })?.title ?? '')
}

/** Whom it was done for: of a check-in, who had the item. Empty once that was forgotten, or where it was nobody's. */
export function patronsOfAct(desk: Desk, act: PastAct): readonly PatronId[] {
  const { journal } = desk.library
  const loan = loanNow(desk.library, act)
  const patrons = act.events.flatMap(({ head }) => journal.partyOf(eventRefText(head)) ?? [])
  const had = act.events.flatMap((event) => hadItem(desk.library, event))
  return loan ? [loan.patron_id, ...patrons, ...had] : [...patrons, ...had]
}

function hadItem(library: Library, event: DeskEvent): readonly PatronId[] {
  if (event.kind !== 'item-checked-in' || event.body.loan === null) return []
  const { item_barcode, loan } = event.body
  const patron_id = patronOfEnded(library, findItem(library, item_barcode)?.item_id ?? null, loan.loan_ref)
  return patron_id === null ? [] : [patron_id]
}

/** What came back goes by its title, and all else by the patron: the two together would tell who had what. */
const BY_TITLE: ReadonlySet<PastAct['name']> = new Set(['check-in', 'check-in-out'])

/** "D. M. …3455", or the title where that says which act it was; both empty once its patron's record is gone. */
export function whoseAct(desk: Desk, act: PastAct): { readonly who: string; readonly title: string } {
  const [patron_id] = BY_TITLE.has(act.name) ? [] : patronsOfAct(desk, act)
  // An act on an item is nobody's.
  if (patron_id === undefined) return { who: '', title: titleOfAct(desk, act) }
  return { who: whoseWords(desk, patron_id), title: '' }
}

/** The charges that it made or moved. */
function chargeRefs({ events }: PastAct): readonly string[] {
  const refs = events.flatMap((event) => {
    if (event.kind === 'charge-made') return [eventRefText(event.head)]
    if (event.kind !== 'charge-moved') return []
    const { charge_ref, pays_ref } = event.body
    return pays_ref === null ? [charge_ref] : [charge_ref, pays_ref]
  })
  return [...new Set(refs)]
}

type Balance = { readonly kind: ChargeKind; readonly owed: number; readonly refund: number }

/** What is owed and to be refunded now of everything that the act touched. A renewal's charges follow it. */
function balances(library: Library, act: PastAct): ReadonlyMap<string, Balance> {
  const own = chargeRefs(act)
  const together = act.name === 'renewal' ? chargeRefs({ ...act, events: library.journal.together(act.ref) }) : []
  return new Map(
    [...new Set([...own, ...together])].flatMap((ref) => {
      const charge = readCharge(library, ref)
      if (!charge) return []
      const { owed_cents: owed, refund_due_cents: refund, kind } = charge.row
      return [[ref, { kind: isChargeKind(kind) ? kind : 'other', owed, refund }] as const]
    }),
  )
}

/** How money and the loan are before the undo, to tell what it changed. */
export type Before = { readonly money: ReadonlyMap<string, Balance>; readonly loan: LoanRow | null }

export function beforeUndo({ library }: Desk, act: PastAct): Before {
  return { money: balances(library, act), loan: loanNow(library, act) }
}

function loanNow(library: Library, act: PastAct): LoanRow | null {
  const barcode = barcodeOf(act)
  const item = barcode === null ? null : findItem(library, barcode)
  return item && library.db.get(loanOfItem, { item_id: item.item_id })
}

function moneyWords(desk: Desk, act: PastAct, before: Before): readonly string[] {
  const { words, money } = speechOf(desk)
  const { undo } = words.outcomes
  const owed = new Map<ChargeKind, number>()
  let refund = 0
  for (const [ref, now] of balances(desk.library, act)) {
    const was = before.money.get(ref)
    if (!was) continue
    owed.set(now.kind, (owed.get(now.kind) ?? 0) + now.owed - was.owed)
    refund += now.refund - was.refund
  }
  const said = (amount: number): string => money(cents(Math.abs(amount)))
  return [
    ...[...owed].flatMap(([kind, change]) =>
      change === 0 ? [] : [change < 0 ? undo.removed(said(change), kind) : undo.owed_again(said(change), kind)],
    ),
    ...(refund === 0 ? [] : [refund > 0 ? undo.refund_again(said(refund)) : undo.refund_gone(said(refund))]),
  ]
}

/** The patron's name, if their account is open or was opened by this clerk before; else empty. */
function nameFor({ library, session }: Desk, patron_id: PatronId | null): string {
  if (patron_id === null) return ''
  const { is_view_reason_required } = library.policy().settings
  const isSeen = session.patron_id === patron_id || (!is_view_reason_required && session.last_patron_id === patron_id)
  const row = isSeen ? library.db.get(patronById, { patron_id }) : null
  return row ? personName(row) : ''
}

function stateWords(desk: Desk, act: PastAct, before: Before): readonly string[] {
  const speech = speechOf(desk)
  const { undo } = speech.words.outcomes
  const loan = loanNow(desk.library, act)
  switch (act.name) {
    case 'check-out':
      return [undo.not_out(nameFor(desk, before.loan?.patron_id ?? null))]
    case 'check-in':
    case 'check-in-out':
      return loan ? [undo.again_out(nameFor(desk, loan.patron_id))] : [undo.as_before(act.name)]
    case 'renewal':
    case 'recall':
    case 'due-date':
      return loan ? [undo.due_again(speech.moment(loan.due_at_ms))] : [undo.as_before(act.name)]
    default:
      return [undo.as_before(act.name)]
  }
}

/** "Undone: The Hobbit. It is checked out again to Dana Miller. $5.00 fine removed." */
export function undoneBand(desk: Desk, act: PastAct, before: Before): BandDraft {
  const { undo } = speechOf(desk).words.outcomes
  const title = titleOfAct(desk, act) || undo.act(act.name, '')
  // With an item named, the patron is told only where their account was seen anyway.
  const who = barcodeOf(act) === null ? whoseAct(desk, act).who : ''
  const whose = who === '' ? '' : undo.whose(who)
  return plainBand(
    'done',
    undo.heading(title),
    whose,
    ...stateWords(desk, act, before),
    ...moneyWords(desk, act, before),
  )
}
