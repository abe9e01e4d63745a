/**
 * What the makers' own documents say, against our profiles and the bytes that we send: each fact with the document that
 * it was read in, and its page. A profile is in one of two lists below: with a document, or still without one.
 */
import { describe, expect, test } from 'vitest'
import { encodePulse, encodeReceipt } from '../../../../main/devices/printers/encode/encode-receipt.ts'
import { EPSON_PAGES, STAR_PAGES, type PageNumbers } from '../../../../shared/devices/printer/code-pages.ts'
import { dotsOf, type PrinterProfile } from '../../../../shared/devices/printer/profile.ts'
import { profileOf, PROFILES } from '../../../../shared/devices/printer/profiles.ts'
import { isAnswer, isAutomatic, isFlow, isPlain } from '../../../../shared/devices/printer/status/esc-pos-status.ts'
import { must } from '../../../../shared/kernel/assert.ts'
import type { ReceiptDocument } from '../../../../shared/receipt/document.ts'
import { document } from './papers-printed.ts'

const ofCode = (code: string): PrinterProfile => must(profileOf(code), 'a profile')
const hasText = (bytes: Uint8Array, part: string): boolean => Buffer.from(bytes).includes(Buffer.from(part, 'latin1'))
const pulseOf = (of: PrinterProfile, connector: 0 | 1): Uint8Array =>
  encodePulse({ ...of, kick: { ...of.kick, connector } }, 1)

/** A paper with one Codabar barcode. */
const BARCODE: ReceiptDocument = {
  kind: 'list',
  language: 'en',
  is_copy: false,
  size: 'normal',
  blocks: [{ block: 'barcode', value: '29999000000000', symbology: 'codabar' }],
}

/** Some fact of each was read in a document that names the model, or its family. */
const READ = ['epson-tm-t88iii', 'star-tsp100', 'star-tsp100iii', 'star-tsp650ii']
/**
 * No document of these was read for these tests. Epsons later than the TM-T88III share what stands below of every
 * Epson; StarPRNT (TSP100IV, mC-Print) shares what Star's line mode has. Bixolon and Citizen: only their names.
 */
const NOT_READ = [
  'epson-tm-t88iv',
  'epson-tm-t88v',
  'epson-tm-t88vi',
  'epson-tm-t88vii',
  'epson-tm-t20',
  'epson-tm-m30',
  'epson-tm-p20ii',
  'star-tsp100iv',
  'star-mc-print3',
  'star-mc-print2',
  'bixolon-srp-350iii',
  'citizen-ct-s310ii',
]

test('every profile of a maker’s model is one of which a document was read, or says here that none was', () => {
  const named = PROFILES.filter(({ brand }) => brand !== '' && brand !== 'Datestamp').map(({ code }) => code)
  expect([...READ, ...NOT_READ].toSorted()).toEqual(named.toSorted())
})

describe('TM-T88III series Specification (STANDARD), Rev. B', () => {
  /** Appendix G, table G.1: bit 7 first; * is either. */
  const fits = (pattern: string, byte: number): boolean =>
    Array.from(byte.toString(2).padStart(8, '0')).every((bit, at) => pattern[at] === '*' || pattern[at] === bit)
  const EVERY = Array.from({ length: 256 }, (_, byte) => byte)

  test.each([
    ['GS r, and bytes 2 to 4 of automatic status', '0**0****', isPlain],
    ['DLE EOT', '0**1**10', isAnswer],
    ['byte 1 of automatic status', '0**1**00', isAutomatic],
  ] as const)('appendix G: %s are %s', (_, pattern, is) => {
    expect(EVERY.filter(is)).toEqual(EVERY.filter((byte) => fits(pattern, byte)))
  })

  test('appendix G: XON is 00010001, XOFF is 00010011', () => {
    expect(EVERY.filter(isFlow)).toEqual([0b00010001, 0b00010011])
  })

  test('p. 130, GS W: a line has 512 dots, of which our letters take no more', () => {
    const dots = dotsOf(ofCode('epson-tm-t88iii'))
    expect([dots <= 512, dots + 12 > 512]).toEqual([true, true])
  })
})

test('ESC/POS Application Programming Guide, Ver. 10.01, p. 425: the TM-T88III has no GS ( H', () => {
  expect(ofCode('epson-tm-t88iii').acknowledgement).toBe('gs-r')
  const paper = encodeReceipt(document('payment'), ofCode('epson-tm-t88iii'), { job: 1, is_status_wanted: true })
  expect([hasText(paper, '\u001d(H'), hasText(paper, '\u001dr\u0001')]).toEqual([false, true])
})

test('the same, Ver. 10.05, p. 342: GS k 6 is GS k 71 of the TM-T88 (5-22), Codabar, and ends with NUL', () => {
  const paper = encodeReceipt(BARCODE, ofCode('epson-tm-t88iii'), { job: null })
  expect(hasText(paper, '\u001dk\u0006A29999000000000A\u0000')).toBe(true)
})

describe('operator’s manual of the TM-T85, 5-32', () => {
  test.each([
    ['pin 2', 0],
    ['pin 5', 1],
  ] as const)('ESC p: %s; on and off by 2 ms', (_, connector) => {
    for (const of of PROFILES.filter(({ language }) => language === 'esc-pos')) {
      const [on, off] = [of.kick.on_ms / 2, of.kick.off_ms / 2]
      expect(hasText(pulseOf(of, connector), String.fromCodePoint(0x1b, 0x70, connector, on, off))).toBe(true)
      expect(off).toBeGreaterThanOrEqual(on)
    }
  })

  test.each<[keyof PageNumbers, number]>([
    ['cp437', 0],
    ['cp850', 2],
    ['cp860', 3],
    ['cp863', 4],
    ['cp865', 5],
  ])('ESC t: %s is page %i', (page, number) => {
    expect(EPSON_PAGES[page]).toBe(number)
  })
})

/** Read in three copies by other programs that name the page of Epson's site, not on the site itself. */
test('Epson’s ESC/POS command reference, Character Code Tables', () => {
  expect(EPSON_PAGES).toEqual({
    cp437: 0,
    cp850: 2,
    cp860: 3,
    cp863: 4,
    cp865: 5,
    windows1252: 16,
    cp866: 17,
    cp852: 18,
    cp858: 19,
    windows1250: 45,
    windows1251: 46,
    windows1253: 47,
    windows1254: 48,
    windows1257: 51,
  })
})

/** Names TSP600, TSP650, TSP700, TSP700II, TSP800 and TSP800II; the TSP650II came after it. */
describe('STAR Line Mode Command Specifications, Rev. 1.12', () => {
  const of = ofCode('star-tsp650ii')

  test('3-4, ESC GS t: the pages', () => {
    expect(STAR_PAGES).toEqual({
      cp437: 1,
      cp858: 4,
      cp852: 5,
      cp860: 6,
      cp863: 8,
      cp865: 9,
      cp866: 10,
      windows1252: 32,
      windows1250: 33,
      windows1251: 34,
    })
  })

  test('3-42, ESC b: 8 is NW-7 (Codabar), 1 no letters below and a line feed; its letters stand in the data', () => {
    expect(
      hasText(encodeReceipt(BARCODE, of, { job: null }), '\u001bb\u0008\u0001\u0001\u0050A29999000000000A\u001e'),
    ).toBe(true)
  })

  test('3-37, ESC X: three bytes for each dot across, then the next command; no more than the 576 of its paper', () => {
    const drawn: ReceiptDocument = {
      ...BARCODE,
      blocks: [{ block: 'text', text: '日本語', is_strong: false, align: 'start' }],
    }
    const bytes = Buffer.from(encodeReceipt(drawn, of, { job: null }))
    const at = bytes.indexOf('\u001bX')
    const width = bytes.readUInt16LE(at + 2)
    expect([at >= 0, width <= 576, bytes[at + 4 + width * 3]]).toEqual([true, true, 0x1b])
  })

  test('3-44, ESC d 1: cut in part where the paper is, so it is fed before', () => {
    const bytes = Buffer.from(encodeReceipt(BARCODE, of, { job: null })).toString('latin1')
    expect(bytes.endsWith(`${'\n'.repeat(of.feed_count)}\u001bd\u0001`)).toBe(true)
  })

  test.each([
    ['BEL, with its 200 ms set by ESC BEL', 0, '\u001b\u0007\u0014\u0014\u0007'],
    ['SUB, whose 200 ms are fixed', 1, '\u001a'],
  ] as const)('3-45: %s', (_, connector, bytes) => {
    expect([hasText(pulseOf(of, connector), bytes), of.kick.on_ms, of.kick.off_ms]).toEqual([true, 200, 200])
  })
})

describe('STAR Graphic Mode Command Specifications, Rev. 2.31 (TSP100 up to III)', () => {
  const of = must(profileOf('star-tsp100iii'), 'a profile')
  const paper = encodeReceipt(document('payment'), of, { job: 1, is_status_wanted: true })

  test.each([
    ['3-2: initializes and enters the mode of rows', '\u001b*rR', '\u001b*rA'],
    ['3-2, ESC * r P 0: pages without end, before the first row', '\u001b*rA\u001b*rP0\u0000', 'b'],
    ['3-2, ESC * r E 13: fed to the cutter and cut in part', '\u001b*rE13\u0000', '\u001b*rB'],
    [
      '3-1-3, ESC RS a 1 and ESC RS E 0: status by itself, and its counter from zero',
      '\u001b\u001eE\u0000',
      '\u001b\u001ea\u0001',
    ],
    ['3-1-3, ETB behind the last row: counted once all is printed', '\u001b*rB', '\u0017'],
  ])('%s', (_, first, then) => {
    const [at, behind] = [Buffer.from(paper).indexOf(first), Buffer.from(paper).lastIndexOf(then)]
    expect([at >= 0, behind > at]).toEqual([true, true])
  })

  test.each([
    ['ESC @', '\u001b@'],
    ['ESC d, the cut of lines', '\u001bd'],
    ['ESC GS t, a page of letters', '\u001b\u001dt'],
    ['ESC X, strips', '\u001bX'],
  ])('%s is none of its commands', (_, command) => {
    expect(hasText(paper, command)).toBe(false)
  })

  test.each([
    ['BEL drives the first connector, 200 ms by ESC BEL', 0, '\u001b\u0007\u0014\u0014\u0007'],
    ['SUB drives the second', 1, '\u001a'],
  ] as const)('3-1-1: %s', (_, connector, bytes) => {
    expect(hasText(pulseOf(of, connector), bytes)).toBe(true)
  })

  test('72 mm are 576 dots', () => {
    expect(dotsOf(of)).toBe(576)
  })

  test('4-4: U, PU, GT, LAN and IIU have its rows and pulses, and neither ESC RS a nor ESC ACK SOH', () => {
    const older = must(profileOf('star-tsp100'), 'a profile')
    expect([older.status, older.raster, of.status]).toEqual([[], 'star-rows', ['star']])
    const sent = encodeReceipt(document('payment'), older, { job: null })
    expect(hasText(sent, '\u001b*rE13\u0000')).toBe(true)
    expect(['\u001b\u001ea', '\u001b\u0006\u0001'].filter((command) => hasText(sent, command))).toEqual([])
  })
})
