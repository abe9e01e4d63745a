/**
 * What was let off at this desk, for a report. Each entry is on one Z of the desk, the next one after it, whoever has
 * which drawer: two open drawers do not both count it, and it is not lost where no drawer is open. Reads only.
 */
import { isOfLetOff, lettingOff } from '../../../shared/journal/logged.ts'
import { letOffSums, type LetOffSum } from '../../../shared/ledger/let-off.ts'
import { wholeEvent } from '../../journal/recorded.ts'
import type { Library } from '../../library/library.ts'
import { movedBetween } from '../../store/money/evidence-rows.ts'
import type { Span } from './late.ts'

/** What was let off and taken back within the span counts nowhere; what an earlier Z has, and was taken back, apart. */
export function letOffIn({ db }: Library, { after, until }: Span): readonly LetOffSum[] {
  const span = { from: after.epoch, from_seq: after.seq, to: until.epoch, to_seq: until.seq }
  const events = db.all(movedBetween, span).map(wholeEvent)
  return letOffSums(events.flatMap((one) => (isOfLetOff(one) ? [lettingOff(one)] : [])))
}
