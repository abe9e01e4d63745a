/** The rows that wait for an answer, and the scans that wait behind them: walking, answering, taking away. */
import type { Row } from '../../shared/desk/screen.ts'
import { clearLine, focusApproval } from '../fields/field.ts'
import type { Desk } from './desk.ts'
import { undecided } from './state.ts'

export function walkRows(desk: Desk, by: 1 | -1): void {
  const { rows, current } = undecided(desk.store.now())
  const at = rows.findIndex((row) => row.row_id === current?.row_id)
  const next = rows[Math.min(Math.max(at + by, 0), rows.length - 1)]
  if (next) desk.store.change({ walked_row_id: next.row_id })
}

/** Answers the current row; "0" leaves it. */
export function answerCurrent(desk: Desk, key: string): void {
  const { current } = undecided(desk.store.now())
  clearLine()
  if (current) answerRow(desk, current, key)
}

/** Answers a row. One that waits for approval takes initials and PIN in place. */
export function answerRow(desk: Desk, row: Row, key: string): void {
  if (row.approval !== null && key !== '0') focusApproval(row.row_id)
  else desk.answer(row.row_id, key)
}

/** Takes away the last of the scans that wait. */
export function dropLastWaiting(desk: Desk): void {
  const last = desk.store.now().snapshot?.waiting.scans.at(-1)
  if (last) desk.dropWaiting(last.waiting_id)
}
