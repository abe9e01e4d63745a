/** Whose an item's number is, by how it begins. */
import { expect, test } from 'vitest'
import { readScan, type Scanned } from '../../shared/catalog/barcode.ts'
import { prefixOfOther } from '../../shared/catalog/own-barcode.ts'
import { assert } from '../../shared/kernel/assert.ts'

const OURS = ['31234', '31777'] as const

function read(text: string): Scanned {
  const reading = readScan(text, { source: 'scan', prefixes: [] })
  assert(reading.kind !== 'empty' && reading.kind !== 'too-long', 'a barcode')
  return reading
}

test.each([
  ['one of ours', '31234000000015', OURS, null],
  ['one of our other branch', '31777000000014', OURS, null],
  ['another library’s', '31999000000014', OURS, '31999'],
  ['another library’s, misread', '31999000000015', OURS, null],
  ['a card of another library', '21999000000016', OURS, null],
  ['a number of another form', 'KIT-0042', OURS, null],
  ['another library’s, where ours are not told', '31999000000014', [], null],
] as const)('%s', (_what, text, own, prefix) => {
  expect(prefixOfOther(read(text), own)).toBe(prefix)
})
