/**
 * What undoes a registration: the record goes as at an erasure. Must never undo it once something hangs on the record:
 * a loan, a hold, money, a child, or any later act for that patron.
 */
import { eventRefText, type EventDraft, type EventKind, type EventOf } from '../../../shared/journal/event.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import type { Parties } from '../../journal/beside.ts'
import { isTakingIn } from '../../journal/lay.ts'
import type { Library } from '../../library/library.ts'
import { childrenOf, familyNaming } from '../../store/circulation/eligibility-rows.ts'
import { placesOfParty } from '../../store/journal/forget-rows.ts'
import { loansOfPatron, patronById } from '../../store/patrons/patron-rows.ts'
import { pickedUpFor } from '../../store/patrons/pickup-rows.ts'

/** They go with the record, and nothing of them is anybody else's. */
const GOES_WITH_IT: ReadonlySet<EventKind> = new Set<EventKind>([
  'preference-set',
  'patron-pin-set',
  'patron-pin-cleared',
])

/** @param isOver whether the act that an entry belongs to was undone, or it belongs to none */
export function registrationUndone(
  library: Library,
  event: EventOf<'patron-registered'>,
  isOver: (ref: string) => boolean,
): { readonly drafts: readonly EventDraft[]; readonly parties: Parties } | null {
  const of = eventRefText(event.head)
  const patron_id = library.journal.partyOf(of)
  if (patron_id === null || isTakingIn(library.journal)) return null
  if (library.db.get(patronById, { patron_id }) === null || isUsed(library, patron_id, of, isOver)) return null
  const draft: EventDraft = { kind: 'registration-undone', body: { of } }
  return { drafts: [draft], parties: new Map([[draft, patron_id]]) }
}

function isUsed({ db, journal }: Library, patron_id: PatronId, of: string, isOver: (ref: string) => boolean): boolean {
  const others = [
    db.all(loansOfPatron, { patron_id }),
    db.all(childrenOf, { patron_id }),
    db.all(familyNaming, { patron_id }),
    db.all(pickedUpFor, { patron_id }),
  ]
  if (others.some((rows) => rows.length > 0)) return true
  const own = new Set(journal.together(of).map(({ head }) => eventRefText(head)))
  return db.all(placesOfParty, { patron_id }).some(({ epoch, seq }) => {
    const ref = eventRefText({ terminal: journal.terminal, epoch, seq })
    const kind = journal.event(ref)?.kind
    return !own.has(ref) && kind !== undefined && !GOES_WITH_IT.has(kind) && !isOver(ref)
  })
}
