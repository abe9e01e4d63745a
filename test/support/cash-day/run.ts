/**
 * Does random acts at a desk and in the model, and compares both after each: what is refused changes nothing, what is
 * done moves exactly the money that the model moved, and what is sent twice is done once.
 */
import { expect } from 'vitest'
import type { MethodName, Output } from '../../../shared/ipc/contract.ts'
import type { Result } from '../../../shared/ipc/envelope.ts'
import type { Act, Sent } from './acts.ts'
import { askOf, type Asking } from './asks.ts'
import { DayDesk } from './desk.ts'
import { clerkFor, countsBefore, otherThan, type Asked, type Verdict } from './drawer-asks.ts'
import type { RefundRounding, Rounding } from './lines.ts'
import { Model } from './model.ts'

export type RandomDays = {
  readonly desk: DayDesk
  readonly model: Model
  /** The accounts and the funds as the desk has moved them. */
  readonly sums: Map<string, number>
  readonly funds: Map<string, number>
  /** How often each act was done; with a second person counted once more. */
  readonly done: Map<string, number>
}

export function randomDays(rounding: Rounding, refunds: RefundRounding): RandomDays {
  const [desk, model] = [new DayDesk(rounding, refunds), new Model(rounding, refunds)]
  model.charges.push({ ref: 'c1', fund: 'fines', owed: 1200, back: 0, paid: 0 })
  return { desk, model, sums: new Map(), funds: new Map(), done: new Map() }
}

export async function liveDay(run: RandomDays, acts: readonly Sent[]): Promise<void> {
  const { desk } = run
  desk.newDay()
  for (const { act, is_repeated, by, is_approved } of acts) {
    desk.clock.pass(60_000)
    run.model.by = clerkFor(run.model, act) ?? by
    run.model.today = desk.dayFromToday(0)
    desk.comes(run.model.by)
    if (act.act === 'restart') desk.restart()
    else await send(run, act, { is_repeated, is_approved })
    compare(run, act)
  }
  desk.comes('rortiz')
  for (const { drawer, status, cash, checks, card } of run.model.sessions)
    if (status === 'open') await expectX(run, drawer, [cash, checks, card])
  desk.clock.pass(3_600_000)
}

/** I19: the X says what the model says, and changes nothing. */
async function expectX({ desk }: RandomDays, drawer_code: string, sums: readonly number[]): Promise<void> {
  const before = desk.seq
  const result = await desk.call('drawer.x', { drawer_code })
  if (result.kind !== 'ok') throw new Error(`no X report: ${JSON.stringify(result)}`)
  const { report, is_proven } = result.output as Output<'drawer.x'>
  expect(is_proven).toBe(true)
  expect(report.tenders.map((one) => one.expected_cents)).toEqual(sums)
  expect(desk.seq).toBe(before)
}

const KEPT: readonly string[] = ['drawer-holds-less', 'safe-holds-less']

type How = { readonly is_repeated: boolean; readonly is_approved: boolean }

async function send(run: RandomDays, act: Asking, { is_repeated, is_approved }: How): Promise<void> {
  const { desk, model } = run
  for (const count of countsBefore(run, act)) await desk.call(count.method, count.input)
  const [{ method, input }, verdict] = askOf(run, act)
  const before = desk.seq
  const result = await desk.call(method, input)
  const [said, done] = [told(act, result), doneOf(result)]
  const is = result.kind === 'ok' ? (done === null && verdict.is === 'asked' ? 'asked' : 'done') : result.kind
  if (verdict.is === 'either') expect(['done', 'refused'], said).toContain(is)
  else expect(is, said).toBe(verdict.is)
  if (is !== 'done') {
    expect(desk.seq, said).toBe(before + keptCount(result, verdict))
    verdict.keeps?.()
    if (is === 'asked' && is_approved) await approved(run, act, method, verdict)
    return
  }
  add(run.done, verdict.name ?? act.act, 1)
  if (verdict.told) {
    const number = String(model.receipts_count + 1).padStart(4, '0')
    expect(done, said).toMatchObject({ ...verdict.told, full_receipt_number: desk.numbers + number })
  }
  verdict.does(done?.entry_ref ?? '')
  if (is_repeated) await again(run, act, { method, input }, done)
}

/** Too much out of a drawer or the safe is refused, and that is an entry; so is a float that does not agree. */
function keptCount(result: Result, { keeps }: Verdict): number {
  const isKept = result.kind === 'refused' && KEPT.includes(result.code)
  return isKept || keeps !== undefined ? 1 : 0
}

async function approved(run: RandomDays, act: Act, method: MethodName, verdict: Verdict): Promise<void> {
  const { desk, model } = run
  const result = await desk.approve(method, otherThan(model.by))
  expect(result.kind, told(act, result)).toBe('ok')
  add(run.done, `${act.act} approved`, 1)
  verdict.does(desk.newestEntry(verdict.kind ?? ''))
}

/** Sent again it is the same; with other content it is refused; neither is recorded. */
async function again({ desk }: RandomDays, act: Act, { method, input }: Asked, done: Done | null): Promise<void> {
  const before = desk.seq
  const same = await desk.call(method, input)
  expect(doneOf(same), told(act, same)).toEqual(done)
  if ('drawer_code' in input) {
    const other = await desk.call(method, { ...input, drawer_code: 'DRAWER-C' })
    expect(other, told(act, other)).toMatchObject({ kind: 'refused', code: 'command-changed' })
  }
  expect(desk.seq).toBe(before)
}

const OF_FUNDS = new Set([
  'receivable',
  'refund-due-drawer',
  'refund-due-check',
  'refund-due-credit',
  'in-kind',
  'sales',
  'sales-tax',
  'paid-in',
  'paid-out',
])

function compare({ desk, model, sums, funds }: RandomDays, act: Act): void {
  for (const { debit, credit, amount_cents, fund } of desk.moved()) {
    expect(Number.isSafeInteger(amount_cents) && amount_cents > 0).toBe(true)
    add(sums, debit, amount_cents)
    add(sums, credit, -amount_cents)
    if (OF_FUNDS.has(credit)) add(funds, fund, amount_cents)
    if (OF_FUNDS.has(debit)) add(funds, fund, -amount_cents)
  }
  const said = JSON.stringify(act)
  expect(notZero(sums), said).toEqual(model.balances())
  expect(notZero(funds), said).toEqual(notZero(model.funds))
  for (const one of model.sessions.filter(({ status }) => status !== 'closed'))
    expect(desk.expected(one.ref), said).toEqual([one.cash, one.checks, one.card])
}

/** What has to be true of the whole, whenever it is asked. */
export function expectWhole({ desk, model }: RandomDays): void {
  expect(desk.problems()).toEqual([])
  expect(desk.auditorSays()).toEqual([])
  expect(desk.trialBalance()).toBe(0)
  expect(desk.receiptNumbers()).toEqual(Array.from({ length: model.receipts_count }, (_, at) => at + 1))
  expect(desk.zNumbers()).toEqual(Array.from({ length: model.z_number }, (_, at) => at + 1))
  expect(desk.grandTotals()).toEqual(model.taken)
  expect(desk.credit()).toBe(model.credits.reduce((sum, one) => sum + one.left, 0))
  const owed = desk.owed()
  expect(model.charges.map(({ ref }) => [ref, owed.get(ref) ?? 0])).toEqual(
    model.charges.map((one) => [one.ref, one.owed]),
  )
  const rows = desk.rows()
  desk.rebuild()
  expect(desk.rows()).toEqual(rows)
}

function add(sums: Map<string, number>, of: string, by: number): void {
  sums.set(of, (sums.get(of) ?? 0) + by)
}

function notZero(sums: ReadonlyMap<string, number>): Map<string, number> {
  return new Map([...sums].filter(([, sum]) => sum !== 0))
}

type Done = { readonly entry_ref: string; readonly full_receipt_number: string }

function doneOf(result: Result): Done | null {
  return result.kind === 'ok' ? ((result.output as { readonly done?: Done | null }).done ?? null) : null
}

function told(act: Act, result: Result): string {
  return `${JSON.stringify(act)}: ${JSON.stringify(result).slice(0, 300)}`
}
