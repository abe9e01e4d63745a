/** marc.json: where a library's MARC records have the title number and the items. Every library differs. */
import { z } from 'zod'
import { MAPPING_FAULTS, type ImportReason, type MappingFault } from './reason.ts'

const itemColumn = z.enum([
  'barcode',
  'item_type_code',
  'home_branch_code',
  'at_branch_code',
  'call_number',
  'location',
  'status',
  'price',
  'note',
])

/** A plus joins places that belong together: "003+001" keeps numbers of several agencies apart. */
export const marcPlaceSchema = z
  .string()
  .max(40)
  .regex(/^\d{3}[0-9a-z]?(\+\d{3}[0-9a-z]?)*$/, 'a place is a tag and perhaps a subfield, such as 001 or 999c')

export const marcMappingSchema = z.strictObject({
  /** Where the title number is; the first place with a value wins. */
  title_id: z.array(marcPlaceSchema).min(1).default(['001']),
  /** Put before the number, for a second catalog whose numbers would clash. */
  title_id_prefix: z.string().max(20).default(''),
  items: z
    .strictObject({
      /** Usually 852 or 952. */
      tag: z.string().regex(/^\d{3}$/, 'a tag has three digits'),
      /** Column of items.csv to subfield codes; several codes are joined by a space. */
      columns: z.partialRecord(itemColumn, z.string().regex(/^[0-9a-z]+$/, 'subfield codes, such as p or hi')),
      /** Columns with the same value for every item. A subfield with a value wins. */
      fixed: z.partialRecord(itemColumn, z.string()).default({}),
      /** Column to: value in the record to value of ours. */
      translate: z.partialRecord(itemColumn, z.record(z.string(), z.string())).default({}),
    })
    .optional(),
})

type Parsed = z.infer<typeof marcMappingSchema>
export type MarcMapping = Omit<Parsed, 'items'> & {
  readonly items?:
    | {
        readonly tag: string
        readonly columns: Readonly<Record<string, string>>
        readonly fixed: Readonly<Record<string, string>>
        readonly translate: Readonly<Record<string, Readonly<Record<string, string>>>>
      }
    | undefined
}

export const DEFAULT_MARC_MAPPING: MarcMapping = { title_id: ['001'], title_id_prefix: '' }

/** The mapping, with additional places for records that have no number in the mapping's own. */
export function withPlaces(mapping: MarcMapping, places: readonly string[]): MarcMapping {
  return { ...mapping, title_id: [...new Set([...mapping.title_id, ...places])] }
}

type RawIssue = z.core.$ZodRawIssue

const KINDS: Readonly<Record<string, MappingFault>> = {
  string: 'text',
  array: 'list',
  object: 'fields',
  record: 'fields',
}

/** The code of an issue, which zod carries as its message. */
function faultOf(issue: RawIssue): MappingFault {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? 'fill' : (KINDS[issue.expected] ?? 'unusable')
    case 'too_big':
      return 'too-long'
    case 'too_small':
      return 'too-few'
    case 'unrecognized_keys':
      return 'field-too-many'
    default:
      return 'unusable'
  }
}

/** What a text is not written like, by its place. */
function formFault([first, second]: readonly PropertyKey[]): MappingFault {
  if (first === 'title_id') return 'place'
  return second === 'tag' ? 'tag' : 'subfields'
}

/** Reads marc.json. `problem` says what is wrong with it. */
export function readMarcMapping(text: string): { readonly mapping: MarcMapping } | { readonly problem: ImportReason } {
  try {
    const parsed = marcMappingSchema.safeParse(JSON.parse(text), { error: faultOf })
    if (parsed.success) return { mapping: parsed.data }
    const faults = parsed.error.issues.map(({ code, path, message }) => {
      const fault = MAPPING_FAULTS.find((one) => one === message) ?? 'unusable'
      return { at: path.join(' '), fault: code === 'invalid_format' ? formFault(path) : fault }
    })
    return { problem: { code: 'mapping-wrong', faults } }
  } catch (fault) {
    if (fault instanceof SyntaxError) return { problem: { code: 'mapping-no-json' } }
    throw fault
  }
}
