/**
 * Offers at check-out to renew a card that soon ends: in the row of the loan that its end cuts back, or else of the
 * first loan. Once in a patron's session, and only where one key is enough. Records nothing.
 */
import { toldOnce } from '../../../shared/desk/approvals.ts'
import { choicesOf, type Pending } from '../../../shared/desk/pending.ts'
import { answered, setRow, type Session, type SessionRow } from '../../../shared/desk/session/session.ts'
import { sentences, type Said } from '../../../shared/desk/words/words.ts'
import type { DueStep } from '../../../shared/journal/events/due-steps.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import type { Cents } from '../../../shared/kernel/money.ts'
import { localDate, type LocalDate } from '../../../shared/kernel/time.ts'
import { isRenewalDue } from '../../../shared/patron/cards.ts'
import { isRefusal } from '../../../shared/refusals/refusals.ts'
import { here } from '../../library/here.ts'
import type { Library } from '../../library/library.ts'
import { isMailBackOf } from '../../patrons/check-record.ts'
import { cardOver } from '../../patrons/register.ts'
import { NOTHING_ASKED, renewalPlan } from '../../patrons/renew-card.ts'
import { patronById } from '../../store/patrons/patron-rows.ts'
import { speechOf } from '../clerk-language.ts'
import type { Desk } from '../desk.ts'

/** The end of the card, once told in a patron's session, is not told with the next loan. */
const TOLD = 'patron-expired'

const OFFER: Pending = { ask: 'renew-card' }

type Gain = { readonly was_on: LocalDate; readonly expires_on: LocalDate | null; readonly fee_cents: Cents }

/** What one key would give; null: more has to be typed, or the card would end no later. */
function gainOf(library: Library, patron_id: PatronId): Gain | null {
  const plan = renewalPlan(library, patron_id, NOTHING_ASKED)
  if (isRefusal(plan) || plan.is_capped_at_home_card || 'asks' in plan.fee) return null
  const { was_on, expires_on } = plan
  if (isMailBackOf(library, patron_id)) return null
  if (was_on === null || (expires_on !== null && expires_on <= was_on) || cardOver(library, expires_on)) return null
  return { was_on, expires_on, fee_cents: plan.fee.fee_cents }
}

/** The row of a loan of the open patron, made or renewed just now, with the offer where there is one. */
export function withRenewalOffer(desk: Desk, said: Said, steps: readonly DueStep[]): Said {
  const { library, session } = desk
  const { patron_id } = session
  if (patron_id === null || session.told_codes.includes(TOLD)) return said
  const ends = library.db.get(patronById, { patron_id })?.expires_on ?? null
  const isDue = isRenewalDue(ends === null ? null : localDate(ends), here(library).today)
  if (!isDue && !steps.some(({ code }) => code === 'card-expires')) return said
  const gain = gainOf(library, patron_id)
  if (gain === null) return said
  desk.session = toldOnce(session, [TOLD]).session
  const { words, date, money } = speechOf(desk)
  const { ends: told, renewed_until, renewed_for_good, costs } = words.outcomes.patron.card
  const until = gain.expires_on === null ? renewed_for_good : renewed_until(date(gain.expires_on))
  const fee = gain.fee_cents === 0 ? '' : costs(money(gain.fee_cents))
  const note = sentences(told(date(gain.was_on)), until, fee)
  const { band, row } = said
  return {
    band: { ...band, sentence: sentences(band.sentence, words.outcomes.answer.how.renew_card) },
    row: { ...row, notes: [...(row.notes ?? []), note], pending: OFFER, choices: choicesOf(words.outcomes, OFFER) },
  }
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
