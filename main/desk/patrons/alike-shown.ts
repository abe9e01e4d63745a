/**
 * Who may be a patron already, beside the form of a new one: what tells them apart at a glance, what they owe, and
 * whether they may borrow. Must never say more than other lists of people where the library asks why an account is
 * opened.
 */
import type { AlikeShown } from '../../../shared/ipc/method.ts'
import { cents } from '../../../shared/kernel/money.ts'
import { localDate } from '../../../shared/kernel/time.ts'
import type { Identity } from '../../../shared/patron/alike/duplicates.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { blocksNow } from '../../circulation/accounts/account.ts'
import { here } from '../../library/here.ts'
import type { Library } from '../../library/library.ts'
import { patronsAlike, type AlikePatron } from '../../search/alike-patrons.ts'
import { personName } from '../../search/search-patrons.ts'
import { owedByPatron } from '../../store/money/charge-rows.ts'
import { currentCard, patronById, type PatronRow } from '../../store/patrons/patron-rows.ts'
import { homeAddress } from '../../store/patrons/person-rows.ts'
import { speechOf } from '../clerk-language.ts'
import { actorOf, type Desk } from '../desk.ts'
import { isListCurbed, listedPerson, noteList } from './list-looks.ts'

/** As many as fit beside a form, each with a digit of its own. */
export const ALIKE_SHOWN_MAX = 4

export function alikeShown(desk: Desk, typed: Identity): readonly AlikeShown[] {
  const { library } = desk
  const found = patronsAlike(library.db, typed, ALIKE_SHOWN_MAX)
  if (!isListCurbed(library)) return found.map((one) => shown(desk, one))
  if (found.length > 0) noteList(library, actorOf(desk), `alike ${typed.surname} ${typed.given}`)
  return found.map((one) => curbed(desk, one))
}

/** Where a reason is asked to open an account: what tells which one to open. What agrees, the clerk typed. */
function curbed(desk: Desk, { patron_id, alike }: AlikePatron): AlikeShown {
  const { library } = desk
  const { facts: said, stops: told, no_card } = speechOf(desk).words.outcomes.patron.alike
  const { row, name, card } = must(listedPerson(library, patron_id), 'a patron who was found')
  return {
    patron_id,
    name,
    facts: [card === '' ? no_card : card, alike.facts.map((fact) => said[fact]).join(', ')],
    warnings: isExpired(library, row) ? [told.expired] : [],
    is_certain: alike.sure === 'certain',
  }
}

function isExpired(library: Library, { expires_on }: PatronRow): boolean {
  return expires_on !== null && expires_on < here(library).today
}

function shown(desk: Desk, { patron_id, alike }: AlikePatron): AlikeShown {
  const { db } = desk.library
  const { words, money, dateLong } = speechOf(desk)
  const { alike: said } = words.outcomes.patron
  const row = must(db.get(patronById, { patron_id }), 'a patron who was found')
  const address = db.get(homeAddress, { patron_id })
  const branch = desk.library.branch(row.branch_code)?.name ?? row.branch_code
  const owed = cents(db.get(owedByPatron, { patron_id })?.owed_cents ?? 0)
  return {
    patron_id,
    name: personName(row),
    facts: [
      row.born_on === null ? said.born_unknown : said.born(dateLong(localDate(row.born_on))),
      address ? [address.street, address.city].filter((part) => part !== '').join(', ') : '',
      `${db.get(currentCard, { patron_id })?.barcode ?? said.no_card}, ${branch}`,
      alike.facts.map((fact) => said.facts[fact]).join(', '),
    ].filter((fact) => fact !== ''),
    warnings: [...(owed > 0 ? [said.owes(money(owed))] : []), ...stops(desk, row)],
    is_certain: alike.sure === 'certain',
  }
}

function stops(desk: Desk, row: PatronRow): readonly string[] {
  const { today } = here(desk.library)
  const { patron_id } = row
  const { stops: said } = speechOf(desk).words.outcomes.patron.alike
  const isBlocked = blocksNow(desk.library, patron_id, today).length > 0
  return [
    ...(row.is_barred === 1 ? [said.barred] : []),
    ...(row.is_active === 1 ? [] : [said.closed]),
    ...(isBlocked ? [said.blocked] : []),
    ...(isExpired(desk.library, row) ? [said.expired] : []),
  ]
}
