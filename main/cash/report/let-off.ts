/**
 * What was let off at this desk, for a report. Each entry is on one Z of the desk, the next one after it, whoever has
 * which drawer: two open drawers do not both count it, and it is not lost where no drawer is open. Reads only.
 */
import type { DrawerEvidence } from '../../../shared/cash/drawer/drawer-evidence.ts'
import type { CashEvent } from '../../../shared/journal/fold/cash.ts'
import { isOfLetOff, lettingOff } from '../../../shared/journal/logged.ts'
import { letOffSums, standing, type LetOffSum, type LettingOff } from '../../../shared/ledger/let-off.ts'
import { wholeEvent } from '../../journal/recorded.ts'
import type { Library } from '../../library/library.ts'
import { movedBetween } from '../../store/money/evidence-rows.ts'
import type { Span } from './late.ts'

/** What was let off and taken back within the span counts nowhere; what an earlier Z has, and was taken back, apart. */
export function letOffIn(library: Library, span: Span): readonly LetOffSum[] {
  return letOffSums(entriesIn(library, span))
}

/** What was waived or voided between the first and the last of these entries and not taken back. */
export function letOffAmong(library: Library, events: readonly CashEvent[]): DrawerEvidence['let_off'] {
  const [first, last] = [events[0]?.head, events.at(-1)?.head]
  if (first === undefined || last === undefined) return []
  return standing(entriesIn(library, { after: first, until: last }))
    .filter(({ of, code }) => of === null && (code === 'waived' || code === 'voided'))
    .map(({ ref, amount_cents }) => ({ event_ref: ref, amount_cents }))
}

function entriesIn({ db }: Library, { after, until }: Span): readonly LettingOff[] {
  const span = { from: after.epoch, from_seq: after.seq, to: until.epoch, to_seq: until.seq }
  const events = db.all(movedBetween, span).map(wholeEvent)
  return events.flatMap((one) => (isOfLetOff(one) ? [lettingOff(one)] : []))
}
