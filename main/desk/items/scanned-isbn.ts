/**
 * A scanned ISBN: the publisher's number identifies a title, not an item. Shows the title, or offers several. Records
 * nothing, and never takes the number for an item's.
 */
import { choicesOf, type Pending } from '../../../shared/desk/pending.ts'
import { answered, withBand, withRow } from '../../../shared/desk/session/session.ts'
import { plainBand, quietBand } from '../../../shared/desk/words/words.ts'
import type { TitleId } from '../../../shared/kernel/ids.ts'
import { titleById, titlesByIsbn } from '../../store/circulation/item-rows.ts'
import type { Desk } from '../desk.ts'
import { goToPage } from '../places.ts'
import { speechOf } from '../clerk-language.ts'

/** One for each digit. */
const OFFERED_MAX = 9

export function showIsbn(desk: Desk, isbn: string): void {
  const titles = desk.library.db
    .all(titlesByIsbn, { isbn })
    .flatMap(({ title_id }) => desk.library.db.get(titleById, { title_id }) ?? [])
    .slice(0, OFFERED_MAX)
  const [only] = titles
  if (only && titles.length === 1) return showTitle(desk, only.title_id, only.title)
  const offered = titles.map(({ title_id, title }) => ({ title_id, title }))
  const pending: Pending = { ask: 'which-title', titles: offered }
  const speech = speechOf(desk)
  const { isbn: words } = speech.words.outcomes.item
  const row = {
    at: desk.library.clock.now(),
    outcome: 'decide' as const,
    title: isbn,
    barcode: isbn,
    happened: words.which,
  }
  const session = withRow(desk.session, { ...row, choices: choicesOf(speech.words.outcomes, pending), pending })
  desk.session = withBand(session, plainBand('decide', words.heading(titles.length), words.how))
}

/** One of several titles was picked. */
export function takeTitle(desk: Desk, row_id: string, { titles }: Offered, key: string): void {
  const picked = titles[Number(key) - 1]
  desk.session = answered(desk.session, row_id, speechOf(desk).words.outcomes.item.isbn.shown)
  if (picked) showTitle(desk, picked.title_id, picked.title)
}

type Offered = Extract<Pending, { ask: 'which-title' }>

function showTitle(desk: Desk, title_id: TitleId, title: string): void {
  goToPage(desk, { place: 'title', about: String(title_id) })
  const { shown_says, own } = speechOf(desk).words.outcomes.item.isbn
  desk.session = withBand(desk.session, quietBand(title, shown_says, own))
}
