/**
 * What stands on a label: of a spine the call number, one part a line; of an item and of a patron's card a barcode with
 * the library's name; of a letter name and address. A card's label has no name: whoever finds it learns nothing. Pure.
 */
import { z } from 'zod'
import { LABEL_SHEET_CODES, LABELS_OF_SHEET_MAX } from '../../catalog/label-sheets.ts'
import { canDraw, symbologySchema, type Symbology } from '../../catalog/symbology.ts'
import { barcode, big, compose, plain, RULE, strong } from '../blocks.ts'
import { isPaperText, paperText } from '../clean.ts'
import type { ReceiptDocument } from '../document.ts'
import { cutTo, wrap } from './width.ts'
import type { PaperFacts } from '../paper-facts.ts'
import type { Words } from '../words/en.ts'

export const LABEL_KINDS = ['spine', 'item', 'card', 'mail'] as const
export type LabelKind = (typeof LABEL_KINDS)[number]

const LINES_MAX = 6
export const LABELS_MAX = 400

const labelText = z.string().refine(isPaperText, 'not fit for paper')
export const labelSchema = z.strictObject({
  lines: z.array(labelText).max(LINES_MAX),
  /** Null: no bars; its number may stand among the lines. */
  bars: z.strictObject({ value: labelText, symbology: symbologySchema }).nullable(),
})
export type Label = z.infer<typeof labelSchema>

/** The part of a page with labels on the sheets of this code, the first at the place `start_count`. */
export const labelsSectionSchema = z.strictObject({
  kind: z.literal('labels'),
  section_id: z.string(),
  heading: z.string(),
  sheet_code: z.enum(LABEL_SHEET_CODES),
  start_count: z.int().min(1).max(LABELS_OF_SHEET_MAX),
  labels: z.array(labelSchema).max(LABELS_MAX),
})

/** "J 641.5 SMI 2019" is four lines; what is left over after the sixth joins it. */
export function spineLabel(call_number: string): Label {
  const parts = paperText(call_number)
    .split(' ')
    .filter((part) => part !== '')
  const last = parts.slice(LINES_MAX - 1).join(' ')
  const lines = parts.length > LINES_MAX ? [...parts.slice(0, LINES_MAX - 1), last] : parts
  return { lines, bars: null }
}

/** Letters of six lines that fit side by side on the widest labels. */
const MAIL_COLUMNS = 33

/** In two lines: of what is longer the beginning and the end, with house and apartment, and the ZIP code. */
function inTwoLines(text: string): readonly string[] {
  const lines = wrap(text, MAIL_COLUMNS)
  const [first = '', last = ''] = [lines[0], lines.at(-1)]
  return lines.length <= 2 ? lines : [cutTo(`${first}…`, MAIL_COLUMNS), last]
}

/** A name and an address; without an address there is nothing to send. */
export function mailLabel(name: string, address_lines: readonly string[]): readonly Label[] {
  const address = address_lines.map(paperText).filter((text) => text !== '')
  const lines = [...wrap(paperText(name), MAIL_COLUMNS, 2), ...address.flatMap(inTwoLines)].slice(0, LINES_MAX)
  return address.length === 0 ? [] : [{ lines, bars: null }]
}

/** In the library's symbology, or in Code 128 where that cannot write it; else the number as text alone. */
export function barcodeLabel(value: string, symbology: Symbology, lines: readonly string[]): Label {
  const clean = paperText(value)
  const drawn = canDraw(clean, symbology) ? symbology : canDraw(clean, 'code128') ? 'code128' : null
  const texts = [...lines.map(paperText).filter((line) => line !== ''), clean]
  return { lines: texts, bars: drawn === null ? null : { value: clean, symbology: drawn } }
}

/** The labels one after another on a roll, with a line to cut along between them. */
export function labelStrip(
  facts: PaperFacts,
  kind: LabelKind,
  labels: readonly Label[],
  words: Words,
): ReceiptDocument {
  const blocks = labels.flatMap(({ lines, bars }, index) => [
    ...(index === 0 ? [] : [RULE]),
    ...(bars === null
      ? lines.flatMap((text) => (kind === 'spine' ? big('', text) : strong(text)))
      : [
          ...lines.slice(0, -1).flatMap((line, at) => (at === 0 ? strong(line) : plain(line))),
          ...barcode(bars.value, bars.symbology),
        ]),
  ])
  return compose('list', facts, words, blocks)
}
