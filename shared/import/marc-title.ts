/**
 * Turns a MARC 21 record into the cells of a title row, and its holdings into the cells of item rows. The cells then go
 * through the same readers as those of a CSV file. Catalog punctuation is trimmed; words are never changed.
 */
import type { MarcMapping } from './marc-mapping.ts'
import { numberOf } from './marc-number.ts'
import { fieldsOf, subfieldsOf, valueAt, type MarcField, type MarcRecord } from './marc-record.ts'

/** The columns of titles.csv that a record fills, and where each comes from, for the report. */
export const TITLE_PLACES = {
  title_id: '001',
  title: '245',
  author: '100',
  isbn: '020',
  publisher: '264',
  year: '264',
  format: 'leader',
  language: '008',
} as const
type TitleColumn = keyof typeof TITLE_PLACES
/** Number and title are undefined where the record has no place for them. */
export type TitleCells = Readonly<Record<Exclude<TitleColumn, 'title_id' | 'title'>, string>> &
  Readonly<Record<'title_id' | 'title', string | undefined>>

/** Where a title can be; the first with a value wins. A record without a 245 is still good. */
const TITLE_TAGS = ['245', '246', '240', '130'] as const

const ABBREVIATION = /(^|[\s.])(inc|ltd|co|bros|dept|univ|mrs|etc|vol|ed)\.$/iu

/** Trailing ISBD punctuation, and a period after a whole word (not after "Jr." or an initial). */
function trimmed(text: string): string {
  const bare = text.replace(/[\s/:;=,]+$/u, '')
  if (bare.endsWith('..') || ABBREVIATION.test(bare)) return bare
  return /(\p{L}{3}|[)\]\d])\.$/u.test(bare) ? bare.slice(0, -1) : bare
}

/** The title proper with part and subtitle. A medium in $h is dropped, the punctuation at its end stays. */
function titleText(field: MarcField): string {
  const parts = field.subfields.flatMap(({ code, value }) => {
    if ('abnp'.includes(code)) return [value.trim()]
    const mark = code === 'h' ? /[:=;]\s*$/.exec(value)?.[0].trim() : undefined
    return mark === undefined ? [] : [mark]
  })
  return trimmed(parts.join(' '))
}

/** The title, and the field it comes from; undefined when the record has no title field. */
export function titleOf(record: MarcRecord): { readonly tag: string; readonly title: string } | undefined {
  const found = TITLE_TAGS.flatMap((tag) => fieldsOf(record, tag).map((field) => ({ tag, title: titleText(field) })))
  return found.find(({ title }) => title !== '') ?? found[0]
}

function nameText(field: MarcField | undefined): string {
  return field ? trimmed(subfieldsOf(field, 'abcq').join(' ')) : ''
}

function authorText(record: MarcRecord): string {
  const main = nameText(fieldsOf(record, '100', '110', '111')[0])
  return main === '' ? nameText(fieldsOf(record, '700', '710', '711')[0]) : main
}

/** Type of record and bibliographic level, leader 06 and 07, in the desk's words. */
function formatText(leader: string): string {
  const level = leader[7] ?? ''
  if ('at'.includes(leader[6] ?? '?') && 'bis'.includes(level)) return 'magazine'
  const words: Readonly<Record<string, string>> = {
    a: 'book',
    t: 'book',
    c: 'score',
    d: 'score',
    e: 'map',
    f: 'map',
    g: 'video',
    i: 'audiobook',
    j: 'music',
    k: 'picture',
    m: 'software',
    o: 'kit',
    r: 'object',
  }
  return words[leader[6] ?? ''] ?? 'other'
}

function imprint(record: MarcRecord, codes: string): string {
  const fields = fieldsOf(record, '264', '260')
  const published = fields.toSorted((a, b) => Number(b.indicators[1] === '1') - Number(a.indicators[1] === '1'))
  return published.map((field) => subfieldsOf(field, codes)[0] ?? '').find((text) => text.trim() !== '') ?? ''
}

function yearText(record: MarcRecord): string {
  const printed = imprint(record, 'c')
  const year = /\d{4}/.exec(printed)?.[0] ?? /^\d{4}$/.exec(valueAt(record, '008').slice(7, 11))?.[0]
  return year ?? trimmed(printed)
}

function languageText(record: MarcRecord): string {
  const fixed = fieldsOf(record, '008')[0]?.value ?? ''
  const code = fixed.slice(35, 38)
  return /^[a-z]{3}$/.test(code) ? code : valueAt(record, '041a').slice(0, 3)
}

export function titleCells(record: MarcRecord, mapping: MarcMapping): TitleCells {
  const number = numberOf(record, mapping.title_id)
  const isbns = fieldsOf(record, '020').flatMap((field) => subfieldsOf(field, 'a'))
  return {
    title_id: number ? `${mapping.title_id_prefix}${number}` : number,
    title: titleOf(record)?.title,
    author: authorText(record),
    isbn: isbns.map((isbn) => isbn.replaceAll(';', ' ')).join(';'),
    publisher: trimmed(imprint(record, 'b')),
    year: yearText(record),
    format: formatText(record.leader),
    language: languageText(record),
  }
}

/** Title and author in their own script (880 linked to 245 and 1XX), so that a search finds them in it too. */
export function vernacularWords(record: MarcRecord): string {
  const linked = fieldsOf(record, '880').filter((field) => /^(245|1\d\d)-/.test(subfieldsOf(field, '6')[0] ?? ''))
  return linked.map((field) => subfieldsOf(field, 'abnp').join(' ')).join(' ')
}

/** The items in a record, each as cells by column of items.csv; none when the mapping names no holdings. */
export function itemCells(
  record: MarcRecord,
  mapping: MarcMapping,
  title_id: string | undefined,
): readonly Readonly<Record<string, string | undefined>>[] {
  const items = mapping.items
  if (!items) return []
  return fieldsOf(record, items.tag).map((field) => {
    const cells: Record<string, string | undefined> = { ...items.fixed, title_id }
    for (const [column, codes] of Object.entries(items.columns)) {
      const values = subfieldsOf(field, codes)
      const found = values.join(' ').trim()
      const value = items.translate[column]?.[found] ?? found
      if (value !== '') cells[column] = value
      else if (values.length > 0) cells[column] ??= ''
    }
    return cells
  })
}
