/**
 * Where two records of one person say different things, and which of them is kept where nobody chooses. Pure; texts as
 * they are kept, never as they are shown.
 */
import { MERGE_FIELDS, type MergeField } from '../../kernel/patron-field.ts'

/** What a record says, field by field; empty where it says nothing. An expiry that is empty is none: the latest. */
export type MergeValues = Readonly<Record<MergeField, string>>

export type Difference = {
  readonly field: MergeField
  readonly kept: string
  readonly former: string
  /** Without a choice the former record's is taken: the kept one says nothing, or its card ends earlier. */
  readonly is_former_usual: boolean
}

function isFormerUsual(field: MergeField, kept: string, former: string): boolean {
  if (field !== 'expires_on') return kept === ''
  return kept !== '' && (former === '' || former > kept)
}

/** In the order of the page. A record that says nothing differs, too: the other's is taken unless a person says no. */
export function differences(kept: MergeValues, former: MergeValues): readonly Difference[] {
  return MERGE_FIELDS.filter((field) => kept[field] !== former[field]).map((field) => {
    const [ours, theirs] = [kept[field], former[field]]
    return { field, kept: ours, former: theirs, is_former_usual: isFormerUsual(field, ours, theirs) }
  })
}

/** The fields that are taken of the former record: as a person turned them, of those that differ. */
export function takenOf(differing: readonly Difference[], turned: ReadonlySet<MergeField>): readonly MergeField[] {
  return differing.filter((one) => one.is_former_usual !== turned.has(one.field)).map((one) => one.field)
}
