/** From the goodbooks list of ten thousand popular titles to our format: both ISBNs, all authors. */
import { readRows, writeRows } from './csv-files.ts'

export function writeGoodbooksFolder(data: string, folder: string): void {
  const titles = readRows(data, 'goodbooks/books.csv').map((row) => ({
    title_id: row['book_id'] ?? '',
    title: row['title'] ?? '',
    author: row['authors'] ?? '',
    isbn: [row['isbn10'], row['isbn13']].filter(Boolean).join(';'),
    year: row['year'] ?? '',
    language: row['language'] ?? '',
  }))
  writeRows(folder, 'titles.csv', titles)
}
