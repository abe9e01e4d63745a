/** The name of a paper for clerks, whatever the paper's own language. */
import type { DocumentKind, ReceiptDocument } from './document.ts'

const KIND_WORDS: Readonly<Record<DocumentKind, string>> = {
  'check-out': 'Check-out receipt',
  'check-in': 'Check-in receipt',
  renewal: 'Renewal receipt',
  'hold-slip': 'Hold slip',
  'transit-slip': 'Transit slip',
  statement: 'Account statement',
  'item-slip': 'Item slip',
  'recall-notice': 'Recall notice',
  'pull-list': 'Pull list',
  'shelf-list': 'Hold shelf list',
  'cart-order': 'Order of the cart',
  list: 'List',
}

/** "Check-out receipt, in Spanish, large print, copy". */
export function paperName(document: ReceiptDocument): string {
  const parts = [
    KIND_WORDS[document.kind],
    document.language === 'es' ? 'in Spanish' : '',
    document.size === 'large' ? 'large print' : '',
    document.is_copy ? 'copy' : '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}
