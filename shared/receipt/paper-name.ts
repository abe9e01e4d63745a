/** The name of a paper for clerks, whatever the paper's own language. */
import type { Words } from '../words/en/en.ts'
import type { ReceiptDocument } from './document.ts'

/** "Check-out receipt, in Spanish, large print, copy". */
export function paperName(words: Words['screen']['papers'], document: ReceiptDocument): string {
  const parts = [
    words.kinds[document.kind],
    document.language === 'es' ? words.in_spanish : '',
    document.size === 'large' ? words.large : '',
    document.is_copy ? words.copy : '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}
