/** The bytes of a job: how it begins and ends, what is text and what a picture, and that nothing in it is a command. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { codeOf } from '../../../../main/devices/printers/encode/codes.ts'
import { encodePulse, encodeReceipt } from '../../../../main/devices/printers/encode/encode-receipt.ts'
import { calmed, rasterBytes } from '../../../../main/devices/printers/encode/raster-bytes.ts'
import { blankBitmap } from '../../../../shared/devices/printer/bitmap.ts'
import { letterOf } from '../../../../shared/devices/printer/code-pages.ts'
import { dotsOf, type PrinterProfile } from '../../../../shared/devices/printer/profile.ts'
import { profileOf, PROFILES } from '../../../../shared/devices/printer/profiles.ts'
import { automaticStatusBytes } from '../../../../shared/devices/printer/status/status-stream.ts'
import { must } from '../../../../shared/kernel/assert.ts'
import { paperText } from '../../../../shared/receipt/clean.ts'
import type { ReceiptDocument } from '../../../../shared/receipt/document.ts'

const profile = (code: string): PrinterProfile => must(profileOf(code), 'a profile')
const EPSON = profile('epson-tm-t88v')
const STAR = profile('star-tsp100iv')
const GENERIC = profile('generic-80')

const paper = (...texts: readonly string[]): ReceiptDocument => ({
  kind: 'list',
  language: 'en',
  is_copy: false,
  size: 'normal',
  blocks: texts.map((text) => ({ block: 'text', text: paperText(text), is_strong: false, align: 'start' })),
})

const hex = (bytes: Iterable<number>): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ')
const job = (document: ReceiptDocument, of: PrinterProfile): string => hex(encodeReceipt(document, of, { job: 1 }))

test('a job for an Epson: reset, no pulses in real time, the text, the cut, and the wish to hear of it', () => {
  expect(job(paper('Hi', 'Sí: 5 €'), EPSON)).toBe(
    [
      '1b 40 1d 28 44 03 00 14 01 00 1c 2e 1b 4d 00',
      '1b 74 10 48 69 0a',
      '53 ed 3a 20 35 20 80 0a',
      '0a 0a 0a 0a 1d 56 01',
      '1d 28 48 06 00 30 30 20 20 20 21',
    ].join(' '),
  )
})

test('a job for a Star: reset, the counter at zero, the text, the cut, and its count', () => {
  expect(job(paper('Sí: 5 €'), STAR)).toBe(
    ['1b 40 1b 1e 46 00 1b 1e 45 00', '1b 1d 74 20 53 ed 3a 20 35 20 80 0a', '0a 0a 0a 1b 64 01', '17 17'].join(' '),
  )
})

test('a Star begins to count before it is asked how it is, or it would tell of the job before', () => {
  const bytes = hex(encodeReceipt(paper('Hi'), STAR, { job: 1, is_status_wanted: true }))
  expect(bytes).toContain(`1b 40 1b 1e 46 00 1b 1e 45 00 ${hex(automaticStatusBytes(STAR))} `)
})

test('a page of letters is asked for when the line needs another, and not again', () => {
  const pages = (...texts: readonly string[]): readonly string[] =>
    [...job(paper(...texts), EPSON).matchAll(/1b 74 (..)/g)].map(([, page = '']) => page)
  expect(pages('Sí', 'No', 'Привет', 'plain', 'Łódź', 'Łódź')).toEqual(['10', '11', '12'])
})

describe('a line is a picture', () => {
  const isPicture = (text: string, of: PrinterProfile): boolean =>
    job(paper(text), of).includes(of.language === 'star' ? '1b 58' : '1d 76 30 00')

  it.each([
    ['Plain', false, false],
    ['Sí, señor', false, false],
    ['SEÑAL Á', false, true],
    ['5 €', false, true],
    ['Łódź', false, true],
    ['日本語', true, true],
    ['שלום', true, true],
    ['كتاب', true, true],
    ['हिन्दी', true, true],
    ['Nice 😀', true, true],
    ['Łódź Москва', true, true],
    ['a\u0323\u0301', true, true],
  ])('%j: by an Epson %s, by a printer that nobody has named %s', (text, epson, generic) => {
    expect([isPicture(text, EPSON), isPicture(text, GENERIC)]).toEqual([epson, generic])
    expect(isPicture(text, STAR)).toBe(epson)
  })
})

test('the pulse is a job of its own: in its turn, with pulses in real time off', () => {
  expect(hex(encodePulse(EPSON))).toBe('1b 40 1d 28 44 03 00 14 01 00 1c 2e 1b 4d 00 1b 70 00 3c 78')
  expect(hex(encodePulse(STAR))).toBe('1b 40 1b 1e 46 00 1b 07 14 14 07')
})

test('every letter of every page is sent as the byte that prints it', () => {
  for (const of of PROFILES) {
    for (const page of of.pages) {
      const letters = Array.from({ length: 128 }, (_, at) => letterOf(page, 128 + at))
      const known = letters.filter((letter) => letter !== '\ufffd' && letter.trim() !== '')
      const only = { ...of, pages: [page] }
      const lines = Array.from({ length: Math.ceil(known.length / 16) }, (_, at) => known.slice(at * 16, at * 16 + 16))
      const text = [...encodeReceipt(paper(...lines.map((line) => line.join(''))), only, { job: null })]
      const printed = text.filter((byte) => byte >= 0x80).map((byte) => letterOf(page, byte))
      expect(printed).toEqual(known)
    }
  }
})

describe('barcodes', () => {
  const by = (value: string, symbology: 'codabar' | 'code128', of: PrinterProfile): string =>
    codeOf(value, symbology, of).by

  it.each([
    ['31234000220311', 'codabar', 'epson-tm-t88v', 'command'],
    ['31234000220311', 'codabar', 'star-mc-print2', 'command'],
    ['31234000220311', 'codabar', 'generic-58', 'picture'],
    ['31234000220311', 'code128', 'epson-tm-t88v', 'command'],
    ['3123400022031155', 'code128', 'epson-tm-p20ii', 'picture'],
    ['A{B}', 'code128', 'epson-tm-t88v', 'picture'],
    ['50%', 'code128', 'star-tsp100iv', 'picture'],
    ['A'.repeat(40), 'code128', 'epson-tm-t88v', 'number'],
  ] as const)('%s as %s on %s: by %s', (value, symbology, code, expected) => {
    expect(by(value, symbology, profile(code))).toBe(expected)
  })
})

describe('pictures', () => {
  it('hold no command that a printer obeys while it receives', () => {
    expect(hex(calmed([0x10, 0x14, 0x01, 0x00, 0x01, 0x10, 0x04, 0x01, 0x10, 0x05, 0x02, 0x10], 'esc-pos'))).toBe(
      '30 14 01 00 01 30 04 01 30 05 02 10',
    )
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0x10, 0x14, 0x04, 0x05, 0x01, 0x00, 0x30), { maxLength: 600 }), (dots) => {
        const bitmap = { width_dots: 48, height_dots: Math.floor(dots.length / 6), bytes: Uint8Array.from(dots) }
        expect(hex(rasterBytes(bitmap, 'gs-v-0'))).not.toMatch(/10 (04|05|14)/)
      }),
    )
    const every = Array.from({ length: 256 }, (_, byte) => byte)
    expect(calmed(every, 'star').filter((byte) => [4, 5, 7, 25, 26, 28].includes(byte))).toEqual([])
    for (const language of ['star', 'esc-pos'] as const)
      expect(calmed(every, language).filter((byte, at) => (byte & at) !== at)).toEqual([])
  })

  it('as high as a page are sent in pieces, none of them with a high byte', () => {
    const bytes = rasterBytes(blankBitmap(16, 500), 'gs-v-0')
    expect(hex(bytes).match(/1d 76 30 00 02 00 (..) (..)/g)).toEqual([
      '1d 76 30 00 02 00 f0 00',
      '1d 76 30 00 02 00 f0 00',
      '1d 76 30 00 02 00 14 00',
    ])
  })

  it('of a library stand above the first line, and fit the paper', () => {
    const logo = blankBitmap(dotsOf(EPSON), 8)
    const bytes = hex(encodeReceipt(paper('Hi'), EPSON, { job: 1, logo }))
    expect(bytes.indexOf('1d 76 30')).toBeLessThan(bytes.indexOf('48 69'))
    const wide = blankBitmap(dotsOf(EPSON) + 8, 8)
    expect(() => encodeReceipt(paper('Hi'), EPSON, { job: 1, logo: wide })).toThrow('a logo that fits')
  })
})
