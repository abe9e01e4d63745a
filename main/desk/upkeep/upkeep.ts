/**
 * What the desk does by itself, minute by minute: forgets what is over, signs how far the journal goes; and, unless a
 * central server does that for all desks, expires holds, bills long overdue loans, settles old changes. Must never run
 * during an import or a backup, whose files would change underneath, and does nothing slow while a clerk is at the
 * desk.
 */
import { countOverlay } from '../../store/overlay/overlay-rows.ts'
import { isBackingUp } from './backing-up.ts'
import { lookAtBackups } from './backups-ahead.ts'
import { walkOn } from './chain-walk.ts'
import { settleAlone } from '../../journal/settle.ts'
import { signHead } from '../../library/signing-head.ts'
import { billLongOverdue } from '../../circulation/charges/long-overdue.ts'
import type { Desk } from '../desk.ts'
import { expireHolds } from '../../circulation/holds/expire.ts'
import { keepPrivate, RETENTION_MS } from '../privacy/retention.ts'
import { actorOf } from '../desk.ts'

/** With this many overlay rows a quiet desk settles them into the reference file. */
const SETTLE_FROM_ROWS = 200

export function keepUp(desk: Desk): void {
  // A minute later is soon enough, and the files being copied must not change.
  if (isBackingUp(desk.library)) return
  const { is_alone } = desk.library.central
  if (is_alone) expireHolds(desk.library, actorOf(desk))
  const rows = desk.library.db.get(countOverlay, {})?.rows_count ?? 0
  const isQuiet = desk.session.patron_id === null && desk.session.rows.length === 0
  const isOld = desk.library.clock.now() - desk.library.journal.head.at > RETENTION_MS
  if (isQuiet && rows > 0 && (isOld || rows >= SETTLE_FROM_ROWS)) settleAlone(desk.library)
  keepPrivate(desk, isQuiet)
  if (isQuiet && is_alone) billLongOverdue(desk.library, actorOf(desk))
  signHead(desk.library)
  if (isQuiet) walkOn(desk.library)
  void lookAtBackups(desk.library)
}
