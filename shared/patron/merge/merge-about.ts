/** What the page that makes one record of two is about: the other record, the fields turned, what goes over. Pure. */
import { MERGE_FIELDS, type MergeField } from '../../kernel/patron-field.ts'
import { patronId, type PatronId } from '../../kernel/ids.ts'
import type { Cents } from '../../kernel/money.ts'

export type MergeAbout = {
  /** Null: it is still to be chosen. */
  readonly other: PatronId | null
  readonly turned: ReadonlySet<MergeField>
}

/** What goes over with a record, in figures. */
export type MergeSums = {
  readonly loans_count: number
  readonly holds_count: number
  readonly owed_cents: Cents
  readonly refund_due_cents: Cents
  readonly notes_count: number
  readonly blocks_count: number
  readonly cards_count: number
  readonly wards_count: number
  /** Links to others as family, without guardianship. */
  readonly family_count: number
}

export function mergeAbout({ other, turned }: MergeAbout): string {
  if (other === null) return ''
  return [String(other), MERGE_FIELDS.flatMap((field, at) => (turned.has(field) ? [at] : [])).join(',')]
    .join(' ')
    .trim()
}

export function readMergeAbout(about: string): MergeAbout {
  const found = /^([1-9]\d{0,14})(?: ([\d,]*))?$/.exec(about)
  if (!found) return { other: null, turned: new Set() }
  const turned = (found[2] ?? '').split(',').flatMap((at) => (at === '' ? [] : (MERGE_FIELDS[Number(at)] ?? [])))
  return { other: patronId(Number(found[1])), turned: new Set(turned) }
}
