/** What undoes the newest act on a loan or a charge, from its row; none when nothing can be undone. */
import type { Act } from '../../../../shared/desk/page.ts'
import { isRefusal } from '../../../../shared/refusals/refusals.ts'
import { newestActs, type PastAct } from '../../../circulation/loans/past-acts.ts'
import { undoableSince, undoingOf } from '../../../circulation/loans/undo-act.ts'
import { readCharge, type ReadCharge } from '../../../circulation/charges/charge-reading.ts'
import type { AccountNow } from './account-now.ts'
import { act, callOf } from '../make.ts'

function undoable({ desk: { library } }: AccountNow, ref: string): PastAct | null {
  const since = undoableSince(library)
  const found = newestActs(library, since).get(ref)
  if (!found || found.at < since) return null
  return isRefusal(undoingOf(library, found)) ? null : found
}

export function undoActs(now: AccountNow, ref: string): readonly Act[] {
  const found = undoable(now, ref)
  if (!found) return []
  const label = now.speech.words.outcomes.undo.offer(found.name)
  return [act({ key: 'Z', label, call: callOf('desk.undo-act', { event: found.ref }) })]
}

/** Charges of this patron that are settled, by an act that can still be undone: a waive. */
export function settledLately(now: AccountNow): readonly ReadCharge[] {
  const { library } = now.desk
  return [...newestActs(library, undoableSince(library))].flatMap(([ref, { name }]) => {
    if (name !== 'waive' && name !== 'void' && name !== 'credit') return []
    const charge = readCharge(library, ref)
    const isTheirs = charge?.row.patron_id === now.account.row.patron_id
    if (!charge || !isTheirs || charge.row.owed_cents > 0 || charge.row.refund_due_cents > 0) return []
    return undoable(now, ref) ? [charge] : []
  })
}
