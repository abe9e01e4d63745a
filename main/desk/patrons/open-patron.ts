/**
 * The open account disappeared from the library's data: merged or deleted elsewhere. Said once, and the desk is free
 * for the next patron. Must never lend to an account that does not exist.
 */
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import { cleared, withBand, withRow } from '../../../shared/desk/session/session.ts'
import { refusedWords } from '../../../shared/desk/words/words.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import type { Library } from '../../library/library.ts'
import { becameOf } from '../../store/patrons/merge-rows.ts'
import { patronById, type PatronRow } from '../../store/patrons/patron-rows.ts'
import { readAccount, type Account } from '../../circulation/accounts/account.ts'
import type { Desk } from '../desk.ts'
import { here } from '../../library/here.ts'
import { speechOf } from '../clerk-language.ts'

/** The record that this one became, where two were made one: a former one answers. */
export function keptRecord({ db }: Library, patron_id: PatronId): PatronId {
  return db.get(becameOf, { patron_id })?.patron_id ?? patron_id
}

/** The open patron, if the library's data still has them: everything that acts on the open account asks here. */
export function openPatron(desk: Desk): PatronRow | Refusal {
  const { patron_id } = desk.session
  if (patron_id === null) return refuse('nobody-open')
  return desk.library.db.get(patronById, { patron_id }) ?? refuse('patron-gone')
}

/**
 * @param scanned what was scanned for them; empty when nothing was
 * @returns null when the account is gone, which was said
 */
export function accountOrGone(desk: Desk, scanned = ''): Account | null {
  const { patron_id, card_status } = desk.session
  const account =
    patron_id === null ? null : readAccount(desk.library, patron_id, here(desk.library).today, card_status)
  if (account) return account
  const refusals = [refuse(patron_id === null ? 'nobody-open' : 'patron-gone')]
  const said = { at: desk.library.clock.now(), item: null, scanned, refusals, choices: [], pending: null }
  const { band, row } = refusedWords(speechOf(desk), said)
  // There is no last patron either: F8 would open nothing.
  desk.session = withBand(withRow({ ...cleared(desk.session), last_patron_id: null }, row), band)
  return null
}
