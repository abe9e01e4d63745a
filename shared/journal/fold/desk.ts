/** What facts about this desk itself change: only data that was taken in, where a person gave up the desk's own row. */
import type { Folds } from '../event.ts'
import type { DESK_EVENTS } from '../events/desk.ts'
import { isRowTable, type RowChange } from './rows.ts'

export const DESK_FOLDS: Folds<typeof DESK_EVENTS, RowChange> = {
  'epoch-opened': () => [],
  'missing-acknowledged': () => [],
  'clock-confirmed': () => [],
  'data-imported': ({ body }) =>
    body.rules.flatMap(({ table, key, answer }): readonly RowChange[] =>
      answer === 'imported' && isRowTable(table) ? [{ kind: 'row-released', table, key }] : [],
    ),
  'act-undone': () => [],
  'recovery-key-shown': () => [],
  'recovery-key-confirmed': () => [],
  'backup-made': () => [],
  'journal-exported': () => [],
  'cash-exported': () => [],
  'desk-moved': () => [],
  'device-set': () => [],
  'idle-lock-changed': () => [],
}
