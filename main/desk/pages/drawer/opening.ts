/** A drawer that is not open: its float is counted, and with that it opens. What was left in it is not said before. */
import type { PageRef, PageView, Section } from '../../../../shared/desk/page.ts'
import type { CashDrawer } from '../../../../shared/policy/cash-facts.ts'
import { PIECES_CENTS } from '../../../../shared/cash/pieces.ts'
import { drawerName } from '../../../../shared/words/cash-names.ts'
import { cashRules } from '../../../cash/cash-rules.ts'
import { closesToReview } from '../../../cash/closing/review.ts'
import { speechOf } from '../../clerk-language.ts'
import type { Desk } from '../../desk.ts'
import { act, callOf, facts, page } from '../make.ts'
import { listAct } from './acts.ts'
import { pieceLabel, piecesField, totalField } from './count-fields.ts'

export function openingPage(desk: Desk, ref: PageRef, drawer: CashDrawer): PageView {
  const speech = speechOf(desk)
  const { drawer: said } = speech.words.pages
  const { drawer_code } = drawer
  return page(desk.library, {
    ref,
    heading: drawerName(speech.words, drawer),
    lead: said.not_open,
    sections: [recipe(desk)],
    aside: ['recipe'],
    acts: [
      act({
        key: 'T',
        label: said.open.total_label,
        says: said.open.total_says,
        call: callOf('drawer.open', { drawer_code, pieces: null }),
        asks: [totalField(speech)],
      }),
      listAct(desk),
    ],
    enter: act({
      label: said.open.label,
      says: said.open.says,
      call: callOf('drawer.open', { drawer_code, total_cents: null }),
      asks: [piecesField(speech, cashRules(desk.library), recipeLine(desk))],
    }),
  })
}

type Wanted = readonly (readonly [piece: string, count: string])[]

/** What the library wants in a drawer at its opening. */
function wantedPieces(desk: Desk): Wanted {
  const speech = speechOf(desk)
  const { float_recipe } = cashRules(desk.library)
  return PIECES_CENTS.flatMap((piece) => {
    const count = float_recipe[piece] ?? 0
    return count === 0 ? [] : [[pieceLabel(speech, piece), `× ${count}`] as const]
  })
}

function floatTotal(desk: Desk): string {
  const { float_total_cents } = cashRules(desk.library)
  return float_total_cents === 0 ? '' : speechOf(desk).money(float_total_cents)
}

function recipe(desk: Desk): Section {
  const { open, close } = speechOf(desk).words.pages.drawer
  const to_review = closesToReview(desk.library).length
  return facts('recipe', open.recipe, [
    ...wantedPieces(desk),
    [open.float, floatTotal(desk)],
    [close.to_review, to_review === 0 ? '' : String(to_review), 'warn'],
  ])
}

/** The same beside the fields. */
function recipeLine(desk: Desk): string {
  const { drawer } = speechOf(desk).words.pages
  const wanted = wantedPieces(desk).map((pair) => pair.join(' '))
  return wanted.length === 0 ? '' : drawer.open.wanted(wanted.join(', '), floatTotal(desk))
}
