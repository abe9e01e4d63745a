/**
 * The safe and the change fund: when each was last counted, and counting one. The page of a count must never say what
 * the place should hold before the count is kept: the clerk would count until it agrees.
 */
import type { Act, PageRef, PageRow, PageView, Section } from '../../../../shared/desk/page.ts'
import { placeOff } from '../../../../shared/cash/drawer/place-count.ts'
import { PLACE_WAY_NAMES } from '../../../../shared/cash/drawer/place-ways.ts'
import { varianceNeed } from '../../../../shared/cash/rules.ts'
import { COUNTED_PLACES, type CountedPlace } from '../../../../shared/journal/events/cash-places.ts'
import { cents } from '../../../../shared/kernel/money.ts'
import { instant } from '../../../../shared/kernel/time.ts'
import { cashRules } from '../../../cash/cash-rules.ts'
import { mayKnowPlace, placeSeen, placeSignedOffBy, placeState, type OpenCount } from '../../../cash/places.ts'
import { staffNames } from '../../../library/staff-known.ts'
import { speechOf } from '../../clerk-language.ts'
import { actorOf, type Desk } from '../../desk.ts'
import { act, amount, callOf, cell, facts, field, figures, goTo, ownSignOffField, page, row, table } from '../make.ts'
import { aboutText } from './about.ts'
import { piecesField, totalField } from './count-fields.ts'
import { reasonOptions } from './reason-options.ts'

/** Leads to both. */
export function placesAct(desk: Desk): Act {
  return goTo(
    { place: 'drawer', about: aboutText({ part: 'places', of: '' }) },
    speechOf(desk).words.pages.places.heading,
    'P',
  )
}

export function placesPage(desk: Desk, ref: PageRef, of: string): PageView {
  const place = COUNTED_PLACES.find((one) => one === of)
  if (place !== undefined) return placePage(desk, ref, place)
  const { heading, lead } = speechOf(desk).words.pages.places
  return page(desk.library, { ref, heading, lead, sections: [placesTable(desk, '')], acts: moveActs(desk) })
}

/** What goes from one to the other, or into a bag, by its total. */
function moveActs(desk: Desk): Act[] {
  const speech = speechOf(desk)
  const { outcomes, pages } = speech.words
  const keys = { 'safe-to-bag': 'B', 'safe-to-fund': 'F', 'fund-to-safe': 'S' } as const
  return PLACE_WAY_NAMES.map((way) => {
    const bag = field('bag_number', pages.drawer.close.bag_number, 'code', { is_required: true })
    return act({
      key: keys[way],
      label: outcomes.places.moved[way],
      says: pages.places.move_says[way],
      call: callOf('place.move', { way, pieces: null }),
      asks: [totalField(speech), ...(way === 'safe-to-bag' ? [bag] : [])],
    })
  })
}

/** For this page and the manager's page. */
export function placesTable(desk: Desk, heading: string): Section {
  const { columns } = speechOf(desk).words.pages.places
  return table({
    section_id: 'places',
    heading,
    columns: [columns.place, figures(columns.expected), columns.counted, columns.by, figures(columns.off)],
    rows: COUNTED_PLACES.map((place) => placeRow(desk, place)),
    empty: '',
  })
}

function placeRow(desk: Desk, place: CountedPlace): PageRow {
  const { library } = desk
  const speech = speechOf(desk)
  const { places } = speech.words.pages
  const state = placeState(library, place)
  const { last, is_open } = state
  const expected = placeSeen(library, actorOf(desk), place)
  const isKnown = last !== null && mayKnowPlace(library, actorOf(desk), state)
  const days_count = last === null ? 0 : daysSince(desk, last.head.at_ms)
  return row({
    row_id: `place ${place}`,
    cells: [
      cell(places.of[place]),
      // Before its first count nobody knows what was in it: less than nothing says only what its entries took out.
      expected === null || (last === null && expected < 0) ? cell('') : amount(speech, expected),
      last === null
        ? cell(places.never, 'warn')
        : cell(places.when(speech.dayTime(instant(last.head.at_ms)), days_count)),
      cell(last === null ? '' : staffNames(library)(last.head.staff)),
      isKnown ? amount(speech, placeOff(last.body), is_open ? 'warn' : 'plain') : cell(''),
    ],
    notes: is_open ? [places.is_open] : [],
    enter: goTo({ place: 'drawer', about: aboutText({ part: 'places', of: place }) }, places.count[place]),
  })
}

const DAY_MS = 86_400_000

function daysSince({ library }: Desk, at_ms: number): number {
  return Math.max(0, Math.floor((library.clock.now() - at_ms) / DAY_MS))
}

function placePage(desk: Desk, ref: PageRef, place: CountedPlace): PageView {
  const { library } = desk
  const { places } = speechOf(desk).words.pages
  const state = placeState(library, place)
  const { last } = state
  const back = goTo({ place: 'drawer', about: aboutText({ part: 'places', of: '' }) }, places.heading, 'P')
  const isToSettle = last !== null && state.is_open && !state.is_moved && mayKnowPlace(library, actorOf(desk), state)
  const [byPiece, byTotal] = countActs(desk, place)
  const own = last?.head.staff === actorOf(desk).staff?.staff_code
  if (last === null || state.is_moved || (!isToSettle && !own))
    return page(library, {
      ref,
      heading: places.of[place],
      lead: places.count_lead,
      sections: [],
      acts: [byTotal, back],
      enter: byPiece,
    })
  const again = { ...byPiece, key: 'R', label: places.again, says: places.again_says }
  const sections = [lastCount(desk, { ...state, last })]
  if (!isToSettle)
    return page(library, {
      ref,
      heading: places.of[place],
      lead: places.done,
      sections,
      acts: [again, byTotal, back],
      enter: back,
    })
  const enter = settleAct(desk, place, { ...state, last })
  return page(library, {
    ref,
    heading: places.of[place],
    lead: placeOff(last.body) === 0 ? places.first_lead : places.differs,
    sections,
    acts: [again, byTotal, back],
    enter,
    steps_back: [enter, again, back],
  })
}

/** By the piece, and as a total. */
function countActs(desk: Desk, place: CountedPlace): readonly [Act, Act] {
  const speech = speechOf(desk)
  const { places, drawer } = speech.words.pages
  return [
    act({
      label: places.keep,
      says: places.count_says,
      call: callOf('place.count', { place, total_cents: null }),
      asks: [piecesField(speech, cashRules(desk.library))],
    }),
    act({
      key: 'T',
      label: drawer.count_total,
      says: places.count_says,
      call: callOf('place.count', { place, pieces: null }),
      asks: [totalField(speech)],
    }),
  ]
}

/** What was counted, and what it comes to against the entries. */
function lastCount(desk: Desk, { last, is_open }: OpenCount): Section {
  const { words, money, dayTime } = speechOf(desk)
  const { places } = words.pages
  const { counted_cents, expected_cents } = last.body
  const off = placeOff(last.body)
  return facts('count', places.last, [
    [places.columns.counted, dayTime(instant(last.head.at_ms))],
    [places.counted, money(cents(counted_cents))],
    [places.columns.expected, money(cents(expected_cents))],
    [places.columns.off, money(off), is_open && off !== 0 ? 'warn' : 'plain'],
  ])
}

function settleAct(desk: Desk, place: CountedPlace, open: OpenCount): Act {
  const { last, by_cents, need } = open
  const signedBy = placeSignedOffBy(desk.library, actorOf(desk), open)
  const { words, money } = speechOf(desk)
  const { places, drawer } = words.pages
  const size = money(cents(Math.abs(by_cents)))
  const isReason = placeOff(last.body) !== 0 && varianceNeed(cashRules(desk.library), by_cents) !== null
  const isNote = need !== null && need !== 'reason'
  const asks = [
    field('reason', drawer.reason, 'choice', { is_required: true, options: reasonOptions(desk, 'variance') }),
    field('note', drawer.close.note, 'text', { is_required: isNote, hint: isNote ? '' : drawer.close.note_hint }),
  ] as const
  return act({
    label: isReason ? drawer.close.explain : places.settle,
    says: need === 'sign-off' ? places.sign_off_says(size) : places.settle_says,
    call: callOf('place.settle', isReason ? { place } : { place, reason: '', note: '' }),
    asks: [...(isReason ? asks : []), ...ownSignOffField(speechOf(desk), actorOf(desk), signedBy)],
  })
}
