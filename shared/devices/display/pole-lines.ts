/**
 * The two lines of twenty letters that a pole display shows of the patron's view. Pure. Pole displays agree on the
 * letters of ASCII and on no others (which table is in force is set by switches below the display), so any other letter
 * is written without its marks, or as other letters, or as a question mark.
 */
import type { PatronView } from './view.ts'

export const POLE_COLUMNS_COUNT = 20
const BLANK = ' '.repeat(POLE_COLUMNS_COUNT)

/** What two lines are: each has exactly twenty characters from space to tilde. */
export type PoleLines = readonly [string, string]

const SIGNS: Readonly<Record<string, string>> = {
  '¿': '',
  '¡': '',
  '£': 'GBP ',
  '€': 'EUR ',
  '¢': 'c',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '·': '.',
  '•': '*',
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'Th',
  ł: 'l',
  Ł: 'L',
  ı: 'i',
}

/** The text in letters that every pole display has. What has none is "?", one for each character a person counts. */
export function poleText(text: string): string {
  // NFKD parts "º" and "½" into plain letters and "á" into a letter and its mark; a space of any width is a space.
  return Array.from(text.normalize('NFC'), (letter) => SIGNS[letter] ?? letter)
    .join('')
    .normalize('NFKD')
    .replace(/\p{M}|\p{Cf}/gu, '')
    .replace(/\u2044/g, '/')
    .replace(/[\p{Z}\p{Cc}]+/gu, ' ')
    .replace(/[^\x20-\x7e]/gu, '?')
    .trim()
}

function padded(text: string): string {
  return `${text}${BLANK}`.slice(0, POLE_COLUMNS_COUNT)
}

/** A text that is too long ends after the last word that fits. */
function centered(whole: string): string {
  const end = whole.lastIndexOf(' ', POLE_COLUMNS_COUNT)
  const text = whole.length <= POLE_COLUMNS_COUNT ? whole : whole.slice(0, end > 0 ? end : POLE_COLUMNS_COUNT)
  const room = POLE_COLUMNS_COUNT - text.length
  return padded(`${' '.repeat(Math.max(0, Math.floor(room / 2)))}${text}`)
}

/** "Change         $7.50"; where both have no room, the value alone, which is what a patron looks for. */
function apart(label: string, value: string): string {
  const room = POLE_COLUMNS_COUNT - label.length - value.length
  if (room < 1) return padded(value.padStart(POLE_COLUMNS_COUNT))
  return `${label}${' '.repeat(room)}${value}`
}

function lineOf({ label, short }: PatronView['lines'][number]): string {
  const [said, value] = [poleText(label), poleText(short)]
  return value === '' ? centered(said) : apart(said, value)
}

/** @returns the last two lines of the view, which are what it comes to; under the mark of a practice desk the last. */
export function poleLines({ lines, mark }: PatronView): PoleLines {
  const shown = lines.slice(mark === '' ? -2 : -1).map(lineOf)
  const [upper = BLANK, lower = BLANK] = mark === '' ? shown : [centered(poleText(mark)), ...shown]
  return [upper, lower]
}

/** Two lines from outside, such as the wire: fit to be sent, whatever they were. */
export function asPoleLines(lines: readonly string[]): PoleLines {
  const asLine = (text = ''): string => padded(text.replace(/[^\x20-\x7e]/gu, '?'))
  return [asLine(lines[0]), asLine(lines[1])]
}
