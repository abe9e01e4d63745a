/** A drawer that is not open: its float is counted, and with that it opens. What was left in it is not said before. */
import type { PageRef, PageView, Section } from '../../../../shared/desk/page.ts'
import type { EventOf } from '../../../../shared/journal/event.ts'
import { cents } from '../../../../shared/kernel/money.ts'
import type { CashDrawer } from '../../../../shared/policy/cash-facts.ts'
import { PIECES_CENTS } from '../../../../shared/cash/pieces.ts'
import { varianceNeed } from '../../../../shared/cash/rules.ts'
import { isRefusal } from '../../../../shared/refusals/refusals.ts'
import { drawerName } from '../../../../shared/words/cash-names.ts'
import { cashRules } from '../../../cash/cash-rules.ts'
import { closesToReview } from '../../../cash/closing/review.ts'
import { sessionEventsOf } from '../../../cash/report/session-events.ts'
import { floatOf, floatSignedOffBy } from '../../../cash/open-drawer.ts'
import { lastSessionOf } from '../../../cash/sessions.ts'
import { speechOf } from '../../clerk-language.ts'
import { actorOf, type Desk } from '../../desk.ts'
import { act, callOf, facts, field, ownSignOffField, page } from '../make.ts'
import { listAct } from './acts.ts'
import { pieceLabel, piecesField, totalField } from './count-fields.ts'
import { reasonOptions } from './reason-options.ts'

export function openingPage(desk: Desk, ref: PageRef, drawer: CashDrawer): PageView {
  const kept = keptFloat(desk, drawer)
  if (kept !== null) return differsPage(desk, ref, drawer, kept)
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

/** The count of this person that the drawer was not opened with: it differs from what was left. */
function keptFloat({ library, session }: Desk, { drawer_code }: CashDrawer): EventOf<'float-counted'> | null {
  const before = lastSessionOf(library, drawer_code)
  const last = before === null ? undefined : sessionEventsOf(library, before.session_ref, 'float-counted').at(-1)
  return last !== undefined && last.head.staff === session.staff?.staff_code ? last : null
}

/** The second step of an opening, where the float differs: why, or another count. */
function differsPage(desk: Desk, ref: PageRef, drawer: CashDrawer, { body }: EventOf<'float-counted'>): PageView {
  const speech = speechOf(desk)
  const { words, money } = speech
  const { drawer: said } = words.pages
  const { drawer_code } = drawer
  const { pieces, counted_cents, left_cents } = body
  const by_cents = cents(counted_cents - left_cents)
  const isNoteNeeded = varianceNeed(cashRules(desk.library), by_cents) !== 'reason'
  const again = { drawer_code, reason: '', note: '' }
  const counted = { pieces, total_cents: pieces === null ? counted_cents : null }
  const floated = floatOf(desk.library, { ...again, ...counted })
  const signedBy = isRefusal(floated) ? '' : floatSignedOffBy(desk.library, actorOf(desk), floated)
  const byPiece = act({
    key: 'R',
    label: said.close.again,
    says: said.close.again_says,
    call: callOf('drawer.open', { ...again, total_cents: null }),
    asks: [piecesField(speech, cashRules(desk.library), recipeLine(desk))],
  })
  const byTotal = act({
    key: 'T',
    label: said.open.total_label,
    says: said.close.again_says,
    call: callOf('drawer.open', { ...again, pieces: null }),
    asks: [totalField(speech)],
  })
  const enter = act({
    label: said.open.with_reason,
    says: said.close.explain_says,
    call: callOf('drawer.open', { drawer_code, ...counted }),
    asks: [
      field('reason', said.reason, 'choice', { is_required: true, options: reasonOptions(desk, 'variance') }),
      field('note', said.close.note, 'text', {
        is_required: isNoteNeeded,
        hint: isNoteNeeded ? '' : said.close.note_hint,
      }),
      ...ownSignOffField(speech, actorOf(desk), signedBy),
    ],
  })
  return page(desk.library, {
    ref,
    heading: drawerName(words, drawer),
    lead: said.open.differs(money(cents(Math.abs(by_cents))), by_cents > 0),
    sections: [
      facts('float', '', [
        [said.float, money(cents(counted_cents))],
        [said.open.left, money(cents(left_cents))],
      ]),
    ],
    acts: [byPiece, byTotal, listAct(desk)],
    enter,
    // Back to counting as it was counted.
    steps_back: pieces === null ? [enter, byTotal, byPiece] : [enter, byPiece, byTotal],
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
