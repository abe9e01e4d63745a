/**
 * A card that nobody has was scanned: with an account open it replaces theirs or is given beside it, and with none open
 * somebody is registered with it. Only an offer: the row holds nothing back, and Esc or the next scan leaves it.
 */
import { isRefusal, refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import { waitingFor } from '../../../shared/desk/approvals.ts'
import { choicesOf, type Pending } from '../../../shared/desk/pending.ts'
import { answered, withoutBand } from '../../../shared/desk/session/session.ts'
import { went } from '../../../shared/desk/session/session-pages.ts'
import { refusedWords } from '../../../shared/desk/words/words.ts'
import { newPatronAbout } from '../../../shared/patron/new-patron-about.ts'
import { ALL_CARDS, rangeOfCard } from '../../../shared/patron/card-numbers.ts'
import type { Command } from '../../library/command.ts'
import type { Library } from '../../library/library.ts'
import { cardsInUse } from '../../patrons/cards-in-use.ts'
import { cardNumberFor } from '../../patrons/card-choice.ts'
import { say } from '../acts.ts'
import { speechOf } from '../clerk-language.ts'
import type { Desk } from '../desk.ts'
import { replaceCard } from './card-acts.ts'

/** Whether it is a card of the library's own numbers that this desk may give. */
export function isNewCard(library: Library, barcode: string): boolean {
  const isOfRange = rangeOfCard(library.policy().source.card_ranges, barcode) !== null
  return isOfRange && !isRefusal(cardNumberFor(library, barcode))
}

export function offerNewCard(desk: Desk, barcode: string): void {
  const is_open = desk.session.mode === 'out' && desk.session.patron_id !== null
  const pending: Pending = { ask: 'new-card', barcode, is_open }
  const speech = speechOf(desk)
  const { scanned } = speech.words.pages.patrons
  const choices = choicesOf(speech.words.outcomes, pending)
  const refusals = [refuse('card-unassigned', { barcode })]
  const said = { at: desk.library.clock.now(), item: null, scanned: barcode, refusals, choices, pending }
  say(desk, refusedWords(speech, { ...said, how: is_open ? scanned.open : scanned.free }))
}

/** A digit each, and one for all of them. */
const CARDS_ASKED_MAX = 8

const REASONS = { '1': 'lost', '2': 'worn', '3': 'extra' } as const

export function takeNewCardOffer(
  desk: Desk,
  command: Command,
  row_id: string,
  { barcode, is_open }: Extract<Pending, { ask: 'new-card' }>,
  key: string,
): Refusal | null {
  const { scanned } = speechOf(desk).words.pages.patrons
  const { patron_id } = desk.session
  if (!is_open || key === '4') {
    const gone = withoutBand(answered(desk.session, row_id, scanned.taken))
    const family_of = is_open ? patron_id : null
    desk.session = went(gone, { place: 'patron-new', about: newPatronAbout({ family_of, barcode }) })
    return null
  }
  const reason = key === '1' || key === '2' || key === '3' ? REASONS[key] : null
  if (reason === null) return refuse('choice-unknown')
  const inUse = patron_id === null ? [] : cardsInUse(desk.library, patron_id)
  if (reason !== 'extra' && inUse.length > 1) {
    const cards = inUse.slice(0, CARDS_ASKED_MAX)
    const pending: Pending = { ask: 'which-card', barcode, reason, cards }
    desk.session = waitingFor(desk.session, speechOf(desk).words.outcomes, row_id, pending, scanned.which(reason))
    return null
  }
  return replaceFromRow(desk, command, row_id, { reason, which: '', barcode })
}

/** Which of the cards in use is lost or worn: the others stay. */
export function takeWhichCard(
  desk: Desk,
  command: Command,
  row_id: string,
  { barcode, reason, cards }: Extract<Pending, { ask: 'which-card' }>,
  key: string,
): Refusal | null {
  const which = cards[Number(key) - 1] ?? ALL_CARDS
  return replaceFromRow(desk, command, row_id, { reason, which, barcode })
}

/** The offer is answered, also where another row now asks a second person. */
function replaceFromRow(
  desk: Desk,
  command: Command,
  row_id: string,
  input: Parameters<typeof replaceCard>[2],
): Refusal | null {
  const refused = replaceCard(desk, command, input)
  if (refused) return refused
  const { outcomes, pages } = speechOf(desk).words
  const { patron_id } = desk.session
  const isGiven = patron_id !== null && cardsInUse(desk.library, patron_id).includes(input.barcode)
  desk.session = answered(desk.session, row_id, isGiven ? pages.patrons.scanned.given : outcomes.answer.waits)
  return null
}
