/** Leaves a waiting row without an answer: nothing is done, and the band no longer asks. */
import type { Pending } from '../../../shared/desk/pending.ts'
import { answered, leftRow, withoutBand, type SessionRow } from '../../../shared/desk/session/session.ts'
import { withNobodysBehind } from '../../../shared/desk/session/waiting.ts'
import { isPatronLevel } from '../../../shared/refusals/overrides.ts'
import { speechOf } from '../clerk-language.ts'
import type { Desk } from '../desk.ts'
import { leftAgain } from './try-again.ts'
import { leftOffer } from '../patrons/renewal-offer.ts'

/** A row that waits for an answer to a refusal, a supervisor's approval, or a reason. */
export type Asked = Extract<Pending, { readonly codes: readonly unknown[] }>

export function isAsked(pending: Pending | null): pending is Asked {
  return pending !== null && 'codes' in pending
}

/** As it was before the question, unless that was a question too that nobody asks any more. */
function bandBefore({ session }: Desk, before: SessionRow['band_before']): SessionRow['band_before'] {
  if (before?.outcome !== 'decide') return before
  return session.rows.some((one) => one.pending && one.row.title === before.heading) ? before : null
}

/** Leaves the row as it was; and the others that asked only the same about this patron. */
export function leaveRow(desk: Desk, left_row: SessionRow): null {
  const { row, pending, band_before } = left_row
  const { left } = speechOf(desk).words.outcomes.answer
  if (pending?.ask === 'renew-card') {
    desk.session = leftOffer(desk.session, left_row)
    return null
  }
  // A return with a question is recorded: its row keeps saying where the item goes.
  if (pending?.ask === 'return') desk.session = answered(desk.session, row.row_id, row.happened)
  else if (pending?.ask === 'try-again') desk.session = leftAgain(desk, row.row_id)
  else {
    const { band, rows } = desk.session
    const isInBand = rows[0]?.row.row_id === row.row_id || band?.heading === row.title
    desk.session = leftRow(desk.session, row.row_id, left)
    // A band that still asks, when no key answers it any more, sends the clerk's digit into the line.
    if (isInBand) desk.session = { ...withoutBand(desk.session), band: bandBefore(desk, band_before) }
  }
  // It may have been a card, and what is scanned behind it then belongs to nobody here.
  if (pending?.ask === 'card-or-item') desk.session = withNobodysBehind(desk.session)
  if (!isAboutPatron(pending)) return null
  for (const other of desk.session.rows.filter((one) => isAboutPatron(one.pending))) {
    desk.session = leftRow(desk.session, other.row.row_id, left)
  }
  return null
}

function isAboutPatron(pending: Pending | null): boolean {
  return isAsked(pending) && pending.codes.every(isPatronLevel)
}
