/**
 * Where each field of ours goes in the files of another system, and which of our rows stands where. Pure. Each place
 * has one row of ours, and a row is in one place.
 */
import { FORMATS } from '../formats.ts'
import type { CellFate } from '../mapping/losses.ts'
import { shaped } from '../mapping/map-row.ts'
import { codeOf, ownOf, type ColumnRule, type MappedFile, type PatronMapping } from '../mapping/patron-mapping.ts'
import type { Columns } from '../table.ts'

export type OwnFile = MappedFile['rows'][string]['file']
export type Cells = Readonly<Record<string, string>>
type Target = Extract<ColumnRule, { readonly to: string }>
export type Place = { readonly column: string; readonly own: string; readonly file: OwnFile; readonly rule: Target }
export type Tools = Pick<PatronMapping, 'dates' | 'codes' | 'flags'>

export const CARRIED: CellFate = { became: 'carried' }
export const dropped = (reason: string): CellFate => ({ became: 'dropped', reason })

/** By "patron.surname": the column of theirs that gets it. */
export function placesOf(spec: MappedFile): ReadonlyMap<string, Place> {
  const all = Object.entries(spec.columns).flatMap(([column, rule]) => ('to' in rule ? [{ column, rule }] : []))
  const places = new Map<string, Place>()
  for (const { rule: of } of all) {
    const same = all.filter(({ rule }) => rule.to === of.to)
    const whole = same.findLast(({ rule }) => rule.is_whole) ?? same.find(({ rule }) => !rule.is_spare) ?? same[0]
    const [name = '', own = ''] = of.to.split('.')
    const file = spec.rows[name]?.file
    if (!whole || file === undefined || whole.rule.is_read_only) continue
    places.set(of.to, { column: spec.names?.[whole.column] ?? whole.column, own, file, rule: whole.rule })
  }
  return places
}

/** Whether it says anything that an empty cell does not. */
export function isSaid(
  file: OwnFile | 'pickups.csv' | 'apart.csv',
  column: string,
  value: string | undefined,
): value is string {
  if (value === undefined || value === '') return false
  const columns: Columns = FORMATS[file].columns
  const { empty } = columns[column] ?? {}
  return value !== (typeof empty === 'boolean' ? (empty ? 'yes' : 'no') : empty)
}

export type Said = { readonly text: string; readonly fate: CellFate }

/** The code of theirs for ours; null: they have none. Of several the first. */
export function theirCode(value: string, { own, rule }: Place, codes: Tools['codes']): Said | null {
  const { codes: table = {}, written: fixed, otherwise } = rule
  const now = ownOf(fixed, value)
  if (now !== undefined) return { text: now, fate: { became: 'changed', reason: 'code', from: value, now } }
  const raws = [...new Set([...Object.keys(table), ...Object.keys(codes[own] ?? {})])]
  const [first, ...others] = raws.filter((raw) => codeOf(raw, own, table, codes) === value)
  if (first !== undefined) {
    if (others.length === 0 && first === value) return { text: value, fate: CARRIED }
    const reason = others.length > 0 ? 'several-codes' : 'code'
    return { text: first, fate: { became: 'changed', reason, from: value, now: first } }
  }
  if (otherwise) {
    // A number of theirs that no table turns came in as it is.
    if (/^\d+$/.test(value) && codeOf(value, own, table, codes) === undefined) return { text: value, fate: CARRIED }
    return { text: otherwise.code, fate: shaped('other-kind', value, otherwise.code) }
  }
  const isList = Object.values(table).some((one) => one !== '')
  if (isList || codeOf(value, own, table, codes) !== undefined) return null
  return { text: value, fate: CARRIED }
}

export type Row = { readonly of: Cells; spec: string | null; isCrowded: boolean }

/** Which of our rows stands where. Each place has one, and a row stands in one place. */
export class Fitting {
  readonly #spec: MappedFile
  readonly #places: ReadonlyMap<string, Place>
  readonly #tools: Tools

  constructor(spec: MappedFile, places: ReadonlyMap<string, Place>, tools: Tools) {
    this.#spec = spec
    this.#places = places
    this.#tools = tools
  }

  fitted(file: OwnFile, all: readonly Cells[]): readonly Row[] {
    const names = Object.keys(this.#spec.rows).filter((name) => this.#spec.rows[name]?.file === file)
    const taken = new Set<string>()
    const rows: Row[] = all.map((of) => ({ of, spec: null, isCrowded: false }))
    const put = (row: Row, fits: readonly string[]): void => {
      const free = fits.find((name) => !taken.has(name))
      row.isCrowded ||= fits.length > 0 && free === undefined
      if (free === undefined) return
      taken.add(free)
      row.spec = free
    }
    for (const row of rows)
      put(
        row,
        names.filter((name) => this.#isOfKind(name, names, row.of)),
      )
    for (const row of rows.filter((one) => one.spec === null)) {
      put(
        row,
        names.filter((name) => this.#spec.rows[name]?.takes_others && this.#isWhole(name, row.of)),
      )
    }
    return rows
  }

  #isOfKind(name: string, names: readonly string[], row: Cells): boolean {
    const isFixed = (one: string): boolean =>
      Object.entries(this.#spec.rows[one]?.fixed ?? {}).every(([own, value]) => row[own] === value)
    if (!isFixed(name)) return false
    const others = names.filter((one) => this.#spec.rows[one]?.fixed)
    if (!this.#spec.rows[name]?.fixed && others.some(isFixed)) return false
    return this.#isWhole(name, row)
  }

  /** What the row needs has a value there, and its codes are known; a patron always has their row. */
  #isWhole(name: string, row: Cells): boolean {
    const spec = this.#spec.rows[name]
    if (!spec?.needs) return true
    const own = [...this.#places].filter(([to]) => to.startsWith(`${name}.`)).map(([, place]) => place)
    const isSayable = own.every((place) => {
      const value = row[place.own]
      return !isSaid(spec.file, place.own, value) || theirCode(value, place, this.#tools.codes) !== null
    })
    const isThere = (column: string): boolean => (row[column] ?? '') !== '' || column in (spec.when_empty ?? {})
    return isSayable && spec.needs.some(isThere)
  }
}
