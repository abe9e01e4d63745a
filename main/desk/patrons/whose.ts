/**
 * Says which patron it is where the account is not open: by initials and the end of the card, which is enough to
 * compare with the person at the desk.
 */
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { personName } from '../../search/search-patrons.ts'
import { patronById } from '../../store/patrons/patron-rows.ts'
import { cardsOfPatron } from '../../store/privacy/page-rows.ts'
import type { Desk } from '../desk.ts'

const CARD_TAIL = 4

/** "Dana Miller" where the account is open, else "D. M. …3455"; empty: nobody has this record any more. */
export function whoseWords({ library, session }: Desk, patron_id: PatronId): string {
  const person = library.db.get(patronById, { patron_id })
  if (!person) return ''
  const name = personName(person)
  if (patron_id === session.patron_id) return name
  const initials = name.split(' ').map((part) => `${part.charAt(0)}.`)
  const [card] = library.db.all(cardsOfPatron, { patron_id })
  return [...initials, ...(card ? [`…${card.barcode.slice(-CARD_TAIL)}`] : [])].join(' ')
}
