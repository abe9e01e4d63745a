/** What can be done at an open drawer beside payments: counts, money moved or paid, opening it, who has it. */
import type { Act, Field } from '../../../../shared/desk/page.ts'
import type { CASH_PLACES } from '../../../../shared/journal/events/cash-places.ts'
import { cashRules } from '../../../cash/cash-rules.ts'
import { custodyOf } from '../../../cash/custody.ts'
import { mayOwn } from '../../../library/grants.ts'
import { staffNames } from '../../../library/staff-known.ts'
import { allStaff } from '../../../store/policy/staff-rows.ts'
import type { SessionRow } from '../../../store/money/cash-rows.ts'
import { speechOf } from '../../clerk-language.ts'
import { actorOf, type Desk } from '../../desk.ts'
import { act, callOf, field, goTo, underMore } from '../make.ts'
import { aboutText } from './about.ts'
import { pulseActs } from './pulse-rows.ts'
import { reasonOptions } from './reason-options.ts'
import { findReceiptAct } from './refunding.ts'
import { piecesField, totalField } from './count-fields.ts'

type Options = Field['options']

export function sessionActs(desk: Desk, session: SessionRow): readonly Act[] {
  const { close } = speechOf(desk).words.pages.drawer
  const closing = goTo(
    { place: 'drawer', about: aboutText({ part: 'close', of: session.drawer_code }) },
    close.act,
    'Z',
  )
  const handing = goTo(
    { place: 'drawer', about: aboutText({ part: 'hand-over', of: session.drawer_code }) },
    close.hand_over,
    'H',
  )
  if (session.status === 'suspended')
    return [resumeAct(desk, session), closing, ...underMore([surpriseAct(desk, session), listAct(desk)])]
  // On a break nothing else can be done before somebody has the drawer: what ends it, or covers it, comes first.
  const isOnBreak = custodyOf(desk.library, session).cover_code !== null
  const custody = custodyActs(desk, session)
  const first = [closing, countAct(desk, session), placeAct(desk, session, { key: 'S', way: 'out', place: 'safe' })]
  return [
    ...(isOnBreak ? custody : []),
    ...first.slice(0, isOnBreak ? first.length - custody.length : first.length),
    ...underMore([
      ...(isOnBreak ? first.slice(first.length - custody.length) : []),
      countTotalAct(desk, session),
      placeAct(desk, session, { key: 'F', way: 'in', place: 'change-fund' }),
      placeAct(desk, session, { key: 'G', way: 'out', place: 'change-fund' }),
      placeAct(desk, session, { key: 'E', way: 'in', place: 'safe' }),
      placeAct(desk, session, { key: 'K', way: 'out', place: 'bank-bag' }),
      payAct(desk, session, 'in'),
      payAct(desk, session, 'out'),
      emptyAct(desk, session),
      ...unlockActs(desk, session),
      ...pulseActs(desk, session.drawer_code),
      ...(isOnBreak ? [] : [handing, ...custody]),
      surpriseAct(desk, session),
      ...paperActs(desk, session),
      listAct(desk),
      findReceiptAct(desk),
    ]),
  ]
}

function paperActs(desk: Desk, { drawer_code }: SessionRow): readonly Act[] {
  const { drawer } = speechOf(desk).words.pages
  const paper = (part: 'sheet' | 'x', label: string, key: string): Act =>
    goTo({ place: 'drawer', about: aboutText({ part, of: drawer_code }) }, label, key)
  const maySee = mayOwn(desk.library, actorOf(desk), 'see-cash')
  return [paper('sheet', drawer.sheet, 'W'), ...(maySee ? [paper('x', drawer.x_report, 'X')] : [])]
}

/** The sessions that were closed, with their papers and reviews. */
export function listAct(desk: Desk): Act {
  const { close } = speechOf(desk).words.pages.drawer
  return goTo({ place: 'drawer', about: aboutText({ part: 'closed', of: '' }) }, close.list, 'Y')
}

/** Everybody who works here but the person at the desk, by name. */
function otherStaff({ library, session }: Desk): Options {
  return library.db
    .all(allStaff, {})
    .filter((one) => one.is_active === 1 && one.staff_code !== session.staff?.staff_code)
    .map(({ staff_code, name, initials }) => ({ value: staff_code, label: name || initials }))
}

function countAct(desk: Desk, { drawer_code }: SessionRow): Act {
  const speech = speechOf(desk)
  const { drawer } = speech.words.pages
  return act({
    key: 'N',
    label: drawer.count,
    says: drawer.count_says,
    call: callOf('drawer.count', { drawer_code, reason: 'mid-shift', total_cents: null }),
    asks: [piecesField(speech, cashRules(desk.library))],
  })
}

function countTotalAct(desk: Desk, { drawer_code }: SessionRow): Act {
  const speech = speechOf(desk)
  const { drawer } = speech.words.pages
  return act({
    key: 'T',
    label: drawer.count_total,
    says: drawer.count_says,
    call: callOf('drawer.count', { drawer_code, reason: 'mid-shift', pieces: null }),
    asks: [totalField(speech)],
  })
}

function surpriseAct(desk: Desk, { drawer_code }: SessionRow): Act {
  const speech = speechOf(desk)
  const { drawer } = speech.words.pages
  return act({
    key: 'U',
    label: drawer.counted.surprise,
    says: drawer.surprise_says,
    call: callOf('drawer.count', { drawer_code, reason: 'surprise', total_cents: null }),
    asks: [piecesField(speech, cashRules(desk.library))],
  })
}

type Placing = { readonly key: string; readonly way: 'in' | 'out'; readonly place: (typeof CASH_PLACES)[number] }

function placeAct(desk: Desk, { drawer_code }: SessionRow, { key, way, place }: Placing): Act {
  const speech = speechOf(desk)
  const { drawer } = speech.words.pages
  const options = otherStaff(desk)
  const second = [
    field('receiver_code', way === 'out' ? drawer.receiver : drawer.giver, 'choice', {
      options,
      hint: drawer.receiver_none,
    }),
    field('receiver_cents', drawer.receiver_count, 'total', {
      hint: drawer.receiver_hint,
      only_with: 'receiver_code',
    }),
  ]
  const none = { receiver_code: '', receiver_cents: null }
  const bag = field('bag_number', drawer.close.bag_number, 'code', { is_required: true })
  return act({
    key,
    label: drawer.place[way][place],
    call: callOf('drawer.place', { drawer_code, way, place, pieces: null, bag_number: '', ...none }),
    asks: [totalField(speech), ...(place === 'bank-bag' ? [bag] : []), ...(options.length === 0 ? [] : second)],
  })
}

function payAct(desk: Desk, { drawer_code }: SessionRow, way: 'in' | 'out'): Act {
  const { words } = speechOf(desk)
  const { drawer } = words.pages
  const options = reasonOptions(desk, way === 'in' ? 'paid-in' : 'paid-out')
  return act({
    key: way === 'in' ? 'I' : 'P',
    label: drawer.pay[way],
    call: callOf('drawer.pay', { drawer_code, way }),
    asks: [
      field('amount_cents', drawer.columns.amount, 'money', { is_required: true, hint: drawer.open.amount_hint }),
      field('reason', drawer.reason, 'choice', { is_required: true, options }),
    ],
  })
}

/** A pay in with two readings: what was read and paid the last time is not asked again. */
function emptyAct(desk: Desk, { drawer_code }: SessionRow): Act {
  const { words } = speechOf(desk)
  const { boxes } = words.pages.cash_desk
  const options = reasonOptions(desk, 'paid-in')
  const meter = { after_count: null, before_count: null, price_cents: null }
  return act({
    key: 'L',
    label: boxes.empty,
    says: boxes.empty_says,
    call: callOf('drawer.pay', { drawer_code, way: 'in', meter }),
    asks: [
      field('reason', boxes.box, 'choice', { is_required: true, options }),
      field('amount_cents', boxes.counted, 'money', { is_required: true, hint: boxes.counted_hint }),
      field('meter.after_count', boxes.now, 'number', { is_required: true }),
      field('meter.before_count', boxes.before, 'number', { hint: boxes.before_hint }),
      field('meter.price_cents', boxes.price, 'money', { hint: boxes.price_hint }),
    ],
  })
}

function unlockActs(desk: Desk, { drawer_code }: SessionRow): readonly Act[] {
  const { drawer } = speechOf(desk).words.pages
  return [
    act({
      key: 'M',
      label: drawer.make_change,
      call: callOf('drawer.unlock', { drawer_code, what: { purpose: 'make-change', amount_cents: 1 } }),
      asks: [
        field('what.amount_cents', drawer.columns.amount, 'money', {
          is_required: true,
          hint: drawer.make_change_hint,
        }),
      ],
    }),
    act({
      key: 'O',
      label: drawer.no_sale,
      call: callOf('drawer.unlock', { drawer_code, what: { purpose: 'no-sale', reason: '' } }),
      asks: [
        field('what.reason', drawer.reason, 'choice', {
          is_required: true,
          options: reasonOptions(desk, 'no-sale'),
        }),
      ],
    }),
  ]
}

function custodyActs(desk: Desk, session: SessionRow): readonly Act[] {
  const { drawer } = speechOf(desk).words.pages
  const { drawer_code } = session
  const { owner_code, cover_code, named_code } = custodyOf(desk.library, session)
  const isCovered = cover_code !== null && cover_code !== ''
  const hint = isCovered ? '' : drawer.quick_count_hint
  const count = field('what.counted_cents', drawer.quick_count, 'total', { hint })
  if (cover_code !== null) {
    const isNamed = named_code !== '' && named_code === desk.session.staff?.staff_code
    if (isNamed) return [coverAct(desk, session, owner_code)]
    return [
      act({
        key: 'B',
        label: drawer.back,
        call: callOf('drawer.custody', { drawer_code, what: { reason: 'back', counted_cents: null } }),
        asks: [count],
      }),
    ]
  }
  return [
    act({
      key: 'B',
      label: drawer.break,
      call: callOf('drawer.custody', { drawer_code, what: { reason: 'break', cover_code: '', counted_cents: null } }),
      asks: [
        field('what.cover_code', drawer.cover, 'choice', { options: otherStaff(desk), hint: drawer.cover_hint }),
        count,
      ],
    }),
    act({
      key: 'R',
      label: drawer.suspend,
      call: callOf('drawer.custody', { drawer_code, what: { reason: 'suspend' } }),
    }),
  ]
}

/** Who was named for a break takes the drawer by a count of their own. */
function coverAct(desk: Desk, { drawer_code }: SessionRow, owner_code: string): Act {
  const { drawer } = speechOf(desk).words.pages
  return act({
    key: 'B',
    label: drawer.cover_it,
    says: drawer.cover_says(staffNames(desk.library)(owner_code)),
    call: callOf('drawer.custody', { drawer_code, what: { reason: 'cover', counted_cents: 0 } }),
    asks: [field('what.counted_cents', drawer.quick_count, 'total', { is_required: true })],
  })
}

function resumeAct(desk: Desk, { drawer_code }: SessionRow): Act {
  const { drawer } = speechOf(desk).words.pages
  return act({
    key: 'R',
    label: drawer.resume,
    call: callOf('drawer.custody', { drawer_code, what: { reason: 'resume' } }),
  })
}
