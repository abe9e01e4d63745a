/** What was done at a drawer beside receipts, newest first: counts, money moved, the drawer opened, who had it. */
import type { PageRow, Section } from '../../../../shared/desk/page.ts'
import { countsIn } from '../../../../shared/cash/counts-in.ts'
import { eventRefText, type DeskEvent } from '../../../../shared/journal/event.ts'
import { cents } from '../../../../shared/kernel/money.ts'
import { instant } from '../../../../shared/kernel/time.ts'
import type { ReasonUse } from '../../../../shared/policy/cash-facts.ts'
import { mayOwn } from '../../../library/grants.ts'
import { staffNames } from '../../../library/staff-known.ts'
import { speechOf } from '../../clerk-language.ts'
import { actorOf, type Desk } from '../../desk.ts'
import { reasonSaid } from '../../money/drawer/reason-said.ts'
import { cell, figure, figures, row, table } from '../make.ts'
import { paperOf } from './receipt-rows.ts'

type Told = { readonly what: string; readonly amount_cents: number | null }

/** @param entries newest first */
export function entriesTable(desk: Desk, entries: readonly DeskEvent[], heading: string): readonly Section[] {
  const { drawer } = speechOf(desk).words.pages
  const { columns } = drawer
  const nameOf = staffNames(desk.library)
  const rows = entries.flatMap((one) => {
    const told = toldOf(desk, one)
    return told === null ? [] : [entryRow(desk, one, nameOf, told)]
  })
  if (rows.length === 0) return []
  return [
    table({
      section_id: 'entries',
      heading,
      columns: [columns.at, columns.by, columns.what, figures(columns.amount)],
      rows,
      empty: '',
    }),
  ]
}

type NameOf = ReturnType<typeof staffNames>

function entryRow(desk: Desk, event: DeskEvent, nameOf: NameOf, { what, amount_cents }: Told): PageRow {
  const { time, money } = speechOf(desk)
  const { head, kind } = event
  return row({
    row_id: `entry ${eventRefText(head)}`,
    cells: [
      cell(time(instant(head.at_ms)), 'quiet'),
      cell(nameOf(head.staff)),
      cell(what),
      figure(amount_cents === null ? '' : money(cents(amount_cents))),
    ],
    enter: kind === 'cash-placed' || kind === 'cash-paid' ? paperOf(desk, event) : null,
  })
}

function toldOf(desk: Desk, event: DeskEvent): Told | null {
  const { kind, body } = event
  const { words } = speechOf(desk)
  const { drawer } = words.outcomes
  const because = (said: string, used_for: ReasonUse, code: string): string => {
    const reason = reasonSaid(desk, used_for, code)
    return reason === '' ? said : `${said}: ${reason}`
  }
  switch (kind) {
    case 'drawer-counted':
    case 'tenders-counted':
      return countTold(desk, event)
    case 'withdrawal-refused':
      return {
        what: words.pages.drawer.out_refused[body.act],
        amount_cents: isSeen(desk, event) ? body.amount_cents : null,
      }
    case 'cash-placed': {
      const bag = body.bag_number === '' ? '' : `, ${drawer.bag(body.bag_number)}`
      return { what: `${drawer.placed[body.way][body.place]}${bag}`, amount_cents: body.amount_cents }
    }
    case 'cash-paid': {
      const used_for = body.way === 'in' ? 'paid-in' : 'paid-out'
      return { what: because(drawer.paid[body.way], used_for, body.reason_code), amount_cents: body.amount_cents }
    }
    case 'drawer-unlocked': {
      const amount_cents = body.amount_cents === 0 ? null : body.amount_cents
      return { what: because(drawer.unlocked[body.purpose], 'no-sale', body.reason_code), amount_cents }
    }
    case 'drawer-pulsed':
      return { what: drawer.pulsed[body.reason], amount_cents: null }
    case 'drawer-key-opened':
      return {
        what: [
          drawer.key_opened[body.reason],
          ...(body.openings_count > 1 ? [drawer.times(body.openings_count)] : []),
        ].join(', '),
        amount_cents: null,
      }
    case 'custody-changed':
      return { what: drawer.custody[body.reason], amount_cents: isSeen(desk, event) ? body.counted_cents : null }
    default:
      return null
  }
}

/** Another's count would say what the next one should come to. */
function isSeen(desk: Desk, { head }: DeskEvent): boolean {
  const actor = actorOf(desk)
  return head.staff === actor.staff?.staff_code || mayOwn(desk.library, actor, 'see-cash')
}

type Count = Extract<DeskEvent, { kind: 'drawer-counted' | 'tenders-counted' }>

/** What was counted, and for a role that may see cash what was expected then. */
function countTold(desk: Desk, event: Count): Told {
  const { words, money } = speechOf(desk)
  const { drawer } = words.pages
  const reason = drawer.counted[event.body.reason]
  const what = event.kind === 'tenders-counted' ? `${reason}: ${drawer.counted_besides}` : reason
  if (!isSeen(desk, event)) return { what, amount_cents: null }
  const maySee = mayOwn(desk.library, actorOf(desk), 'see-cash')
  const said = countsIn(event).map(({ tender, counted, expected }) => {
    const is = `${drawer.tender[tender]} ${money(cents(counted))}`
    return maySee ? `${is} (${drawer.counted_expected(money(cents(expected)))})` : is
  })
  const amount_cents = event.kind === 'drawer-counted' ? event.body.counted_cents : null
  return { what: `${what}: ${said.join(', ')}`, amount_cents }
}
