/**
 * What undoes that two records became one. Must never undo it once something newer says who the kept record is, or the
 * library's data was taken in: what goes back would no longer be what came.
 */
import { eventRefText, type EventDraft, type EventOf } from '../../../shared/journal/event.ts'
import type { Parties } from '../../journal/beside.ts'
import { isTakingIn } from '../../journal/lay.ts'
import { whoNow } from '../../store/patrons/before-rows.ts'
import { changedSince } from '../../store/patrons/merge-beside.ts'
import type { MovedRecord } from '../../store/patrons/merge-reference.ts'
import { mergedAt } from '../../store/patrons/merge-rows.ts'
import type { Library } from '../../library/library.ts'
import { isCategoryGone, isGuardianshipUnfit } from './given-back.ts'

/** Null: it cannot be undone any more. */
export function mergeUndone(
  library: Library,
  event: EventOf<'patrons-merged'>,
): { readonly drafts: readonly EventDraft[]; readonly parties: Parties } | null {
  const place = { epoch: event.head.epoch, seq: event.head.seq }
  const row = library.db.get(mergedAt, place)
  if (row === null || row.is_undone === 1 || row.content === null || isTakingIn(library.journal)) return null
  const { patron_id } = row
  if (library.db.get(changedSince, { ...place, patron_id }) !== null) return null
  const moved = JSON.parse(row.content) as MovedRecord
  const isGone = [moved.kept, moved.former].some((one) => isCategoryGone(library, one.category_code))
  if (isGone || isGuardianshipGone(library, moved)) return null
  const draft: EventDraft = { kind: 'merge-undone', body: { of: eventRefText(event.head) } }
  return { drafts: [draft], parties: new Map([[draft, patron_id]]) }
}

/** What the merge took of either record can be given back no more. */
function isGuardianshipGone(library: Library, { kept, former }: MovedRecord): boolean {
  const { patron_id } = kept
  const { born_on = null, guardian_patron_id = null } = library.db.get(whoNow, { patron_id }) ?? {}
  const taken = {
    born_on: kept.born_on === born_on ? null : kept.born_on,
    guardian_patron_id: kept.guardian_patron_id === guardian_patron_id ? null : kept.guardian_patron_id,
  }
  const { guardian_patron_id: formers } = former
  return (
    isGuardianshipUnfit(library, patron_id, taken) ||
    (formers !== guardian_patron_id && isGuardianshipUnfit(library, former.patron_id, { guardian_patron_id: formers }))
  )
}
