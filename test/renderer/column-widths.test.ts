/**
 * The barcodes of a table have room beside an open patron, at 1280 by 720: there a table is 711 px wide, its text has
 * 18 px, a figure of a barcode 10.9 px, and a cell 21.6 px of its own. Measured in Chromium.
 */
import { expect, test } from 'vitest'
import { columnWidths } from '../../renderer/parts/page/column-widths.ts'
import { pageRow } from './support/pages.ts'

const TABLE_PX = 711
const BARCODE = '31234000124873'
const BARCODE_PX = BARCODE.length * 10.9 + 21.6

const LISTS = {
  'what an account has out': [
    ['Title', 'Due', 'Renewed', 'Barcode'],
    ['Pachinko', 'overdue, Fri, Nov 20, fine so far $1.75', '', BARCODE],
    ['Salt, Fat, Acid, Heat', 'Sat, Dec 5', '', BARCODE],
  ],
  'the pull list': [
    ['Call number', 'Title', 'Author', 'Barcode', 'For'],
    ['FIC ADI', 'Americanah', 'Adichie, Chimamanda Ngozi', BARCODE, 'North Branch'],
    ['FIC HUR', 'Their Eyes Were Watching God', 'Hurston, Zora Neale', BARCODE, 'here'],
  ],
} as const

test.each(Object.entries(LISTS))('of %s', (_name, [labels, ...lines]) => {
  const columns = labels.map((label) => ({ label, is_number: false }))
  const rows = lines.map((texts) => {
    const cells = texts.map((text) => ({ text, tone: 'plain' as const, is_number: text === BARCODE }))
    return pageRow('', [], { cells })
  })
  const share = columnWidths(columns, rows)[labels.findIndex((label) => label === 'Barcode')]
  expect((Number(share?.replace('%', '')) / 100) * TABLE_PX).toBeGreaterThanOrEqual(BARCODE_PX)
})
