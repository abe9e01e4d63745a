/** The steps of a close after the count of its cash: the checks and the card terminal, and why it differs. */
import { notExplained, type ClosingSoFar } from '../../../../shared/desk/session/closing-so-far.ts'
import { changed, withBand } from '../../../../shared/desk/session/session.ts'
import { plainBand } from '../../../../shared/desk/words/words.ts'
import type { CLOSING_METHODS } from '../../../../shared/ipc/cash/methods-closing.ts'
import type { Input } from '../../../../shared/ipc/contract.ts'
import { isRefusal, refuse, type Refusal } from '../../../../shared/refusals/refusals.ts'
import { countTenders } from '../../../cash/closing/count-tenders.ts'
import { lookAtClose, mayKnow } from '../../../cash/closing/look.ts'
import { saidIssue } from '../../../cash/sign-off.ts'
import { sessionByRef } from '../../../store/money/cash-rows.ts'
import { ok } from '../../../ipc/answer.ts'
import type { Handlers } from '../../../ipc/router.ts'
import type { Command } from '../../../library/command.ts'
import { speechOf } from '../../clerk-language.ts'
import { actorOf, type Desk } from '../../desk.ts'
import { once } from '../../handlers-desk.ts'
import { previewBag } from './bag-preview.ts'
import { differencesSaid, largestOff } from './differences-said.ts'
import { cashRecording } from './recording.ts'

export type ClosingMethod = keyof typeof CLOSING_METHODS

export function closingHandlers(desk: Desk): Pick<Handlers, ClosingMethod> {
  return {
    'closing.found': cashRecording(desk)('closing.found', found),
    'closing.explain': (input) => once(desk, 'closing.explain', input, () => explain(desk, input)),
    'closing.bag-preview': (input) => ok({ lines: [...previewBag(desk, input)] }),
  }
}

function keep(desk: Desk, closing: ClosingSoFar): null {
  desk.session = changed({ ...desk.session, closing })
  return null
}

function found(desk: Desk, command: Command, input: Input<'closing.found'>): Refusal | null {
  const { drawer_code, checks_count, checks_cents, card_total_cents: card_cents } = input
  const tenders = { drawer_code, checks_count: checks_count ?? 0, checks_cents: checks_cents ?? 0, card_cents }
  const events = countTenders(desk.library, actorOf(desk), command, tenders)
  if (isRefusal(events)) return events
  const [counted] = events
  if (counted?.kind !== 'tenders-counted') return null
  sayDifference(desk, drawer_code)
  return keep(desk, notExplained(counted.body.session_ref))
}

/** The band, which said what was counted, says what that differs by as its largest figure: nothing green above it. */
function sayDifference(desk: Desk, drawer_code: string): void {
  const looked = lookAtClose(desk.library, drawer_code)
  if (isRefusal(looked) || !mayKnow(desk.library, actorOf(desk), looked)) return
  const { cash_close } = speechOf(desk).words.outcomes
  const said = differencesSaid(desk, looked)
  const band =
    said.length === 0 ? plainBand('done', cash_close.agrees) : plainBand('decide', cash_close.differs, ...said)
  desk.session = withBand(desk.session, { ...band, fact: largestOff(desk, looked.by) })
}

function explain(desk: Desk, { drawer_code, session_ref, reason, note }: Input<'closing.explain'>): Refusal | null {
  const shown = session_ref === undefined ? null : desk.library.db.get(sessionByRef, { session_ref })
  if (session_ref !== undefined && shown === null) return refuse('session-unknown')
  if (shown?.status === 'closed') return refuse('session-closed')
  const looked = lookAtClose(desk.library, shown?.drawer_code ?? drawer_code)
  if (isRefusal(looked)) return looked
  if (!mayKnow(desk.library, actorOf(desk), looked)) return refuse('count-own')
  const wrong = saidIssue(desk.library, looked, { reason, note })
  return wrong ?? keep(desk, { session_ref: looked.session.session_ref, reason, note })
}
