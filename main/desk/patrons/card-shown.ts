/** The card that the open account goes by: the one that was scanned, as long as it is one of theirs. */
import type { PatronId } from '../../../shared/kernel/ids.ts'
import type { PatronFacts } from '../../../shared/policy/facts.ts'
import { cardsInUse } from '../../patrons/cards-in-use.ts'
import { cardByBarcode, currentCard } from '../../store/patrons/patron-rows.ts'
import type { Library } from '../../library/library.ts'
import type { Desk } from '../desk.ts'

export type CardShown = {
  readonly barcode: string
  readonly status: NonNullable<PatronFacts['card_status']>
  /** False where the number was typed: it says nothing of who has the card. */
  readonly is_seen: boolean
}

/** The card that opened the account of a session; null: none did. */
export function cardOf({ card_status: status, card_barcode: barcode, seen_card }: Desk['session']): CardShown | null {
  return status === null ? null : { barcode, status, is_seen: seen_card === barcode }
}

/** The card of this patron that has this number, which was typed; null: none of theirs has. */
export function typedCard({ db }: Library, barcode: string, patron_id: PatronId): CardShown | null {
  const card = barcode === '' ? null : db.get(cardByBarcode, { barcode })
  return card?.patron_id === patron_id ? { barcode, status: card.status as CardShown['status'], is_seen: false } : null
}

/** The number at the head of the open account: of the scanned card, or else of one in use. Empty: they have no card. */
export function cardAtHead({ library, session }: Desk, patron_id: PatronId): string {
  const { card_barcode } = session
  if (session.patron_id === patron_id && cardsInUse(library, patron_id).includes(card_barcode)) return card_barcode
  return library.db.get(currentCard, { patron_id })?.barcode ?? ''
}

/** The session has the status that its card has now, after an act on it. An account found by name goes by no card. */
export function readCardAgain(desk: Desk): void {
  const { patron_id, card_status, card_barcode: barcode } = desk.session
  if (patron_id === null || card_status === null) return
  const card = desk.library.db.get(cardByBarcode, { barcode })
  const known = card?.patron_id === patron_id ? (card.status as CardShown['status']) : null
  const other = cardsInUse(desk.library, patron_id).length > 0 ? 'current' : 'lost'
  desk.session = { ...desk.session, card_status: known ?? other }
}
