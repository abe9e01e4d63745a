/** Says what could explain a drawer that is over or short, to whoever may see its figures. Records nothing. */
import type { EXPLAIN_METHODS } from '../../../../shared/ipc/cash/methods-explain.ts'
import type { Input, Output } from '../../../../shared/ipc/contract.ts'
import { cents } from '../../../../shared/kernel/money.ts'
import { isRefusal } from '../../../../shared/refusals/refusals.ts'
import { ROLLS, type VarianceCause } from '../../../../shared/cash/variance.ts'
import { explainFound, foundFor, type Explained } from '../../../cash/closing/explain.ts'
import type { Looked } from '../../../cash/closing/look.ts'
import { keepSeen } from '../../../cash/closing/seen.ts'
import { anySessionFor, isSession } from '../../../cash/sessions.ts'
import { no, ok, type Answer } from '../../../ipc/answer.ts'
import type { Handlers } from '../../../ipc/router.ts'
import { may } from '../../../library/grants.ts'
import { speechOf } from '../../clerk-language.ts'
import { actorOf, type Desk } from '../../desk.ts'

export type ExplainMethod = keyof typeof EXPLAIN_METHODS

const CANDIDATES_MAX = 20
const NUMBERS_MAX = 3

type Candidates = Output<'drawer.explain'>['candidates']

export function explainHandlers(desk: Desk): Pick<Handlers, ExplainMethod> {
  return { 'drawer.explain': (input) => explain(desk, input) }
}

function explain(desk: Desk, input: Input<'drawer.explain'>): Answer<Output<'drawer.explain'>> {
  const { library } = desk
  const actor = actorOf(desk)
  const found = foundFor(library, input)
  if (isRefusal(found)) return { refused: found }
  const isOwn = found.people.includes(actor.staff?.staff_code ?? '-')
  if (!isOwn && !may(library, actor, 'see-cash')) return no('not-permitted')
  // What a session that was closed was off by says nothing of the one that is open.
  const session = input.session_ref === '' ? anySessionFor(library, input.drawer_code) : null
  if (session !== null && isSession(session)) keepSeen(library, actor, session)
  const explained = explainFound(library, found, input.papers)
  return ok({ variance_cents: explained.variance_cents, candidates: candidatesSaid(desk, explained) })
}

/** The likeliest ones, each with what would prove it, for the page on which the difference is told. */
export function likeliest(desk: Desk, { events, by, count }: Looked, most_count: number): readonly string[] {
  const explained = explainFound(desk.library, { events: events(), by, pieces: count.body.pieces }, [])
  return candidatesSaid(desk, explained)
    .slice(0, most_count)
    .map(({ causes }) => causes.map(({ says, proof }) => `${says} ${proof}`).join(' '))
}

function candidatesSaid(desk: Desk, explained: Explained): Candidates {
  return explained.candidates
    .slice(0, CANDIDATES_MAX)
    .map(({ causes }) => ({ causes: causes.map((cause) => causeSaid(desk, cause, explained)) }))
}

function causeSaid(desk: Desk, cause: VarianceCause, { after_voids }: Explained): Candidates[number]['causes'][number] {
  const { words } = speechOf(desk)
  const { variance } = words.outcomes
  const receipts = 'receipts' in cause ? [...cause.receipts] : []
  const isOneVoid = cause.code === 'void-not-given-back' && receipts.length === 1
  const followed_by = isOneVoid ? (after_voids.get(receipts[0] ?? '') ?? null) : null
  const isPieces = cause.code === 'pieces-miscounted'
  const says = whatHappened(desk, cause)
  return {
    code: cause.code,
    says: followed_by === null ? says : `${says} ${variance.followed(followed_by)}`,
    proof: variance.proof[cause.code],
    receipts,
    event_refs: 'event_refs' in cause ? [...cause.event_refs] : [],
    note_cents: cause.code === 'wrong-note' ? cause.note_cents : 'given_cents' in cause ? cause.given_cents : null,
    meant_cents: 'meant_cents' in cause ? cause.meant_cents : null,
    piece_cents: isPieces ? cause.piece_cents : null,
    by_count: isPieces ? cause.by_count : null,
    followed_by,
  }
}

function whatHappened(desk: Desk, cause: VarianceCause): string {
  const { words, money } = speechOf(desk)
  const { says, receipts, entry, coins } = words.outcomes.variance
  if (cause.code === 'swap-wrong') return says['swap-wrong']
  if (cause.code === 'pieces-miscounted') {
    const { by_count, piece_cents } = cause
    const amount = money(cents(Math.abs(by_count) * piece_cents))
    const named = Object.entries(coins).find(([piece]) => Number(piece) === piece_cents)
    if (named && Math.abs(by_count) === ROLLS[piece_cents])
      return says[by_count > 0 ? 'roll-not-counted' : 'roll-counted-too-often'](amount, named[1])
    return says[by_count > 0 ? 'not-counted' : 'counted-too-often'](Math.abs(by_count), money(cents(piece_cents)))
  }
  const numbers = 'receipts' in cause ? cause.receipts : []
  const [ref = ''] = 'event_refs' in cause ? cause.event_refs : []
  const of =
    numbers.length > 0 ? receipts(numbers.slice(0, NUMBERS_MAX), Math.max(0, numbers.length - NUMBERS_MAX)) : entry(ref)
  if (cause.code === 'wrong-note') return says['wrong-note'](of, money(cause.note_cents))
  if (cause.code !== 'change-wrong-note') return says[cause.code](of)
  return says['change-wrong-note'](of, money(cause.given_cents), money(cause.meant_cents))
}
