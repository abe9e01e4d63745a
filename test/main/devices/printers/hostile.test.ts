/**
 * Titles that were made to harm: commands, bytes that act while they are received, turned text, texts without end, and
 * pictures whose dots spell a command. The printer in software obeys real commands; it must see none that we did not
 * send, and above all no pulse of the drawer.
 */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { encodePulse, encodeReceipt } from '../../../../main/devices/printers/encode/encode-receipt.ts'
import { Interpreter, type Happening } from '../../../../shared/devices/printer/interpreter/interpreter.ts'
import { strideOf, type Bitmap } from '../../../../shared/devices/printer/bitmap.ts'
import { dotsOf, type PrinterProfile } from '../../../../shared/devices/printer/profile.ts'
import type { ReceiptDocument } from '../../../../shared/receipt/document.ts'
import {
  barcodeLabel,
  LABEL_KINDS,
  labelStrip,
  mailLabel,
  spineLabel,
  type Label,
  type LabelKind,
} from '../../../../shared/receipt/layout/labels.ts'
import { en } from '../../../../shared/receipt/words/en.ts'
import { FACTS } from '../../../shared/receipt/facts.ts'
import { document, printed, profile, titled } from './papers-printed.ts'

const ESC = '\u001b'
const PRINTERS = ['epson-tm-t88v', 'star-tsp100iv', 'generic-58'].map(profile)

/** A document as no builder makes it: the text as it is, with everything that cleaning takes out. */
function forged(title: string): ReceiptDocument {
  const { blocks, ...rest } = titled('x')
  return { ...rest, blocks: blocks.map((block) => (block.block === 'item' ? { ...block, title } : block)) }
}

/** A strip of labels of which every text is this one: call numbers, barcodes, the library, a name and an address. */
const stripsOf = (text: string): readonly ReceiptDocument[] => {
  const facts = { ...FACTS, library_name: text }
  const labels: Readonly<Record<LabelKind, readonly Label[]>> = {
    spine: [spineLabel(text), spineLabel('J 641.5 SMI')],
    item: [barcodeLabel(text, 'codabar', [text]), barcodeLabel('31234000123457', 'codabar', [text])],
    card: [barcodeLabel(text, 'code128', [text])],
    mail: mailLabel(text, [text, text]),
  }
  return LABEL_KINDS.map((kind) => labelStrip(facts, kind, labels[kind], en))
}

/** A strip as no builder makes it; bars are drawn of nothing but plain text, whoever asks. */
const forgedStrip = (text: string): ReceiptDocument => ({
  ...forged('x'),
  blocks: [
    { block: 'text', text, is_strong: true, align: 'start' },
    { block: 'big', label: '', text },
  ],
})

const bad = (happened: readonly Happening[]): readonly Happening[] =>
  happened.filter((one) => one.happened === 'pulse' || one.happened === 'unknown')
const cuts = (happened: readonly Happening[]): number => happened.filter((one) => one.happened === 'cut').length

function expectHarmless(paper: ReceiptDocument, of: PrinterProfile, logo: Bitmap | null = null): void {
  const { happened, sent } = printed(encodeReceipt(paper, of, { job: 3, logo }), of)
  expect(bad(happened)).toEqual([])
  expect(cuts(happened)).toBe(of.cutter === 'none' ? 0 : 1)
  // It answers to the wish at the end, and to no question inside.
  const answers = { 'gs-paren-h': 1, 'gs-r': 1, 'star-etb': 4 }[of.acknowledgement]
  expect(happened.filter((one) => ['answer', 'paper-asked', 'counted'].includes(one.happened))).toHaveLength(answers)
  expect(sent.length).toBe({ 'gs-paren-h': 7, 'gs-r': 1, 'star-etb': 36 }[of.acknowledgement])
}

const TITLES: readonly (readonly [string, string])[] = [
  ['ESC p, the pulse', `Moby${ESC}p\u0000\u0019\u00fa Dick`],
  ['DLE DC4, the pulse at once', 'Moby\u0010\u0014\u0001\u0000\u0001 Dick'],
  ['DLE EOT, a question', 'Moby\u0010\u0004\u0001 Dick'],
  ['BEL, SUB and FS, the drawers of a Star', 'Moby\u0007\u001a\u001c\u0019 Dick'],
  ['ESC @ and a cut', `Moby${ESC}@\u001dV\u0001${ESC}i`],
  ['NUL', 'Moby\u0000Dick'],
  ['C1 controls', 'Moby\u009b\u0090 Dick'],
  ['section and paragraph signs, which an encoder may send as DC4 and NAK', 'Moby ¶ § Dick'],
  ['turned text', 'Moby\u202eDick\u2066 ‮'],
  ['4 kB of one letter', 'é'.repeat(4096)],
  ['4 kB of ideographs', '鯨'.repeat(4096)],
  ['4 kB of marks', `a${'\u0301'.repeat(4096)}`],
  ['a command in ideographs', `鯨${ESC}p\u0000\u0019\u00fa\u0010\u0014\u0001\u0000\u0001`],
]

describe.each(PRINTERS.map((of) => [of.code, of] as const))('on %s', (_code, of) => {
  it.each(TITLES)('a title with %s does nothing', (_what, title) => {
    expectHarmless(titled(title), of)
    expectHarmless(forged(title.slice(0, 600)), of)
  })

  it.each(TITLES)('a strip of labels with %s does nothing', (_what, text) => {
    for (const strip of stripsOf(text.slice(0, 600))) expectHarmless(strip, of)
    expectHarmless(forgedStrip(text.slice(0, 600)), of)
  })

  it('no text does anything, even one that was never cleaned', () => {
    const bytes = fc.array(
      fc.constantFrom(
        ...Array.from('\u0000\u0001\u0004\u0005\u0007\u0010\u0014\u0019\u001a\u001b\u001c\u001dpV@k¶§é鯨א '),
      ),
    )
    fc.assert(
      fc.property(
        fc.oneof(
          bytes.map((all) => all.join('')),
          fc.string({ unit: 'binary', maxLength: 60 }),
        ),
        (title) => {
          expectHarmless(forged(title), of)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('no picture does anything', () => {
    const rows = 4
    const length = strideOf(dotsOf(of)) * rows
    const piece = fc.constantFrom<readonly number[]>(
      [0x10, 0x14, 0x01, 0x00, 0x01],
      [0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08],
      [0x10, 0x04, 0x01],
      [0x10, 0x05, 0x02],
      [0x1b, 0x06, 0x01],
      [0x07],
      [0x10],
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.array(fc.nat({ max: 255 }))), { maxLength: 120 }), (pieces) => {
        const bytes = Uint8Array.from({ length }, (_, at) => pieces.flat()[at] ?? 0)
        expectHarmless(document('renewal'), of, { width_dots: dotsOf(of), height_dots: rows, bytes })
      }),
      { numRuns: 40 },
    )
  })

  it('a job that opens the drawer opens it once, and prints nothing', () => {
    const { happened, paper } = printed(encodePulse(of), of)
    expect(happened).toEqual([{ happened: 'pulse', connector: 0, by: 'in-turn' }])
    expect(paper.height_dots).toBe(0)
  })

  it('a job gives the same, wherever it is cut', () => {
    const bytes = encodeReceipt(titled('鯨', 'Moby Dick'), of, { job: 3 })
    const whole = printed(bytes, of)
    // Cut at every byte at once: each byte a chunk of its own.
    const interpreter = new Interpreter(of)
    const happened = Array.from(bytes, (byte) => interpreter.take([byte])).flat()
    expect(happened).toEqual(whole.happened)
    expect(interpreter.paper()).toEqual(whole.paper)
  })
})

test('on a Star that has rows of dots alone, neither a text nor a picture does anything', () => {
  const of = profile('star-tsp100iii')
  const harm = [0x1b, 0x06, 0x01, 0x07, 0x1a, 0x17, 0x1b, 0x2a, 0x72, 0x42, 0x1b, 0x1b, 0x06, 0x01, 0x62, 0x19, 0x1c]
  const height_dots = 4
  const length = strideOf(dotsOf(of)) * height_dots
  const bytes = Uint8Array.from({ length }, (_, at) => harm[at % harm.length] ?? 0)
  expectHarmless(titled(`Moby\u0007 ${ESC}*rB Dick`), of, { width_dots: dotsOf(of), height_dots, bytes })
  expect(printed(encodePulse(of), of).happened).toEqual([{ happened: 'pulse', connector: 0, by: 'in-turn' }])
})

test('the printer in software does obey what it must not get', () => {
  const of = profile('epson-tm-t88v')
  const pulse = [0x10, 0x14, 0x01, 0x00, 0x01]
  expect(bad(printed(pulse, of).happened)).toEqual([{ happened: 'pulse', connector: 0, by: 'in-real-time' }])
  const picture = [0x1d, 0x76, 0x30, 0x00, 0x05, 0x00, 0x01, 0x00, ...pulse]
  expect(bad(printed(picture, of).happened)).toEqual([{ happened: 'pulse', connector: 0, by: 'in-real-time' }])
  expect(bad(printed([0x1b, 0x70, 0x01, 0x19, 0xfa], of).happened)).toEqual([
    { happened: 'pulse', connector: 1, by: 'in-turn' },
  ])
  expect(bad(printed([0x1b, 0x99], of).happened)).toEqual([{ happened: 'unknown', bytes: [0x1b, 0x99] }])
})
