/**
 * Who may pick up for the open patron, and for whom they may, with how many items wait here. Must never name an item
 * of another patron: the account of that patron does.
 */
import type { PageRow, Section } from '../../../../shared/desk/page.ts'
import { localDate } from '../../../../shared/kernel/time.ts'
import { pickersFor, picksUpFor, readyHereCount, type Picker } from '../../../patrons/pickup.ts'
import { personName } from '../../../search/search-patrons.ts'
import { act, callOf, cell, figure, figures, row, table } from '../make.ts'
import type { AccountNow } from './account-now.ts'

export function pickupSection(now: AccountNow): readonly Section[] {
  const { desk, speech, account } = now
  const { patron_id } = account.row
  const { heading, columns } = speech.words.pages.account.pickups
  // A child’s guardian, and a guardian’s children, are in the household already: here, where something waits.
  const rows = [
    ...picksUpFor(desk.library, patron_id).flatMap((one) => forThem(now, one)),
    ...pickersFor(desk.library, patron_id).flatMap((one) => byThem(now, one)),
  ]
  if (rows.length === 0) return []
  return [
    table({
      section_id: 'pickups',
      heading,
      columns: [columns.name, figures(columns.ready)],
      rows,
      empty: '',
    }),
  ]
}

function forThem({ desk, speech }: AccountNow, { who, pickup }: Picker): readonly PageRow[] {
  const { words, date } = speech
  const { pickups, open } = words.pages.account
  const { patron_id } = who
  const count = readyHereCount(desk.library, patron_id)
  if (pickup === null && count === 0) return []
  return [
    row({
      row_id: `pickup-for ${patron_id}`,
      cells: [cell(personName(who)), figure(count)],
      notes: [pickup === null ? pickups.for_child : pickups.for_them(date(localDate(pickup.allowed_on)))],
      tone: count > 0 ? 'good' : 'plain',
      enter: act({ label: open, call: callOf('desk.open-patron', { patron_id }) }),
    }),
  ]
}

function byThem({ speech }: AccountNow, { who, pickup }: Picker): readonly PageRow[] {
  if (pickup === null) return []
  const { words, date } = speech
  const { pickups, open } = words.pages.account
  const { pickup_ref, allowed_on, initials } = pickup
  const { patron_id } = who
  return [
    row({
      row_id: `pickup-by ${patron_id}`,
      cells: [cell(personName(who)), figure('')],
      notes: [pickups.by(date(localDate(allowed_on)), initials)],
      enter: act({ label: open, call: callOf('desk.open-patron', { patron_id }) }),
      acts: [act({ key: 'X', label: pickups.end, call: callOf('pickup.end', { pickup_ref }), says: pickups.end_says })],
    }),
  ]
}
