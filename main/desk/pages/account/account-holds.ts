/**
 * What the open patron waits for, what is ready first, each with its place in the line and what can be done about it.
 */
import { isShelfOver } from '../../../../shared/circulation/holds/hold-facts.ts'
import type { Act, PageRow, Section, Tone } from '../../../../shared/desk/page.ts'
import { sayDate, sayMoment } from '../../../../shared/kernel/say-date.ts'
import type { LocalDate } from '../../../../shared/kernel/time.ts'
import { titleById } from '../../../store/circulation/item-rows.ts'
import { holdsOf, type Hold } from '../../../circulation/holds/reading.ts'
import { branchName, placeInLine } from '../../../circulation/holds/said.ts'
import type { AccountNow } from './account-now.ts'
import { act, callOf, cell, field, goTo, row, table } from '../make.ts'
import { recallFor } from './recall-act.ts'

const DATE_HINT = '12/15, 15 dec or +7'
const RANK = { ready: 0, 'in-transit': 1, waiting: 2, suspended: 3 } as const

export function accountHolds(now: AccountNow): Section {
  const holds = holdsOf(now.desk.library, now.account.row.patron_id)
  const inOrder = holds.toSorted((one, other) => RANK[one.facts.status] - RANK[other.facts.status])
  return table({
    section_id: 'holds',
    heading: 'Holds',
    columns: ['Title', 'Status', 'In line', 'Pick up at', 'Placed', 'Until'],
    rows: inOrder.map((hold) => holdRow(now, hold)),
    empty: 'No holds. F6 places one.',
  })
}

function statusWords({ today }: AccountNow, { facts }: Hold): readonly [words: string, tone: Tone] {
  const { status, suspended_until_on: until, pickup_code } = facts
  switch (status) {
    case 'waiting':
      return ['Waits', 'plain']
    case 'in-transit':
      return ['On its way', 'plain']
    case 'suspended':
      return [until === null ? 'Suspended' : `Suspended until ${sayDate(until, today)}`, 'quiet']
    case 'ready': {
      const code = pickup_code === '' ? '' : `, ${pickup_code}`
      return isShelfOver(facts, today) ? [`Not fetched${code}`, 'warn'] : [`On the hold shelf${code}`, 'good']
    }
  }
}

function holdRow(now: AccountNow, hold: Hold): PageRow {
  const { desk, today, branch } = now
  const { facts, title_id } = hold
  const [status, tone] = statusWords(now, hold)
  const until = facts.status === 'ready' ? (facts.shelf_until_on ?? facts.expires_on) : facts.expires_on
  return row({
    row_id: `hold ${facts.hold_ref}`,
    cells: [
      cell(desk.library.db.get(titleById, { title_id })?.title ?? ''),
      cell(status, tone),
      cell(placeInLine(desk.library, hold)),
      cell(branchName(desk.library, facts.pickup_branch)),
      cell(sayMoment(facts.placed_at, branch.zone, today), 'quiet'),
      cell(until === null ? '' : sayDate(until, today)),
    ],
    notes: facts.is_item_hold ? [`This copy alone, ${facts.item_barcode ?? ''}`] : [],
    acts: [...holdActs(now, hold)],
  })
}

function holdActs(now: AccountNow, hold: Hold): readonly Act[] {
  const { desk, today } = now
  const { facts, title_id } = hold
  const { hold_ref, status, pickup_branch, shelf_until_on, expires_on } = facts
  const branches = desk.library.branches().map(({ branch_code, name }) => ({ value: branch_code, label: name }))
  const suspend = act({
    key: 'S',
    label: 'Suspend',
    call: callOf('hold.suspend', { hold_ref }),
    asks: [field('until_on', 'Until', 'date', { hint: `${DATE_HINT}; empty for as long as may be` })],
  })
  const move = act({
    key: 'P',
    label: 'Pick up elsewhere',
    call: callOf('hold.move', { hold_ref }),
    asks: [
      field('pickup_branch', 'Pick up at', 'choice', { value: pickup_branch, is_required: true, options: branches }),
    ],
  })
  // What is offered is what holds now, so that Enter alone changes nothing; a day that has passed is nothing to offer.
  const offered = (on: LocalDate | null): string => (on !== null && on >= today ? on : '')
  const until =
    status === 'ready'
      ? { value: offered(shelf_until_on ?? expires_on), is_required: true, hint: DATE_HINT }
      : { value: offered(expires_on), hint: `${DATE_HINT}; - for ever` }
  const extend = act({
    key: 'E',
    label: status === 'ready' ? 'Keep it longer' : 'Wanted until',
    call: callOf('hold.edit', { hold_ref }),
    asks: [field('until_on', 'Until', 'date', until)],
  })
  return [
    act({ key: 'X', label: 'Cancel the hold', call: callOf('hold.cancel', { hold_ref }), says: CANCEL_SAYS }),
    ...(status === 'waiting' ? [suspend] : []),
    ...(status === 'suspended'
      ? [act({ key: 'U', label: 'Take up again', call: callOf('hold.resume', { hold_ref }) })]
      : []),
    ...(branches.length > 1 ? [move] : []),
    ...(status === 'in-transit' ? [] : [extend]),
    ...(status === 'waiting' ? recallFor(now, hold) : []),
    goTo({ place: 'title', about: String(title_id) }, 'Look at the title', 'T'),
  ]
}

const CANCEL_SAYS = 'The place in the line is lost. Undo brings it back.'
