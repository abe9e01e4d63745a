/**
 * The sessions that were closed, newest first: their Z, their bag and how long it waits for the bank, and whether
 * somebody still has to look at them. Amounts are for a role that may see cash.
 */
import type { Act, PageRef, PageRow, PageView, Section } from '../../../../shared/desk/page.ts'
import { cents } from '../../../../shared/kernel/money.ts'
import { instant } from '../../../../shared/kernel/time.ts'
import { toLocalDate } from '../../../../shared/kernel/zone.ts'
import { drawerCalled } from '../../../cash/cash-rules.ts'
import { bagsOf, undeposited, type Bag } from '../../../cash/closing/deposits.ts'
import { zNumberOf } from '../../../cash/closing/review.ts'
import { mayOwn } from '../../../library/grants.ts'
import { here } from '../../../library/here.ts'
import { staffNames } from '../../../library/staff-known.ts'
import { closedSessions } from '../../../store/money/close-rows.ts'
import { sessionByRef, type SessionRow } from '../../../store/money/cash-rows.ts'
import { speechOf } from '../../clerk-language.ts'
import { actorOf, type Desk } from '../../desk.ts'
import { act, amount, callOf, cell, facts, field, figures, goTo, page, row, table } from '../make.ts'
import { batchesWaiting } from '../card-batches.ts'
import { aboutText } from './about.ts'
import { placesAct } from './places.ts'

const LISTED_MAX = 60

export function closedList(desk: Desk, ref: PageRef): PageView {
  const { close } = speechOf(desk).words.pages.drawer
  const maySee = mayOwn(desk.library, actorOf(desk), 'see-cash')
  const bags = maySee ? bagsOf(desk.library, LISTED_MAX) : null
  return page(desk.library, {
    ref,
    heading: close.list,
    lead: close.list_lead,
    sections: [...(maySee ? [waiting(desk)] : []), ...batchesWaiting(desk), closedTable(desk, bags)],
    acts: [placesAct(desk)],
  })
}

/** @param bags null for a role that may not see cash: then their columns are left out */
function closedTable(desk: Desk, bags: readonly Bag[] | null): Section {
  const { columns, close } = speechOf(desk).words.pages.drawer
  const sessions = desk.library.db.all(closedSessions, { limit: LISTED_MAX })
  const isListed = (bag: Bag): boolean => sessions.some(({ session_ref }) => session_ref === bag.session_ref)
  const dropped = bags?.filter(({ filled }) => filled.kind !== 'drawer-closed') ?? []
  return table({
    section_id: 'closed',
    heading: '',
    columns: [
      close.z,
      columns.drawer,
      close.had_it,
      close.closed,
      ...(bags === null ? [] : [close.bag_number, figures(close.bag), close.bank]),
      close.review,
    ],
    rows: [
      ...dropped.filter((one) => !isListed(one)).map((one) => dropRow(desk, one)),
      ...sessions.flatMap((session) => {
        const ofSession = bags?.filter((bag) => bag.session_ref === session.session_ref)
        if (ofSession === undefined) return [closedRow(desk, session, null)]
        const ofClose = ofSession.find(({ filled }) => filled.kind === 'drawer-closed')
        const drops = ofSession.filter(({ filled }) => filled.kind === 'cash-placed')
        return [closedRow(desk, session, ofClose), ...drops.map((one) => dropRow(desk, one))]
      }),
    ],
    empty: close.list_empty,
  })
}

/** The column is narrow: the time of a day before is on the Z. */
function dayOrTime(desk: Desk, at_ms: number): string {
  const [{ date, time }, { branch, today }] = [speechOf(desk), here(desk.library)]
  const on = toLocalDate(instant(at_ms), branch.zone)
  return on === today ? time(instant(at_ms)) : date(on)
}

/** @param bag undefined: nothing went to the bank; null: not for this role */
function closedRow(desk: Desk, session: SessionRow, bag: Bag | undefined | null): PageRow {
  const { words } = speechOf(desk)
  const { drawer } = words.pages
  const { drawer_code, session_ref, closed_at_ms, is_review_needed } = session
  return row({
    row_id: `closed ${session_ref}`,
    cells: [
      cell(zNumberOf(desk.library, session_ref)),
      cell(drawerCalled(desk.library, words, drawer_code)),
      cell(staffNames(desk.library)(session.custodian_code)),
      cell(closed_at_ms === null ? '' : dayOrTime(desk, closed_at_ms)),
      ...(bag === undefined ? [cell(''), cell(''), cell('')] : bag === null ? [] : bagCells(desk, bag)),
      cell(is_review_needed === 1 ? drawer.close.review_short : '', 'warn'),
    ],
    acts: bag ? [...bankActs(desk, bag)] : [],
    enter: goTo({ place: 'drawer', about: aboutText({ part: 'z', of: session_ref }) }, drawer.paper),
  })
}

/** A bag that was filled in the middle of a session: it waits like that of a close. */
function dropRow(desk: Desk, bag: Bag): PageRow {
  const { words } = speechOf(desk)
  const { drawer } = words.pages
  const { filled, bag_ref, session_ref } = bag
  const session = desk.library.db.get(sessionByRef, { session_ref })
  const from = filled.kind === 'place-moved' ? words.pages.places.of[filled.body.from] : ''
  return row({
    row_id: `bag ${bag_ref}`,
    cells: [
      cell(drawer.close.drop, 'quiet'),
      cell(session === null ? from : drawerCalled(desk.library, words, session.drawer_code)),
      cell(staffNames(desk.library)(filled.head.staff)),
      cell(dayOrTime(desk, filled.head.at_ms)),
      ...bagCells(desk, bag),
      cell(''),
    ],
    acts: [...bankActs(desk, bag)],
    enter: goTo({ place: 'drawer', about: aboutText({ part: 'paper', of: bag_ref }) }, drawer.paper),
  })
}

function bagCells(desk: Desk, bag: Bag) {
  return [cell(bag.bag_number), amount(speechOf(desk), bag.bag_cents), bankCell(desk, bag)]
}

function bankCell(desk: Desk, { banked, waits_hours_count, is_late }: Bag) {
  const { words, money } = speechOf(desk)
  const { close } = words.pages.drawer
  if (banked !== null) return cell(close.banked(money(cents(banked.body.banked_cents))))
  return cell(close.waits(waits_hours_count), is_late ? 'warn' : 'plain')
}

/**
 * Another person than the one who filled the bag says what the bank took in. The amount is never filled in: two Enters
 * would confirm a receipt that nobody read.
 */
function bankActs(desk: Desk, { bag_ref, banked }: Bag): readonly Act[] {
  if (banked !== null || !mayOwn(desk.library, actorOf(desk), 'confirm-deposit')) return []
  const { close } = speechOf(desk).words.pages.drawer
  return [
    act({
      key: 'B',
      label: close.confirm,
      says: close.confirm_says,
      call: callOf('deposit.bank', { bag_ref, is_difference_meant: false }),
      asks: [
        field('banked_cents', close.banked_amount, 'total', { is_required: true, hint: close.banked_hint }),
        field('banked_on', close.banked_on, 'date', {
          value: here(desk.library).today,
          is_required: true,
          is_beside: true,
        }),
      ],
    }),
  ]
}

function waiting(desk: Desk): Section {
  const { words, money } = speechOf(desk)
  const { close } = words.pages.drawer
  const { waiting_cents, safe_cents, drawers_cents, cards_cents, is_alert } = undeposited(desk.library, actorOf(desk))
  return facts('waiting', close.not_banked, [
    [close.in_bags, money(waiting_cents), is_alert ? 'warn' : 'plain'],
    [close.in_safe, money(safe_cents)],
    [close.in_cards, cards_cents === 0 ? '' : money(cards_cents)],
    [close.in_drawers, drawers_cents === 0 ? '' : money(drawers_cents), 'warn'],
  ])
}
