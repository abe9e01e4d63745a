/**
 * Cards to look after, as lists: which there are and how long each is, then one of them, a page at a time. Each row
 * opens the account, where what is due is in sight. Where the library asks why an account is opened, a row says the
 * name, the end of the card and the day of its list. Must never show a list to a role without its grant.
 */
import type { PageRow, PageView } from '../../../../shared/desk/page.ts'
import { localDate } from '../../../../shared/kernel/time.ts'
import {
  CARD_LISTS,
  CARD_REPORT,
  DUPLICATES,
  cardListAbout,
  LISTED_EACH,
  LISTED_MAX,
  readCardListAbout,
  type CardList,
} from '../../../../shared/patron/lists/card-lists.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import { cardListCount, cardListPage, type CardListPage } from '../../../patrons/card-lists.ts'
import { actorOf, type Desk } from '../../desk.ts'
import { here } from '../../../library/here.ts'
import { reportNow } from '../../reports/now.ts'
import { speechOf } from '../../clerk-language.ts'
import { isListCurbed, listedPerson } from '../../patrons/list-looks.ts'
import { duplicatesPage } from './duplicates.ts'
import { cardReportPage } from './card-report.ts'
import { act, callOf, cell, figure, figures, goTo, page, row, table } from '../make.ts'

const PLACE = 'card-lists'

/** @param about which list, and which page of it: see card-lists.ts of shared/patron/lists */
export function cardListsPage(desk: Desk, about: string): PageView {
  if (about === CARD_REPORT) return cardReportPage(desk, about)
  if (about === DUPLICATES) return duplicatesPage(desk, about)
  const { list, page_number } = readCardListAbout(about)
  return list === null ? allLists(desk) : oneList(desk, list, page_number)
}

function allLists(desk: Desk): PageView {
  const { card_lists: words } = speechOf(desk).words.pages
  return page(desk.library, {
    ref: { place: PLACE, about: '' },
    heading: words.heading,
    lead: words.lead,
    sections: [
      table({
        section_id: 'lists',
        heading: '',
        columns: [words.columns.list, figures(words.columns.count)],
        rows: [
          ...CARD_LISTS.map((list) => {
            const count = cardListCount(desk.library, list)
            return row({
              row_id: list,
              cells: [
                cell(words.lists[list].name, count === 0 ? 'quiet' : 'plain'),
                figure(count > LISTED_MAX ? words.more(LISTED_MAX) : count, count === 0 ? 'quiet' : 'plain'),
              ],
              enter: goTo({ place: PLACE, about: list }, words.open),
            })
          }),
          duplicatesRow(desk),
        ],
        empty: '',
      }),
    ],
    acts: [goTo({ place: PLACE, about: CARD_REPORT }, words.report.open, 'S')],
  })
}

/** How many there are is known once they were looked for. */
function duplicatesRow(desk: Desk): PageRow {
  const { card_lists: words } = speechOf(desk).words.pages
  const found = reportNow(desk.library, actorOf(desk), 'duplicates')?.result
  return row({
    row_id: DUPLICATES,
    cells: [cell(words.duplicates.name), figure(found ? found.pairs_count : '', 'plain')],
    enter: goTo({ place: PLACE, about: DUPLICATES }, words.open),
  })
}

function oneList(desk: Desk, list: CardList, page_number: number): PageView {
  const speech = speechOf(desk)
  const { card_lists: words } = speech.words.pages
  const { name, day, lead } = words.lists[list]
  const { library } = desk
  const found = cardListPage(library, list, page_number)
  const turned = (to: number) => ({ place: PLACE, about: cardListAbout({ list, page_number: to }) }) as const
  const isLong = page_number * LISTED_EACH >= LISTED_MAX && cardListCount(library, list) > LISTED_MAX
  const { columns } = words
  return page(library, {
    ref: turned(page_number),
    heading: name,
    lead: [
      lead,
      page_number > 1 || found.has_next ? words.page(page_number) : '',
      isLong ? words.only_first(LISTED_MAX) : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
    sections: [
      table({
        section_id: 'cards',
        heading: '',
        columns: isListCurbed(library)
          ? [columns.name, figures(columns.card), day]
          : [columns.name, figures(columns.card), columns.category, day],
        rows: found.rows.flatMap((one) => listedRow(desk, speech, list, one)),
        empty: words.none,
      }),
    ],
    acts: [goTo({ place: PLACE, about: '' }, words.all, 'A')],
    turns: {
      before: page_number > 1 ? turned(page_number - 1) : null,
      next: found.has_next ? turned(page_number + 1) : null,
    },
  })
}

function listedRow(
  { library }: Desk,
  { words, date, dateYear, dateLong }: Speech,
  list: CardList,
  { patron_id, on_date }: CardListPage['rows'][number],
): readonly PageRow[] {
  const person = listedPerson(library, patron_id)
  if (!person) return []
  const said = words.pages.card_lists
  const on = on_date === null ? null : localDate(on_date)
  // Around New Year a day without its year could be taken for one of either.
  const isThisYear = on?.slice(0, 4) === here(library).today.slice(0, 4)
  const dateHere = isThisYear ? date : dateYear
  const day = on === null ? said.never : list === 'of-age' ? dateLong(on) : dateHere(on)
  const isCurbed = isListCurbed(library)
  return [
    row({
      row_id: `${list} ${patron_id}`,
      cells: [
        cell(person.name),
        figure(person.card, 'quiet'),
        ...(isCurbed ? [] : [cell(person.row.category_name, 'quiet')]),
        // A birth date is no more than a list of people says where the library asks why.
        cell(isCurbed && list === 'of-age' ? '' : day),
      ],
      enter: act({ label: said.open_account, call: callOf('desk.open-patron', { patron_id }) }),
    }),
  ]
}
