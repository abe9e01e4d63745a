/**
 * Changes the record of an item: type, home, call number, location, price, note. Never changes its loan or where it is.
 */
import { cents } from '../../../shared/kernel/money.ts'
import type { Speech } from '../../../shared/words/speech.ts'
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import type { ItemFields } from '../../../shared/journal/events/items.ts'
import { itemTypeByCode } from '../../store/circulation/made-rows.ts'
import { askApproval } from '../approvals/asking.ts'
import { Gathering } from '../../circulation/charges/gathering.ts'
import { recordAndSay } from '../patrons/record-and-say.ts'
import type { Desk } from '../desk.ts'
import type { Command } from '../../library/command.ts'
import { may } from '../../library/grants.ts'
import { findItem } from '../../library/here.ts'
import { fieldsOf, lenderFields } from '../../circulation/items/item-fields.ts'
import type { Library } from '../../library/library.ts'
import { actorOf } from '../desk.ts'
import { speechOf } from '../clerk-language.ts'

export function editItem(desk: Desk, command: Command, input: Input<'item.edit'>): Refusal | null {
  const { commandId: _, item_barcode, ...fields } = input
  const item = findItem(desk.library, item_barcode)
  if (!item) return refuse('item-unknown', { barcode: item_barcode, as_of: desk.library.clock.now() })
  const fault = faultOf(desk.library, fields)
  if (fault) return fault
  const before = fieldsOf(item)
  const { lender_name = before.lender_name, lender_due_on = before.lender_due_on, ...own } = fields
  const place = { call_number: own.call_number.trim(), location: own.location.trim() }
  const after: ItemFields = { ...own, ...place, ...lenderFields(lender_name, lender_due_on) }
  const words = speechOf(desk).words.outcomes.item
  const names = Object.keys(words.fields) as readonly (keyof ItemFields)[]
  const changed = names.filter((name) => before[name] !== after[name])
  if (changed.length === 0) return refuse('item-unchanged')
  if (!may(desk.library, actorOf(desk), 'edit-item')) {
    const call = { method: 'item.edit', input: { item_barcode, ...fields }, grant: 'edit-item', reach: 0 } as const
    askApproval(desk, call, wishOf(speechOf(desk), item.title, { names: changed, before, after }))
    return null
  }
  const to = new Gathering()
  to.add({ kind: 'item-edited', body: { item_barcode, before, after } })
  const fact = changed.map((name) => words.fields[name]).join(', ')
  recordAndSay(desk, command, to, { title: item.title, item, happened: words.changed, fact, sentences: [] })
  return null
}

type Changes = {
  readonly names: readonly (keyof ItemFields)[]
  readonly before: ItemFields
  readonly after: ItemFields
}

/** Every field that would change, with both values: "Change price from $20.00 to $1.00: Educated". */
function wishOf({ words, money }: Speech, title: string, { names, before, after }: Changes): string {
  const { item, wish } = words.outcomes
  const said = (name: keyof ItemFields, value: ItemFields[keyof ItemFields]): string => {
    if (value === null || value === '') return wish.none
    return name === 'price_cents' ? money(cents(Number(value))) : String(value)
  }
  const changes = names.map((name) => wish.field(item.fields[name], said(name, before[name]), said(name, after[name])))
  return wish.edit(title, changes.join(', '))
}

/** Codes that the library does not have. */
export function faultOf(library: Library, fields: Pick<ItemFields, 'item_type_code' | 'home_branch'>): Refusal | null {
  const { item_type_code, home_branch } = fields
  if (!library.db.get(itemTypeByCode, { item_type_code })) {
    return refuse('item-type-unknown', { item_type: item_type_code })
  }
  return library.branch(home_branch) ? null : refuse('branch-unknown', { branch: home_branch })
}
