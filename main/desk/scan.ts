/**
 * Carries out a scan or a typed line: parses it, looks it up, asks the routing table, acts, and reports. Every scan
 * leaves an outcome on the screen; none is ever swallowed.
 */
import { readQuickSale } from '../../shared/cash/pay/quick-sale.ts'
import { readScan, type Scanned } from '../../shared/catalog/barcode.ts'
import { refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import { approvalRow } from '../../shared/desk/approvals.ts'
import { choicesOf } from '../../shared/desk/pending.ts'
import { isBadgeGuess, routeScan, type ScanMatch, type ScanAct, type ScanSituation } from '../../shared/desk/route.ts'
import type { OutcomeKind } from '../../shared/desk/screen.ts'
import { withBand, type SessionStaff } from '../../shared/desk/session/session.ts'
import { isWaitingFull, WAITING_MAX, withWaiting } from '../../shared/desk/session/waiting.ts'
import type { WaitingScan } from '../../shared/desk/session/waiting-scan.ts'
import type { ScanSource } from '../../shared/desk/wedge.ts'
import { undecidedCount } from '../../shared/desk/tally.ts'
import { quietBand, refusedWords } from '../../shared/desk/words/words.ts'
import { waitsBand } from '../../shared/desk/words/words-waiting.ts'
import type { PatronFacts } from '../../shared/policy/facts.ts'
import type { PatronId } from '../../shared/kernel/ids.ts'
import { loanOfItem, titlesByIsbn, type ItemRow } from '../store/circulation/item-rows.ts'
import { cardByBarcode } from '../store/patrons/patron-rows.ts'
import { findItem } from '../library/here.ts'
import { actorOf, type Desk } from './desk.ts'
import type { Command } from '../library/command.ts'
import { lendHere, openByCard, say, sayIdle, takeBackHere } from './acts.ts'
import { isNewCard, offerNewCard } from './patrons/new-card.ts'
import { approveByBadge } from './approvals/approve.ts'
import { showIsbn } from './items/scanned-isbn.ts'
import { offerHandOver, offerPickup } from './holds/hand-over.ts'
import { takenAsGone } from './items/gone-items.ts'
import { saidNotOurs } from './items/not-ours.ts'
import { isOfferable, offerReturn, sayUnknownItem, showItem } from './items/offer.ts'
import { addToBasket } from './money/pay/basket.ts'
import { openPayment, takenByPage } from './places.ts'
import { countUse, saidTwice, takeStock } from './loans/scan-modes.ts'
import { badgesPaused, countNoBadge } from './staff/pin-check.ts'
import { mayOwn } from '../library/grants.ts'
import { readSettings } from '../library/settings.ts'
import { askPin, forgetComingBadge, needsPin } from './staff/scanned-badge.ts'
import { signInByBadge } from './staff/staff.ts'
import { isStaffChanged, isBadgeLike, staffOfBadge } from '../library/staff-known.ts'
import { speechOf } from './clerk-language.ts'

type Card = { readonly patron_id: PatronId; readonly status: NonNullable<PatronFacts['card_status']> }

/** What a barcode is at this desk. */
export type Found = {
  readonly barcode: string
  readonly match: ScanMatch
  readonly badge: SessionStaff | null
  readonly card: Card | null
  readonly item: ItemRow | null
}

/** A scan as it came: its text, and how it was entered. */
type Entered = Pick<WaitingScan, 'text' | 'source'>
type Read = Scanned & Pick<Entered, 'source'>

/** @param isItsTurn it waited until the rows were answered: now it is acted on at the line, whatever page is open */
export function scan(desk: Desk, command: Command, { text, source }: Entered, isItsTurn = false): void {
  if (source === 'typed' && sold(desk, text)) return
  const { card_prefix, item_prefix } = readSettings(desk.library.db)
  const read = readScan(text, {
    source: source === 'typed' ? 'typed' : 'scan',
    prefixes: [card_prefix, item_prefix],
  })
  if (read.kind === 'too-long') {
    sayRefused(desk, text.slice(0, 40), [refuse('too-long', { length: read.length, max: 200 })])
  } else if (read.kind === 'empty') {
    sayRefused(desk, '', [refuse('barcode-empty')])
  } else {
    const reading = { ...read, source }
    const found = lookUp(desk, reading)
    if (isItsTurn)
      carryOut(desk, command, found, routeScan({ ...situationOf(desk, found, source), waiting_count: 0 }), reading)
    else act(desk, command, found, reading, { text, source })
  }
}

/** "12*c" is a sale: it is on the payment page then. */
function sold(desk: Desk, text: string): boolean {
  const { staff, lock } = desk.session
  const sale = readQuickSale(text)
  if (sale === null || staff === null || lock !== null) return false
  const added = { product_code: sale.letter, quantity_count: sale.quantity_count, price_cents: null }
  const isMeant = mayOwn(desk.library, actorOf(desk), 'take-money')
  const refused = isMeant ? addToBasket(desk, added, true) : refuse('not-permitted')
  // What has no price is asked for it on the page; nothing is wrong.
  const asked = refused?.code === 'price-needed' ? refused : null
  if (refused && !asked) sayRefused(desk, '', [refused])
  // The catalog is on the page, so that what was not found is chosen there.
  if (isMeant) openPayment(desk)
  if (asked) desk.session = withBand(desk.session, quietBand(speechOf(desk).refusal(asked).says))
  return true
}

function act(desk: Desk, command: Command, found: Found, reading: Read, entered: Entered): void {
  const { source } = entered
  const { badge, barcode, item, card } = found
  const now = situationOf(desk, found, source)
  // A page that takes what is scanned hides no guess.
  const isGuess = isBadgeGuess(now)
  if (isGuess) countNoBadge(desk)
  // While badges are not read, a number that is nobody's is answered alike: guesses are not counted then.
  const paused = isGuess || (badge && source === 'scan') ? badgesPaused(desk.library) : null
  if (paused) return sayRefused(desk, '', [paused])
  if (!badge) forgetComingBadge(desk)
  if (
    !badge &&
    desk.session.lock === null &&
    takenByPage(desk, command, { barcode, item, isCard: card !== null, isTyped: source === 'typed' })
  )
    return
  const act = routeScan(now)
  if (act === 'wait') letWait(desk, command, found, reading, entered)
  else carryOut(desk, command, found, act, reading)
}

/** Nothing is done about it until the rows before it are answered. */
function letWait(
  desk: Desk,
  { command_id }: Command,
  { barcode, match, item }: Found,
  reading: Scanned,
  entered: Entered,
): void {
  if (isWaitingFull(desk.session)) return sayRefused(desk, barcode, [refuse('waiting-full', { count: WAITING_MAX })])
  const what = waitsAs(match, reading)
  const title = what === 'item' ? (item?.title ?? '') : ''
  const scan = { waiting_id: command_id, ...entered, what, barcode, title } as const
  const session = withWaiting(desk.session, scan)
  const isHeld = undecidedCount(session) === 0
  desk.session = withBand(session, waitsBand(speechOf(desk).words, scan, session.waiting.length, isHeld))
}

/** A card that nobody here has is still a card: the items behind it are not for the patron before it. */
function waitsAs({ kind }: ScanMatch, { hint }: Scanned): WaitingScan['what'] {
  if (kind === 'none' && hint === 'patron') return 'card'
  if (kind === 'none' && hint === 'item') return 'item'
  return kind === 'card' || kind === 'item' ? kind : 'other'
}

function situationOf(desk: Desk, { badge, barcode, match }: Found, source: ScanSource): ScanSituation {
  const { session } = desk
  return {
    match,
    mode: session.mode,
    is_signed_in: session.staff !== null,
    is_locked: session.lock !== null,
    is_pin_asked: badge !== null && needsPin(desk, badge, 'sign-in'),
    is_approval_awaited: approvalRow(session) !== null,
    is_patron_open: session.patron_id !== null,
    is_return_asked: desk.library.policy().settings.is_idle_return_confirmed,
    undecided_count: undecidedCount(session),
    waiting_count: session.waiting.length,
    source,
    has_letters: /\p{L}/u.test(barcode),
    is_badge_like: match.kind === 'none' && isBadgeLike(desk.library, barcode),
  }
}

function carryOut(desk: Desk, command: Command, found: Found, act: ScanAct, reading: Read): void {
  const { badge, card, item, barcode } = found
  const is_typed = reading.source === 'typed'
  switch (act) {
    case 'sign-in':
      if (badge) signInByBadge(desk, command, badge)
      return
    case 'ask-pin':
      if (badge) askPin(desk, badge, 'sign-in')
      return
    case 'approve':
      if (badge) approveByBadge(desk, command, badge)
      return
    case 'locked':
      return sayRefused(desk, badge ? '' : barcode, [refuse('desk-locked')])
    case 'pin-first':
      return sayRefused(desk, '', [refuse('badge-typed')])
    case 'sign-in-first':
      return sayRefused(desk, '', [refuse('not-signed-in')])
    case 'decide-first':
      return sayDecideFirst(desk)
    case 'wait':
      throw new TypeError('a scan at its turn waits no longer')
    case 'open-patron':
    case 'same-patron':
    case 'switch-patron':
      if (card && !openByCard(desk, card.patron_id, { barcode, status: card.status, is_seen: !is_typed })) {
        sayRefused(desk, barcode, [refuse('patron-gone')])
      }
      return
    case 'check-out':
      if (item && !saidTwice(desk, item) && !offerPickup(desk, item)) lendHere(desk, command, item)
      return
    case 'ask-return':
      if (item) offerReturn(desk, item)
      return
    case 'check-in':
      if (item) takeBackHere(desk, command, item)
      return
    case 'use-here':
      if (item) countUse(desk, command, item)
      return
    case 'take-stock':
      if (item) takeStock(desk, command, item)
      return
    case 'show-item':
      if (item && !offerHandOver(desk, item)) showItem(desk, item)
      return
    case 'ask-which':
      return askWhich(desk, barcode, is_typed)
    case 'show-title':
      return showIsbn(desk, reading.isbn ?? '')
    case 'search':
      return sayNoBarcode(desk, barcode)
    case 'unknown':
      if (!takenAsGone(desk, command, reading)) sayUnknown(desk, reading)
      return
  }
}

function sayNoBarcode(desk: Desk, text: string): void {
  const { no_barcode, no_barcode_how } = speechOf(desk).words.outcomes.loan
  sayIdle(desk, no_barcode(text), no_barcode_how)
}

/** Tries each reading of the scan; the first that is known here is what was meant. */
export function lookUp(desk: Desk, reading: Pick<Scanned, 'barcode' | 'also' | 'isbn'>): Found {
  for (const barcode of [reading.barcode, ...reading.also]) {
    const found = lookUpOne(desk, barcode)
    if (found.match.kind !== 'none') return found
  }
  const none = { barcode: reading.barcode, badge: null, card: null, item: null }
  if (!reading.isbn) return { ...none, match: { kind: 'none' } }
  const items_count = desk.library.db.all(titlesByIsbn, { isbn: reading.isbn }).length
  return { ...none, match: { kind: 'isbn', items_count } }
}

function lookUpOne(desk: Desk, barcode: string): Found {
  const badge = staffOfBadge(desk.library, barcode)
  if (badge && !isStaffChanged(desk.library, badge.staff_code))
    return { barcode, badge, card: null, item: null, match: { kind: 'badge' } }
  const card = desk.library.db.get(cardByBarcode, { barcode }) as Card | null
  const item = findItem(desk.library, barcode)
  return { barcode, badge: null, card, item, match: matchOf(desk, card, item) }
}

function matchOf(desk: Desk, card: Card | null, item: ItemRow | null): ScanMatch {
  const open = desk.session.patron_id
  if (card && item) return { kind: 'both' }
  if (card) return { kind: 'card', is_open_patron: card.patron_id === open }
  if (!item) return { kind: 'none' }
  const loan = desk.library.db.get(loanOfItem, { item_id: item.item_id })
  return { kind: 'item', at: loan ? 'out' : 'in' }
}

function askWhich(desk: Desk, barcode: string, is_typed: boolean): void {
  const speech = speechOf(desk)
  const refusals = [refuse('barcode-is-both', { barcode })]
  const pending = { ask: 'card-or-item', barcode, is_typed } as const
  const choices = choicesOf(speech.words.outcomes, pending)
  const at = desk.library.clock.now()
  say(desk, refusedWords(speech, { at, item: null, scanned: barcode, refusals, choices, pending }))
}

function sayUnknown(desk: Desk, reading: Scanned): void {
  if (saidNotOurs(desk, reading)) return
  const as_of = desk.library.asOf
  const { barcode, hint, check_digit } = reading
  if (isNewCard(desk.library, barcode)) return offerNewCard(desk, barcode)
  if (reading.isbn) return sayRefused(desk, barcode, [refuse('isbn-unknown', { isbn: reading.isbn })], 'unknown')
  // Only a check-out begins with a card: what is scanned otherwise is an item.
  const isItem = hint === 'item' || (hint !== 'patron' && desk.session.mode !== 'out')
  const code = hint === 'patron' ? 'patron-unknown' : isItem ? 'item-unknown' : 'barcode-unknown'
  const misread = check_digit === 'bad' && hint !== 'none' ? [refuse('check-digit-bad')] : []
  const refusals = [refuse(code, { barcode, as_of }), ...misread]
  if (code !== 'patron-unknown' && isOfferable(desk)) sayUnknownItem(desk, barcode, refusals)
  // The kind is of material: it says to set it aside.
  else sayRefused(desk, barcode, refusals, code === 'patron-unknown' ? null : 'unknown')
}

/** A badge while rows wait: said in the band alone, since a row would show its number to the patron. */
function sayDecideFirst(desk: Desk): void {
  const refusals = [refuse('rows-undecided', { count: undecidedCount(desk.session) })]
  const said = { at: desk.library.clock.now(), item: null, scanned: '', refusals, choices: [], pending: null }
  desk.session = withBand(desk.session, refusedWords(speechOf(desk), said).band)
}

/** A refusal with nothing to answer: shown in the band, kept as a row. */
export function sayRefused(
  desk: Desk,
  scanned: string,
  refusals: readonly Refusal[],
  kind: OutcomeKind | null = null,
): void {
  const said = { at: desk.library.clock.now(), item: null, scanned, refusals, choices: [], pending: null }
  const { band, row } = refusedWords(speechOf(desk), said)
  say(desk, { band: { ...band, kind }, row: { ...row, kind } })
}
