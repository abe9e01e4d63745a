/**
 * A document as lines for a printer with N fixed columns. Drivers print it, e-mails carry it, and tests keep it as
 * golden files. No line is longer than the paper, and no character is cut.
 */
import type { Symbology } from '../../catalog/symbology.ts'
import type { Block, ReceiptDocument } from '../document.ts'
import { wordsIn } from '../paper-language.ts'
import { layoutTable } from './layout-table.ts'
import { columnsOf, wrap } from './width.ts'

/**
 * `is_wide`: printed twice as wide and high; such a line takes at most half of the columns. The driver applies `align`.
 */
export type PaperLine =
  | {
      readonly kind: 'text'
      readonly text: string
      readonly align: 'start' | 'center'
      readonly is_strong: boolean
      readonly is_wide: boolean
    }
  | { readonly kind: 'barcode'; readonly value: string; readonly symbology: Symbology }
  /** Its text is on lines of its own, below. */
  | { readonly kind: 'qr'; readonly value: string }

type Look = { readonly align: 'start' | 'center'; readonly is_strong: boolean; readonly is_wide: boolean }

export const COLUMNS_MIN = 16
const TITLE_LINES_MAX = 2
const TITLE_LINES_LARGE_MAX = 4
const INDENT = '  '

/** What a block is laid out on: the columns at this size, and whether the whole paper is wide. */
type Paper = { readonly columns: number; readonly is_large: boolean }

const PLAIN: Look = { align: 'start', is_strong: false, is_wide: false }

function texts(lines: readonly string[], paper: Paper, look: Partial<Look> = {}): readonly PaperLine[] {
  return lines.map((text) => ({
    kind: 'text',
    text: text.replaceAll('\u00a0', ' '),
    ...PLAIN,
    is_wide: paper.is_large,
    ...look,
  }))
}

/** Left and right on one line; or, when they do not fit, on lines of their own, the right one flush right. */
export function spread(left: string, right: string, columns: number): readonly string[] {
  const gap = columns - columnsOf(left) - columnsOf(right)
  if (right === '') return wrap(left, columns)
  if (left !== '' && gap >= 1) return [`${left}${' '.repeat(gap)}${right}`]
  const pushed = wrap(right, columns).map((text) => `${' '.repeat(columns - columnsOf(text))}${text}`)
  return [...wrap(left, columns), ...pushed]
}

function indented(text: string, paper: Paper): readonly string[] {
  return wrap(text, paper.columns - INDENT.length).map((line) => `${INDENT}${line}`)
}

function itemLines(block: Extract<Block, { block: 'item' }>, paper: Paper): readonly PaperLine[] {
  const title = wrap(block.title, paper.columns, paper.is_large ? TITLE_LINES_LARGE_MAX : TITLE_LINES_MAX)
  const details = block.details.flatMap((detail) => indented(detail, paper))
  const isEmpty = block.left === '' && block.right === ''
  const inner = isEmpty ? [] : spread(block.left, block.right, paper.columns - INDENT.length)
  const last = inner.map((text) => `${INDENT}${text}`)
  return [...texts(title, paper, { is_strong: true }), ...texts([...details, ...last], paper)]
}

function bigLines(block: Extract<Block, { block: 'big' }>, paper: Paper): readonly PaperLine[] {
  const half = paper.is_large ? paper.columns : Math.floor(paper.columns / 2)
  const label = texts(wrap(block.label, paper.columns), paper, { align: 'center' })
  const text = texts(wrap(block.text, half), paper, { align: 'center', is_strong: true, is_wide: true })
  return [...texts([''], paper), ...label, ...text, ...texts([''], paper)]
}

function blockLines(block: Block, paper: Paper): readonly PaperLine[] {
  const { columns } = paper
  switch (block.block) {
    case 'heading':
      return texts(wrap(block.text.toLocaleUpperCase('en'), columns), paper, { is_strong: true })
    case 'text':
      return texts(wrap(block.text, columns), paper, { align: block.align, is_strong: block.is_strong })
    case 'line':
      return texts(spread(block.left, block.right, columns), paper, { is_strong: block.is_strong })
    case 'item':
      return itemLines(block, paper)
    case 'rule':
      return texts(['-'.repeat(columns)], paper)
    case 'big':
      return bigLines(block, paper)
    case 'barcode':
      return [{ kind: 'barcode', value: block.value, symbology: block.symbology }]
    case 'qr':
      // A telephone finds a code by the white around it.
      return [
        ...texts([''], paper),
        { kind: 'qr', value: block.text },
        ...texts(wrap(block.text, columns), paper, { align: 'center' }),
      ]
    case 'space':
      return texts([''], paper)
    case 'table':
      return layoutTable(block, columns).flatMap(({ text, is_strong }) => texts([text], paper, { is_strong }))
    case 'footer':
      return texts(wrap(block.text, columns), paper, { align: 'center' })
  }
}

function copyLines(document: ReceiptDocument, paper: Paper): readonly PaperLine[] {
  if (!document.is_copy) return []
  return texts([`*** ${wordsIn(document.language).copy} ***`], paper, { align: 'center', is_strong: true })
}

/** Lines for a printer of `columns` columns (42 or 48 on 80 mm, 32 on 58 mm); at least 16 at either size. */
export function layoutLines(document: ReceiptDocument, columns: number): readonly PaperLine[] {
  const is_large = document.size === 'large'
  const paper = { columns: Math.max(COLUMNS_MIN, is_large ? Math.floor(columns / 2) : columns), is_large }
  const copy = copyLines(document, paper)
  return [...copy, ...document.blocks.flatMap((block) => blockLines(block, paper)), ...copy]
}
