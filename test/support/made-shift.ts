/** A long shift at a busy desk, made up: what is lent, taken back, renewed, held, fined. The same at every run. */
import { eventContent, EVENTS, type DeskEvent, type EventDraft, type EventKind } from '../../shared/journal/event.ts'
import { patronId } from '../../shared/kernel/ids.ts'
import type { Command, Sent } from '../../shared/protocol/batch.ts'
import { NEW_LOAN } from '../../shared/journal/fold/loans.ts'

const START = 1_795_540_020_000
const DAY = 86_400_000
const TERMINAL = 'K4N7QW'

/** Numbers from 0 to below `below`, the same at every run. */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const NO_APPROVAL = { overridden: [], approvals: [] }

type Roll = (below: number) => number

function pick<T>(roll: Roll, of: readonly T[]): T {
  return of[roll(of.length)] as T
}

/** The day's end, three weeks on: a date of the rule, whoever borrows. */
function due(roll: Roll, at: number): number {
  return Math.ceil(at / DAY) * DAY + pick(roll, [7, 14, 21, 21, 21]) * DAY - 1000
}

type Earlier = { readonly loan_ref: string; readonly out_at_ms: number; readonly due_at_ms: number }

/** A loan of the last three weeks. */
function earlier(roll: Roll, seq: number, at: number): Earlier {
  const back = roll(200_000) + 1
  const out_at_ms = at - back * 9_000 - roll(9_000)
  return { loan_ref: `${TERMINAL}.1.${seq - back}`, out_at_ms, due_at_ms: due(roll, out_at_ms) }
}

/** Three weeks from the day of the event. */
function counted(at: number, renewal_number: number) {
  const from_on = new Date(at).toISOString().slice(0, 10)
  return { code: 'days-from', period_count: 21, unit: 'days', from_on, renewal_number, is_from_due: false } as const
}

function lent(roll: Roll, item_barcode: string, at: number): EventDraft {
  const item_type_code = pick(roll, ['BOOK', 'BOOK', 'BOOK', 'DVD', 'NEWBOOK'])
  const coded = { rule_code: 'REGULAR', item_type_code }
  const steps = [counted(at, 0)]
  return { kind: 'item-checked-out', body: { item_barcode, due_at_ms: due(roll, at), ...coded, ...NO_APPROVAL, steps } }
}

function takenBack(roll: Roll, item_barcode: string, at: number, loan: Earlier): EventDraft {
  const whole = {
    ...NEW_LOAN,
    ...loan,
    renewals_count: pick(roll, [0, 0, 0, 1]),
    loan_branch: pick(roll, ['MAPLE', 'MAPLE', 'NORTH']),
  }
  const days_overdue_count = pick(roll, [0, 0, 0, 0, 0, 2, 5, 11])
  const place = pick(roll, ['shelf', 'shelf', 'transit'] as const)
  const placed = { place, to_branch: 'MAPLE', status: 'available' }
  const back = { item_barcode, loan: whole, mode: 'normal', effective_at_ms: at, days_overdue_count } as const
  return { kind: 'item-checked-in', body: { ...back, ...placed, before: { at_branch: 'MAPLE', status: 'available' } } }
}

function renewed(roll: Roll, item_barcode: string, at: number, { loan_ref, due_at_ms }: Earlier): EventDraft {
  const counts = { renewals_count: 1, unseen_renewals_count: 0, unseen_before_count: 0 }
  const was = { due_before_ms: due_at_ms, rules_before_ms: null, recalled_before_ms: null, set_by_before: '' }
  const made = { item_barcode, loan_ref, due_at_ms: due(roll, at), rule_code: 'REGULAR' }
  const steps = [counted(at, 1)]
  return { kind: 'loan-renewed', body: { ...made, ...counts, ...was, ...NO_APPROVAL, steps } }
}

function captured(roll: Roll, item_barcode: string, { loan_ref: hold_ref }: Earlier): EventDraft {
  const open = { pickup_branch: 'MAPLE', expires_on: '2027-11-24', suspended_until_on: null }
  const before = { ...open, status: 'waiting', item_barcode: null, shelf_until_on: null, pickup_code: '' } as const
  const pickup_code = `${pick(roll, ['VAM', 'KIR', 'OLE', 'TAS'])}-${roll(9000) + 1000}`
  const after = { ...open, status: 'ready', item_barcode, shelf_until_on: '2026-12-03', pickup_code } as const
  return { kind: 'hold-changed', body: { hold_ref, reason: 'captured', before, after } }
}

function fined(roll: Roll, item_barcode: string, at: number, loan: Earlier): EventDraft {
  const { loan_ref, due_at_ms, out_at_ms: rules_at_ms } = loan
  const days = roll(12) + 1
  const counted = { counted_from_ms: due_at_ms, counted_to_ms: at, late_count: days, late_unit: 'days' } as const
  const rated = {
    closed_days_count: roll(3),
    units_count: days,
    rate_cents: 25,
    cap: 'none',
    already_cents: 0,
  } as const
  const basis = { by: 'fine', rule_code: 'BOOKS', ...counted, ...rated } as const
  const period = { from_ms: due_at_ms, to_ms: at, loan_branch: 'MAPLE', rules_at_ms, is_recalled: false }
  const charged = { fund: 'fines', debit: 'receivable', amount_cents: days * 25, basis, period } as const
  return { kind: 'charge-made', body: { kind: 'overdue', item_barcode, loan_ref, ...charged } }
}

function draftOf(roll: Roll, seq: number, at: number): EventDraft {
  const item_barcode = `31234${String(roll(90_000) + 10_000).padStart(8, '0')}${roll(10)}`
  const luck = roll(100)
  if (luck < 44) return lent(roll, item_barcode, at)
  const loan = earlier(roll, seq, at)
  if (luck < 82) return takenBack(roll, item_barcode, at, loan)
  if (luck < 88) return renewed(roll, item_barcode, at, loan)
  if (luck < 92) {
    const pickup_branch = pick(roll, ['MAPLE', 'NORTH'])
    const wish = { title_ref: `t${roll(60_000)}`, item_barcode: null, pickup_branch, expires_on: '2027-11-24' }
    return { kind: 'hold-placed', body: { ...wish, ...NO_APPROVAL } }
  }
  if (luck < 96) return captured(roll, item_barcode, loan)
  if (luck < 99) return fined(roll, item_barcode, at, loan)
  return { kind: 'staff-signed-in', body: { by: 'badge', staff: pick(roll, ['rortiz', 'wzhang', 'bcole']) } }
}

/** What is kept with its person; of all else the loan or the hold tells whose it is. */
const NAMING: ReadonlySet<EventKind> = new Set<EventKind>(['item-checked-out', 'hold-placed', 'charge-made'])
const PATRONS = 60_000

/** Commands of a shift: a fine is charged with the return before it. The feed moves on every 200 events or so. */
export function madeShift(events_count: number): readonly Command[] {
  const commands: { seen: number; events: Sent[] }[] = []
  for (const [index, sent] of madeEvents(events_count).entries()) {
    const last = commands.at(-1)
    if (last && sent.content.includes('"charge-made"')) last.events.push(sent)
    else commands.push({ seen: 7000 + Math.floor(index / 200), events: [sent] })
  }
  return commands
}

/** A patron borrows three items, on average, before the next one comes. */
function madeEvents(events_count: number): readonly Sent[] {
  const roll = dice(7)
  let at_ms = START
  let patron = patronId(1)
  return Array.from({ length: events_count }, (_, index) => {
    at_ms += 400 + roll(12_000)
    const seq = 240_000 + index
    const { kind, body } = draftOf(roll, seq, at_ms)
    const head = { terminal: TERMINAL, epoch: 1, seq, v: EVENTS[kind].v, at_ms, offset_ms: null }
    const content = eventContent({ kind, body, head: { ...head, staff: 'rortiz', branch: 'MAPLE' } } as DeskEvent)
    if (roll(3) === 0) patron = patronId(roll(PATRONS) + 1)
    // Who is fined, or waits, is most often not who borrows just now.
    const patron_id = kind === 'item-checked-out' ? patron : patronId(roll(PATRONS) + 1)
    return { content, patron_id: NAMING.has(kind) ? patron_id : null, words: null, unsealed: null, made: [] }
  })
}

/** Whole commands, of some `size` events together. */
export function inBatches(commands: readonly Command[], size: number): readonly (readonly Command[])[] {
  const batches = new Map<number, Command[]>()
  let count = 0
  for (const command of commands) {
    const batch = Math.floor(count / size)
    batches.set(batch, [...(batches.get(batch) ?? []), command])
    count += command.events.length
  }
  return [...batches.values()]
}
