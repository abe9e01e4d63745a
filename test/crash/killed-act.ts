/**
 * Acts at a desk, one after another, each killed wherever the disk is another: in a program of its own, on files as the
 * acts before left them. Wherever it is killed, the act is whole or not there, the check of the journal and the auditor
 * find nothing, receipts have numbers without a gap, and sending it again does it once.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { verifyJournal } from '../../main/journal/verify.ts'
import { readSeals } from '../../main/store/journal/journal-rows.ts'
import { everyCashEvent, everySession } from '../../main/store/money/cash-rows.ts'
import { openChargesOfPatron } from '../../main/store/money/charge-rows.ts'
import { movedOfDrawers } from '../../main/store/money/moved-rows.ts'
import { openStore } from '../../main/store/store.ts'
import type { Reply, Request } from '../../shared/ipc/envelope.ts'
import { Drawers } from '../../tools/verify/drawers.mjs'
import { openChildStation } from '../main/support/child-station.ts'
import { patronId } from '../../shared/kernel/ids.ts'
import { FakeClock, KEY, TUESDAY } from '../main/support/fakes.ts'
import { testFolder } from '../main/support/folders.ts'
import { CHILD } from './bundled.ts'
import { isKilled, pointsOf } from './killed.ts'
import { signedApart } from './signed-apart.ts'

/** The entry of each act so far, by what it is called; `session`: the newest session of a drawer. */
export type Refs = ReadonlyMap<string, string>
export type Act = {
  readonly what: string
  /** Whoever does it comes to the desk, and is killed from the last of these on. */
  readonly commands: (refs: Refs) => readonly Request[]
}

/** What people could ask of the money afterwards, without places in the journal or times. */
type Books = {
  readonly accounts: Readonly<Record<string, number>>
  readonly entries: Readonly<Record<string, number>>
  readonly sessions: readonly unknown[]
  readonly owed: readonly number[]
}

type Found = {
  readonly books: Books
  readonly problems: readonly unknown[]
  readonly numbers: readonly number[]
  readonly session_ref: string
}

const OWING = patronId(5)
const HOUR_MS = 3_600_000
/** So many are killed at a time: each waits for its program. */
const KILLED_AT_A_TIME = 2

function copyOf(template: string): string {
  const folder = testFolder()
  cpSync(template, folder, { recursive: true })
  return folder
}

/** There are hundreds of them, and they lie in memory. */
function gone(folder: string): void {
  rmSync(folder, { recursive: true })
}

/** What is on the disk, read from a copy: opening the files is part of what is tried. */
function foundIn(folder: string): Found {
  const copy = copyOf(folder)
  const store = openStore(copy, KEY)
  try {
    const { db } = store.read
    const problems: unknown[] = [...verifyJournal(db).problems]
    const drawers = new Drawers()
    for (const [at, { content, seal_hex, epoch, seq }] of db.all(readSeals, FIRST).entries()) {
      const { terminal } = JSON.parse(content) as { readonly terminal: string }
      const place = `${terminal}.${epoch}.${seq}`
      drawers.take({ content, hash: seal_hex, count: at + 1, place, where: place }, (says) => problems.push(says))
    }
    const entries = db.all(everyCashEvent, {})
    const numbers = entries.flatMap(({ kind, receipt_number }) =>
      receipt_number === null || kind === 'receipt-voided' ? [] : [receipt_number],
    )
    const session_ref = db.all(everySession, {}).at(-1)?.session_ref ?? ''
    return { problems, numbers, session_ref, books: booksOf(db, entries) }
  } finally {
    store.close()
    gone(copy)
  }
}

const FIRST = { epoch: 0, seq: 0, limit: 10_000 }
type Handle = ReturnType<typeof openStore>['read']['db']

function booksOf(db: Handle, kinds: readonly { readonly kind: string }[]): Books {
  const accounts: Record<string, number> = {}
  const add = (account: string, by: number): void => void (accounts[account] = (accounts[account] ?? 0) + by)
  for (const { debit_code, credit_code, fund_code, moved_cents } of db.all(movedOfDrawers, {})) {
    add(`${debit_code} ${fund_code}`, moved_cents)
    add(`${credit_code} ${fund_code}`, 0 - moved_cents)
  }
  const entries: Record<string, number> = {}
  for (const { kind } of kinds) entries[kind] = (entries[kind] ?? 0) + 1
  const sessions = db.all(everySession, {}).map((row) => {
    const { drawer_code, custodian_code, status, z_number, left_cents, is_review_needed } = row
    return { drawer_code, custodian_code, status, z_number, left_cents, is_review_needed }
  })
  const owed = db.all(openChargesOfPatron, { patron_id: OWING }).map(({ owed_cents }) => owed_cents)
  return { accounts, entries, sessions, owed }
}

/** Nothing is wrong with it, whatever it has. */
function expectSound({ problems, numbers }: Found, where: string): void {
  expect(problems, where).toEqual([])
  expect(numbers, where).toEqual(numbers.map((_, at) => at + 1))
}

/** Sends them to a desk on these files, as after a restart: it mints other ids than the one that was killed. */
async function sent(
  folder: string,
  requests: readonly Request[],
  seed: number,
  after_ms = 0,
): Promise<readonly Reply[]> {
  const clock = new FakeClock(TUESDAY)
  clock.pass(after_ms)
  const station = await openChildStation(folder, clock, seed, signedApart(folder))
  const replies: Reply[] = []
  for (const request of requests) {
    clock.pass(1000)
    replies.push(await station.handle(request))
  }
  await station.close()
  return replies
}

/** In a program of its own that counts the steps of the last request alone. */
async function runApart(folder: string, requests: readonly Request[], kill_at: string) {
  const file = join(folder, 'commands.json')
  const [act, ...before] = requests.toReversed()
  const counted = [...before.toReversed(), { id: 1, method: 'test.count', input: {} }, act]
  writeFileSync(file, JSON.stringify(counted))
  const child = spawn(process.execPath, [CHILD, folder, file, kill_at, '5'])
  let [said, told] = ['', '']
  child.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()))
  child.stderr.on('data', (bytes: Buffer) => (told += bytes.toString()))
  const [status, signal] = (await once(child, 'close')) as [number | null, string | null]
  const was_killed = isKilled(status, signal, told)
  if (status !== 0 && !was_killed) throw new Error(told)
  const lines = said.split('\n').filter((line) => line !== '')
  return { was_killed, points: was_killed ? [] : pointsOf(JSON.parse(lines.at(-1) ?? '{}') as object) }
}

type Stage = Act & {
  readonly template: string
  readonly requests: readonly Request[]
  readonly before: Books
  readonly after: Books
}

/** Each act on the files that the one before left, done once and not killed. */
async function stagesOf(template: string, acts: readonly Act[]): Promise<readonly Stage[]> {
  const refs = new Map<string, string>()
  const stages: Stage[] = []
  let files = template
  for (const act of acts) {
    const requests = act.commands(refs)
    const folder = copyOf(files)
    const replies = await sent(folder, requests, 5)
    expect(
      replies.map(({ result }) => (result.kind === 'ok' ? '' : JSON.stringify(result))),
      act.what,
    ).toEqual(replies.map(() => ''))
    const [before, after] = [foundIn(files), foundIn(folder)]
    expectSound(after, act.what)
    expect(after.books, act.what).not.toEqual(before.books)
    stages.push({ ...act, template: files, requests, before: before.books, after: after.books })
    const { result } = replies.at(-1) as Reply
    const { done } = (result as { readonly output: { readonly done: { readonly entry_ref: string } | null } }).output
    refs.set(act.what, done?.entry_ref ?? '').set('session', after.session_ref)
    files = folder
  }
  return stages
}

async function expectWholeAfter(stage: Stage, kill_at: string): Promise<void> {
  const { what, template, requests, before, after } = stage
  const where = `${what}, ${kill_at}`
  const folder = copyOf(template)
  const { was_killed } = await runApart(folder, requests, kill_at)
  expect(was_killed, where).toBe(true)
  const cut = foundIn(folder)
  expectSound(cut, where)
  expect([before, after], where).toContainEqual(cut.books)
  const again = await sent(folder, [...requests, STATUS], 6, HOUR_MS)
  expect(
    again.map(({ result }) => result.kind),
    where,
  ).toEqual(again.map(() => 'ok'))
  // What was on the disk when it was killed is all there, and nothing is left that nobody proves.
  const { result } = again.at(-1) as Reply
  expect(result, where).toMatchObject({ output: { missing: [], unproved: [], broken_from: '' } })
  const end = foundIn(folder)
  expectSound(end, where)
  expect(end.books, where).toEqual(after)
  gone(folder)
}

const STATUS: Request = { id: 1, method: 'system.status', input: {} }

/** Before the act, wherever the disk is another than before, and after it. */
async function everyPoint({ template, requests, what }: Stage): Promise<readonly string[]> {
  const folder = copyOf(template)
  const { points } = await runApart(folder, requests, '0')
  gone(folder)
  expect(points.length, what).toBeGreaterThan(1)
  return points
}

/** Kills each act at each of its points. */
export async function expectActsWhole(template: string, acts: readonly Act[]): Promise<void> {
  const left = (await stagesOf(template, acts)).entries()
  const work = async (): Promise<void> => {
    for (const [, stage] of left) {
      for (const kill_at of await everyPoint(stage)) await expectWholeAfter(stage, kill_at)
    }
  }
  await Promise.all(Array.from({ length: KILLED_AT_A_TIME }, work))
}
