/**
 * Every paper on every printer, printed by the printer in software: against the bytes that were sealed, and by zbarimg,
 * which did not write either of them. A wanted change is taken over with
 * `vitest run test/main/devices/printers/printed.test.ts --update`; then look at the pictures that it leaves in
 * out/printed/, and read the difference.
 */
import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { encodeReceipt } from '../../../../main/devices/printers/encode/encode-receipt.ts'
import type { PrinterProfile } from '../../../../shared/devices/printer/profile.ts'
import { PROFILES } from '../../../../shared/devices/printer/profiles.ts'
import type { ReceiptDocument } from '../../../../shared/receipt/document.ts'
import { columnsOf } from '../../../../shared/receipt/layout/width.ts'
import { pageFor } from '../../../../shared/devices/printer/code-pages.ts'
import { layoutLines } from '../../../../shared/receipt/layout/layout.ts'
import { must } from '../../../../shared/kernel/assert.ts'
import { ofMany } from '../../../support/of-many.ts'
import { pngOf } from '../../../support/png.ts'
import { isBlack } from '../../../../shared/devices/printer/bitmap.ts'
import { DOCUMENTS, logoOn, printed, printedDocument, profile, WEB_ADDRESS } from './papers-printed.ts'

const GOLDEN = path.join(import.meta.dirname, '../../../golden/printers')
const OUT = path.join(import.meta.dirname, '../../../../out/printed')
/** One of each language, width, and way with pages. */
const LOOKED_AT = [
  'epson-tm-t88v',
  'generic-58',
  'star-mc-print3',
  'star-mc-print2',
  'citizen-ct-s310ii',
  'star-tsp100iii',
]
/** Reading each paper back takes a program of its own: of a wide printer and of a narrow one in the quick run. */
const READ_BACK = LOOKED_AT.slice(0, ofMany(2, LOOKED_AT.length))

/** 2 mm of paper between a logo and the name of the library. */
const GAP_ROWS_MIN = 16

type Job = { readonly name: string; readonly document: ReceiptDocument; readonly bytes: Uint8Array }

const jobsOn = (of: PrinterProfile): readonly Job[] => {
  const jobs = Object.entries(DOCUMENTS).map(([name, document]) => {
    return { name, document, bytes: encodeReceipt(document, of, { job: 1 }) }
  })
  const document = must(DOCUMENTS['renewal.en'], 'a paper')
  const logo = logoOn(of)
  return [...jobs, { name: 'renewal.logo.en', document, bytes: encodeReceipt(document, of, { job: 1, logo }) }]
}

it.each(['epson-tm-t88v', 'generic-58', 'star-tsp100iv', 'star-tsp100iii'])(
  '%s burns every dot of a logo first, hardly more, and leaves a gap below it',
  (code) => {
    const of = profile(code)
    const logo = logoOn(of)
    const job = must(
      jobsOn(of).find(({ name }) => name === 'renewal.logo.en'),
      'a paper with a logo',
    )
    const { paper } = printed(job.bytes, of)
    mkdirSync(OUT, { recursive: true })
    writeFileSync(path.join(OUT, `${code}.logo.png`), pngOf(paper))
    let [missing_count, more_count] = [0, 0]
    for (let y = 0; y < logo.height_dots; y += 1) {
      for (let x = 0; x < logo.width_dots; x += 1) {
        if (isBlack(logo, x, y) && !isBlack(paper, x, y)) missing_count += 1
        if (!isBlack(logo, x, y) && isBlack(paper, x, y)) more_count += 1
      }
    }
    expect([missing_count, more_count < 60]).toEqual([0, true])
    const isRowBlank = (y: number): boolean =>
      Array.from({ length: paper.width_dots }, (_, x) => x).every((x) => !isBlack(paper, x, y))
    const below = Array.from({ length: GAP_ROWS_MIN }, (_, at) => logo.height_dots + at)
    expect(below.filter((y) => !isRowBlank(y))).toEqual([])
  },
)

it.each(PROFILES.map((of) => [of.code, of] as const))('%s gets the bytes that were sealed', async (code, of) => {
  const sealed = jobsOn(of).map(({ name, bytes }) => {
    return `${name} ${bytes.length} ${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}`
  })
  await expect(`${sealed.join('\n')}\n`).toMatchFileSnapshot(path.join(GOLDEN, `${code}.txt`))
})

it.each(LOOKED_AT)('%s prints every line of every paper, cuts once, and knows every command', (code) => {
  const of = profile(code)
  for (const { document, bytes } of jobsOn(of)) {
    const { happened } = printed(bytes, of)
    const lines = layoutLines(document, of.columns).flatMap((line) => {
      if (line.kind === 'qr') return []
      const text = (line.kind === 'text' ? line.text : line.value).normalize('NFC').trim()
      return text === '' || pageFor(text, of.pages) === null ? [] : [text]
    })
    expect(happened.flatMap((one) => (one.happened === 'line' ? [one.text.trim()] : []))).toEqual(lines)
    expect(lines.filter((line) => columnsOf(line) > of.columns)).toEqual([])
    expect(happened.filter(({ happened: what }) => what === 'unknown' || what === 'pulse')).toEqual([])
    expect(happened.filter(({ happened: what }) => what === 'cut')).toHaveLength(of.cutter === 'none' ? 0 : 1)
  }
})

const said = (name: string, is_practice: boolean): readonly string[] => {
  const of = profile('epson-tm-t88v')
  const bytes = encodeReceipt(must(DOCUMENTS[name], 'a paper'), of, { job: 1, is_practice })
  return printed(bytes, of).happened.flatMap((one) => (one.happened === 'line' ? [one.text.trim()] : []))
}

it('a paper of the practice desk says so first and last, in its language, and once', () => {
  for (const [name, mark] of [
    ['check-out.en', '*** TRAINING ***'],
    ['check-out.large.en', '*** TRAINING ***'],
    ['check-out.es', '*** PRÁCTICA ***'],
  ] as const) {
    expect(said(name, true)).toEqual([mark, ...said(name, false), mark])
  }
  const training = Object.keys(DOCUMENTS).filter((name) => said(name, false).some((line) => line.includes('TRAINING')))
  expect(training.map((name) => said(name, true))).toEqual(training.map((name) => said(name, false)))
})

it('a copy says so first and last', () => {
  const lines = said('renewal.copy.en', false)
  expect([lines[0], lines.at(-1)]).toEqual(['*** COPY ***', '*** COPY ***'])
})

describe('zbarimg reads back', () => {
  beforeAll(() => {
    mkdirSync(OUT, { recursive: true })
  })

  const barcodes = Object.entries(DOCUMENTS).flatMap(([name, document]) => {
    const codes = document.blocks.flatMap((block) => (block.block === 'barcode' ? [block] : []))
    return codes.length === 0 ? [] : [{ name, document, codes }]
  })

  it.each(READ_BACK.flatMap((code) => barcodes.map((one) => ({ code, ...one }))))(
    'the barcodes of $name on $code',
    ({ code, name, document, codes }) => {
      const file = path.join(OUT, `${code}.${name}.png`)
      for (const symbology of ['codabar', 'code128'] as const) {
        const blocks = document.blocks
          // Codes for telephones are read back below.
          .filter(({ block }) => block !== 'qr')
          .map((block) => (block.block === 'barcode' ? { ...block, symbology } : block))
        writeFileSync(file, pngOf(printedDocument(profile(code), { ...document, blocks }).paper))
        const said = execFileSync('zbarimg', ['--quiet', '--nodbus', '--raw', file], { encoding: 'utf8' })
        const values = codes.map(({ value }) => (symbology === 'codabar' ? `A${value}A` : value))
        expect(said.trim().split('\n').toSorted()).toEqual(values.toSorted())
      }
    },
  )

  const codesOf = (text: string, of: PrinterProfile): readonly string[] => {
    const blocks = [{ block: 'qr', text } as const]
    const { happened, paper } = printedDocument(of, { ...must(DOCUMENTS['renewal.en'], 'a paper'), blocks })
    const file = path.join(OUT, `${of.code}.qr.${text.length}.png`)
    writeFileSync(file, pngOf(paper))
    const read = execFileSync('zbarimg', ['--quiet', '--nodbus', '--raw', file], { encoding: 'utf8' })
    expect(read.trim()).toBe(text)
    return happened.flatMap(({ happened: what }) => (what === 'qr' || what === 'picture' ? [what] : []))
  }

  it.each(['epson-tm-t88v', 'generic-58', 'star-mc-print2', 'star-tsp100iv', 'star-tsp100iii', 'training-58'])(
    'a web address as a code for telephones, on %s',
    (code) => {
      const of = profile(code)
      expect(new Set(codesOf(WEB_ADDRESS, of))).toEqual(new Set([of.has_qr ? 'qr' : 'picture']))
      expect(codesOf(`${WEB_ADDRESS}&at=${'0123456789abcdef'.repeat(9)}`, of)).not.toEqual([])
    },
  )

  it('a code whose command would open the drawer of a Star, as a picture', () => {
    const star = profile('star-tsp100iv')
    // Twenty-six letters: SUB is their number in the command, and the pulse of drawer 2.
    expect(new Set(codesOf('https://library.example/al', star))).toEqual(new Set(['picture']))
    expect(codesOf('https://library.example/all', star)).toEqual(['qr'])
  })
})
