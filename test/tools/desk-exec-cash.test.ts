/** The worked day W1 through the script door, as an outsider works it: the same figures as at the desk itself. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import type { TestDesk } from '../main/support/desk.ts'
import { KEY, seededRandom } from '../main/support/fakes.ts'
import { testFolder } from '../main/support/folders.ts'
import { moneyDesk, moneyFiles } from '../main/support/money-desk.ts'
import { PIN } from '../main/support/small-library.ts'
import { machineClock } from '../../main/ipc/machine-edge.ts'
import { commandId } from '../../shared/kernel/ids.ts'
import { describeWithSharedData } from '../support/shared-data.ts'
import { closeDay, libraryOf, readDay, workDay, workEarlier, type Day, type Door } from '../tables/w1-day.ts'

/** One process: a line in, its answer out. */
function scriptDoor(folder: string): Door {
  const desk = spawn(process.execPath, ['tools/desk-exec.ts', '--data', folder], { stdio: ['pipe', 'pipe', 'inherit'] })
  onTestFinished(async () => {
    const ended = once(desk, 'exit')
    desk.stdin.end()
    await ended
  })
  const answers = createInterface({ input: desk.stdout })[Symbol.asyncIterator]()
  const random = seededRandom(4242)
  const ok: TestDesk['ok'] = async (method, input) => {
    desk.stdin.write(`${JSON.stringify({ method, input })}\n`)
    const { value, done } = await answers.next()
    const said = done === true ? null : (JSON.parse(value) as { kind: string; output: unknown })
    if (said?.kind !== 'ok') throw new Error(`${method}: ${JSON.stringify(said)}`)
    return said.output as never
  }
  return { ok, id: () => commandId(machineClock.now(), random) }
}

/** What a report says of money: no moment, no name of a session, no end of a journal. */
async function saidOf(door: Door, w1: Day) {
  const session_ref = await workDay(door, w1, await workEarlier(door, w1))
  const x = (await door.ok('drawer.x', { drawer_code: 'DESK' })).report
  await closeDay(door, w1)
  const z = (await door.ok('drawer.z', { session_ref })).report
  expect((await door.ok('journal.verify', {})).problems).toEqual([])
  return [x, z].map(({ tenders, funds, counts, tax_cents, rounding_cents, let_off, paid, placed, ...more }) => {
    const { float_cents, closing } = more
    // The terminal has another name at each desk.
    const closed = closing && { ...closing, closed_at: 0, full_z_number: closing.full_z_number.replace(/^[^-]*/, '') }
    return { tenders, funds, counts, tax_cents, rounding_cents, let_off, paid, placed, float_cents, closed }
  })
}

describeWithSharedData('the whole worked day through the script door', (folder) => {
  const w1 = readDay(folder)
  test('says what the desk itself says in its X and its Z, and an auditor agrees', async () => {
    const data = moneyFiles({ also: libraryOf(w1) })
    writeFileSync(join(data, 'key.hex'), Buffer.from(KEY).toString('hex'))
    const door = scriptDoor(data)
    await door.ok('staff.sign-in', { commandId: door.id(), initials: 'RO', pin: PIN })
    const said = await saidOf(door, w1)
    expect(said[0]?.tenders.map((one) => one.expected_cents)).toEqual(Object.values(w1.expected))
    expect(said).toEqual(await saidOf(await moneyDesk({ also: libraryOf(w1) }), w1))
    const { file, head } = await door.ok('journal.export', { to_file: join(testFolder(), 'journal.jsonl') })
    const { status, stdout } = spawnSync(process.execPath, ['tools/verify.mjs', file, head], { encoding: 'utf8' })
    expect([status, stdout]).toEqual([0, expect.stringContaining('2 sessions, 2 closed')])
  })
})
