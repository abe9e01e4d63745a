/**
 * All patrons go into files while the disk fills up, or the program is killed at any step: there is a whole folder that
 * an entry tells of, or none, and what was half written is deleted once the desk runs again.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { openStore } from '../../main/store/store.ts'
import type { Reply } from '../../shared/ipc/envelope.ts'
import { checked } from '../main/support/checked.ts'
import { openDesk, rosaAt } from '../main/support/desk.ts'
import { FakeClock, KEY, TUESDAY } from '../main/support/fakes.ts'
import { testFolder } from '../main/support/folders.ts'
import { moneyFiles } from '../main/support/money-desk.ts'
import { PIN } from '../main/support/small-library.ts'
import { recorded } from '../main/support/staff.ts'
import { commandsOf, isKilled } from './killed.ts'

const { command, ask, signIn } = commandsOf(46)

type Form = 'datestamp' | 'koha' | 'evergreen'
type Ran = { readonly replies: readonly Reply[]; readonly steps: number; readonly was_killed: boolean }

/** @param limit a program that runs the desk, and what it is told */
function exporting(folder: string, to_folder: string, form: Form, killAt = '0', limit: readonly string[] = []): Ran {
  const file = join(testFolder(), 'commands.json')
  const out = ask('patrons.export', { to_folder, form, own_pin: PIN })
  writeFileSync(file, JSON.stringify([signIn(), command('test.count'), out]))
  const [name, ...rest] = [...limit, process.execPath, 'test/crash/child.ts', folder, file, killAt, '5']
  const child = spawnSync(name, rest, { encoding: 'utf8' })
  const lines = child.stdout.split('\n').filter((line) => line !== '')
  const said = lines.map((line) => JSON.parse(line) as Reply & { readonly statements?: number })
  return {
    replies: said.filter((one) => one.result),
    steps: said.at(-1)?.statements ?? 0,
    was_killed: isKilled(child.status, child.signal, child.stderr),
  }
}

/** What lies beside once the desk has run for a minute again, and how many exports its entries tell of. */
async function after(folder: string, beside: string): Promise<{ readonly names: string[]; readonly entries: number }> {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  try {
    const desk = await rosaAt(await openDesk(folder, {}, new FakeClock(TUESDAY)))
    vi.advanceTimersByTime(60_000)
    const entries = (await recorded(desk, 'patrons-exported')).length
    await desk.station.close()
    return { names: readdirSync(beside), entries }
  } finally {
    vi.useRealTimers()
  }
}

test.each(['datestamp', 'koha', 'evergreen'] as const)('killed at any step of an export for %s', async (form) => {
  const base = moneyFiles()
  const copy = (): string => {
    const folder = join(testFolder(), 'data')
    cpSync(base, folder, { recursive: true })
    return folder
  }
  const whole = testFolder()
  const { steps, replies } = exporting(copy(), join(whole, 'out'), form)
  expect(replies.at(-1)?.result.kind).toBe('ok')
  const files = readdirSync(join(whole, 'out'))
  expect(steps).toBeGreaterThan(files.length)
  let isNoted = false
  // Of the other forms, only once every file is written.
  for (let step = form === 'evergreen' ? 1 : steps; step <= steps; step += 1) {
    const [folder, beside] = [copy(), testFolder()]
    expect([step, exporting(folder, join(beside, 'out'), form, String(step)).was_killed]).toEqual([step, true])
    const { names, entries } = await after(folder, beside)
    // Between making the folder and noting it there is nothing in it yet.
    const left = names.filter((name) => name !== 'out')
    expect([step, left.flatMap((name) => readdirSync(join(beside, name)))]).toEqual([step, []])
    if (isNoted) expect([step, left]).toEqual([step, []])
    isNoted ||= left.length === 0
    if (names.includes('out')) {
      expect([step, entries, readdirSync(join(beside, 'out'))]).toEqual([step, 1, files])
    }
    expect(checked(folder).problems).toEqual([])
  }
  expect(isNoted).toBe(true)
})

/** Patrons of long numbers, each of whom is told apart from each other one: files longer than those of the desk. */
const MANY = 160
const LONG = 'x'.repeat(90)

// Only Linux has a program that limits how long a file of another may get.
test.skipIf(process.platform !== 'linux')(
  'a disk that fills up leaves nothing, and says so; then it works',
  async () => {
    const folder = moneyFiles()
    const store = openStore(folder, KEY)
    const { db } = store.reference
    db.exec(`WITH RECURSIVE at (n) AS (VALUES (5001) UNION ALL SELECT n + 1 FROM at WHERE n < ${5000 + MANY})
    INSERT INTO patron (patron_id, external_id, category_code, branch_code, surname, given, preferred_given,
      surname_key, given_key, email, phone, guardian, language, is_barred, is_active)
    SELECT n, n || '${LONG}', category_code, branch_code, 'A', '', '', 'a', '', '', '', '', '', 0, 1
      FROM at JOIN (SELECT category_code, branch_code FROM patron LIMIT 1);
    INSERT INTO patron_apart SELECT one.patron_id, other.patron_id FROM patron AS one JOIN patron AS other
      ON one.patron_id < other.patron_id WHERE one.patron_id > 5000`)
    store.close()
    const beside = testFolder()
    const largest = Math.max(...['journal.db', 'reference.db'].map((name) => statSync(join(folder, name)).size))
    const limit = ['prlimit', `--fsize=${largest + 65_536}`]
    const full = exporting(folder, join(beside, 'out'), 'datestamp', '0', limit)
    expect(full.replies.at(-1)?.result).toMatchObject({ kind: 'refused', code: 'place-full' })
    expect(readdirSync(beside)).toEqual([])
    expect(exporting(folder, join(beside, 'out'), 'datestamp').replies.at(-1)?.result.kind).toBe('ok')
    expect(statSync(join(beside, 'out', 'apart.csv')).size).toBeGreaterThan(largest + 65_536)
    expect(await after(folder, beside)).toEqual({ names: ['out'], entries: 1 })
  },
)
