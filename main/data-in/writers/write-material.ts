/** Writers of titles, from CSV and MARC alike, and of items. */
import { titleKey } from '../../../shared/catalog/fold.ts'
import { titleWords } from '../../../shared/catalog/title-words.ts'
import { itemTexts } from '../../../shared/import/changed-here.ts'
import type { ItemRow, TitleRow } from '../../../shared/import/formats-material.ts'
import { parseCents } from '../../../shared/kernel/money.ts'
import { localDate } from '../../../shared/kernel/time.ts'
import * as rows from '../../store/import/import-material-rows.ts'
import { dropLender, putLender } from '../../store/circulation/lender-rows.ts'
import { heldItem } from './held-item.ts'
import { numberTaken } from './number-taken.ts'
import type { WriteContext, Writer } from '../write-context.ts'

/** What a MARC record says beyond the row: words in the title's own script, and characters that filing skips. */
export type TitleExtras = { readonly other_words: string; readonly skip_count: number }
const NO_EXTRAS: TitleExtras = { other_words: '', skip_count: 0 }

export function writeTitles(
  context: WriteContext,
): (row: TitleRow, line: number, extras?: TitleExtras) => ReturnType<Writer<TitleRow>> {
  return (row, line, extras = NO_EXTRAS) => {
    const again = context.again('title', row.title_id, 'title_id', line)
    if (again) return again
    const { title_id: external_id, isbn, ...rest } = row
    const known = context.connection.get(rows.titleByNumber, { external_id })
    const title_id = known?.title_id ?? context.numbers.of('title', external_id)
    context.connection.run(rows.putTitle, {
      ...rest,
      title_id,
      external_id,
      isbn: isbn.valid[0] ?? '',
      title_key: titleKey(row.title, row.language, extras.skip_count),
    })
    if (known) {
      context.connection.run(rows.dropIsbnsOf, { title_id })
      context.connection.run(rows.dropTitleWords, { title_id })
    }
    for (const one of isbn.valid) context.connection.run(rows.addIsbn, { isbn: one, title_id })
    const words = titleWords(`${row.title} ${row.author} ${extras.other_words}`)
    context.connection.run(rows.addTitleWords, { title_id, words })
    return null
  }
}

export function writeItems(context: WriteContext): Writer<ItemRow> {
  return (row, line) => {
    const at_branch_code = row.at_branch_code ?? row.home_branch_code
    const unknown =
      context.unknownItemType(row.item_type_code) ??
      context.unknownBranch(row.home_branch_code, 'home_branch_code') ??
      context.unknownBranch(at_branch_code, 'at_branch_code')
    if (unknown) return unknown
    const title = context.connection.get(rows.titleByNumber, { external_id: row.title_id })
    if (!title) return { column: 'title_id', value: row.title_id, reason: { code: 'no-title' } }
    const known = context.connection.get(rows.itemByBarcode, { barcode: row.barcode })
    // An item that is known already goes on.
    const reason = known ? null : numberTaken(context, row.barcode, 'item')
    if (reason) return { column: 'barcode', value: row.barcode, reason }
    const again = context.again('item', row.barcode, 'barcode', line)
    if (again) return again
    context.countBarcode(row.barcode)
    const { barcode, title_id: _, price: price_cents, home_branch_code: home_branch, ...record } = row
    const texts = itemTexts({ ...record, home_branch, price_cents })
    const held = heldItem(context, barcode, { status: row.status, at_branch_code, texts }, line)
    const { status, texts: now } = held
    const place = { status, at_branch_code: held.at_branch_code, home_branch_code: now.home_branch }
    const { item_type_code, call_number, location, note, lender_name } = now
    const written = { item_type_code, call_number, location, note, price_cents: parseCents(now.price_cents) }
    const item_id = known?.item_id ?? context.numbers.of('item', barcode)
    context.connection.run(rows.putItem, { item_id, barcode, title_id: title.title_id, ...place, ...written })
    const lender_due_on = now.lender_due_on === '' ? null : localDate(now.lender_due_on)
    if (lender_name === '') context.connection.run(dropLender, { barcode })
    else context.connection.run(putLender, { barcode, lender_name, lender_due_on })
    return null
  }
}
