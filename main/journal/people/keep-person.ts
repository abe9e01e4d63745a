/** What an entry about a person keeps in the journal's file besides itself, in its transaction. */
import type { DeskEvent } from '../../../shared/journal/event.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { keepPreference } from '../../store/patrons/preference-rows.ts'
import type { WriteHandle } from '../../store/sql.ts'
import { isChange, noteBefore, noteChangeUndone } from './before.ts'
import { noteErased } from './erase.ts'
import { noteMerged, noteMergeUndone } from './merge.ts'
import { noteRuled } from './ruled.ts'

type Beside = {
  /** The words beside the entry. */
  readonly text: string
  /** Data is being taken in: the reference file does not show yet what was recorded since. */
  readonly isTakingIn: boolean
}

export function keepPerson(db: WriteHandle, event: DeskEvent, patron_id: PatronId, { text, isTakingIn }: Beside): void {
  switch (event.kind) {
    case 'patron-erased':
    case 'registration-undone':
      return noteErased(db, event, patron_id)
    case 'patrons-merged':
      noteRuled(db, event, patron_id, text)
      return noteMerged(db, event, patron_id, text)
    case 'merge-undone':
      return noteMergeUndone(db, event)
    case 'preference-set': {
      const { receipt: receipt_kind, is_large_print, language } = event.body
      db.run(keepPreference, { patron_id, receipt_kind, is_large_print: Number(is_large_print), language })
      return
    }
    case 'patron-change-undone':
      noteRuled(db, event, patron_id, text)
      return noteChangeUndone(db, event)
    default:
      if (!isChange(event.kind)) return
      noteRuled(db, event, patron_id, text)
      if (!isTakingIn) noteBefore(db, event, patron_id, text)
  }
}
