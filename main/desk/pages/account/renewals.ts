/**
 * What became of "renew all": what was renewed and until when, and the reason for each that was not, in words that can
 * be read to a caller. Made from the rows of the session; gone with the patron.
 */
import type { PageView } from '../../../../shared/desk/page.ts'
import { type SessionRow } from '../../../../shared/desk/session/session.ts'
import { went } from '../../../../shared/desk/session/session-pages.ts'
import type { Words } from '../../../../shared/words/en/en.ts'
import type { Desk } from '../../desk.ts'
import { speechOf } from '../../clerk-language.ts'
import { cell, figure, goTo, page, row, table } from '../make.ts'

/** @param about first and last number of the rows: "5-12" */
export function renewalsPage(desk: Desk, about: string): PageView | null {
  const span = /^(\d{1,9})-(\d{1,9})$/.exec(about)
  if (!span || desk.session.patron_id === null) return null
  const [first, last] = [Number(span[1]), Number(span[2])]
  const rows = desk.session.rows.filter((one) => {
    const number = Number(one.row.row_id.slice(1))
    return number >= first && number <= last
  })
  if (rows.length === 0) return null
  const renewed = rows.filter((one) => one.row.outcome === 'done')
  const others = rows.filter((one) => one.row.outcome !== 'done')
  const words = speechOf(desk).words.pages.account
  const said = words.renewals
  const { title, barcode, due } = said.columns
  return page(desk.library, {
    ref: { place: 'renewals', about },
    heading: others.length === 0 ? said.all(renewed.length) : said.some(renewed.length, rows.length),
    lead: said.lead,
    sections: [
      ...(others.length === 0 ? [] : [notRenewed(words, others)]),
      table({
        section_id: 'renewed',
        heading: said.renewed,
        columns: [title, barcode, due],
        rows: renewed.map(({ row: done }) =>
          row({
            row_id: done.row_id,
            cells: [
              cell(done.title),
              figure(done.barcode, 'quiet'),
              cell(done.fact === '' ? done.happened : done.fact, 'good'),
            ],
          }),
        ),
        empty: said.empty,
      }),
    ],
  })
}

function notRenewed(words: Words['pages']['account'], rows: readonly SessionRow[]) {
  const { not_renewed, columns } = words.renewals
  return table({
    section_id: 'not-renewed',
    heading: not_renewed,
    columns: [columns.title, columns.barcode, columns.reason, columns.due],
    rows: rows.map(({ row: { row_id, title, barcode, happened, is_unchanged, fact, notes } }) =>
      row({
        row_id,
        cells: [
          cell(title),
          figure(barcode, 'quiet'),
          cell(happened, is_unchanged ? 'quiet' : 'warn'),
          cell(fact, is_unchanged ? 'quiet' : 'plain'),
        ],
        notes: [...notes],
        enter: goTo({ place: 'item', about: barcode }, words.item_details),
      }),
    ),
    empty: '',
  })
}

/** Shows the rows made since `before_count` as a page, when the account page had asked for it. */
export function showRenewals(desk: Desk, before_count: number): void {
  const { page: open, rows_made_count } = desk.session
  const isOnAccount = open?.place === 'account' || open?.place === 'renewals'
  if (!isOnAccount || rows_made_count === before_count) return
  desk.session = went(desk.session, { place: 'renewals', about: `${before_count + 1}-${rows_made_count}` })
}
