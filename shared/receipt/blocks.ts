/**
 * Makes the blocks of a document. All outside text goes through here and is cleaned, so that no builder can forget it.
 * Empty texts make no block.
 */
import { paperText } from './clean.ts'
import { canDraw, type Symbology } from '../catalog/symbology.ts'
import type { Block, DocumentKind, ReceiptDocument, TableBlock } from './document.ts'
import type { PaperFacts } from './paper-facts.ts'
import { sayStamp } from './say.ts'
import type { Words } from './words/en.ts'

export const heading = (text: string): Block => ({ block: 'heading', text: paperText(text) })

export function plain(text: string): readonly Block[] {
  const clean = paperText(text)
  return clean === '' ? [] : [{ block: 'text', text: clean, is_strong: false, align: 'start' }]
}

export function strong(text: string): readonly Block[] {
  return plain(text).map((block) => (block.block === 'text' ? { ...block, is_strong: true } : block))
}

export const line = (left: string, right: string, is_strong = false): Block => ({
  block: 'line',
  left: paperText(left),
  right: paperText(right),
  is_strong,
})

export type ItemSaid = {
  readonly title: string
  readonly details?: readonly string[]
  readonly left?: string
  readonly right?: string
}

export const item = ({ title, details = [], left = '', right = '' }: ItemSaid): Block => ({
  block: 'item',
  title: paperText(title),
  details: details.map(paperText).filter((text) => text !== ''),
  left: paperText(left),
  right: paperText(right),
})

export const RULE: Block = { block: 'rule' }
export const SPACE: Block = { block: 'space' }

export const big = (label: string, text: string): Block => ({
  block: 'big',
  label: paperText(label),
  text: paperText(text),
})

/** A barcode, as Code 128 when the library's own symbology cannot encode it, otherwise the number as text. */
export function barcode(value: string, symbology: Symbology): readonly Block[] {
  const clean = paperText(value)
  const drawn = canDraw(clean, symbology) ? symbology : canDraw(clean, 'code128') ? 'code128' : null
  return drawn === null ? plain(clean) : [{ block: 'barcode', value: clean, symbology: drawn }]
}

/** Rows as given; a row with fewer cells than columns is padded with empty ones. */
export function table(
  columns: TableBlock['columns'],
  rows: readonly { readonly cells: readonly string[]; readonly under?: readonly string[] }[],
  has_boxes: boolean,
): Block {
  return {
    block: 'table',
    columns: columns.map(({ label, width_count }) => ({ label: paperText(label), width_count })),
    rows: rows.map(({ cells, under = [] }) => ({
      // A column can be narrower than a date with non-breaking spaces.
      cells: columns.map((_, index) => paperText((cells[index] ?? '').replaceAll('\u00a0', ' '))),
      under: under.map(paperText).filter((text) => text !== ''),
    })),
    has_boxes,
  }
}

export function centered(text: string, is_strong: boolean): readonly Block[] {
  const clean = paperText(text)
  return clean === '' ? [] : [{ block: 'text', text: clean, is_strong, align: 'center' }]
}

/** The library's name and address, the kind of paper, and when it was made. `right` is printed beside the time. */
export function letterhead(facts: PaperFacts, words: Words, title: string, right = ''): readonly Block[] {
  return [
    ...centered(facts.library_name, true),
    ...centered(facts.branch_name === facts.library_name ? '' : facts.branch_name, false),
    ...facts.contact_lines.flatMap((text) => centered(text, false)),
    RULE,
    heading(title),
    line(sayStamp(words, facts), right),
    RULE,
  ]
}

/** The head of a slip or list for the staff: what it is, where and when. */
export function slipHead(facts: PaperFacts, words: Words, title: string): readonly Block[] {
  const stamp = sayStamp(words, facts)
  return [heading(title), ...plain(facts.branch_name), ...plain(stamp), RULE]
}

/** The library's own footer on a patron's paper. */
export function foot(facts: PaperFacts): readonly Block[] {
  const texts = facts.foot_lines.map(paperText).filter((text) => text !== '')
  const lines = texts.map((text): Block => ({ block: 'footer', text }))
  const code: Block[] = facts.web_address === null ? [] : [{ block: 'qr', text: facts.web_address }]
  return lines.length + code.length === 0 ? [] : [RULE, ...lines, ...code]
}

export function compose(
  kind: DocumentKind,
  facts: PaperFacts,
  words: Words,
  blocks: readonly (Block | readonly Block[])[],
): ReceiptDocument {
  return { kind, language: words.language, is_copy: false, size: facts.size, blocks: blocks.flat() }
}
