/**
 * ISBNs as catalogs write them: with hyphens, prices and "(pbk.)". Kept as thirteen digits, which is what a scanner
 * reads from the back of the book.
 */
import { isbn13 } from '../catalog/isbn.ts'

const LEADING_NUMBER = /^[\s:]*((?:97[89][-\s]?)?\d[\d\s-]{7,15}[\dXx])(?![\d\p{L}])/u

/** Reads "0-439-02348-3 (hc.) : $17.99" or "9780439023481" as "9780439023481"; null when its check digit is wrong. */
export function readIsbn(text: string): string | null {
  const number = LEADING_NUMBER.exec(text.slice(0, 200))?.[1]
  return number === undefined ? null : isbn13(number)
}

/** Several ISBNs, some of them not valid. */
export type Isbns = { readonly valid: readonly string[]; readonly bad: readonly string[] }

export function readIsbns(texts: readonly string[]): Isbns {
  const valid: string[] = []
  const bad: string[] = []
  for (const text of texts) {
    const isbn = readIsbn(text)
    if (isbn === null) bad.push(text)
    else if (!valid.includes(isbn)) valid.push(isbn)
  }
  return { valid, bad }
}
