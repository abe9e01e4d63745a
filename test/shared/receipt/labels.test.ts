/** Labels: where they lie on their sheets, what stands on them, and what of a patron does not. */
import { describe, expect, test } from 'vitest'
import { LABEL_PAPERS, LABEL_SHEET_CODES, LABEL_SHEETS, placeLabels } from '../../../shared/catalog/label-sheets.ts'
import { barcodeLabel, labelSchema, mailLabel, spineLabel } from '../../../shared/receipt/layout/labels.ts'
import { columnsOf } from '../../../shared/receipt/layout/width.ts'
import { bars } from '../../../shared/receipt/bars.ts'

describe('sheets', () => {
  test.each(LABEL_SHEET_CODES)('%s: every label is on the paper, and none lies over another', (code) => {
    const sheet = LABEL_SHEETS[code]
    const paper = LABEL_PAPERS[sheet.paper]
    const count = sheet.columns_count * sheet.rows_count
    const [page = [], ...more] = placeLabels(
      sheet,
      1,
      Array.from({ length: count }, (_, n) => n),
    )
    expect([page.length, more.length]).toEqual([count, 0])
    expect(Math.max(...page.map(({ left_um }) => left_um + sheet.width_um))).toBeLessThanOrEqual(paper.width_um)
    expect(Math.max(...page.map(({ top_um }) => top_um + sheet.height_um))).toBeLessThanOrEqual(paper.height_um)
    expect(sheet.across_um).toBeGreaterThanOrEqual(sheet.width_um)
    expect(sheet.down_um).toBeGreaterThanOrEqual(sheet.height_um)
    // The same margin left and right, to a tenth of an inch: what the makers draw.
    const right_um = paper.width_um - sheet.left_um - (sheet.columns_count - 1) * sheet.across_um - sheet.width_um
    expect(Math.abs(right_um - sheet.left_um)).toBeLessThan(2_540)
  })

  test.each([
    ['the first', 1, 1, [[[4_763, 12_700]]]],
    ['the second of the second row', 5, 1, [[[74_613, 38_100]]]],
    ['the last, and then a new sheet', 30, 2, [[[144_463, 241_300]], [[4_763, 12_700]]]],
    ['beyond the end: a new sheet', 31, 1, [[[4_763, 12_700]]]],
  ])('of thirty, begin with %s', (_name, start, count, places) => {
    const sheets = placeLabels(
      LABEL_SHEETS['avery-5160'],
      start,
      Array.from({ length: count }, (_, n) => n),
    )
    expect(sheets.map((page) => page.map(({ left_um, top_um }) => [left_um, top_um]))).toEqual(places)
  })
})

describe('spines', () => {
  test.each([
    ['J 641.5 SMI 2019', ['J', '641.5', 'SMI', '2019']],
    ['FIC', ['FIC']],
    ['', []],
    ['REF R 025.4 DEW v.1 2011 c.2 Atlas', ['REF', 'R', '025.4', 'DEW', 'v.1', '2011 c.2 Atlas']],
  ])('%j', (call_number, lines) => {
    expect(spineLabel(call_number)).toEqual({ lines, bars: null })
  })
})

describe('letters', () => {
  const CITY = 'Deerfield, IL 60015'
  const LONG = 'Wolfeschlegelsteinhausenbergerdorff-'.repeat(6).slice(0, 200)
  test.each([
    ['a short one', 'Dana Miller', ['12 Elm St', CITY], ['Dana Miller', '12 Elm St', CITY]],
    ['without an address there is none', 'Dana Miller', [], null],
    ['Arabic', 'محمد بن علي', ['12 Elm St', CITY], ['محمد بن علي', '12 Elm St', CITY]],
    [
      'a long street keeps the house and the apartment',
      'Dana Miller',
      ['12345 Old North Boulevard of the Unknown Librarians and Their Cats, Building C, Apt 5', CITY],
      ['Dana Miller', '12345 Old North Boulevard of the…', 'Cats, Building C, Apt 5', CITY],
    ],
    [
      'a long town keeps the ZIP code',
      'Dana Miller',
      ['1 Hill', `${'Llanfairpwllgwyngyll '.repeat(6).trim()}, IL 60015-1234`],
      ['Dana Miller', '1 Hill', 'Llanfairpwllgwyngyll…', '60015-1234'],
    ],
  ])('%s', (_what, name, address, lines) => {
    expect(mailLabel(name, address)).toEqual(lines === null ? [] : [{ lines, bars: null }])
  })

  test('whatever is long, no line is wider than the label, and six lines are enough', () => {
    for (const text of [LONG, '👨‍👩‍👧‍👦'.repeat(60), 'x '.repeat(100)]) {
      const [label] = mailLabel(text, [text, text]).map((one) => labelSchema.parse(one))
      expect(label?.lines.length).toBeLessThanOrEqual(6)
      expect(label?.lines.every((line) => columnsOf(line) <= 33)).toBe(true)
    }
  })
})

describe('barcodes', () => {
  test.each([
    ['31234000000015', 'codabar', 'codabar'],
    ['LIB-0001', 'codabar', 'code128'],
    ['本', 'codabar', null],
  ] as const)('%s in a library of %s is drawn in %s', (value, own, drawn) => {
    const label = labelSchema.parse(barcodeLabel(value, own, ['Maple Library', '']))
    expect(label.lines).toEqual(['Maple Library', value])
    expect(label.bars?.symbology ?? null).toBe(drawn)
  })

  test.each(['avery-5160', 'avery-l7160'] as const)('fourteen digits have bars of 10 mil and more on %s', (code) => {
    const widths = bars('31234000000015', 'codabar').reduce((sum, width) => sum + width, 20)
    expect((LABEL_SHEETS[code].width_um - 3_600) / widths).toBeGreaterThanOrEqual(254)
  })
})
