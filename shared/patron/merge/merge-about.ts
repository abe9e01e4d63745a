/** What the page that makes one record of two is about: the other record, and the fields that a person turned. Pure. */
import { MERGE_FIELDS, type MergeField } from '../../kernel/patron-field.ts'
import { patronId, type PatronId } from '../../kernel/ids.ts'

export type MergeAbout = {
  /** Null: it is still to be chosen. */
  readonly other: PatronId | null
  readonly turned: ReadonlySet<MergeField>
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
