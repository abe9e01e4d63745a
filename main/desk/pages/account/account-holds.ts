/**
 * What the open patron waits for, what is ready first, each with its place in the queue and what can be done about it.
 */
import { isShelfOver, lastShelfDay } from '../../../../shared/circulation/holds/hold-facts.ts'
import type { Act, PageRow, Section, Tone } from '../../../../shared/desk/page.ts'
import type { LocalDate } from '../../../../shared/kernel/time.ts'
import { titleById } from '../../../store/circulation/item-rows.ts'
import { holdsOf, type Hold } from '../../../circulation/holds/reading.ts'
import { branchName } from '../../../circulation/holds/said.ts'
import { placeWords } from '../../../papers/hold-words.ts'
import type { AccountNow } from './account-now.ts'
import { act, callOf, cell, field, goTo, row, table } from '../make.ts'
import { recallFor } from './recall-act.ts'

const RANK = { ready: 0, 'in-transit': 1, waiting: 2, suspended: 3 } as const

export function accountHolds(now: AccountNow): readonly Section[] {
  const words = now.speech.words.pages.account.holds
  const { title, status, queue, pickup, until } = words.columns
  const holds = holdsOf(now.desk.library, now.account.row.patron_id)
  const inOrder = holds.toSorted((one, other) => RANK[one.facts.status] - RANK[other.facts.status])
  if (holds.length === 0) return []
  return [
    table({
      section_id: 'holds',
      heading: words.heading,
      columns: [title, status, queue, pickup, until],
      rows: inOrder.map((hold) => holdRow(now, hold)),
      empty: words.empty,
    }),
  ]
}

function statusWords({ speech, today }: AccountNow, { facts }: Hold): readonly [words: string, tone: Tone] {
  const { status, suspended_until_on: until, pickup_code: code } = facts
  const words = speech.words.pages.account.holds
  switch (status) {
    case 'waiting':
      return [words.waiting, 'plain']
    case 'in-transit':
      return [words.in_transit, 'plain']
    case 'suspended':
      return [until === null ? words.suspended : words.suspended_until(speech.date(until)), 'quiet']
    case 'ready':
      if (isShelfOver(facts, today)) return [code === '' ? words.expired : words.expired_at(code), 'warn']
      return [code === '' ? words.ready : words.ready_at(code), 'good']
  }
}

function holdRow(now: AccountNow, hold: Hold): PageRow {
  const { desk, speech } = now
  const words = speech.words.pages.account.holds
  const { facts, title_id } = hold
  const [status, tone] = statusWords(now, hold)
  const until = facts.status === 'ready' ? lastShelfDay(facts) : facts.expires_on
  return row({
    row_id: `hold ${facts.hold_ref}`,
    cells: [
      cell(desk.library.db.get(titleById, { title_id })?.title ?? ''),
      cell(status, tone),
      cell(placeWords(desk.library, speech, hold)),
      cell(branchName(desk.library, facts.pickup_branch)),
      cell(until === null ? '' : speech.date(until)),
    ],
    details: [words.placed_on(speech.moment(facts.placed_at))],
    notes: facts.is_item_hold ? [words.this_item(facts.item_barcode ?? '')] : [],
    acts: [...holdActs(now, hold)],
  })
}

function holdActs(now: AccountNow, hold: Hold): readonly Act[] {
  const { desk, speech, today } = now
  const { holds: words, title_details } = speech.words.pages.account
  const { facts, title_id } = hold
  const { hold_ref, status, pickup_branch, shelf_until_on, expires_on } = facts
  const branches = desk.library.branches().map(({ branch_code, name }) => ({ value: branch_code, label: name }))
  const suspend = act({
    key: 'S',
    label: words.suspend,
    call: callOf('hold.suspend', { hold_ref }),
    asks: [field('until_on', words.until, 'date', { hint: words.suspend_hint(speech.typed_day) })],
  })
  const move = act({
    key: 'P',
    label: words.move,
    call: callOf('hold.move', { hold_ref }),
    asks: [
      field('pickup_branch', words.pickup, 'choice', { value: pickup_branch, is_required: true, options: branches }),
    ],
  })
  // The present date is offered, so that Enter alone changes nothing; a day that has passed is not offered.
  const offered = (on: LocalDate | null): string => (on !== null && on >= today ? on : '')
  const until =
    status === 'ready'
      ? { value: offered(shelf_until_on ?? expires_on), is_required: true, hint: words.keep_hint(speech.typed_day) }
      : { value: offered(expires_on), hint: words.wanted_hint(speech.typed_day) }
  const extend = act({
    key: 'E',
    label: status === 'ready' ? words.keep : words.wanted,
    call: callOf('hold.edit', { hold_ref }),
    asks: [field('until_on', words.until, 'date', until)],
  })
  return [
    ...(status === 'waiting' ? [suspend] : []),
    ...(status === 'suspended'
      ? [act({ key: 'U', label: words.resume, call: callOf('hold.resume', { hold_ref }) })]
      : []),
    ...(branches.length > 1 ? [move] : []),
    ...(status === 'in-transit' ? [] : [extend]),
    ...(status === 'waiting' ? recallFor(now, hold) : []),
    goTo({ place: 'title', about: String(title_id) }, title_details, 'T'),
    act({
      key: 'X',
      label: words.cancel,
      call: callOf('hold.cancel', { hold_ref }),
      says: words.cancel_says,
      weight: 'more',
    }),
  ]
}
