/** Counting at a drawer: how many of each piece, largest first, with nothing filled in; or a total. Counting again. */
import type { CashRules } from '../../../../shared/cash/rules.ts'
import { cents } from '../../../../shared/kernel/money.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import type { Act } from '../../../../shared/desk/page.ts'
import { cashRules } from '../../../cash/cash-rules.ts'
import type { SessionRow } from '../../../store/money/cash-rows.ts'
import { speechOf } from '../../clerk-language.ts'
import type { Desk } from '../../desk.ts'
import { act, callOf, field, goTo } from '../make.ts'
import { aboutText } from './about.ts'

const CENTS_A_DOLLAR = 100

/** "$20", "25¢". */
export function pieceLabel({ money }: Speech, piece_cents: number): string {
  if (piece_cents < CENTS_A_DOLLAR) return `${piece_cents}¢`
  return money(cents(piece_cents)).replace(/[.,]00(?!\d)/, '')
}

export function piecesField(speech: Speech, { counted_pieces }: CashRules, hint = '') {
  const { drawer } = speech.words.pages
  const options = counted_pieces.map((piece) => ({ value: String(piece), label: pieceLabel(speech, piece) }))
  return field('pieces', drawer.pieces, 'count', { is_required: true, hint: hint || drawer.pieces_hint, options })
}

export function totalField({ words }: Speech) {
  const { total, amount_hint } = words.pages.drawer.open
  return field('total_cents', total, 'total', { is_required: true, hint: amount_hint })
}

/** A recount for closing is one more count, and never changes the first. */
export function countAgain(desk: Desk, { drawer_code }: SessionRow, label: string): Act {
  const speech = speechOf(desk)
  return act({
    key: 'R',
    label,
    says: speech.words.pages.drawer.close.again_says,
    call: callOf('drawer.count', { drawer_code, reason: 'closing', total_cents: null }),
    asks: [piecesField(speech, cashRules(desk.library))],
  })
}

/** Leaves the close for what else is done at the drawer. */
export function leaveAct(desk: Desk, { drawer_code }: SessionRow): Act {
  const { close } = speechOf(desk).words.pages.drawer
  return goTo({ place: 'drawer', about: aboutText({ part: 'open', of: drawer_code }) }, close.leave, 'X')
}
