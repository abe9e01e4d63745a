/**
 * Closing a drawer, one step a screen: the count, the checks and the card terminal, the difference, what stays and what
 * goes into the bag. Which step comes next is read from the entries and from what this person said since. Must never
 * say what is expected before the count is recorded.
 */
import type { Act, PageRef, PageView, Section } from '../../../../shared/desk/page.ts'
import type { ClosingCounts } from '../../../../shared/cash/session-entries.ts'
import type { ByTender } from '../../../../shared/journal/events/cash.ts'
import { notExplained, type ClosingSoFar } from '../../../../shared/desk/session/closing-so-far.ts'
import { cents, type Cents } from '../../../../shared/kernel/money.ts'
import type { CashDrawer } from '../../../../shared/policy/cash-facts.ts'
import { isRefusal } from '../../../../shared/refusals/refusals.ts'
import { drawerName } from '../../../../shared/words/cash-names.ts'
import { cashRules } from '../../../cash/cash-rules.ts'
import { lookAtClose, type Looked } from '../../../cash/closing/look.ts'
import { closingCounts } from '../../../cash/report/last-entries.ts'
import { expectedOf } from '../../../cash/sessions.ts'
import type { SessionRow } from '../../../store/money/cash-rows.ts'
import { speechOf } from '../../clerk-language.ts'
import type { Desk } from '../../desk.ts'
import { differencesSaid } from '../../money/drawer/differences-said.ts'
import { likeliest } from '../../money/drawer/explain.ts'
import { isPaymentHalfEntered } from '../../money/pay/half-entered.ts'
import { act, callOf, field, page, text } from '../make.ts'
import { reasonOptions } from './reason-options.ts'
import { countAgain, leaveAct, piecesField, totalField } from './count-fields.ts'
import { differences } from './differences.ts'
import { discardActs } from './half-entered.ts'
import { leavingStep } from './leaving-step.ts'
import { receivingPage } from './receiving.ts'

/** What this person said of the close so far; null: nothing. */
export function soFarOf({ session }: Desk, { session_ref }: Pick<SessionRow, 'session_ref'>) {
  return session.closing?.session_ref === session_ref ? session.closing : null
}

type Step = {
  readonly number: 1 | 2 | 3 | 4
  /** What is known so far, behind the name of the step. */
  readonly said?: string
  readonly sections: readonly Section[]
  readonly acts?: readonly Act[]
  /** Steps that were done before this one, the last one first. */
  readonly back?: readonly Act[]
  readonly enter: Act
}

/** @param isHandOver what is counted goes on to the next person, and the drawer stays as it is */
export function closingPage(
  desk: Desk,
  ref: PageRef,
  drawer: CashDrawer,
  session: SessionRow,
  isHandOver: boolean,
): PageView {
  const counts = closingCounts(desk.library, session.session_ref)
  const own = desk.session.staff?.staff_code ?? ''
  // Anybody else either takes it over, or counts it again to close it: both without seeing this count.
  const isCounter = own === session.custodian_code || own === counts.cash?.head.staff
  const isOther = !isCounter && (counts.cash !== null || isHandOver)
  if (isOther) return receivingPage(desk, ref, drawer, { session, counts })
  const { words } = speechOf(desk)
  const { close } = words.pages.drawer
  const { number, said = '', sections, acts = [], back: done = [], enter } = stepNow(desk, session, counts, isHandOver)
  const name = isHandOver && number > 2 ? close.hand_over_step : close.steps[number]
  const told = isHandOver ? close.step_of_three(Math.min(number, 3), name) : close.step(number, name)
  const step = [told, said].filter((one) => one !== '').join('. ')
  const correct = number < 3 ? [] : correctActs(desk, session, counts)
  const again = number === 1 ? [] : [countAgain(desk, session, close.again)]
  const back = leaveAct(desk, session)
  const isHalfEntered = isPaymentHalfEntered(desk, session.drawer_code)
  return page(desk.library, {
    ref,
    heading: (isHandOver ? close.hand_over_heading : close.heading)(drawerName(words, drawer)),
    lead: isHalfEntered ? close.step_but(step) : step,
    sections,
    acts: [...discardActs(desk, session), ...acts, ...done, ...correct, ...again, back],
    enter,
    steps_back: [enter, ...done, ...correct, ...again, back],
  })
}

function stepNow(desk: Desk, session: SessionRow, { cash, tenders }: ClosingCounts, isHandOver: boolean): Step {
  if (cash === null) return countStep(desk, session)
  if (tenders === null) return foundStep(desk, session, cents(cash.body.counted_cents))
  const looked = lookAtClose(desk.library, session.drawer_code)
  if (isRefusal(looked)) return countStep(desk, session)
  if (isHandOver) return handOverStep(desk, looked)
  const said = soFarOf(desk, session) ?? notExplained(session.session_ref)
  if (looked.need !== null && said.reason === '') return differenceStep(desk, session, looked)
  const leaving = leavingStep(desk, looked, said)
  const reason = looked.need === null ? [] : [reasonAct(desk, session, looked, said)]
  const sections = [...leaving.sections, differences(desk, looked)]
  return { number: 4, ...leaving, sections, back: reason }
}

/** All of it is counted: the next person signs in, and counts it too. */
function handOverStep(desk: Desk, looked: Looked): Step {
  const { close } = speechOf(desk).words.pages.drawer
  const sections = [text('hand-over', '', [close.hand_over_how]), differences(desk, looked)]
  return { number: 3, sections, enter: act({ label: close.hand_over_out, call: callOf('staff.sign-out', {}) }) }
}

function countStep(desk: Desk, { drawer_code }: SessionRow): Step {
  const speech = speechOf(desk)
  const { drawer } = speech.words.pages
  const known = { drawer_code, reason: 'closing' } as const
  return {
    number: 1,
    sections: [],
    acts: [
      act({
        key: 'T',
        label: drawer.count_total,
        says: drawer.close.count_says,
        call: callOf('drawer.count', { ...known, pieces: null }),
        asks: [totalField(speech)],
      }),
    ],
    enter: act({
      label: drawer.close.count,
      says: drawer.close.count_says,
      call: callOf('drawer.count', { ...known, total_cents: null }),
      asks: [piecesField(speech, cashRules(desk.library))],
    }),
  }
}

function foundStep(desk: Desk, { drawer_code, session_ref }: SessionRow, counted_cents: Cents): Step {
  const { words, money } = speechOf(desk)
  const { close } = words.pages.drawer
  return {
    number: 2,
    said: `${close.counted}: ${money(counted_cents)}`,
    sections: [],
    enter: act({
      label: close.found,
      says: close.found_says,
      call: callOf('closing.found', { drawer_code }),
      asks: foundAsks(desk, expectedOf(desk.library, session_ref), null),
    }),
  }
}

/**
 * Enter passes over what the checks come to where there are none, and over the card terminal where no card was taken:
 * each receipt on the page of the drawer says how it was paid, so that tells nobody anything.
 * @param kept the count that is corrected; null: none was made yet
 */
function foundAsks(desk: Desk, { checks_cents, card_cents }: ByTender, kept: Looked['tenders'] | null) {
  const { close } = speechOf(desk).words.pages.drawer
  const before = (figure: number | null | undefined): string => String(figure ?? '')
  const { body } = kept ?? {}
  const isCardSeldom = kept === null && card_cents === 0
  return [
    field('checks_count', close.checks_count, 'number', {
      value: before(body?.checks_count),
      hint: checks_cents === 0 ? close.no_checks_hint : close.none_hint,
    }),
    field('checks_cents', close.checks, 'total', {
      value: before(body?.checks_cents),
      hint: close.checks_hint,
      is_beside: true,
      only_with: 'checks_count',
    }),
    field('card_total_cents', close.card, 'total', {
      value: before(body?.card_cents),
      hint: isCardSeldom ? close.no_card_hint : close.card_hint,
      only_with: isCardSeldom ? 'card_total_cents' : '',
    }),
  ]
}

/** A correction of the checks and the card terminal is one more count; it is made without counting the cash again. */
function correctActs(desk: Desk, { drawer_code, session_ref }: SessionRow, { tenders }: ClosingCounts): readonly Act[] {
  const { close } = speechOf(desk).words.pages.drawer
  return [
    act({
      key: 'K',
      label: close.correct,
      says: close.correct_says,
      call: callOf('closing.found', { drawer_code }),
      asks: foundAsks(desk, expectedOf(desk.library, session_ref), tenders),
    }),
  ]
}

const CAUSES_SHOWN = 3

/** What could explain the cash, or that nothing does; nothing where it agrees. */
function causes(desk: Desk, looked: Looked): readonly Section[] {
  if (looked.by.cash === 0) return []
  const lines = likeliest(desk, looked, CAUSES_SHOWN)
  const { close } = speechOf(desk).words.pages.drawer
  return [text('causes', close.causes, lines.length === 0 ? [close.no_cause] : lines)]
}

function differenceStep(desk: Desk, session: SessionRow, looked: Looked): Step {
  const { close } = speechOf(desk).words.pages.drawer
  return {
    number: 3,
    sections: [differences(desk, looked), ...causes(desk, looked)],
    enter: { ...reasonAct(desk, session, looked, null), key: '', label: close.explain },
  }
}

/** Why the counts differ. @param said what was said of it before, which can be changed; null: nothing */
function reasonAct(desk: Desk, { drawer_code }: SessionRow, looked: Looked, said: ClosingSoFar | null): Act {
  const { words, money } = speechOf(desk)
  const { drawer } = words.pages
  const { close } = drawer
  const { need, off_cents } = looked
  const isNoteNeeded = need !== 'reason'
  const how = need === 'sign-off' ? close.sign_off_says(money(off_cents)) : close.explain_says
  const options = reasonOptions(desk, 'variance')
  const [likely = []] = causes(desk, looked).map((one) => (one.kind === 'text' ? one.lines : []))
  const could_be = likely.length === 0 ? [] : [`${close.causes}:`, ...likely]
  return act({
    key: 'D',
    label: close.reason_again,
    says: [...differencesSaid(desk, looked), how].join(' '),
    call: callOf('closing.explain', { drawer_code, session_ref: looked.session.session_ref }),
    asks: [
      field('reason', drawer.reason, 'choice', { value: said?.reason ?? '', is_required: true, options }),
      field('note', close.note, 'text', {
        value: said?.note ?? '',
        is_required: isNoteNeeded,
        // Beside the reasons, where it is in sight while one is chosen.
        hint: [...(isNoteNeeded ? [] : [close.note_hint]), ...could_be].join(' '),
      }),
    ],
  })
}
