/** What a clerk does at a drawer, through its services: opens it, takes payments of charges, closes it. */
import { Gathering } from '../../main/circulation/charges/gathering.ts'
import { closeDrawer } from '../../main/cash/closing/close-drawer.ts'
import { countTenders } from '../../main/cash/closing/count-tenders.ts'
import { countDrawer, openDrawer } from '../../main/cash/open-drawer.ts'
import { expectedOf } from '../../main/cash/sessions.ts'
import { takePayment } from '../../main/cash/take-payment.ts'
import { actorOf, type Desk } from '../../main/desk/desk.ts'
import { commandOf, type Command } from '../../main/library/command.ts'
import { record } from '../../main/library/record.ts'
import { openSessions } from '../../main/store/money/cash-rows.ts'
import { eventRefText } from '../../shared/journal/event.ts'
import { must } from '../../shared/kernel/assert.ts'
import { commandId, patronId } from '../../shared/kernel/ids.ts'
import { cents } from '../../shared/kernel/money.ts'
import { isRefusal } from '../../shared/refusals/refusals.ts'
import { benchClock } from './bench-desk.ts'
import { freePatron } from './made-library.ts'
import { seeded } from './seeded.ts'
import type { Size } from './sizes.ts'

const random = seeded(59)
const CHARGE_CENTS = 200

export function command(method: string): Command {
  return commandOf(method, { commandId: commandId(benchClock.now(), random) })
}

function done<Made extends object>(made: Made | { readonly code: string; readonly facts: object }): Made {
  if (isRefusal(made)) throw new Error(`refused: ${made.code}`)
  return made as Made
}

export function open(desk: Desk): void {
  const float = { drawer_code: '', pieces: null, total_cents: 10_000, reason: '', note: '' }
  done(openDrawer(desk.library, actorOf(desk), command('drawer.open'), float))
}

export function openSession({ library }: Desk): string {
  return must(library.db.all(openSessions, {})[0], 'an open session').session_ref
}

/** Counts what should be there, leaves the float, and puts the rest into a bag. */
export function close(desk: Desk): void {
  const { library } = desk
  const { cash_cents, checks_cents, card_cents } = expectedOf(library, openSession(desk))
  const counting = { drawer_code: '', reason: 'closing', pieces: null, total_cents: cash_cents } as const
  done(countDrawer(library, actorOf(desk), command('drawer.count'), counting))
  const tenders = { drawer_code: '', checks_count: 0, checks_cents, card_cents }
  done(countTenders(library, actorOf(desk), command('closing.found'), tenders))
  const bag_number = openSession(desk)
  const said = { reason: '', note: '', bag_number, safe_cents: 0, leave_cents: 10_000 }
  const closing = { drawer_code: '', ...said }
  done(closeDrawer(library, actorOf(desk), command('drawer.close'), closing))
}

/** Three charges of one patron. */
export function charges(desk: Desk, size: Size): readonly string[] {
  const to = new Gathering()
  const patron_id = patronId(freePatron(size, random))
  for (let n = 0; n < 3; n += 1) {
    to.charge({ patron_id, kind: 'manual', amount_cents: cents(CHARGE_CENTS), basis: { by: 'hand' } })
  }
  const { drafts, parties, personal } = to
  const events = record(desk.library, actorOf(desk), command('charge.add'), drafts, { parties, personal })
  return events.map(({ head }) => eventRefText(head))
}

let checks_count = 0

export function pay(desk: Desk, refs: readonly string[]): void {
  const lines = refs.map((charge_ref) => ({ charge_ref, amount_cents: null }))
  checks_count += 1
  const tenders = [
    { tender: 'check' as const, amount_cents: 300, check_number: String(checks_count) },
    { tender: 'cash' as const, tendered_cents: 500 },
  ]
  const wanted = { charges: lines, pay_cents: null, sales: [], is_exact_possible: true, is_large_meant: false }
  const payment = { drawer_code: '', patron_id: null, ...wanted, tenders, paper: null }
  done(takePayment(desk.library, actorOf(desk), command('payment.take'), payment))
}
