/**
 * Compares an item of the folder with what this desk made of it: place, status, and edits. The desk's value stays until
 * the data says something new. Never gives way silently.
 */
import { heldValue, itemTexts, type ItemTexts } from '../../../shared/import/changed-here.ts'
import { itemStands } from '../../store/import/import-material-rows.ts'
import type { WriteContext } from '../write-context.ts'

export type HeldItem = { readonly status: string; readonly at_branch_code: string; readonly texts: ItemTexts }

/** Column names of the file that differ from ours. */
const COLUMNS: Partial<Readonly<Record<keyof ItemTexts, string>>> = {
  home_branch: 'home_branch_code',
  price_cents: 'price',
}

/** The item as it goes in; the report is told of every value that is other than the file's, or than the desk's. */
export function heldItem(context: WriteContext, barcode: string, says: HeldItem, line: number): HeldItem {
  const changed = context.changes.item(barcode)
  const stands = changed && context.connection.get(itemStands, { barcode })
  if (!changed || !stands) return says
  const status = heldValue(changed.status, stands.status, says.status)
  const at_branch_code = heldValue(changed.at_branch, stands.at_branch_code, says.at_branch_code)
  const keep = (column: string, value: string): void =>
    context.note(line, { column, value, reason: { code: 'changed-here' } })
  if (status !== says.status) keep('status', says.status)
  if (at_branch_code !== says.at_branch_code) keep('at_branch_code', says.at_branch_code)
  const { lender_name, ...record } = stands
  const ours = itemTexts({ ...record, lender_name: lender_name ?? '' })
  const texts: Record<keyof ItemTexts, string> = { ...says.texts }
  for (const name of Object.keys(changed.fields) as (keyof ItemTexts)[]) {
    const one = changed.fields[name] ?? null
    const said = says.texts[name]
    texts[name] = heldValue(one, ours[name], said)
    const column = COLUMNS[name] ?? name
    if (texts[name] !== said) keep(column, said)
    else if (one?.now === ours[name] && ours[name] !== said) {
      const value = { kind: 'both', here: ours[name], data: said } as const
      context.note(line, { column, value, reason: { code: 'newer-in-data' } })
    }
  }
  return { status, at_branch_code, texts }
}
