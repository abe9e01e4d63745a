/** Says what could explain a drawer that is over or short, to whoever may see its figures. Records nothing. */
import type { EXPLAIN_METHODS } from '../../../../shared/ipc/cash/methods-explain.ts'
import type { Input, Output } from '../../../../shared/ipc/contract.ts'
import { cents } from '../../../../shared/kernel/money.ts'
import { isRefusal } from '../../../../shared/refusals/refusals.ts'
import { ROLLS } from '../../../../shared/cash/drawer/possible-counted.ts'
import { PIECES_CENTS } from '../../../../shared/cash/pieces.ts'
import type { VarianceCause } from '../../../../shared/cash/drawer/variance.ts'
import { cashRules } from '../../../cash/cash-rules.ts'
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

function causeSaid(desk: Desk, cause: VarianceCause, explained: Explained): Candidates[number]['causes'][number] {
  const { variance } = speechOf(desk).words.outcomes
  const { code } = cause
  const receipts = [...cause.receipts]
  const isOneVoid = code === 'void-not-given-back' && receipts.length === 1
  const followed_by = isOneVoid ? (explained.after_voids.get(receipts[0] ?? '') ?? null) : null
  const says = whatHappened(desk, cause, explained)
  return {
    code,
    says: followed_by === null ? says : `${says} ${variance.followed(followed_by)}`,
    proof: variance.proof[code],
    receipts,
    event_refs: [...cause.event_refs],
    note_cents: cause.note_cents ?? null,
    meant_cents: cause.meant_cents ?? null,
    piece_cents: cause.piece_cents ?? null,
    by_count: cause.by_count ?? null,
    or_pieces: (cause.or_pieces ?? []).map((one) => ({ ...one, meant_cents: one.meant_cents ?? null })),
    product_code: cause.product_code ?? null,
    followed_by,
  }
}

function whatHappened(desk: Desk, cause: VarianceCause, explained: Explained): string {
  const { words, money } = speechOf(desk)
  const { says, receipts, entry } = words.outcomes.variance
  const { code, by_count = 0 } = cause
  const [numbers, [ref = '']] = [cause.receipts, cause.event_refs]
  const of =
    numbers.length > 0 ? receipts(numbers.slice(0, NUMBERS_MAX), Math.max(0, numbers.length - NUMBERS_MAX)) : entry(ref)
  const note = money(cents(cause.note_cents ?? 0))
  const meant = money(cents(cause.meant_cents ?? 0))
  switch (code) {
    case 'swap-wrong':
    case 'move-not-entered':
      return says[code]
    case 'pieces-miscounted':
      return piecesSaid(desk, cause, explained)
    case 'sale-not-entered':
    case 'refund-not-entered':
      return says[code](by_count, productCalled(desk, cause.product_code ?? ''))
    case 'payment-not-entered':
      return says[code](by_count)
    case 'rounded-by-hand':
      return by_count > 0 ? says['all-rounded'](by_count) : says[code](of)
    case 'wrong-note':
    case 'change-not-back':
      return says[code](of, note)
    case 'quantity-mistyped':
      return says[code](of, by_count, productCalled(desk, cause.product_code ?? ''))
    case 'other-product':
      return says[code](of, productCalled(desk, cause.product_code ?? ''))
    case 'mistyped':
    case 'decimal-slip':
      return cause.meant_cents === undefined ? says[code](of) : says.typed(of, note, meant)
    case 'change-wrong-note':
    case 'other-change':
    case 'other-voided':
      return says[code](of, note, meant)
    default:
      return says[code](of)
  }
}

function piecesSaid(desk: Desk, cause: VarianceCause, { variance_cents }: Explained): string {
  const { words, money } = speechOf(desk)
  const { says, coins, roll, pieces, as } = words.outcomes.variance
  const called = (piece: number, count: number, is_roll: boolean) => {
    const [, coin] = Object.entries(coins).find(([one]) => Number(one) === piece) ?? []
    return is_roll && coin !== undefined ? roll(money(cents(count * piece)), coin) : pieces(count, money(cents(piece)))
  }
  const what = [cause, ...(cause.or_pieces ?? [])].map(({ by_count = 0, piece_cents = 1, meant_cents }) => {
    const [count, rolled] = [Math.abs(by_count), ROLLS[piece_cents]]
    if (meant_cents === undefined) return called(piece_cents, count, count === rolled)
    const is = PIECES_CENTS.find((one) => one === meant_cents) ?? 1
    const is_roll = count === rolled && ROLLS[is] !== undefined
    return as(called(is, is_roll ? (ROLLS[is] ?? count) : count, is_roll), money(cents(piece_cents)))
  })
  return says[variance_cents < 0 ? 'counted-less' : 'counted-more'](what)
}

function productCalled({ library }: Desk, product_code: string): string {
  return cashRules(library).products.find((one) => one.product_code === product_code)?.name ?? product_code
}
