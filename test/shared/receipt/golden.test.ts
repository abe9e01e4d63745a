/**
 * Every paper in both languages as a printer would set it, against the files in test/golden/receipts. A wanted
 * change is taken over with `vitest run test/shared/receipt/golden.test.ts --update` (the file first: a path after
 * --update is read as its value, and then every test runs); then read the difference.
 */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { asCopy, receiptDocumentSchema, type ReceiptDocument } from '../../../shared/receipt/document.ts'
import { wordsIn } from '../../../shared/receipt/paper-language.ts'
import { layoutText } from '../../support/layout-text.ts'
import { columnsOf } from '../../../shared/receipt/layout/width.ts'
import { PRACTICE_PAPERS } from './cash/papers.ts'
import { PAPERS } from './papers.ts'

const FOLDER = path.join(import.meta.dirname, '../../golden/receipts')

type Golden = { readonly name: string; readonly document: ReceiptDocument; readonly columns: number }

const made = (name: string, language: 'en' | 'es'): ReceiptDocument => {
  const paper = PAPERS[name]
  if (!paper) throw new TypeError(`no such paper: ${name}`)
  return paper(wordsIn(language))
}

const practice = (name: string, language: 'en' | 'es'): ReceiptDocument => {
  const paper = PRACTICE_PAPERS[name]
  if (!paper) throw new TypeError(`no such paper: ${name}`)
  return paper(wordsIn(language))
}

const GOLDEN: readonly Golden[] = [
  ...Object.keys(PAPERS).flatMap((name) =>
    (['en', 'es'] as const).map((language) => ({
      name: `${name}.${language}`,
      document: made(name, language),
      columns: 42,
    })),
  ),
  ...['check-out', 'hold', 'statement', 'pull-list', 'shelf-list'].map((name) => ({
    name: `${name}.large.en`,
    document: { ...made(name, 'en'), size: 'large' as const },
    columns: 42,
  })),
  { name: 'check-out.large.es', document: { ...made('check-out', 'es'), size: 'large' }, columns: 48 },
  { name: 'check-out.32.en', document: made('check-out', 'en'), columns: 32 },
  ...['payment-everything', 'refund', 'deposit-slip', 'count-sheet', 'cash-slip', 'z-report'].flatMap((name) => [
    { name: `${name}.32.es`, document: made(name, 'es'), columns: 32 },
    { name: `${name}.large.en`, document: { ...made(name, 'en'), size: 'large' as const }, columns: 42 },
  ]),
  // What a clerk at a desk for practice sees first, on the narrowest paper.
  ...['payment', 'x-report', 'z-report', 'deposit-slip'].flatMap((name) =>
    (['en', 'es'] as const).map((language) => ({
      name: `${name}.practice.32.${language}`,
      document: practice(name, language),
      columns: 32,
    })),
  ),
  { name: 'pull-list.80.en', document: made('pull-list', 'en'), columns: 80 },
  { name: 'renewal.copy.en', document: asCopy(made('renewal', 'en')), columns: 48 },
  { name: 'renewal.copy.es', document: asCopy(made('renewal', 'es')), columns: 48 },
]

describe.each(GOLDEN)('$name', ({ name, document, columns }) => {
  const lines = layoutText(document, columns)

  it('stands as in its file', async () => {
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(path.join(FOLDER, `${name}.txt`))
  })

  it('is a document of the shape that travels, and no line is wider than the paper', () => {
    expect(receiptDocumentSchema.parse(document)).toEqual(document)
    const width = document.size === 'large' ? Math.floor(columns / 2) : columns
    expect(lines.filter((line) => columnsOf(line) > width)).toEqual([])
  })
})

it('the folder holds these files and no others', () => {
  expect(readdirSync(FOLDER).toSorted()).toEqual(GOLDEN.map(({ name }) => `${name}.txt`).toSorted())
})
