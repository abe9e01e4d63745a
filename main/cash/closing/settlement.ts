/**
 * The card payments and refunds of closed sessions as the file of the processor names them: what it has of a batch,
 * what is missing, and what no receipt has. Reads only.
 */
import type { SettledLine } from '../../../shared/cash/evidence/settlement-file.ts'
import { matchSettlement, type CardEntry, type Matched } from '../../../shared/cash/evidence/settlement-match.ts'
import { ofKind, standingReceipts } from '../../../shared/cash/session-entries.ts'
import { eventRefText } from '../../../shared/journal/event.ts'
import { cents } from '../../../shared/kernel/money.ts'
import type { Library } from '../../library/library.ts'
import { openSessions } from '../../store/money/cash-rows.ts'
import { closedSessions } from '../../store/money/close-rows.ts'
import { numbersOf, type Numbers } from '../report/checks-taken.ts'
import { noteBeside, sessionEvents, sessionEventsOf } from '../report/session-events.ts'

/** A file that has other batches has those of the last days. */
const SESSIONS_LOOKED_COUNT = 30

export function heldAgainst(library: Library, session_ref: string, lines: readonly SettledLine[]): Matched {
  const own = cardsOf(library, session_ref)
  const found = matchSettlement(lines, own, [])
  return found.extra.length === 0 ? found : matchSettlement(lines, own, others(library, session_ref))
}

function others(library: Library, own_ref: string): readonly SettledLine[] {
  const closed = library.db.all(closedSessions, { limit: SESSIONS_LOOKED_COUNT })
  return [...closed, ...library.db.all(openSessions, {})].flatMap(({ session_ref }) =>
    session_ref === own_ref ? [] : [...cardsOf(library, session_ref), ...extraBefore(library, session_ref)],
  )
}

/** Lines that no receipt had in the settlement of another batch: they were settled with that. */
function extraBefore(library: Library, session_ref: string): readonly SettledLine[] {
  return sessionEventsOf(library, session_ref, 'card-settled').flatMap(({ head, body }) => {
    const { extra } = readSettled(noteBeside(library, head))
    return body.extra_cents.map((amount_cents, at) => lineOf(amount_cents, extra[at]))
  })
}

/** What is kept beside the settlement, where it can be erased: the numbers of what no receipt has, and the note. */
type Beside = { readonly extra: readonly Numbers[]; readonly note: string }

/** Empty: there is nothing to keep. */
export function besideSettled(lines: readonly SettledLine[], note: string): string {
  const extra = lines.map(({ authorization, last_four }) => ({ authorization, last_four }))
  return lines.length === 0 && note === '' ? '' : JSON.stringify({ extra, note } satisfies Beside)
}

export function readSettled(text: string): Beside {
  return text === '' ? { extra: [], note: '' } : (JSON.parse(text) as Beside)
}

function readNumbers(text: string): readonly Numbers[] {
  return text === '' ? [] : (JSON.parse(text) as readonly Numbers[])
}

function lineOf(amount_cents: number, { authorization = '', last_four = '' }: Numbers = {}): SettledLine {
  return { amount_cents: cents(amount_cents), authorization, last_four }
}

/** What receipts that stand took by card, and what refunds gave back. */
function cardsOf(library: Library, session_ref: string): readonly CardEntry[] {
  const events = sessionEvents(library, session_ref)
  const numbers = numbersOf(library, session_ref)
  const taken = standingReceipts(events).flatMap(({ head, body }): CardEntry[] => {
    const of_ref = eventRefText(head)
    return body.receipt.others.flatMap(({ tender, amount_cents }, at) =>
      tender === 'card' ? [{ of_ref, ...lineOf(amount_cents, numbers.get(of_ref)?.[at]) }] : [],
    )
  })
  const back = ofKind(events, 'refund-paid').flatMap(({ head, body }): CardEntry[] => {
    const [beside] = readNumbers(noteBeside(library, head))
    return body.tender === 'card' ? [{ of_ref: eventRefText(head), ...lineOf(0 - body.paid_cents, beside) }] : []
  })
  return [...taken, ...back]
}
