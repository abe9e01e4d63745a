/** Marks that a printer obeys or a reader cannot see: they get into no record, and out of none that has them. */
import { describe, expect, test } from 'vitest'
import { cleanInput } from '../../../shared/ipc/clean-input.ts'
import { hasUnfit } from '../../../shared/kernel/clean-text.ts'
import { METHODS, shapeOf, type Shape } from '../support/contract-values.ts'
import { elsewhere, workingDesk } from '../support/desk.ts'
import { CARDS, ITEMS } from '../support/small-library.ts'

const DIRTY = '\u202E\u0000\u001B\u2066A\uFEFF\u200Bb\u009B\uD83D'
const CLEAN = 'Ab \uFFFD'
const MARKS = '\u202E\u2066\u200B\uFEFF\u0000'

/** Fields that come as they were sent, each with its reason. */
const UNTOUCHED: Readonly<Record<string, string>> = {
  'desk.scan.text': 'a scan is read by barcode.ts, which knows what scanners add',
  host: 'a name of the network, which is looked up as it was typed',
  folder: 'a path',
  path: 'a path',
  prefix: 'as the scanner sends it',
  to_file: 'a path',
  'device.set-logo.file': 'a path',
  'card.import.file': 'a path',
  to_folder: 'a path',
  from_folder: 'a path',
  mapping_from: 'a path',
  recovery_key: 'read letter by letter',
  key_group: 'read letter by letter',
  other_key_group: 'read letter by letter',
  pin: 'right or wrong as typed',
  new_pin: 'right or wrong as typed',
  own_pin: 'right or wrong as typed',
  pin_again: 'right or wrong as typed',
  accept_findings: 'names that the desk gave',
  keep_rules: 'names that the desk gave',
  take_rules: 'names that the desk gave',
}

function takesText(shape: Shape): boolean {
  const some = shape.anyOf ?? shape.oneOf ?? []
  if (shape.enum !== undefined || shape.const !== undefined) return false
  if (shape.type === 'string') return true
  if (some.some(takesText) || (shape.items !== undefined && takesText(shape.items))) return true
  return typeof shape.additionalProperties === 'object' && takesText(shape.additionalProperties)
}

/** Every text in a value. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}

describe('at the door', () => {
  test('every text field of every method is cleaned, or named here with its reason', () => {
    let fields_count = 0
    for (const [method, spec] of METHODS) {
      for (const [name, shape] of Object.entries(shapeOf(spec).properties ?? {})) {
        if (!takesText(shape)) continue
        fields_count += 1
        const given = { [name]: [DIRTY, { inside: [DIRTY] }] }
        const came = textsOf(cleanInput(spec, given))
        const isNamed = `${method}.${name}` in UNTOUCHED || name in UNTOUCHED
        expect([method, name, ...came]).toEqual([method, name, ...(isNamed ? [DIRTY, DIRTY] : [CLEAN, CLEAN])])
      }
    }
    expect(fields_count).toBeGreaterThan(80)
  })

  test('what is nothing but marks is empty', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    const note = { commandId: desk.id(), kind: 'note', text: MARKS, until_on: null } as const
    expect(await desk.call('note.write', note)).toMatchObject({ kind: 'refused', code: 'text-missing' })
    const role = await desk.call('role.add', { commandId: desk.id(), name: MARKS, copy_of: '' })
    expect(role.kind).toBe('bad-input')
    const tell = { commandId: desk.id(), basis: 'other', what: 'identity', to_whom: MARKS } as const
    expect(await desk.call('privacy.disclose', tell)).toMatchObject({ kind: 'refused', code: 'recipient-missing' })
  })

  test('a note keeps its lines and its language, and loses the rest', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    const text = 'Calls at 5\u202E\r\nmore\u0000می\u200Cخواهم e\u0301'
    await desk.ok('note.write', { commandId: desk.id(), kind: 'note', text, until_on: null })
    await desk.ok('desk.go', { page: { place: 'account', about: '' } })
    const { snapshot } = await desk.ok('desk.snapshot', {})
    const shown = textsOf(snapshot).filter((one) => one.includes('Calls at 5'))
    expect(shown).toContain('Calls at 5\nmore می\u200Cخواهم é')
  })

  test('a title made at the desk', async () => {
    const desk = await workingDesk()
    await desk.ok('item.make', {
      commandId: desk.id(),
      item_barcode: '31234000999990',
      title_id: null,
      title: '\u202EThe \u001B[2JOverstory\u200B',
      author: '',
      isbn: '',
      item_type_code: 'BOOK',
      call_number: '\u2066F POW',
      location: 'Adult',
      price_cents: null,
    })
    const item = await desk.ok('item.get', { item_barcode: '31234000999990' })
    expect([item.title, item.call_number]).toEqual(['The  [2JOverstory', 'F POW'])
  })
})

test('what is in the records already is safe wherever it is answered', async () => {
  const desk = await workingDesk()
  const marks = `char(8238) || char(27) || char(8203) || char(0x9b)`
  elsewhere(desk, `UPDATE title SET title = ${marks} || title; UPDATE item SET location = ${marks} || location`)
  elsewhere(desk, `UPDATE patron SET surname = ${marks} || surname`)
  await desk.scan(CARDS.dana)
  const { snapshot } = await desk.ok('desk.snapshot', {})
  const lent = await desk.ok('loan.check-out', {
    commandId: desk.id(),
    card_barcode: CARDS.dana,
    item_barcode: ITEMS.warmth,
  })
  await desk.ok('desk.go', { page: { place: 'item', about: ITEMS.warmth } })
  const page = await desk.ok('desk.snapshot', {})
  const found = await desk.ok('search.titles', { text: 'warmth', limit: 5 })
  const texts = [snapshot, lent, page, found].flatMap(textsOf)
  expect(texts.filter((one) => one.includes('Warmth')).length).toBeGreaterThan(2)
  expect(texts.filter((one) => hasUnfit(one.replaceAll('\n', '')))).toEqual([])
})
