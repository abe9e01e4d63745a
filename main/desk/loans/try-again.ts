/**
 * Offers to try a refused item again once nothing about the patron is in its way any more: the card was renewed or
 * replaced, the address checked, the debt paid, the block removed. Records nothing, and lends nothing by itself.
 */
import { choicesOf, type LoanWish, type Pending } from '../../../shared/desk/pending.ts'
import {
  answered,
  leftRow,
  setRow,
  withBand,
  type Session,
  type SessionRow,
} from '../../../shared/desk/session/session.ts'
import { plainBand, sentences } from '../../../shared/desk/words/words.ts'
import { isPatronLevel } from '../../../shared/refusals/overrides.ts'
import { patronEligibility, sortRefusals } from '../../../shared/circulation/decision.ts'
import { patronFacts, readAccount } from '../../circulation/accounts/account.ts'
import { here } from '../../library/here.ts'
import { speechOf } from '../clerk-language.ts'
import type { Desk } from '../desk.ts'

/** What the row asked for; null when it is not an item that was refused because of the patron. */
function wishOf({ refused, pending, row }: SessionRow): LoanWish | null {
  if (refused === null || row.is_undone || !refused.codes.some(isPatronLevel)) return null
  if (pending !== null) return 'wish' in pending && pending.wish.act !== 'call' ? pending.wish : null
  if (refused.act !== 'lend' && refused.act !== 'renew') return null
  // Whether the item of a renewal was shown is not kept with the row.
  return { act: refused.act, item_barcode: row.barcode, overrides: [], is_unseen: refused.act === 'renew' }
}

/** Rows of an item that was scanned again since are over. */
function newestOfEach(rows: readonly SessionRow[]): readonly SessionRow[] {
  const seen = new Set<string>()
  return rows.filter(({ row: { barcode } }) => {
    const isNewest = !seen.has(barcode)
    seen.add(barcode)
    return isNewest
  })
}

/** The offers as they are now: those that the last command made possible, and none that it took back. */
export function offerAgain(desk: Desk): void {
  const { patron_id, card_status, rows } = desk.session
  const refused = rows.filter((one) => wishOf(one) !== null)
  if (patron_id === null || refused.length === 0) return
  const { now, today } = here(desk.library)
  const account = readAccount(desk.library, patron_id, today, card_status)
  if (account === null) return
  // What was overridden is still in the way: the rows that it answers were carried out with it.
  const isClear = sortRefusals(patronEligibility(patronFacts(account, now), today), []).refusals.length === 0
  const newest = new Set(isClear ? newestOfEach(rows) : [])
  const over = refused.filter((one) => one.pending?.ask === 'try-again' && !newest.has(one))
  const free = refused.filter((one) => one.pending?.ask !== 'try-again' && newest.has(one))
  desk.session = over.reduce((session, one) => takenBack(desk, session, one), desk.session)
  desk.session = free.reduce((session, one) => offered(desk, session, one), desk.session)
  const [first] = free
  if (first) desk.session = toldOf(desk, desk.session, first.row.title)
}

/** Beside what was just done, or in place of a band that says what is in the way. */
function toldOf(desk: Desk, session: Session, title: string): Session {
  const how = speechOf(desk).words.outcomes.answer.how.again
  const { band } = session
  if (band?.outcome !== 'done') return withBand(session, { ...plainBand('decide', title, how), weight: 'quiet' })
  const sentence = sentences(band.sentence, how)
  return { ...session, band: { ...band, sentence, spoken: sentences(band.spoken, how) } }
}

/** The offer is declined, and not made again. */
export function leftAgain(desk: Desk, row_id: string): Session {
  const { how, left } = speechOf(desk).words.outcomes.answer
  const session = answered(desk.session, row_id, left)
  const { band, rows } = session
  if (band === null || rows.some(({ pending }) => pending?.ask === 'try-again')) return session
  // The band says only what a key still does.
  const said = (text: string): string => text.replace(sentences(how.again), '').trim()
  return { ...session, band: { ...band, sentence: said(band.sentence), spoken: said(band.spoken) } }
}

function offered(desk: Desk, session: Session, one: SessionRow): Session {
  const wish = wishOf(one)
  if (wish === null) return session
  const { outcomes } = speechOf(desk).words
  const pending: Pending = { ask: 'try-again', wish }
  const choices = [...choicesOf(outcomes, pending)]
  const { again_free: happened } = outcomes.answer
  return setRow(session, one.row.row_id, (row) => ({
    ...row,
    pending,
    row: { ...row.row, choices, approval: null, happened, notes: [], outcome: 'decide' },
  }))
}

/** The patron is stopped again, or the item was scanned once more: the row is what it was before the offer. */
function takenBack(desk: Desk, session: Session, { row, refused }: SessionRow): Session {
  const [code] = refused?.codes ?? []
  const left = leftRow(session, row.row_id, code === undefined ? row.happened : speechOf(desk).short(code))
  return setRow(left, row.row_id, (one) => ({ ...one, row: { ...one.row, outcome: 'stop' } }))
}
