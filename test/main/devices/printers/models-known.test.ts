/**
 * What our profiles say of a model against what the encoder library knows of it, whose data are from the makers'
 * technical manuals. A claim that is wrong here would come out of a printer as garbage.
 */
import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { encodePulse, encodeReceipt } from '../../../../main/devices/printers/encode/encode-receipt.ts'
import { dotsOf } from '../../../../shared/devices/printer/profile.ts'
import { profileOf, PROFILES, TRAINING_PROFILE_CODE } from '../../../../shared/devices/printer/profiles.ts'
import { must } from '../../../../shared/kernel/assert.ts'
import { document } from './papers-printed.ts'

type Options = NonNullable<ConstructorParameters<typeof ReceiptPrinterEncoder>[0]>

/** The models of a family that has one profile, and names that are written otherwise. */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  'epson-tm-t20': ['epson-tm-t20ii', 'epson-tm-t20iii', 'epson-tm-t20iv'],
  'epson-tm-m30': ['epson-tm-m30ii', 'epson-tm-m30iii'],
  'bixolon-srp-350iii': ['bixolon-srp350iii'],
}
/**
 * The library knows nothing of these: the wider sister of an mC-Print2, printers that nobody has named, and ours. What
 * it says of the TSP100III is wrong: that one has no letters, as its maker's document below says.
 */
const NOT_THERE = ['star-mc-print3', 'star-tsp100', 'star-tsp100iii', 'generic-80', 'generic-58', TRAINING_PROFILE_CODE]

const capabilitiesSchema = z.object({
  language: z.string(),
  fonts: z.object({ A: z.object({ columns: z.number() }) }),
  barcodes: z.object({ symbologies: z.array(z.string()) }),
  qrcode: z.object({ supported: z.boolean() }),
  cutter: z.object({ feed: z.number() }).optional(),
})

const known = new Set<string>(
  ReceiptPrinterEncoder.printerModels.map(({ id }) => id).filter((id) => id !== 'star-tsp100iii'),
)

function knownOf(id: string): z.infer<typeof capabilitiesSchema> {
  const printerModel = id as Options['printerModel']
  return capabilitiesSchema.parse(new ReceiptPrinterEncoder({ printerModel }).printerCapabilities)
}

test('every profile of a maker’s model is one that the library knows, but for those named here', () => {
  const missing = PROFILES.map(({ code }) => code).filter(
    (code) => !(CALLED[code] ?? [code]).every((id) => known.has(id)),
  )
  expect(missing.toSorted()).toEqual(NOT_THERE.toSorted())
})

const PAIRS = PROFILES.flatMap((profile) =>
  (CALLED[profile.code] ?? [profile.code]).map((id) => [id, profile] as const),
)

test.each(PAIRS.filter(([id]) => known.has(id)))(
  '%s: language, columns, codes, QR and cutter are as known',
  (id, of) => {
    const { language, fonts, barcodes, qrcode, cutter } = knownOf(id)
    expect(of.language).toBe(language === 'esc-pos' ? 'esc-pos' : 'star')
    expect(of.columns).toBe(fonts.A.columns)
    expect(of.symbologies.filter((one) => !barcodes.symbologies.includes(one))).toEqual([])
    expect(of.has_qr).toBe(qrcode.supported)
    expect(of.cutter === 'none').toBe(cutter === undefined)
    expect(of.feed_count).toBeGreaterThanOrEqual(cutter?.feed ?? 0)
  },
)

/** Of "STAR Graphic Mode Command Specifications", Rev. 2.31, which names TSP100IIIW, IIILAN, IIIBI and IIIU. */
describe('TSP100III, by its maker’s document', () => {
  const of = must(profileOf('star-tsp100iii'), 'a profile')
  const has = (bytes: Uint8Array, part: readonly number[]): boolean => Buffer.from(bytes).includes(Buffer.from(part))
  const ascii = (text: string): readonly number[] => Array.from(Buffer.from(text, 'latin1'))
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
    expect(has(paper, ascii(command))).toBe(false)
  })

  test.each([
    ['BEL drives the first connector, 200 ms by ESC BEL', 0, '\u001b\u0007\u0014\u0014\u0007'],
    ['SUB drives the second', 1, '\u001a'],
  ] as const)('3-1-1: %s', (_, connector, bytes) => {
    expect(has(encodePulse({ ...of, kick: { ...of.kick, connector } }, 1), ascii(bytes))).toBe(true)
  })

  test('72 mm are 576 dots', () => {
    expect(dotsOf(of)).toBe(576)
  })
})
