/**
 * All patrons go into files while the disk fills up, or the program is killed at any point: there is a whole folder
 * that an entry tells of, or none, and what was half written is deleted once the desk runs again.
 */
import { cpSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { openStore } from '../../main/store/store.ts'
import { checked } from '../main/support/checked.ts'
import { openDesk, rosaAt } from '../main/support/desk.ts'
import { FakeClock, KEY, TUESDAY } from '../main/support/fakes.ts'
import { testFolder } from '../main/support/folders.ts'
import { moneyFiles } from '../main/support/money-desk.ts'
import { PIN } from '../main/support/small-library.ts'
import { recorded } from '../main/support/staff.ts'
import { commandsOf, run } from './killed.ts'

const { ask, signIn } = commandsOf(46)

/** Around the entry and the folder's own name. */
const LAST_POINTS = 4

type Form = 'datestamp' | 'koha' | 'evergreen'
type Ran = ReturnType<typeof run>

/** A desk in a folder of a folder, in which it can write beside itself. */
function copyOf(base: string): string {
  const folder = join(testFolder(), 'data')
  cpSync(base, folder, { recursive: true })
  return folder
}

/** From a desk in a folder into another beside it. */
function exporting(folder: string, form: Form, killAt = '0', limit: readonly string[] = []): Ran {
  const watched = dirname(folder)
  const to_folder = join(watched, 'out')
  const out = ask('patrons.export', { to_folder, form, own_pin: PIN })
  return run({ commands: [signIn(), ask('test.count'), out] }, folder, killAt, { limit, watched })
}

const beside = (folder: string): string[] => readdirSync(dirname(folder)).filter((name) => name !== 'data')

/** What lies beside once the desk has run for a minute again, and how many exports its entries tell of. */
async function after(folder: string): Promise<{ readonly names: string[]; readonly entries: number }> {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  try {
    const desk = await rosaAt(await openDesk(folder, {}, new FakeClock(TUESDAY)))
    vi.advanceTimersByTime(60_000)
    const entries = (await recorded(desk, 'patrons-exported')).length
    await desk.station.close()
    return { names: beside(folder), entries }
  } finally {
    vi.useRealTimers()
  }
}

test.each(['datestamp', 'koha', 'evergreen'] as const)('killed at any point of an export for %s', async (form) => {
  const base = moneyFiles()
  const copy = copyOf.bind(null, base)
  const whole = copy()
  const out = (folder: string): string[] => readdirSync(join(dirname(folder), 'out'))
  const { points, replies } = exporting(whole, form)
  expect(replies.at(-1)?.result.kind).toBe('ok')
  const files = out(whole)
  expect(points.length).toBeGreaterThan(files.length)
  let isNoted = false
  // From when its folder is made; of the other forms, only once every file is written.
  for (const point of form === 'evergreen' ? points.slice(1) : points.slice(-LAST_POINTS)) {
    const folder = copy()
    expect([point, exporting(folder, form, point).was_killed]).toEqual([point, true])
    const { names, entries } = await after(folder)
    // Between making the folder and noting it there is nothing in it yet.
    const left = names.filter((name) => name !== 'out')
    expect([point, left.flatMap((name) => readdirSync(join(dirname(folder), name)))]).toEqual([point, []])
    if (isNoted) expect([point, left]).toEqual([point, []])
    isNoted ||= left.length === 0
    if (names.includes('out')) {
      expect([point, entries, out(folder)]).toEqual([point, 1, files])
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
    const folder = copyOf(moneyFiles())
    const store = openStore(folder, KEY)
    const { db } = store.reference
    db.exec(`WITH RECURSIVE at (n) AS (VALUES (5001) UNION ALL SELECT n + 1 FROM at WHERE n < ${5000 + MANY})
    INSERT INTO patron (patron_id, external_id, category_code, branch_code, surname, given, preferred_given,
      surname_key, given_key, email, phone, guardian, language, is_barred, is_active)
    SELECT n, n || '${LONG}', category_code, branch_code, 'A', '', '', 'a', '', '', '', '', '', 0, 1
      FROM at JOIN (SELECT category_code, branch_code FROM patron LIMIT 1);
    INSERT INTO patron_distinct SELECT one.patron_id, other.patron_id FROM patron AS one JOIN patron AS other
      ON one.patron_id < other.patron_id WHERE one.patron_id > 5000`)
    store.close()
    const largest = Math.max(...['journal.db', 'reference.db'].map((name) => statSync(join(folder, name)).size))
    const limit = ['prlimit', `--fsize=${largest + 65_536}`]
    const full = exporting(folder, 'datestamp', '0', limit)
    expect(full.replies.at(-1)?.result).toMatchObject({ kind: 'refused', code: 'place-full' })
    expect(beside(folder)).toEqual([])
    expect(exporting(folder, 'datestamp').replies.at(-1)?.result.kind).toBe('ok')
    expect(statSync(join(dirname(folder), 'out', 'apart.csv')).size).toBeGreaterThan(largest + 65_536)
    expect(await after(folder)).toEqual({ names: ['out'], entries: 1 })
  },
)
