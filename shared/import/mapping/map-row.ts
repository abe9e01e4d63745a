/** One row of another system's file as rows of ours, and what becomes of each of its cells. Pure. */
import { FORMATS } from '../formats.ts'
import type { Columns } from '../table.ts'
import { cleanText } from '../text.ts'
import type { ZoneName } from '../../kernel/zone.ts'
import { asDate } from './as-date.ts'
import {
  codeOf,
  ownOf,
  ruleOf,
  type ColumnRule,
  type Drop,
  type MappedFile,
  type PatronMapping,
} from './patron-mapping.ts'

export type ChangeWhy = 'joined' | 'code' | 'date-form' | 'adjusted'
export type Fate =
  | { readonly became: 'carried' }
  | { readonly became: 'changed'; readonly reason: ChangeWhy; readonly from: string; readonly now: string }
  | { readonly became: 'dropped'; readonly reason: Drop }

type Cells = Record<string, string>
export type OwnRow = { readonly spec: string; readonly file: MappedFile['rows'][string]['file']; readonly cells: Cells }

export type MappedRow = {
  readonly rows: readonly OwnRow[]
  /** By column of theirs, of those that hold something. */
  readonly fates: ReadonlyMap<string, Fate>
  /** Their number for a patron who is here by another one, and that. */
  readonly numbers: readonly (readonly [string, string])[]
  /** "cards.csv: status": what no cell says. */
  readonly invented: readonly string[]
}

export type MapTools = {
  readonly dates: PatronMapping['dates']
  readonly codes: PatronMapping['codes']
  /** The library's; a moment with an offset is a day there. */
  readonly zone: ZoneName | null
  /** Values of another table of the folder, by the column that is turned. */
  readonly looked_up: ReadonlyMap<string, ReadonlyMap<string, string>>
  /** Who has this card has that number. */
  readonly holderOf: (barcode: string) => string | null
}

type Target = Extract<ColumnRule, { readonly to: string }>
type Part = { readonly column: string; readonly raw: string; readonly value: string; readonly fate: Fate }

/** Evergreen's. */
const LETTERS = { t: 'yes', f: 'no' }
const CARRIED: Fate = { became: 'carried' }
const dropped = (reason: Drop): Fate => ({ became: 'dropped', reason })

/** What may stand in a column of ours. */
export function says(file: OwnRow['file'], column: string): string {
  const columns: Columns = FORMATS[file].columns
  return columns[column]?.field.says ?? ''
}

function turned(raw: string, column: string, rule: Target, file: OwnRow['file'], tools: MapTools): Part {
  const [, own = ''] = rule.to.split('.')
  const found = tools.looked_up.get(column)?.get(raw)
  const table = found === undefined ? rule.codes : { [raw]: found, ...rule.codes }
  const code = codeOf(raw, own, table ?? {}, tools.codes)
  if (code !== undefined) {
    if (code === '') return { column, raw, value: '', fate: dropped('default') }
    const fate: Fate = code === raw ? CARRIED : { became: 'changed', reason: 'code', from: raw, now: code }
    return { column, raw, value: code, fate }
  }
  const kind = says(file, own)
  if (kind.startsWith('a date')) {
    const value = asDate(raw, tools.dates, tools.zone)
    return { column, raw, value, fate: value === raw ? CARRIED : shaped('date-form', raw, value) }
  }
  const value = kind.startsWith('yes or no') ? (ownOf(LETTERS, raw) ?? raw) : raw
  return { column, raw, value, fate: CARRIED }
}

/** A change by the form of the value alone, which names nobody. */
export function shaped<Why extends string>(
  reason: Why,
  from: string,
  now: string,
): { readonly became: 'changed'; readonly reason: Why; readonly from: string; readonly now: string } {
  const shape = (text: string): string => text.replaceAll(/\p{L}/gu, 'a').replaceAll(/\p{N}/gu, '9').slice(0, 40)
  return { became: 'changed', reason, from: shape(from), now: shape(now) }
}

/** @param header the columns of their file, in small letters */
export function rowMapper(spec: MappedFile, header: readonly string[], tools: MapTools) {
  return (cells: readonly string[]): MappedRow => {
    const texts = new Map(header.map((name, at) => [name, cleanText(cells[at] ?? '').text]))
    const fates = new Map<string, Fate>()
    const places = new Map<string, Part[]>()
    for (const [column, raw] of inOrder(spec, texts)) {
      const rule = ruleOf(spec, column)
      if (rule === undefined || 'drop' in rule) {
        fates.set(column, dropped(rule?.drop ?? 'no-place'))
        continue
      }
      const file = spec.rows[rule.to.split('.')[0] ?? '']?.file
      if (file === undefined) fates.set(column, dropped('no-place'))
      else place(places, fates, rule, turned(raw, column, rule, file, tools))
    }
    return made(spec, texts, places, fates, tools)
  }
}

/** The filled cells: those of the mapping in its order, since it says which are joined and which are spare. */
function inOrder(spec: MappedFile, texts: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  const known = Object.keys(spec.columns).filter((name) => texts.has(name))
  const others = [...texts.keys()].filter((name) => !Object.hasOwn(spec.columns, name))
  return [...known, ...others].map((name) => [name, texts.get(name) ?? ''] as const).filter(([, raw]) => raw !== '')
}

function place(places: Map<string, Part[]>, fates: Map<string, Fate>, rule: Target, part: Part): void {
  const there = places.get(rule.to) ?? []
  if (part.value === '') fates.set(part.column, part.fate)
  else if (rule.is_spare && there.length > 0) fates.set(part.column, dropped('spare'))
  else places.set(rule.to, [...there, part])
}

/** Whether a column of theirs, which is nothing else of ours, is the patron's number. */
export function isNumber(spec: MappedFile, column: string): boolean {
  const rule = ruleOf(spec, column)
  return spec.key.includes(column) && rule !== undefined && 'drop' in rule && rule.drop === 'internal'
}

function made(
  spec: MappedFile,
  texts: ReadonlyMap<string, string>,
  places: ReadonlyMap<string, readonly Part[]>,
  fates: Map<string, Fate>,
  { holderOf }: MapTools,
): MappedRow {
  const card = spec.card_column === undefined ? '' : (texts.get(spec.card_column) ?? '')
  const key = spec.key.find((name) => (texts.get(name) ?? '') !== '')
  const theirs = texts.get(key ?? '') ?? ''
  const number = (card === '' ? null : holderOf(card)) ?? theirs
  const isNumberKept = key !== undefined && number === theirs && isNumber(spec, key)
  if (isNumberKept) fates.set(key, CARRIED)
  const rows: OwnRow[] = []
  const invented: string[] = []
  for (const [name, { file, needs, fixed = {} }] of Object.entries(spec.rows)) {
    const own = [...places].filter(([to]) => to.startsWith(`${name}.`))
    const values = Object.fromEntries(
      own.map(([to, parts]) => [to.slice(name.length + 1), parts.map((part) => part.value).join(' ')]),
    )
    const isMade = !needs || needs.some((column) => (values[column] ?? '') !== '')
    for (const [to, parts] of own) {
      const whole = values[to.slice(name.length + 1)] ?? ''
      for (const part of parts) fates.set(part.column, isMade ? fateOf(part, parts, whole) : dropped('alone'))
    }
    if (!isMade) continue
    rows.push({ spec: name, file, cells: { ...fixed, ...values, patron_id: number } })
    const isKeyed = file === 'patrons.csv' && !('patron_id' in values) && !isNumberKept
    const added = [...Object.keys(fixed).filter((column) => !(column in values)), ...(isKeyed ? ['patron_id'] : [])]
    invented.push(...[...added, ...defaults(file, { ...fixed, ...values })].map((column) => `${file}: ${column}`))
  }
  const numbers = theirs === '' || theirs === number ? [] : [[theirs, number] as const]
  return { rows, fates, invented, numbers }
}

function fateOf(part: Part, parts: readonly Part[], whole: string): Fate {
  return parts.length > 1 ? shaped('joined', part.raw, whole) : part.fate
}

/** What an empty cell of ours means, where it means something. */
function defaults(file: OwnRow['file'], values: Readonly<Cells>): readonly string[] {
  const columns: Columns = FORMATS[file].columns
  return Object.entries(columns)
    .filter(([name, { empty }]) => !(name in values) && empty !== '' && empty !== null && empty !== undefined)
    .map(([name]) => name)
}
