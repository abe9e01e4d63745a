/**
 * What those who look after the desk or its staff are told of at their next sign-in: each showing of the key, export,
 * backup, import, changed staff, role and lock time, with who did it, until they have read it. On real files.
 */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readWitness, writeWitness } from '../../../../main/store/files/witness-files.ts'
import { en } from '../../../../shared/words/en/en.ts'
import { folderOf } from '../../data-in/importing.ts'
import { workingDesk, type TestDesk } from '../../support/desk.ts'
import { testFolder } from '../../support/folders.ts'
import { page, place, read, readDesk, ROSA, told, WEI } from '../../support/news-desk.ts'
import { must } from '../../../../shared/kernel/assert.ts'
import { instant, MS_PER_HOUR } from '../../../../shared/kernel/time.ts'
import { CARDS } from '../../support/small-library.ts'
import { BEN, benAtDesk, recorded, signInAs } from '../../support/staff.ts'

const ALL = { amount_cents_max: null, days_count_max: null, is_granted: true } as const
const { done } = en.log

type Happened = readonly [string, (desk: TestDesk) => Promise<unknown>]
const HAPPENED: readonly Happened[] = [
  [done['recovery-key-shown'], (desk) => desk.ok('recovery-key.show', { commandId: desk.id() })],
  [done['journal-exported'], (desk) => desk.ok('journal.export', { to_file: join(testFolder(), 'journal.jsonl') })],
  [done['backup-made'], (desk) => desk.ok('store.backup', { to_folder: join(testFolder(), 'backup') })],
  [done['idle-lock-changed'], (desk) => desk.ok('settings.set', { settings: { idle_lock_minutes: 30 } })],
  [done['desk-moved'], (desk) => desk.ok('desk.branch', { branch_code: 'NORTH', desk_name: 'Desk 2' })],
  [
    done['patron-exported'],
    async (desk) => {
      await desk.scan(CARDS.dana)
      await desk.ok('privacy.export', { commandId: desk.id(), to_file: join(testFolder(), 'hers.json') })
      await desk.ok('desk.clear', {})
    },
  ],
  [
    done['record-disclosed'],
    async (desk) => {
      await desk.scan(CARDS.dana)
      const given = { basis: 'court-order', what: 'account', to_whom: 'Order 26-118' } as const
      await desk.ok('privacy.disclose', { commandId: desk.id(), ...given })
      await desk.ok('desk.clear', {})
    },
  ],
  [
    done['clock-confirmed'],
    async (desk) => {
      desk.clock.set(instant(desk.clock.now() - 3 * MS_PER_HOUR))
      await desk.ok('desk.trust-clock', { commandId: desk.id() })
    },
  ],
  [
    done['data-imported'],
    async (desk) => {
      const folder = folderOf({ 'titles.csv': 'title_id,title\nx,Dune\n' })
      await desk.ok('import.start', { commandId: desk.id(), folder, accept_findings: [] })
      await expect.poll(async () => (await desk.ok('import.status', {})).running).toBe(false)
    },
  ],
]

describe.each(HAPPENED)('%s', (what, happens) => {
  test('is an entry, and told at the next sign-in with who did it; read, it is told no more', async () => {
    const desk = await readDesk()
    await signInAs(desk, WEI)
    if ((await place(desk)) === 'news') await read(desk)
    await happens(desk)
    const { entries } = await desk.ok('work-log.list', { limit: 5 })
    expect(entries.map((one) => `${one.name}: ${one.what}`)).toContain(`Wei Zhang: ${what}`)
    await desk.ok('desk.go', { page: null })
    await signInAs(desk, ROSA)
    expect(await told(desk)).toEqual([`Wei Zhang: ${what}`])
    await read(desk)
    expect(await page(desk)).toBeNull()
    await signInAs(desk, BEN)
    await signInAs(desk, ROSA)
    expect(await page(desk)).toBeNull()
  })
})

describe('what happened', () => {
  test.each([
    ['two files, by name', 2, 'branches.csv; titles.csv'],
    ['a whole library, counted', 5, en.pages.news.files(5)],
  ])('tells of an import of %s', async (_, count, more) => {
    const desk = await readDesk()
    const files = ['titles', 'branches', 'addresses', 'notes', 'blocks'].slice(0, count)
    const folder = folderOf(Object.fromEntries(files.map((name) => [`${name}.csv`, 'x\n'])))
    await desk.ok('import.start', { commandId: desk.id(), folder, accept_findings: [] })
    await expect.poll(async () => (await desk.ok('import.status', {})).running).toBe(false)
    await desk.ok('desk.go', { page: null })
    await signInAs(desk, BEN)
    await signInAs(desk, ROSA)
    const section = must(await page(desk), 'a page').sections[0]
    expect(section?.kind === 'table' ? section.rows[0]?.cells[3]?.text : null).toBe(more)
  })

  test('of a moved desk is told with both branches; the same again is no move', async () => {
    const desk = await readDesk()
    const north = { branch_code: 'NORTH', desk_name: 'Desk 9' }
    await desk.ok('desk.branch', north)
    await desk.ok('desk.branch', north)
    await signInAs(desk, BEN)
    await signInAs(desk, ROSA)
    const section = must(await page(desk), 'a page').sections[0]
    const rows = section?.kind === 'table' ? section.rows.map(({ cells }) => cells[3]?.text) : []
    expect(rows).toEqual([`${en.pages.news.moved('Maple Street', 'North Branch')}; ${en.pages.news.renamed}`])
    const moved = { staff: 'rortiz', before_branch: 'MAPLE', to_branch: 'NORTH', is_renamed: true }
    expect(await recorded(desk, 'desk-moved')).toEqual([moved])
  })

  test('stays to be read over a restart, and is offered on the page of this desk', async () => {
    const desk = await readDesk()
    await desk.ok('recovery-key.show', { commandId: desk.id() })
    const again = await desk.reopen()
    await signInAs(again, ROSA)
    expect(await told(again), 'her own acts too').toEqual([`Rosa Ortiz: ${done['recovery-key-shown']}`])
    await again.ok('desk.back', {})
    expect(await page(again)).toBeNull()
    const { snapshot } = await again.ok('desk.go', { page: { place: 'this-desk', about: '' } })
    const offered = must(snapshot.page?.acts.find((act) => act.key === 'N') ?? null, 'N')
    await again.ok('desk.go', offered.call.input as never)
    await read(again)
    const { snapshot: now } = await again.ok('desk.snapshot', {})
    expect(now.page?.acts.map((act) => act.key)).not.toContain('N')
  })

  test('is told to each by themselves: what one has read, another has not', async () => {
    const desk = await readDesk()
    await desk.ok('settings.set', { settings: { idle_lock_minutes: 30 } })
    await signInAs(desk, BEN)
    await signInAs(desk, ROSA)
    await read(desk)
    await signInAs(desk, WEI)
    expect(await told(desk)).toContain(`Rosa Ortiz: ${done['idle-lock-changed']}`)
  })

  test('is on no screen of a clerk, and they mark nothing as read', async () => {
    const desk = await readDesk()
    await desk.ok('settings.set', { settings: { idle_lock_minutes: 30 } })
    await signInAs(desk, BEN)
    expect(await page(desk)).toBeNull()
    expect(await desk.call('desk.go', { page: { place: 'news', about: '' } })).toMatchObject({ code: 'page-empty' })
    await desk.ok('desk.news-read', { through: 'K4N7QW.9.999' })
    await signInAs(desk, ROSA)
    expect(await told(desk)).toEqual([`Rosa Ortiz: ${done['idle-lock-changed']}`])
  })

  test('is a restore too, with who put the backup there', async () => {
    const desk = await readDesk()
    const to_folder = join(testFolder(), 'backup')
    await desk.ok('store.backup', { to_folder })
    await desk.ok('store.restore', { commandId: desk.id(), from_folder: to_folder })
    await signInAs(desk, ROSA)
    expect(await told(desk)).toEqual([`Rosa Ortiz: ${en.pages.news.restored}`])
  })

  test('of staff and roles is told as well, and of the other rules not', async () => {
    const desk = await readDesk()
    await desk.ok('role.set', { commandId: desk.id(), ...ALL, role: 'staff', grant: 'recall' })
    await desk.ok('staff.close', { commandId: desk.id(), staff_code: 'BC-1' })
    const value = { table: 'library_setting', key: 'hold_shelf_days_count', values: { value: 9 } } as const
    await desk.ok('policy.edit', { commandId: desk.id(), ...value })
    await signInAs(desk, WEI)
    await signInAs(desk, ROSA)
    const { log } = en
    expect(await told(desk)).toEqual([
      `Rosa Ortiz: ${log.staff_changed.closed('Ben Cole')}`,
      `Rosa Ortiz: ${log.grant_changed}`,
    ])
  })
})

describe('an entry of the highest rights is not hidden', () => {
  test('by many later ones: the oldest are told first, and the rest when those are read', async () => {
    const desk = await readDesk()
    await desk.ok('recovery-key.show', { commandId: desk.id() })
    for (let minutes = 1; minutes <= 200; minutes += 1)
      await desk.ok('settings.set', { settings: { idle_lock_minutes: 10 + minutes } })
    await signInAs(desk, BEN)
    await signInAs(desk, ROSA)
    const first = await told(desk)
    expect([first.length, first.at(-1)]).toEqual([200, `Rosa Ortiz: ${done['recovery-key-shown']}`])
    await read(desk)
    expect(await told(desk)).toEqual([`Rosa Ortiz: ${done['idle-lock-changed']}`])
    await read(desk)
    expect(await page(desk)).toBeNull()
  })

  test('by many changes of rules, which are not told here', async () => {
    const desk = await readDesk()
    await desk.ok('role.set', { commandId: desk.id(), ...ALL, role: 'staff', grant: 'recall' })
    const setting = { table: 'library_setting', key: 'hold_shelf_days_count' } as const
    for (let days = 0; days < 200; days += 1)
      await desk.ok('policy.edit', { commandId: desk.id(), ...setting, values: { value: 8 + (days % 2) } })
    await signInAs(desk, BEN)
    await signInAs(desk, ROSA)
    expect(await told(desk)).toEqual([`Rosa Ortiz: ${en.log.grant_changed}`])
  })

  test('by confirming it in their stead: missing entries, and who confirmed them', async () => {
    const desk = await readDesk()
    await desk.station.close()
    const { folder } = desk
    const known = must(readWitness(folder, 'desk'), 'the witness of the desk')
    writeWitness(folder, 'desk', { ...known, seq: known.seq + 40, hash: 'ab'.repeat(32) })
    const again = await desk.reopen()
    await signInAs(again, WEI)
    await again.ok('desk.acknowledge-missing', { commandId: again.id() })
    expect((await again.ok('system.status', {})).missing).toEqual([])
    await signInAs(again, ROSA)
    expect(await told(again)).toEqual([`Wei Zhang: ${done['missing-acknowledged']}`, `: ${en.pages.news.missing}`])
  })

  test('by asking for no more reasons to open an account', async () => {
    const desk = await readDesk()
    const asked = { table: 'library_setting', key: 'is_view_reason_required', values: { value: true } } as const
    await desk.ok('policy.edit', { commandId: desk.id(), ...asked })
    await signInAs(desk, BEN)
    await signInAs(desk, ROSA)
    expect(await told(desk)).toHaveLength(1)
  })
})

test('when the idle desk locks is changed only by whose own role looks after it', async () => {
  const desk = await workingDesk()
  await benAtDesk(desk)
  const off = { settings: { idle_lock_minutes: 240 } }
  expect(await desk.call('settings.set', off)).toMatchObject({ code: 'not-permitted' })
  await desk.ok('settings.set', { settings: { theme: 'dark', idle_lock_minutes: 0 } })
  expect((await desk.ok('settings.get', {})).settings).toMatchObject({ theme: 'dark', idle_lock_minutes: 0 })
  const to_folder = join(testFolder(), 'backup')
  expect(await desk.call('store.backup', { to_folder })).toMatchObject({ code: 'not-permitted' })
  await signInAs(desk, ROSA)
  await desk.ok('settings.set', off)
  const minutes = { before_minutes_count: 0, after_minutes_count: 240 }
  expect(await recorded(desk, 'idle-lock-changed')).toEqual([{ staff: 'rortiz', ...minutes }])
})
