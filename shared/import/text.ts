/** What happens to every text of an import: it is cleaned as everywhere, and a change is reported. */
import { cleanLine, cleanLines } from '../kernel/clean-text.ts'

const LAYOUT = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu

/** The text as stored, and whether anything but layout was removed from it. */
export type CleanText = { readonly text: string; readonly isChanged: boolean }

export function cleanText(raw: string): CleanText {
  const text = cleanLine(raw)
  const isChanged = text !== raw && text !== raw.replaceAll(LAYOUT, ' ').normalize('NFC').trim()
  return { text, isChanged }
}

const squeezed = (text: string): string => text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()

/** The same for text of several lines, which stay. */
export function cleanTextOfLines(raw: string): CleanText {
  const text = cleanLines(raw)
  return { text, isChanged: squeezed(text) !== squeezed(raw) }
}

const MARKS_BUT_LAYOUT = /(?![\t\n\v\f\r\u0085])\p{Cc}/gu

/** The same for a number or a code, whose parts belong together whatever mark separates them. */
export function cleanNumber(raw: string): CleanText {
  const joined = raw.replace(MARKS_BUT_LAYOUT, '')
  const { text, isChanged } = cleanText(joined)
  return { text, isChanged: isChanged || joined !== raw }
}

/** A value as a report shows it: in full when short, otherwise its beginning and its length, as `cut` says them. */
export function shownValue(
  value: string,
  length_max: number,
  cut: (beginning: string, characters_count: number) => string,
): string {
  return value.length <= length_max ? value : cut(value.slice(0, length_max), value.length)
}
