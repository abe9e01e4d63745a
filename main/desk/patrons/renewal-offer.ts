/**
 * Offers at check-out to renew a card that soon ends: in the row of the loan that its end cuts back, or else of the
 * first loan. Once in a patron's session, and only where one key is enough. Records nothing.
 */
import { toldOnce } from '../../../shared/desk/approvals.ts'
import { choicesOf, type Pending } from '../../../shared/desk/pending.ts'
import { answered, setRow, type Session, type SessionRow } from '../../../shared/desk/session/session.ts'
import { sentences, type Said } from '../../../shared/desk/words/words.ts'
import type { DueStep } from '../../../shared/journal/events/due-steps.ts'
import { localDate } from '../../../shared/kernel/time.ts'
import { isRenewalDue } from '../../../shared/patron/cards.ts'
import type { Refusal } from '../../../shared/refusals/refusals.ts'
import { here } from '../../library/here.ts'
import { oneKeyRenewal } from '../../patrons/one-key-renewal.ts'
import { patronById } from '../../store/patrons/patron-rows.ts'
import { speechOf } from '../clerk-language.ts'
import type { Desk } from '../desk.ts'
import { mayRenew } from './card-grants.ts'

/** The end of the card, once told in a patron's session, is not told with the next loan. */
const TOLD = 'patron-expired'

const OFFER: Pending = { ask: 'renew-card' }

/** The row of a loan of the open patron, made or renewed just now, with the offer where there is one. */
export function withRenewalOffer(desk: Desk, said: Said, steps: readonly DueStep[]): Said {
  const { library, session } = desk
  const { patron_id } = session
  if (patron_id === null || session.told_codes.includes(TOLD) || !mayRenew(desk)) return said
  const ends = library.db.get(patronById, { patron_id })?.expires_on ?? null
  const isDue = isRenewalDue(ends === null ? null : localDate(ends), here(library).today)
  if (!isDue && !steps.some(({ code }) => code === 'card-expires')) return said
  const gain = oneKeyRenewal(library, patron_id)
  if (gain === null) return said
  desk.session = toldOnce(session, [TOLD]).session
  const { words, date, dateYear, money } = speechOf(desk)
  const { ends: told, renewed_until, renewed_for_good, costs } = words.outcomes.patron.card
  const until = gain.expires_on === null ? renewed_for_good : renewed_until(dateYear(gain.expires_on))
  const fee = gain.fee_cents === 0 ? '' : costs(money(gain.fee_cents))
  const note = sentences(told(date(gain.was_on)), until, fee)
  const { band, row } = said
  return {
    band: { ...band, sentence: sentences(band.sentence, words.outcomes.answer.how.renew_card) },
    row: { ...row, notes: [...(row.notes ?? []), note], pending: OFFER, choices: choicesOf(words.outcomes, OFFER) },
  }
}

/**
 * What renewing the expired card first costs, for the row that it refused; undefined: one key is not enough, or not
 * this role's to press.
 */
export function renewalFee(desk: Desk, refusals: readonly Refusal[]): string | undefined {
  const { library, session } = desk
  if (session.patron_id === null || !mayRenew(desk) || !refusals.some(({ code }) => code === 'patron-expired'))
    return undefined
  const gain = oneKeyRenewal(library, session.patron_id)
  if (gain === null) return undefined
  return gain.fee_cents === 0 ? '' : speechOf(desk).money(gain.fee_cents)
}

/** The row is that of a loan alone again: when the card ends is not left on the screen. */
export function leftOffer(session: Session, { row }: SessionRow): Session {
  const left = answered(session, row.row_id, row.happened)
  return setRow(left, row.row_id, (one) => ({ ...one, row: { ...one.row, notes: one.row.notes.slice(0, -1) } }))
}

/** The card was renewed, wherever: no row offers it any more. */
export function withoutRenewalOffer(session: Session): Session {
  return session.rows.filter(({ pending }) => pending?.ask === 'renew-card').reduce(leftOffer, session)
}
