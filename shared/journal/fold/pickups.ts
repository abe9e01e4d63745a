/** What facts about who may pick up for whom change. */
import { eventRefText, type Folds } from '../event.ts'
import type { PICKUP_EVENTS } from '../events/pickups.ts'
import type { RowChange } from './rows.ts'

export const PICKUP_FOLDS: Folds<typeof PICKUP_EVENTS, RowChange> = {
  'pickup-allowed': ({ head, body: { allowed_on } }) => {
    const links = { has_patron: true, written_by: head.staff, words_hold_columns: true } as const
    return [{ kind: 'row-put', table: 'patron_pickup', key: eventRefText(head), row: { allowed_on }, links }]
  },
  'pickup-ended': ({ body: { pickup_ref } }) => [{ kind: 'row-dropped', table: 'patron_pickup', key: pickup_ref }],
}
