/** The fields of a count: how many of each piece, largest first, with nothing filled in; or a total. */
import type { CashRules } from '../../../../shared/cash/rules.ts'
import { cents } from '../../../../shared/kernel/money.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import { field } from '../make.ts'

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
