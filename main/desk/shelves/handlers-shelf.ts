/** The methods of the two shelf tools. Those that record nothing are idempotent. */
import { refuse } from '../../../shared/refusals/refusals.ts'
import { withBand } from '../../../shared/desk/session/session.ts'
import { NO_CART, NO_SHELF, withCheckIn } from '../../../shared/desk/shelf-tools.ts'
import { silentBand } from '../../../shared/desk/words/words.ts'
import type { SHELF_METHODS } from '../../../shared/ipc/methods-shelf.ts'
import type { Handlers } from '../../ipc/router.ts'
import { takeBackHere } from '../acts.ts'
import type { Desk } from '../desk.ts'
import { commandOf } from '../../library/command.ts'
import { once, snapshotAnswer } from '../handlers-desk.ts'
import { findItem } from '../../library/here.ts'
import { shelveOne, takeOffCart } from './sort-cart.ts'
import { keepTools } from './tool-items.ts'
import { keepProfile } from '../../circulation/shelves/order.ts'
import { speechOf } from '../clerk-language.ts'
import { noteAllSeen, noted, readNow, takeOffShelf } from './shelf-reading.ts'

export type ShelfMethod = keyof typeof SHELF_METHODS

export function shelfHandlers(desk: Desk): Pick<Handlers, ShelfMethod> {
  const done = (work: () => void): ReturnType<typeof snapshotAnswer> => {
    work()
    return snapshotAnswer(desk)
  }
  const wordsNow = () => speechOf(desk).words.pages.shelves
  const said = (heading: string, sentence: string): void => {
    desk.session = withBand(desk.session, silentBand(heading, sentence))
  }
  return {
    'cart.shelved': ({ item_barcode }) => done(() => shelveOne(desk, item_barcode)),
    'cart.take-off': ({ item_barcode }) => done(() => takeOffCart(desk, item_barcode)),
    'cart.clear': () =>
      done(() => {
        keepTools(desk, { cart: NO_CART })
        const { cleared, cleared_next } = wordsNow().cart
        said(cleared, cleared_next)
      }),
    'shelf.take-off': ({ item_barcode }) => done(() => takeOffShelf(desk, item_barcode)),
    'shelf.clear': () =>
      done(() => {
        keepTools(desk, { shelf: NO_SHELF })
        const { cleared, cleared_next } = wordsNow().shelf
        said(cleared, cleared_next)
      }),
    'shelf.about': ({ location, profile }) =>
      done(() => {
        const { shelf } = desk.session.shelf_tools
        keepTools(desk, { shelf: { ...shelf, location: location === '' ? null : location } })
        const read = readNow(desk).location
        if (read !== null) keepProfile(desk.library, read, profile === '' ? null : profile)
        said(read || wordsNow().shelf.this_shelf, wordsNow().shelf.about_kept)
      }),
    'shelf.note-seen': (input) =>
      once(
        desk,
        'shelf.note-seen',
        input,
        (command) => noteAllSeen(desk, command),
        () => noted(desk, commandOf('shelf.note-seen', input)),
      ),
    'shelf.check-in': (input) =>
      once(desk, 'shelf.check-in', input, (command) => {
        const item = findItem(desk.library, input.item_barcode)
        if (!item) return refuse('item-unknown', { barcode: input.item_barcode, as_of: desk.library.clock.now() })
        takeBackHere(desk, command, item)
        const place = desk.session.page?.place
        if (place === 'cart' || place === 'shelf') {
          keepTools(desk, withCheckIn(desk.session.shelf_tools, place, command.command_id))
        }
        return null
      }),
  }
}
