/**
 * Closing a drawer, one step a screen: the count, the checks and the card terminal, the difference, what stays and what
 * goes into the bag. Which step comes next is read from the entries and from what this person said since. Must never
 * say what is expected before the count is recorded.
 */
import type { Act, PageRef, PageView, Section } from '../../../../shared/desk/page.ts'
import { cents } from '../../../../shared/kernel/money.ts'
import type { CashDrawer } from '../../../../shared/policy/cash-facts.ts'
import { isRefusal } from '../../../../shared/refusals/refusals.ts'
import { drawerName } from '../../../../shared/words/cash-names.ts'
import { cashRules } from '../../../cash/cash-rules.ts'
import { lookAtClose, type Looked } from '../../../cash/closing/look.ts'
import { staffNames } from '../../../library/staff-known.ts'
import type { SessionRow } from '../../../store/money/cash-rows.ts'
import { speechOf } from '../../clerk-language.ts'
import type { Desk } from '../../desk.ts'
import { likeliest } from '../../money/drawer/explain.ts'
import { act, amount, callOf, cell, facts, field, figures, goTo, page, row, table, text } from '../make.ts'
import { aboutText } from './about.ts'
import { reasonOptions } from './reason-options.ts'
import { piecesField, totalField } from './count-fields.ts'
import { leavingStep } from './leaving-step.ts'

/** What was found so far; null: nothing was said since the count. */
export function soFarOf({ session }: Desk, { session_ref }: Pick<SessionRow, 'session_ref'>) {
  return session.closing?.session_ref === session_ref ? session.closing : null
}

const NOTHING_SAID = { checks_count: 0, checks_cents: 0, card_total_cents: null, reason: '', note: '' }

/** The close as it stands, from the count that was recorded; null: it is not counted, or money moved since. */
export function lookedNow(desk: Desk, session: SessionRow): Looked | null {
  const { session_ref: _, ...said } = soFarOf(desk, session) ?? { session_ref: '', ...NOTHING_SAID }
  const { drawer_code } = session
  const looked = lookAtClose(desk.library, { drawer_code, pieces: null, total_cents: null, ...said })
  return isRefusal(looked) ? null : looked
}

type Step = {
  readonly number: 1 | 2 | 3 | 4
  readonly sections: readonly Section[]
  readonly acts?: readonly Act[]
  readonly enter: Act
}

export function closingPage(desk: Desk, ref: PageRef, drawer: CashDrawer, session: SessionRow): PageView {
  const { words } = speechOf(desk)
  const { close } = words.pages.drawer
  const { number, sections, acts = [], enter } = stepNow(desk, session)
  const correct = correctActs(desk, session, number)
  const again = number === 1 ? [] : againActs(desk, session)
  const back = goTo({ place: 'drawer', about: aboutText({ part: 'open', of: session.drawer_code }) }, close.leave, 'X')
  return page(desk.library, {
    ref,
    heading: close.heading(drawerName(words, drawer)),
    lead: close.step(number, close.steps[number]),
    sections,
    acts: [...acts, ...correct, ...again, back],
    enter,
    steps_back: [enter, ...correct, ...again, back],
  })
}

function stepNow(desk: Desk, session: SessionRow): Step {
  const looked = lookedNow(desk, session)
  if (looked === null) return countStep(desk, session)
  const said = soFarOf(desk, session)
  if (said === null) {
    const first = foundStep(desk, session, looked)
    return { ...first, acts: handOverActs(desk, session, looked) }
  }
  if (looked.need !== null && said.reason === '') return differenceStep(desk, session, looked)
  const leaving = leavingStep(desk, session, looked, said)
  return { number: 4, ...leaving, sections: [...leaving.sections, differences(desk, looked)] }
}

function countStep(desk: Desk, { drawer_code }: SessionRow): Step {
  const speech = speechOf(desk)
  const { drawer } = speech.words.pages
  const known = { drawer_code, why: 'closing' } as const
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

/** A recount is one more count, and never changes the first. */
function againActs(desk: Desk, { drawer_code }: SessionRow): readonly Act[] {
  const speech = speechOf(desk)
  const { close } = speech.words.pages.drawer
  return [
    act({
      key: 'R',
      label: close.again,
      says: close.again_says,
      call: callOf('drawer.count', { drawer_code, why: 'closing', total_cents: null }),
      asks: [piecesField(speech, cashRules(desk.library))],
    }),
  ]
}

function foundStep(desk: Desk, { drawer_code }: SessionRow, { count }: Looked): Step {
  const { words, money } = speechOf(desk)
  const { close } = words.pages.drawer
  return {
    number: 2,
    sections: [facts('counted', '', [[close.counted, money(cents(count.counted_cents))]])],
    enter: act({
      label: close.found,
      says: close.found_says,
      call: callOf('closing.found', { drawer_code }),
      asks: foundAsks(desk, null),
    }),
  }
}

/** @param said what is there to be corrected; null: nothing was said yet */
function foundAsks(desk: Desk, said: ReturnType<typeof soFarOf>) {
  const { close } = speechOf(desk).words.pages.drawer
  const before = (figure: number | null | undefined): string => String(figure ?? '')
  const checks = { value: before(said?.checks_cents), hint: close.checks_hint, is_beside: true }
  return [
    field('checks_count', close.checks_count, 'number', { value: before(said?.checks_count), hint: close.none_hint }),
    field('checks_cents', close.checks, 'total', checks),
    field('card_total_cents', close.card, 'total', { value: before(said?.card_total_cents), hint: close.card_hint }),
  ]
}

/** What was typed of the checks and the card terminal can be corrected until the drawer is closed. */
function correctActs(desk: Desk, session: SessionRow, number: Step['number']): readonly Act[] {
  const said = soFarOf(desk, session)
  if (number < 3 || said === null) return []
  const { close } = speechOf(desk).words.pages.drawer
  return [
    act({
      key: 'K',
      label: close.correct,
      says: close.found_says,
      call: callOf('closing.found', { drawer_code: session.drawer_code }),
      asks: foundAsks(desk, said),
    }),
  ]
}

/** Each way of paying: what should be there, what is, and by how much that differs. */
function byTender({ expected, counted, by }: Looked) {
  return [
    { of: 'cash', should: cents(expected.cash_cents), is: cents(counted.cash_cents), off: by.cash },
    { of: 'check', should: cents(expected.checks_cents), is: cents(counted.checks_cents), off: by.check },
    { of: 'card', should: cents(expected.card_cents), is: cents(counted.card_cents), off: by.card },
  ] as const
}

function differences(desk: Desk, looked: Looked): Section {
  const speech = speechOf(desk)
  const { close, columns, tender } = speech.words.pages.drawer
  return table({
    section_id: 'differences',
    heading: close.compared,
    columns: [columns.tender, figures(close.expected), figures(close.counted), figures(close.difference)],
    rows: byTender(looked).map(({ of, should, is, off }) =>
      row({
        row_id: `tender ${of}`,
        cells: [
          cell(tender[of]),
          amount(speech, should),
          amount(speech, is),
          amount(speech, off, off === 0 ? 'plain' : 'warn'),
        ],
      }),
    ),
    empty: '',
  })
}

/** "Cash: $104.48 expected, $104.23 counted, $0.25 short." for each that differs. */
function differencesSaid(desk: Desk, looked: Looked): readonly string[] {
  const { words, money } = speechOf(desk)
  const { close, tender } = words.pages.drawer
  return byTender(looked)
    .filter(({ off }) => off !== 0)
    .map(({ of, should, is, off }) =>
      close.off(tender[of], money(should), money(is), money(cents(Math.abs(off))), off > 0),
    )
}

const CAUSES_SHOWN = 3

/** What could explain the cash; nothing where nothing does. */
function causes(desk: Desk, looked: Looked): readonly Section[] {
  const lines = likeliest(desk, looked, CAUSES_SHOWN)
  return lines.length === 0 ? [] : [text('causes', speechOf(desk).words.pages.drawer.close.causes, lines)]
}

function differenceStep(desk: Desk, { drawer_code }: SessionRow, looked: Looked): Step {
  const { words, money } = speechOf(desk)
  const { drawer } = words.pages
  const { close } = drawer
  const { need, off_cents } = looked
  const isNoteNeeded = need !== 'reason'
  const how = need === 'sign-off' ? close.sign_off_says(money(off_cents)) : close.explain_says
  return {
    number: 3,
    sections: [differences(desk, looked), ...causes(desk, looked)],
    enter: act({
      label: close.explain,
      says: [...differencesSaid(desk, looked), how].join(' '),
      call: callOf('closing.explain', { drawer_code }),
      asks: [
        field('reason', drawer.reason, 'choice', { is_required: true, options: reasonOptions(desk, 'variance') }),
        field('note', close.note, 'text', { is_required: isNoteNeeded, hint: isNoteNeeded ? '' : close.note_hint }),
      ],
    }),
  }
}

/** The giver has counted it; another person counts it again and has it from then on, with all that is in it. */
function handOverActs(desk: Desk, session: SessionRow, { counted_by, count }: Looked): readonly Act[] {
  const own = desk.session.staff?.staff_code
  if (own === session.custodian_code || own === counted_by) return []
  const speech = speechOf(desk)
  const { drawer } = speech.words.pages
  const said = soFarOf(desk, session) ?? { session_ref: '', ...NOTHING_SAID }
  const { session_ref: _, ...known } = said
  const isByPiece = count.pieces !== null
  return [
    act({
      key: 'H',
      label: drawer.take_over,
      says: drawer.take_over_says(staffNames(desk.library)(session.custodian_code)),
      call: callOf('drawer.hand-over', {
        drawer_code: session.drawer_code,
        ...known,
        [isByPiece ? 'total_cents' : 'pieces']: null,
      }),
      asks: [
        isByPiece ? piecesField(speech, cashRules(desk.library)) : totalField(speech),
        field('checks_count', drawer.close.checks_count, 'number', { value: '0', is_required: true }),
        field('checks_cents', drawer.close.checks, 'total', { value: '0', is_required: true, is_beside: true }),
        field('reason', drawer.take_over_reason, 'choice', { options: reasonOptions(desk, 'variance') }),
      ],
    }),
  ]
}
