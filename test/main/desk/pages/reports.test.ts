/** A report beside the desk: what it counts, that scans go on, that it can be canceled, and who sees names. */
import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { JOURNAL_FILE, REFERENCE_FILE } from '../../../../main/store/files/file-names.ts'
import { openFile } from '../../../../main/store/files/open-edge.ts'
import type { Input } from '../../../../shared/ipc/contract.ts'
import { elsewhere, makeFiles, makeOnce, openDesk, rosaAt, type TestDesk } from '../../support/desk.ts'
import { FakeClock, KEY, TUESDAY } from '../../support/fakes.ts'
import { testFolder } from '../../support/folders.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { recorded } from '../../support/staff.ts'

const DAY_MS = 86_400_000
const LATE_COUNT = 20_000

/** Many late loans of one patron, of items that nobody asks for. */
function filesWithLate(count: number): string {
  const folder = testFolder()
  makeOnce(folder, `late loans ${count}`, (made) => fillLate(made, count))
  return folder
}

function fillLate(folder: string, count: number): void {
  makeFiles(folder)
  if (count === 0) return
  const db = openFile(join(folder, REFERENCE_FILE), KEY)
  db.pragma('foreign_keys = OFF')
  const columns = (db.pragma('table_info(loan)') as { name: string }[]).map((one) => one.name)
  const values: Readonly<Record<string, string>> = {
    item_id: '1000 + n',
    loan_ref: `'x.' || n`,
    party_ref: `''`,
    patron_id: '2 + n % 3',
    branch_code: `'MAPLE'`,
    out_at_ms: String(TUESDAY - 60 * DAY_MS),
    due_at_ms: `${TUESDAY} - (n % 400 + 1) * ${DAY_MS}`,
    renewals_count: '0',
    loan_status: `'out'`,
    due_staff_code: `''`,
    unseen_renewals_count: '0',
  }
  const given = columns.map((name) => values[name] ?? 'NULL').join(', ')
  db.exec(`WITH RECURSIVE seq(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM seq WHERE n < ${count - 1})
    INSERT INTO loan (${columns.join(', ')}) SELECT ${given} FROM seq`)
  db.close()
}

async function deskWith(count: number): Promise<TestDesk> {
  const desk = await openDesk(filesWithLate(count), {}, new FakeClock())
  await rosaAt(desk)
  await desk.ok('desk.go', { page: { place: 'overdue', about: '' } })
  return desk
}

const pageOf = async (desk: TestDesk) => (await desk.ok('desk.snapshot', {})).snapshot.page
const kinds = async (desk: TestDesk): Promise<string[]> =>
  (await pageOf(desk))?.sections.map((section) => section.kind) ?? []

/** The same once the page is gone to: a patron who comes closes it. */
async function opened(desk: TestDesk): Promise<string[]> {
  await desk.ok('desk.go', { page: { place: 'overdue', about: '' } })
  return kinds(desk)
}

/** Until the page no longer shows a bar. */
async function over(desk: TestDesk): Promise<void> {
  await expect.poll(async () => (await kinds(desk)).includes('progress')).toBe(false)
}

describe('what is overdue', () => {
  test('is nothing before it is read; then by age, with what this desk changed since', async () => {
    const desk = await deskWith(400)
    expect(await kinds(desk)).toEqual([])
    // Lent here and late by now: it stands in no reference file.
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    await desk.ok('desk.finish', {})
    desk.clock.pass(40 * DAY_MS)
    await desk.ok('desk.go', { page: { place: 'overdue', about: '' } })
    const { snapshot } = await desk.ok('report.start', {})
    expect(snapshot.page?.sections[0]).toMatchObject({ kind: 'progress', of: 'report' })
    await over(desk)
    const page = await pageOf(desk)
    const chart = page?.sections[0]
    expect(chart?.kind === 'chart' && chart.bars.reduce((sum, bar) => sum + (bar.values[0] ?? 0), 0)).toBe(401)
    const who = page?.sections[1]
    expect(who?.kind === 'table' && who.rows.map((one) => one.cells[0]?.text)).toContain('Dana Miller')
    expect(page && pageFaults(page)).toEqual([])
    expect(JSON.stringify(page)).not.toContain('Warmth')
  })

  test('begins again with a newer file of the library, which the desk goes on with meanwhile', async () => {
    const desk = await deskWith(LATE_COUNT)
    const newer = join(testFolder(), REFERENCE_FILE)
    copyFileSync(join(filesWithLate(400), REFERENCE_FILE), newer)
    await desk.ok('report.start', {})
    await desk.station.swapReference(newer)
    expect(await kinds(desk)).toContain('progress')
    await over(desk)
    const chart = (await pageOf(desk))?.sections[0]
    expect(chart?.kind === 'chart' && chart.bars.reduce((sum, bar) => sum + (bar.values[0] ?? 0), 0)).toBe(400)
  })

  test('names patrons where the role may see them, and then it is entered who read it', async () => {
    const desk = await deskWith(1)
    const read = async (): Promise<string | undefined> => {
      await desk.ok('desk.go', { page: { place: 'overdue', about: '' } })
      await desk.ok('report.start', {})
      await over(desk)
      return (await pageOf(desk))?.sections[1]?.kind
    }
    expect(await read()).toBe('table')
    const ceilings = { amount_cents_max: null, days_count_max: null }
    const grant = { role: 'manager', grant: 'see-late-patrons', ...ceilings } as const
    await desk.ok('role.set', { commandId: desk.id(), ...grant, is_granted: false })
    expect(await read()).toBe('text')
    // The grant comes later: what was read without an entry goes on naming nobody.
    await desk.ok('role.set', { commandId: desk.id(), ...grant, is_granted: true })
    await desk.ok('desk.go', { page: { place: 'overdue', about: '' } })
    expect((await pageOf(desk))?.sections[1]?.kind).toBe('text')
    expect(await recorded(desk, 'list-viewed')).toEqual([{ staff: 'rortiz', list: 'overdue' }])
  })

  test('what came back since is not late, though the library’s data says so', async () => {
    const desk = await deskWith(0)
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    await desk.ok('desk.finish', {})
    await desk.ok('loan.check-in', { commandId: desk.id(), item_barcode: ITEMS.warmth })
    desk.clock.pass(90 * DAY_MS)
    await desk.ok('desk.go', { page: { place: 'overdue', about: '' } })
    await desk.ok('report.start', {})
    await over(desk)
    const chart = (await pageOf(desk))?.sections[0]
    expect(chart?.kind === 'chart' && chart.bars.every((bar) => bar.values[0] === 0)).toBe(true)
  })
})

describe('the list of who is late', () => {
  /** Six items of three patrons, each less than a week late. */
  async function listed(): Promise<TestDesk> {
    const desk = await deskWith(6)
    await desk.ok('report.start', {})
    await over(desk)
    return desk
  }
  const figuresOf = async (desk: TestDesk): Promise<readonly (number | undefined)[]> => {
    const chart = (await pageOf(desk))?.sections[0]
    const who = (await pageOf(desk))?.sections.find((one) => one.section_id === 'who')
    const items = chart?.kind === 'chart' ? chart.bars.reduce((sum, bar) => sum + (bar.values[0] ?? 0), 0) : undefined
    return [items, who?.kind === 'table' ? who.rows.length : undefined]
  }

  test('is filtered by age, says before it is sent what it comes to, and is shown whole again', async () => {
    const desk = await listed()
    expect(await figuresOf(desk)).toEqual([6, 3])
    const asked = await desk.ok('report.filter-preview', { age: 'month', branch_code: null })
    expect(asked.lines.map((one) => one.text)).toEqual(['0 items, 0 patrons'])
    const { snapshot } = await desk.ok('report.filter', { age: 'month', branch_code: '' })
    expect(snapshot.page && pageFaults(snapshot.page)).toEqual([])
    expect(await figuresOf(desk)).toEqual([6, 0])
    const shows = snapshot.page?.acts.find((one) => one.key === 'A')
    await desk.ok('report.filter', shows?.call.input as Input<'report.filter'>)
    expect(await figuresOf(desk)).toEqual([6, 3])
  })

  test('is on paper with its figures: by name for a role that may, else by age alone', async () => {
    const desk = await listed()
    const paper = async (): Promise<string> => {
      const { snapshot } = await desk.ok('desk.go', { page: { place: 'receipt', about: 'list late week' } })
      return JSON.stringify(snapshot.page?.sections)
    }
    const named = await paper()
    expect(named).toContain('6 items, 3 patrons')
    expect(named).toContain('Ed Barr')
    expect(named).toContain('Up to a week')
    const ceilings = { amount_cents_max: null, days_count_max: null }
    const grant = { role: 'manager', grant: 'see-late-patrons', ...ceilings } as const
    await desk.ok('role.set', { commandId: desk.id(), ...grant, is_granted: false })
    const closed = await paper()
    expect(closed).toContain('6 items, 3 patrons')
    expect(closed).not.toContain('Ed Barr')
  })

  test('is saved as a file that a spreadsheet computes nothing of, and that it was is entered', async () => {
    const desk = await listed()
    elsewhere(desk, `UPDATE patron SET given = '=HYPERLINK(1)' WHERE patron_id = 3`)
    const to_file = join(testFolder(), 'late.csv')
    await desk.ok('report.save', { to_file, age: '', branch_code: '' })
    const lines = readFileSync(to_file, 'utf8').split('\r\n')
    expect(lines[0]).toBe('\uFEFFPatron,Card,Items,Days late,Branch')
    expect([lines.length, lines.at(-1)]).toEqual([5, ''])
    expect(lines.some((line) => /^"?'=HYPERLINK/.test(line))).toBe(true)
    expect(lines.every((line) => !line.startsWith('='))).toBe(true)
    expect(await desk.call('report.save', { to_file, age: '', branch_code: '' })).toMatchObject({ code: 'file-exists' })
    const nowhere = { to_file: `${to_file}.nowhere`, age: '', branch_code: 'NOWHERE' } as const
    expect(await desk.call('report.save', nowhere)).toMatchObject({ code: 'branch-unknown' })
    expect(existsSync(nowhere.to_file)).toBe(false)
    const ceilings = { amount_cents_max: null, days_count_max: null }
    const grant = { role: 'manager', grant: 'export-late-patrons', ...ceilings } as const
    await desk.ok('role.set', { commandId: desk.id(), ...grant, is_granted: false })
    await desk.ok('desk.go', { page: { place: 'overdue', about: '' } })
    expect((await pageOf(desk))?.acts.map((one) => one.key)).not.toContain('S')
    expect(await desk.call('report.save', { to_file: `${to_file}.2`, age: '', branch_code: '' })).toMatchObject({
      code: 'not-permitted',
    })
    expect(await recorded(desk, 'list-exported')).toEqual([{ staff: 'rortiz', list: 'overdue', rows_count: 3 }])
  })
})

test('a list whose entry cannot be recorded is not saved, and nothing lies beside it', async () => {
  const files = filesWithLate(6)
  const journal = openFile(join(files, JOURNAL_FILE), KEY)
  journal.exec(`CREATE TRIGGER none_saved BEFORE INSERT ON event WHEN NEW.content LIKE '%list-exported%'
    BEGIN SELECT RAISE(ABORT, 'none is saved'); END`)
  journal.close()
  const desk = await rosaAt(await openDesk(files, {}, new FakeClock()))
  await desk.ok('desk.go', { page: { place: 'overdue', about: '' } })
  await desk.ok('report.start', {})
  await over(desk)
  const folder = testFolder()
  const saved = await desk.call('report.save', { to_file: join(folder, 'late.csv'), age: '', branch_code: '' })
  expect(saved.kind).toBe('fault')
  expect(readdirSync(folder)).toEqual([])
  expect(await recorded(desk, 'list-exported')).toEqual([])
})

test('scans go on while it runs, and none waits for it', async () => {
  const desk = await deskWith(LATE_COUNT)
  const turn = async (): Promise<number> => {
    const began = performance.now()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.educated)
    await desk.ok('loan.check-in', { commandId: desk.id(), item_barcode: ITEMS.educated })
    return performance.now() - began
  }
  const median = (all: readonly number[]): number => all.toSorted((one, other) => one - other)[all.length >> 1] ?? 0
  for (let n = 0; n < 5; n += 1) await turn()
  const alone: number[] = []
  for (let n = 0; n < 15; n += 1) alone.push(await turn())
  await desk.ok('desk.go', { page: { place: 'overdue', about: '' } })
  const beside: number[] = []
  const began = performance.now()
  await desk.ok('report.start', {})
  while ((await opened(desk)).includes('progress')) {
    beside.push(await turn())
    // A station hears of its threads between two requests.
    await nextTurn()
  }
  expect(beside.length).toBeGreaterThan(2)
  // Two threads share what processors there are, with whatever else runs: slower, but none waits for the report's end.
  expect(median(beside)).toBeLessThan(Math.max(median(alone) * 20, (performance.now() - began) / 4))
  const told = desk.pushes.flatMap((push) => (push.topic === 'progress' ? [push.progress] : []))
  expect(told.length).toBeGreaterThan(5)
  expect(told).toEqual(told.toSorted((one, other) => one - other))
})

test('canceled, it is over right away, and can be read again', async () => {
  const desk = await deskWith(LATE_COUNT)
  const { snapshot } = await desk.ok('report.start', {})
  const cancel = snapshot.page?.acts[0]?.call.input as { report_ref: string }
  const after = await desk.ok('report.cancel', cancel)
  expect(after.snapshot.page?.sections).toEqual([])
  expect(await desk.call('report.cancel', cancel)).toMatchObject({ code: 'page-empty' })
  await desk.ok('report.start', {})
  await over(desk)
  expect(await kinds(desk)).toEqual(['chart', 'table'])
})

test('only the person who asked for it sees it', async () => {
  const desk = await deskWith(10)
  await desk.ok('report.start', {})
  await over(desk)
  await desk.ok('staff.sign-out', { commandId: desk.id() })
  expect((await desk.ok('desk.snapshot', {})).snapshot.page).toBeNull()
})

test('one that cannot read says so on its page, and the log says why', async () => {
  const desk = await deskWith(10)
  const file = join(desk.folder, REFERENCE_FILE)
  renameSync(file, `${file}.away`)
  await desk.ok('report.start', {})
  await over(desk)
  renameSync(`${file}.away`, file)
  expect(await kinds(desk)).not.toContain('chart')
  expect(desk.log.filter((line) => line.startsWith('report: '))).toHaveLength(1)
  await desk.ok('report.start', {})
  await over(desk)
  expect(await kinds(desk)).toEqual(['chart', 'table'])
})
