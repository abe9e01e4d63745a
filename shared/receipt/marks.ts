/**
 * Marks on paper that goes to a printer more than once: which copy it is, or that the desk does not know whether the
 * first one came.
 */
import type { Block, ReceiptDocument } from './document.ts'
import { wordsIn } from './paper-language.ts'

function marked(document: ReceiptDocument, says: string): ReceiptDocument {
  const mark: Block = { block: 'text', text: `*** ${says} ***`, is_strong: true, align: 'center' }
  return { ...document, blocks: [mark, ...document.blocks, mark] }
}

/** The desk sends it again by itself, because the first one may not have come. */
export function asReprint(document: ReceiptDocument): ReceiptDocument {
  return marked(document, wordsIn(document.language).reprint)
}

/** A person asked for it again: "COPY 2" in place of a mark without a number. */
export function asCopyNumber(document: ReceiptDocument, copy_number: number): ReceiptDocument {
  return marked({ ...document, is_copy: false }, wordsIn(document.language).cash.copy_number(copy_number))
}
