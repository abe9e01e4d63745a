/** What an entry about a person keeps in the journal's file besides itself, in its transaction. */
import type { DeskEvent } from '../../../shared/journal/event.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { keepPreference } from '../../store/patrons/preference-rows.ts'
import type { WriteHandle } from '../../store/sql.ts'
import { noteErased } from './erase.ts'
import { noteMerged, noteMergeUndone } from './merge.ts'

/** @param text the words beside the entry */
export function keepPerson(db: WriteHandle, event: DeskEvent, patron_id: PatronId, text: string): void {
  switch (event.kind) {
    case 'patron-erased':
      return noteErased(db, event, patron_id)
    case 'patrons-merged':
      return noteMerged(db, event, patron_id, text)
    case 'merge-undone':
      return noteMergeUndone(db, event)
    case 'preference-set': {
      const { receipt: receipt_kind, is_large_print, language } = event.body
      db.run(keepPreference, { patron_id, receipt_kind, is_large_print: Number(is_large_print), language })
      return
    }
    default:
  }
}
