/**
 * What comes from scanners and fingers, and the barcode that was meant. A table first, then real numbers of real
 * libraries, then anything at all: the reader of barcodes never throws.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BARCODE_LENGTH_MAX, completions, readScan, type Scanned } from '../../shared/catalog/barcode.ts'
import { isbn13 } from '../../shared/catalog/isbn.ts'
import { assert } from '../../shared/kernel/assert.ts'
import { isRecord } from '../support/given.ts'
import { describeWithSharedData, readSharedJson } from '../support/shared-data.ts'

function scan(text: string): Scanned {
  const reading = readScan(text, { source: 'scan' })
  assert(reading.kind === 'barcode', `a barcode in ${JSON.stringify(text)}`)
  return reading
}

const CARD = '23529000152273'
const GLITCH = 'double-scan'

// what arrived                     | what was meant     | what was done to it
test.each([
  ['23529000152273', CARD, []],
  ['  23529000152273  ', CARD, []],
  ['23529000152273\r\n', CARD, []],
  ['\u001d23529000152273', CARD, ['control-characters']],
  ['2352900\u00000152273', CARD, ['control-characters']],
  ['\u202e23529000152273\u202c', CARD, ['control-characters']],
  [']C023529000152273', CARD, ['scanner-prefix']],
  [']F023529000152273', CARD, ['scanner-prefix']],
  [']X023529000152273', CARD, ['scanner-prefix']],
  [']E09780306406157', '9780306406157', ['scanner-prefix']],
  ['A23529000152273B', CARD, ['start-stop-letters']],
  ['d23529000152273a', CARD, ['start-stop-letters']],
  [']F0A23529000152273B', CARD, ['scanner-prefix', 'start-stop-letters']],
  ['2197806756899021978', '21978067568990', [GLITCH]],
  ['2352900015227323529000152273', CARD, [GLITCH]],
  ['235290001522732352900015227323529000152273', CARD, [GLITCH]],
  ['23529000152273\r23529000152273', CARD, ['control-characters', GLITCH]],
  [']C023529000152273]C023529000152273', CARD, ['scanner-prefix', GLITCH]],
  ['A23529000152273BA23529000152273B', CARD, [GLITCH, 'start-stop-letters']],
  ['CONC4000036', 'CONC4000036', []],
  ['CONC4000036CONC4000036', 'CONC4000036', [GLITCH]],
  ['1565921879', '1565921879', []],
  ['ABC', 'ABC', []],
  ['A12B', 'A12B', []],
  [']C0', ']C0', []],
])('%j is %s', (text, barcode, repairs) => {
  expect(scan(text)).toMatchObject({ barcode, repairs })
})

test('what was read twice can still be looked up as it came', () => {
  expect(scan('2197806756899021978').also).toContain('2197806756899021978')
  expect(scan('123456123456')).toMatchObject({ barcode: '123456123456', also: ['123456'] })
  expect(scan('CONC4000036CONC').also).toEqual(['CONC4000036'])
  expect(scan('A23529000152273B').also).toContain('A23529000152273B')
})

test('a check digit warns, the first digit hints, neither rejects', () => {
  expect(scan(CARD)).toMatchObject({ check_digit: 'good', hint: 'patron' })
  expect(scan('23529000152274')).toMatchObject({ check_digit: 'bad', hint: 'patron' })
  expect(scan('31000044015736')).toMatchObject({ check_digit: 'good', hint: 'item' })
  expect(scan('CONC4000036')).toMatchObject({ check_digit: 'none', hint: 'none' })
})

test('every single wrong digit of a library barcode is noticed', () => {
  for (let at = 0; at < CARD.length; at += 1) {
    for (let digit = 0; digit < 10; digit += 1) {
      const text = `${CARD.slice(0, at)}${digit}${CARD.slice(at + 1)}`
      expect([text, scan(text).check_digit]).toEqual([text, text === CARD ? 'good' : 'bad'])
    }
  }
})

test.each([
  ['9780306406157', '9780306406157', 'isbn'],
  ['0306406152', '9780306406157', 'isbn'],
  ['080442957X', '9780804429573', 'isbn'],
  ['080442957x', '9780804429573', 'isbn'],
  ['978030640615751495', '9780306406157', 'isbn'],
  ['9780306406158', null, 'none'],
  ['0306406153', null, 'none'],
  ['4006381333931', null, 'ean-13'],
  ['036000291452', null, 'upc'],
])('%s is an ISBN %s, a product number %s', (text, isbn, product) => {
  expect(scan(text)).toMatchObject({ isbn, product })
})

test('an ISBN is read with hyphens and spaces as people type it', () => {
  expect(isbn13('978-0-306-40615-7')).toBe('9780306406157')
  expect(isbn13('0 306 40615 2')).toBe('9780306406157')
  expect(isbn13('not an isbn')).toBeNull()
})

test.each([
  ['2 1234 00000 7070', 'typed', ['21234000007070']],
  ['31234 0000 07071', 'typed', ['31234000007071']],
  ['2 1234 00000 7070', 'scan', []],
  ['OLD 4411', 'typed', []],
] as const)('%s in groups, as it is printed, %s', (text, source, also) => {
  expect(readScan(text, { source })).toMatchObject({ barcode: text, also })
})

describe('a typed tail is completed', () => {
  test('by each prefix, with zeros up to the full length', () => {
    expect(completions('bc_complete_user', ['JUSTATEST_'])).toEqual(['JUSTATEST_bc_complete_user'])
    expect(completions('152273', ['23529000', '31000044'])).toEqual(['23529000152273', '31000044152273'])
    expect(completions('273', ['23529000'], 14)).toEqual(['23529000273', '23529000000273'])
    expect(completions('23529000152273', ['23529000'])).toEqual([])
    expect(completions('1234567', ['23529000'], 14)).toEqual([])
    expect(completions('7', [''])).toEqual([])
  })
  test('only when it was typed', () => {
    const prefixes = ['23529000']
    expect(readScan('152273', { source: 'typed', prefixes })).toMatchObject({ also: ['23529000152273'] })
    expect(readScan('152273', { source: 'scan', prefixes })).toMatchObject({ also: [] })
  })
})

describe('anything at all', () => {
  test('too long, and nothing readable', () => {
    expect(readScan('9'.repeat(2_000_000), { source: 'scan' })).toEqual({ kind: 'too-long', length: 2_000_000 })
    expect(readScan('9'.repeat(201), { source: 'scan' })).toEqual({ kind: 'too-long', length: 201 })
    expect(readScan('9'.repeat(200), { source: 'scan' }).kind).toBe('barcode')
    expect(readScan('', { source: 'scan' })).toEqual({ kind: 'empty' })
    for (const signs of ['=', '+', '*', '-- ', '¿?'])
      expect(readScan(signs, { source: 'typed' })).toEqual({ kind: 'empty' })
    expect(readScan('\u0000\r\n\u200f \ud800', { source: 'scan' })).toEqual({ kind: 'empty' })
  })

  test('never throws, never answers an invisible or a padded barcode, and reads its own answer as itself', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 260 }),
      fc.string({
        unit: fc.constantFrom('A', 'B', '0', '1', '9', ']', 'C', '\r', '\ud800', '\u202e', 'م'),
        maxLength: 60,
      }),
      fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)), maxLength: 60 }),
      fc.constantFrom('\ud800', '\udfff\ud800', '\u202eabc', 'שלום'),
    )
    fc.assert(
      fc.property(anything, fc.constantFrom('scan', 'typed'), (text, source) => {
        const reading = readScan(text, { source, prefixes: ['2352'], full_length: 14 })
        if (reading.kind !== 'barcode') return
        const { barcode, also } = reading
        expect(barcode).not.toBe('')
        expect(barcode).toBe(barcode.trim())
        expect(barcode).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u)
        expect(barcode.length).toBeLessThanOrEqual(BARCODE_LENGTH_MAX)
        expect(also).not.toContain(barcode)
        expect(new Set(also).size).toBe(also.length)
      }),
      { numRuns: 5000 },
    )
  })

  test('14 digits with 3 to 14 of them again are always the 14', () => {
    const digits = fc.string({
      unit: fc.constantFrom('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'),
      minLength: 14,
      maxLength: 14,
    })
    fc.assert(
      fc.property(digits, fc.integer({ min: 3, max: 14 }), (barcode, again) => {
        expect(scan(barcode + barcode.slice(0, again)).barcode).toBe(barcode)
        expect(scan(barcode).barcode).toBe(barcode)
      }),
    )
  })
})

describeWithSharedData('real barcodes', (folder) => {
  const data = readSharedJson(folder, 'cases/barcodes.json')
  assert(isRecord(data), 'the lists of barcodes')
  const listed = ['patron_cards', 'other'].flatMap((name): unknown[] => {
    const list: unknown = data[name]
    assert(Array.isArray(list), `a list of ${name}`)
    return list
  })

  test('the check digit of each is as the list says', () => {
    expect(listed.length).toBeGreaterThanOrEqual(24)
    for (const one of listed) {
      assert(isRecord(one) && typeof one['barcode'] === 'string', 'a barcode')
      expect(scan(one['barcode'])).toMatchObject({
        barcode: one['barcode'],
        check_digit: one['luhn'] === true ? 'good' : 'bad',
        repairs: [],
      })
    }
  })

  test('the double scan that a library printed', () => {
    const glitch = data['double_scan']
    assert(isRecord(glitch) && typeof glitch['example'] === 'string', 'the example')
    expect(scan(glitch['example']).barcode).toBe(glitch['accept_as'])
  })
})
