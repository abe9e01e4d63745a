/** The steps of a close that record nothing yet: they are kept in the session of the person at the desk. */
import { withFound, type ClosingSoFar } from '../../../../shared/desk/session/closing-so-far.ts'
import { changed } from '../../../../shared/desk/session/session.ts'
import type { CLOSING_METHODS } from '../../../../shared/ipc/cash/methods-closing.ts'
import type { Input } from '../../../../shared/ipc/contract.ts'
import { isRefusal, refuse, type Refusal } from '../../../../shared/refusals/refusals.ts'
import { lookAtClose, varianceIssue } from '../../../cash/closing/look.ts'
import { keptCount } from '../../../cash/report/last-entries.ts'
import { anySessionFor, isSession } from '../../../cash/sessions.ts'
import { ok } from '../../../ipc/answer.ts'
import type { Handlers } from '../../../ipc/router.ts'
import type { Desk } from '../../desk.ts'
import { once } from '../../handlers-desk.ts'
import { previewBag } from './bag-preview.ts'

export type ClosingMethod = keyof typeof CLOSING_METHODS

export function closingHandlers(desk: Desk): Pick<Handlers, ClosingMethod> {
  return {
    'closing.found': (input) => once(desk, 'closing.found', input, () => found(desk, input)),
    'closing.explain': (input) => once(desk, 'closing.explain', input, () => explain(desk, input)),
    'closing.bag-preview': (input) => ok({ lines: [...previewBag(desk, input)] }),
  }
}

function keep(desk: Desk, closing: ClosingSoFar): null {
  desk.session = changed({ ...desk.session, closing })
  return null
}

function found(desk: Desk, input: Input<'closing.found'>): Refusal | null {
  const session = anySessionFor(desk.library, input.drawer_code)
  if (!isSession(session)) return session
  const { session_ref } = session
  if (keptCount(desk.library, session_ref) === null) return refuse('count-first')
  const { checks_count, checks_cents, card_total_cents } = input
  const seen = { checks_count: checks_count ?? 0, checks_cents: checks_cents ?? 0, card_total_cents }
  return keep(desk, withFound({ session_ref, ...seen }))
}

function explain(desk: Desk, { drawer_code, reason, note }: Input<'closing.explain'>): Refusal | null {
  const session = anySessionFor(desk.library, drawer_code)
  if (!isSession(session)) return session
  const { closing } = desk.session
  if (closing?.session_ref !== session.session_ref) return refuse('count-first')
  const said = { ...closing, reason, note }
  const asked = { ...said, drawer_code, pieces: null, total_cents: null }
  const looked = lookAtClose(desk.library, asked)
  if (isRefusal(looked)) return looked
  const nothing = { leave_cents: null, bag_number: '', safe_cents: 0 }
  return varianceIssue(desk.library, looked, { ...asked, ...nothing }) ?? keep(desk, said)
}
