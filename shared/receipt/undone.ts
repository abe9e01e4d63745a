/**
 * A paper that was made before something on it was undone: it says so above everything else, as long as it can be
 * printed again. Names the item as the paper itself does, and never more of it.
 */
import { strong } from './blocks.ts'
import { barcodeTail, paperText } from './clean.ts'
import type { Block, ReceiptDocument } from './document.ts'
import type { PaperItem } from './paper-facts.ts'
import { wordsIn } from './paper-language.ts'

function namesOf(block: Block): string {
  if (block.block === 'item') return block.title
  return block.block === 'line' ? block.left : ''
}

/** The same document where it does not name the item. */
export function saidUndone(document: ReceiptDocument, { title, barcode }: PaperItem): ReceiptDocument {
  const words = wordsIn(document.language)
  const names = new Set(document.blocks.map(namesOf))
  const name = [title, words.item(barcodeTail(barcode))].map(paperText).find((one) => names.has(one))
  if (name === undefined || name === '') return document
  return { ...document, blocks: [...strong(words.undone_since(name)), ...document.blocks] }
}
