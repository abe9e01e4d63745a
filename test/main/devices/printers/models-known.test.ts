/**
 * What our profiles say of a model against what the encoder library says of it. It is a second opinion and no source:
 * of the TSP100III it was wrong. What was read in the makers' own documents is in makers-documents.test.ts.
 */
import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { PROFILES, TRAINING_PROFILE_CODE } from '../../../../shared/devices/printer/profiles.ts'

type Options = NonNullable<ConstructorParameters<typeof ReceiptPrinterEncoder>[0]>

/** The models of a family that has one profile, and names that are written otherwise. */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  'epson-tm-t20': ['epson-tm-t20ii', 'epson-tm-t20iii', 'epson-tm-t20iv'],
  'epson-tm-m30': ['epson-tm-m30ii', 'epson-tm-m30iii'],
  'bixolon-srp-350iii': ['bixolon-srp350iii'],
}
/**
 * The library knows nothing of these: the wider sister of an mC-Print2, printers that nobody has named, and ours. What
 * it says of the TSP100III is wrong: that one has no letters, as its maker's document says.
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
