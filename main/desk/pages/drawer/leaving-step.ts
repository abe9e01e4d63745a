/** The last step of a close: which pieces stay for the next session, which go into the bag, and the bag's number. */
import type { ClosingSoFar } from '../../../../shared/desk/session/closing-so-far.ts'
import { PIECES_CENTS } from '../../../../shared/cash/pieces.ts'
import type { Act, Section } from '../../../../shared/desk/page.ts'
import { cents } from '../../../../shared/kernel/money.ts'
import { signedOffBy } from '../../../cash/closing/close-drawer.ts'
import { leavingOf, type Left } from '../../../cash/closing/leaving.ts'
import type { Looked } from '../../../cash/closing/look.ts'
import { placeBalance, placeSeen } from '../../../cash/places.ts'
import { speechOf } from '../../clerk-language.ts'
import { actorOf, type Desk } from '../../desk.ts'
import { act, callOf, facts, field, ownSignOffField, text } from '../make.ts'
import { pieceLabel } from './count-fields.ts'
import { reasonOptions } from './reason-options.ts'

type Leaving = { readonly sections: readonly Section[]; readonly acts: readonly Act[]; readonly enter: Act }

export function leavingStep(desk: Desk, looked: Looked, said: ClosingSoFar): Leaving {
  const left = leavingOf(desk.library, looked, null)
  return {
    sections: [...pieces(desk, left), sums(desk, left, looked)],
    acts: [closeAct(desk, looked, said, left, true)],
    enter: closeAct(desk, looked, said, left, false),
  }
}

function sums(desk: Desk, left: Left, { counted }: Looked): Section {
  const speech = speechOf(desk)
  const { close } = speech.words.pages.drawer
  const say = (amount: number): string => (amount === 0 ? '' : speech.money(cents(amount)))
  const order = PIECES_CENTS.flatMap((piece) => {
    const count = left.to_order[piece] ?? 0
    return count === 0 ? [] : [`${pieceLabel(speech, piece)} × ${count}`]
  })
  return facts('sums', '', [
    [close.bag_checks, say(counted.checks_cents)],
    [close.missing, say(left.missing_cents), 'warn'],
    [close.to_order, order.join(', ')],
  ])
}

/** Piece by piece, which fits on the smallest screen beside the form; nothing where a total was typed. */
function pieces(desk: Desk, { left, out }: Left): readonly Section[] {
  if (left === null || out === null) return []
  const speech = speechOf(desk)
  const { close } = speech.words.pages.drawer
  const both = PIECES_CENTS.map((piece) => [piece, left[piece] ?? 0, out[piece] ?? 0] as const)
  const some = both.filter(([, stays, goes]) => stays + goes > 0)
  const said = some.map(([piece, stays, goes]) => [pieceLabel(speech, piece), close.split(stays, goes)] as const)
  return said.length === 0 ? [text('pieces', close.pieces, [close.empty])] : [facts('pieces', close.pieces, said)]
}

/** @param isOther another amount stays than the library's rules say */
function closeAct(
  desk: Desk,
  looked: Looked,
  { reason, note }: ClosingSoFar,
  { out_cents }: Left,
  isOther: boolean,
): Act {
  const { session, counted } = looked
  const { words, money } = speechOf(desk)
  const { close } = words.pages.drawer
  const safe = placeSeen(desk.library, actorOf(desk), 'safe')
  const isFromSafe = safe === null ? placeBalance(desk.library, 'safe') !== null : safe > 0
  // A bag without its number cannot be told from another one. From the safe alone, nothing may come.
  const isFilled = !isOther && out_cents + counted.checks_cents > 0
  const hasBag = isOther || isFilled || isFromSafe
  const explained = isOther ? {} : { reason, note, leave_cents: null }
  const known = { drawer_code: session.drawer_code, ...explained, bag_number: '' }
  return act({
    key: isOther ? 'L' : '',
    label: isOther ? close.leave_other : close.close,
    says: isOther ? close.leave_other_says : close[isFilled ? 'close_says' : hasBag ? 'safe_bag_says' : 'no_bag_says'],
    call: callOf('drawer.close', { ...known, safe_cents: 0 }),
    preview: callOf('closing.bag-preview', {
      drawer_code: session.drawer_code,
      safe_cents: null,
      leave_cents: null,
    }),
    asks: [
      ...(isOther ? otherAsks(desk, { reason, note }) : []),
      ...(hasBag ? [field('bag_number', close.bag_number, 'code', { is_required: isFilled })] : []),
      ...(isFromSafe
        ? [
            field('safe_cents', close.from_safe, 'total', {
              value: '0',
              is_required: true,
              is_beside: true,
              only_with: 'safe_cents',
              hint: safe === null ? close.safe_tab : close.safe_tab_hint(money(safe)),
            }),
          ]
        : []),
      ...signOffAsks(desk, looked, isOther),
    ],
    weight: isOther ? 'more' : 'main',
  })
}

/** Another float can need a sign-off that the counts alone do not: who can give it themselves is offered their PIN. */
function signOffAsks(desk: Desk, looked: Looked, isOther: boolean) {
  const [speech, actor] = [speechOf(desk), actorOf(desk)]
  const asked = ownSignOffField(speech, actor, signedOffBy(desk.library, actor, looked))
  if (!isOther || asked.length > 0) return asked
  const by_float = signedOffBy(desk.library, actor, { ...looked, need: 'sign-off' })
  const { own_pin_hint } = speech.words.pages.drawer.close
  return ownSignOffField(speech, actor, by_float).map((one) => ({ ...one, is_required: false, hint: own_pin_hint }))
}

/** Another float than the rules have, and why: what was said of the counts is filled in. */
function otherAsks(desk: Desk, { reason, note }: Pick<ClosingSoFar, 'reason' | 'note'>) {
  const { drawer } = speechOf(desk).words.pages
  const { close } = drawer
  return [
    field('leave_cents', close.stays, 'total', { is_required: true }),
    field('reason', drawer.reason, 'choice', { value: reason, options: reasonOptions(desk, 'variance') }),
    field('note', close.note, 'text', { value: note, hint: close.note_hint }),
  ]
}
