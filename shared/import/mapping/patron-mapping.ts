/**
 * A saved mapping: how another system's files about patrons become ours, as data. Each column of theirs names the
 * column of ours that its value goes to, or why it is dropped; tables turn their codes into ours.
 */
import { z } from 'zod'

/** Mappings that come with the program. */
export const MAPPING_NAMES = ['koha', 'evergreen'] as const
export type MappingName = (typeof MAPPING_NAMES)[number]

/**
 * `no-place`: Datestamp keeps no such fact. `secret`: a PIN or a password, which is not read. `internal`: a number
 * that only the other system goes by.
 */
const DROPS = ['no-place', 'secret', 'internal'] as const

/** In how the other system writes a day, beside 2026-11-24, which always counts. */
const DATE_STYLES = ['iso', 'month-first', 'day-first'] as const
export type DateStyle = (typeof DATE_STYLES)[number]

const codes = z.record(z.string(), z.string())

const rule = z.union([
  z.strictObject({
    /** "patron.surname": the row, and the column of its file. Several of one column are joined by a space. */
    to: z.string().regex(/^[a-z_]+\.[a-z_]+$/),
    /** Only where no column before it has a value. */
    is_spare: z.boolean().optional(),
    /** Of several that are joined: the one that has all of it in a file that we write. Without any: the first. */
    is_whole: z.boolean().optional(),
    /** Their number for a patron: no file of theirs that we write gets one of ours. */
    is_read_only: z.boolean().optional(),
    codes: codes.optional(),
    /** In a file that we write: their code for a value of ours, before that which becomes it. */
    written: codes.optional(),
    /** In a file that we write: their code for every other value of ours, which then stands in that empty column. */
    otherwise: z.strictObject({ code: z.string(), told_in: z.string() }).optional(),
    /** A table of the same folder: "org_units.csv", by which column, to the value of which. */
    codes_from: z.strictObject({ file: z.string().regex(/^[^/\\]+$/), key: z.string(), value: z.string() }).optional(),
  }),
  z.strictObject({ drop: z.enum(DROPS) }),
])
export type ColumnRule = z.infer<typeof rule>
export type Drop = (typeof DROPS)[number] | 'spare' | 'default' | 'alone'

/** A row of ours that a row of theirs can become. */
type RowSpec = {
  readonly file: 'patrons.csv' | 'cards.csv' | 'addresses.csv' | 'notes.csv' | 'blocks.csv'
  /** Made only where one of these columns of ours has a value; without any: always. */
  readonly needs?: readonly string[]
  /** What theirs does not say. */
  readonly fixed?: Readonly<Record<string, string>>
  /** What a file of theirs gets where ours says nothing: they have no other word for "until lifted". */
  readonly when_empty?: Readonly<Record<string, string>>
  /** In a file of theirs, a row of ours that is of another kind may stand here, if none of this kind does. */
  readonly takes_others?: true
}

export type MappedFile = {
  /** The file of theirs; "*.csv" is any. */
  readonly name: string
  /** Where a row has the patron's number: the first that is not empty. */
  readonly key: readonly string[]
  /** Who has this card already keeps their number. */
  readonly card_column?: string
  /** How they write the names of columns that are not in small letters. */
  readonly names?: Readonly<Record<string, string>>
  readonly rows: Readonly<Record<string, RowSpec>>
  readonly columns: Readonly<Record<string, ColumnRule>>
}

export type PatronMapping = {
  readonly files: readonly MappedFile[]
  readonly dates: DateStyle
  /** By column of ours: "branch_code", "category_code". */
  readonly codes: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** In a file that we write: their yes and no; without it ours. */
  readonly flags?: { readonly yes: string; readonly no: string }
}

/** What the mapping says of a column, or a table of a code: their own words alone, never what every object has. */
export function ownOf<T>(table: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return table !== undefined && Object.hasOwn(table, name) ? table[name] : undefined
}

export function ruleOf({ columns }: MappedFile, column: string): ColumnRule | undefined {
  return ownOf(columns, column)
}

/** What a code of theirs is here, by the column's own table and the library's; undefined: no table has it. */
export function codeOf(
  raw: string,
  own: string,
  table: Readonly<Record<string, string>>,
  codes_of: PatronMapping['codes'],
): string | undefined {
  const coded = ownOf(table, raw)
  return ownOf(ownOf(codes_of, own), coded ?? raw) ?? coded
}

type More = Omit<Extract<ColumnRule, { readonly to: string }>, 'to'>

/** A column that goes to `place`. */
export function to(place: string, more: More = {}): ColumnRule {
  return { to: place, ...more }
}

/** A column of theirs whose name is no word of ours. */
export function named(column: string, one: ColumnRule): Readonly<Record<string, ColumnRule>> {
  return { [column]: one }
}

/** What a library says beside its files, in `mapping.json`: it goes before what comes with the program. */
const refinement = z.strictObject({
  dates: z.enum(DATE_STYLES).optional(),
  codes: z.record(z.string(), codes).optional(),
  /** By the name of the file, as the mapping has it. */
  columns: z.record(z.string(), z.record(z.string(), rule)).optional(),
})

/** @returns the mapping, refined; or where the text is wrong */
export function refined(
  mapping: PatronMapping,
  text: string,
): { readonly mapping: PatronMapping } | { readonly at: string } {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { at: '' }
  }
  const read = refinement.safeParse(json)
  if (!read.success) return { at: read.error.issues[0]?.path.join(' ') ?? '' }
  const { dates = mapping.dates, codes: tables = {}, columns = {} } = read.data
  const names = new Set([...Object.keys(mapping.codes), ...Object.keys(tables)])
  return {
    mapping: {
      ...mapping,
      dates,
      codes: Object.fromEntries([...names].map((name) => [name, { ...mapping.codes[name], ...tables[name] }])),
      files: mapping.files.map((file) => ({ ...file, columns: { ...file.columns, ...columns[file.name] } })),
    },
  }
}
