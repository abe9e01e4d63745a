/**
 * An act on a page that was lent by approval: it is asked for by itself, carried out once by one approval, and nothing
 * of it happens before. On real files.
 */
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { PageRef } from '../../../../shared/desk/page.ts'
import type { MethodName } from '../../../../shared/ipc/contract.ts'
import { en } from '../../../../shared/words/en/en.ts'
import { workingDesk, type TestDesk } from '../../support/desk.ts'
import { testFolder } from '../../support/folders.ts'
import { moneyDesk } from '../../support/money-desk.ts'
import { BADGE, CARDS } from '../../support/small-library.ts'
import { answer, approve, askedFor, BEN, benAtDesk, recorded, signInAs } from '../../support/staff.ts'

const ROSA = { initials: 'RO', pin: '471108' }
const ASKED = { kind: 'refused', code: 'approval-asked' }
const STRETCH = { from_ms: Date.UTC(2026, 10, 20), to_ms: Date.UTC(2026, 10, 21) }
const DECLARED = { ...STRETCH, reason: 'power-cut', is_extending: false } as const
const { asks } = en.pages

/** Ben has the page open that Rosa lent. */
async function lent(place: PageRef['place'], at?: TestDesk): Promise<TestDesk> {
  const desk = at ?? (await workingDesk())
  await benAtDesk(desk)
  await askedFor(desk, { place, about: '' })
  await answer(desk, '1')
  await approve(desk, ROSA)
  expect((await answer(desk, '1')).page?.ref.place).toBe(place)
  return desk
}

async function approvedByRosa(desk: TestDesk): Promise<Awaited<ReturnType<TestDesk['call']>>> {
  await answer(desk, '1')
  return approve(desk, ROSA)
}

const snapshot = async (desk: TestDesk) => (await desk.ok('desk.snapshot', {})).snapshot
const eventsCount = async (desk: TestDesk) => (await desk.ok('system.status', {})).journal_events_count

type Asked = readonly [PageRef['place'], MethodName, Readonly<Record<string, unknown>>, string]
const VALUE = { table: 'library_setting', key: 'hold_shelf_days_count', values: { value: 9 } }
const ACTS: readonly Asked[] = [
  ['this-desk', 'store.backup', { to_folder: '/somewhere/friday' }, asks.backup('/somewhere/friday')],
  ['this-desk', 'journal.export', { to_file: '/somewhere/all.jsonl' }, asks.export('/somewhere/all.jsonl')],
  ['this-desk', 'desk.branch', { branch_code: 'NORTH', desk_name: 'Desk 9' }, asks.move('Desk 9', 'North Branch')],
  ['this-desk', 'desk.trust-clock', {}, 'Trust this computer’s clock'],
  ['outage', 'outage.declare', DECLARED, 'Declare an outage: '],
  ['policy', 'policy.edit', VALUE, 'Change the rules: '],
]

test.each(ACTS)('on the lent page %s, %s is asked for by its name, and nothing is done', async (...asked) => {
  const [place, method, input, title] = asked
  const desk = await lent(place)
  const before = await eventsCount(desk)
  const isCommand = method !== 'store.backup' && method !== 'journal.export' && method !== 'desk.branch'
  expect(await desk.call(method, isCommand ? { commandId: desk.id(), ...input } : input)).toMatchObject(ASKED)
  const now = await snapshot(desk)
  expect([now.rows[0]?.title.startsWith(title), now.page?.ref.place, now.totals.undecided_count]).toEqual([
    true,
    place,
    1,
  ])
  expect(await eventsCount(desk)).toBe(before)
})

describe('one approval', () => {
  test('makes the backup that was asked for, and the next one asks again', async () => {
    const desk = await lent('this-desk')
    const [friday, second] = ['friday', 'second'].map((name) => join(testFolder(), name)) as [string, string]
    expect(await desk.call('store.backup', { to_folder: friday })).toMatchObject(ASKED)
    expect(existsSync(friday)).toBe(false)
    expect(await approvedByRosa(desk)).toMatchObject({ kind: 'ok' })
    await expect.poll(async () => (await snapshot(desk)).band?.heading).toBe(en.outcomes.records.backup.done)
    expect(existsSync(friday)).toBe(true)
    expect(await desk.call('store.backup', { to_folder: second })).toMatchObject(ASKED)
    expect(existsSync(second)).toBe(false)
    const [approved] = await recorded(desk, 'act-approved')
    expect(approved).toMatchObject({ staff: 'BC-1', act: 'store.backup', approver: 'rortiz', reason: '' })
  })

  test('is used up by its command: sent again it is the same, with other content it is refused', async () => {
    const desk = await lent('outage')
    const declared = { commandId: desk.id(), ...DECLARED }
    await desk.call('outage.declare', declared)
    expect(await desk.call('outage.declare', declared), 'asked twice waits once').toMatchObject(ASKED)
    expect((await snapshot(desk)).totals.undecided_count).toBe(1)
    await approvedByRosa(desk)
    await desk.ok('desk.back', {})
    // Declaring closes the page; on the next one the first command is still known.
    await askedFor(desk, { place: 'outage', about: '' })
    await approvedByRosa(desk)
    await answer(desk, '1')
    expect(await desk.call('outage.declare', declared)).toMatchObject({ kind: 'ok' })
    const other = { ...declared, to_ms: DECLARED.to_ms - 60_000 }
    expect(await desk.call('outage.declare', other)).toMatchObject({ code: 'command-changed' })
    expect(await desk.call('outage.declare', { ...DECLARED, commandId: desk.id() })).toMatchObject(ASKED)
    expect(await recorded(desk, 'outage-declared')).toMatchObject([{ staff: 'BC-1' }])
  })

  test('of an act that is refused is used up too: the row goes on waiting for another', async () => {
    const desk = await lent('this-desk')
    const to_file = join(testFolder(), 'journal.jsonl')
    writeFileSync(to_file, 'taken')
    await desk.call('journal.export', { to_file })
    expect(await approvedByRosa(desk)).toMatchObject({ code: 'file-exists' })
    expect((await snapshot(desk)).totals.undecided_count).toBe(1)
    rmSync(to_file)
    expect(await approve(desk, ROSA)).toMatchObject({ kind: 'ok' })
    expect(existsSync(to_file)).toBe(true)
  })

  test('of a backup that fails once it runs says so in the band', async () => {
    const desk = await lent('this-desk')
    const to_folder = testFolder()
    await desk.call('store.backup', { to_folder })
    await approvedByRosa(desk)
    await expect.poll(async () => (await snapshot(desk)).band?.outcome).toBe('stop')
    expect((await snapshot(desk)).band?.heading).toContain(to_folder)
  })

  type Leaving = (desk: TestDesk) => Promise<unknown>
  test.each<[string, Leaving, typeof BEN | typeof ROSA]>([
    ['signed out', (desk) => desk.ok('staff.sign-out', { commandId: desk.id() }), ROSA],
    ['locked the desk', (desk) => desk.ok('desk.lock', {}), BEN],
    ['left it to another', (desk) => signInAs(desk, ROSA), ROSA],
    ['opened an account', (desk) => desk.scan(CARDS.dana), BEN],
  ])('of a backup that fails late is told without its folder after the clerk has %s', async (_, leave, next) => {
    const desk = await lent('this-desk')
    const place = testFolder()
    await desk.call('store.backup', { to_folder: join(place, 'friday') })
    await approvedByRosa(desk)
    rmSync(place, { recursive: true })
    await leave(desk)
    await expect.poll(() => desk.log.some((line) => line.includes('backup-not-made'))).toBe(true)
    const seen = await snapshot(desk)
    expect(seen.band?.outcome).not.toBe('stop')
    expect(`${seen.band?.heading} ${seen.recovered}`).not.toContain(place)
    await signInAs(desk, next)
    expect((await snapshot(desk)).recovered).toBe(en.faults.later_unseen)
  })

  test('is for the clerk who asked: it goes with them', async () => {
    const desk = await lent('this-desk')
    await desk.call('journal.export', { to_file: join(testFolder(), 'journal.jsonl') })
    await answer(desk, '1')
    const row_id = (await snapshot(desk)).rows[0]?.row_id ?? ''
    await desk.ok('desk.lock', {})
    await signInAs(desk, { initials: 'WZ', pin: '1357' })
    expect(await desk.call('approval.give', { commandId: desk.id(), row_id, ...ROSA })).toMatchObject({
      code: 'approval-over',
    })
  })
})

/** The row with this title is answered, or asked for again. */
async function answerRowOf(desk: TestDesk, title: string): Promise<string> {
  const row_id = (await snapshot(desk)).rows.find((one) => one.title.startsWith(title))?.row_id ?? ''
  await desk.ok('desk.answer', { commandId: desk.id(), row_id, key: '1' })
  return row_id
}

describe('what was named is what is done', () => {
  test('undoing a change undoes no later one', async () => {
    const desk = await lent('policy')
    const change = (key: string, value: number) =>
      desk.call('policy.edit', { commandId: desk.id(), table: 'library_setting', key, values: { value } } as never)
    await change('hold_shelf_days_count', 9)
    await approvedByRosa(desk)
    expect(await desk.call('policy.undo-last', { commandId: desk.id() })).toMatchObject(ASKED)
    const undo = (await snapshot(desk)).rows[0]?.title ?? ''
    await change('hold_shelf_days_count', 10)
    await approvedByRosa(desk)
    await change('recall_return_days_count', 3)
    await approvedByRosa(desk)
    const row_id = await answerRowOf(desk, undo)
    const given = { commandId: desk.id(), row_id, ...ROSA }
    expect(await desk.call('approval.give', given)).toMatchObject({ code: 'approval-over' })
    expect((await snapshot(desk)).totals.undecided_count).toBe(0)
  })

  test('a clock is trusted that says what was named, and no other', async () => {
    const desk = await lent('this-desk')
    expect(await desk.call('desk.trust-clock', { commandId: desk.id() })).toMatchObject(ASKED)
    desk.clock.pass(3_600_000)
    await desk.ok('desk.snapshot', {})
    expect(await approvedByRosa(desk)).toMatchObject({ code: 'approval-over' })
    expect(await desk.call('desk.trust-clock', { commandId: desk.id() })).toMatchObject(ASKED)
    desk.clock.pass(90_000)
    expect(await approvedByRosa(desk)).toMatchObject({ kind: 'ok' })
    expect(await recorded(desk, 'clock-confirmed')).toHaveLength(1)
  })

  test('a badge is for the row that asked last, and the band says for what', async () => {
    const desk = await lent('this-desk')
    const friday = { to_folder: join(testFolder(), 'friday') }
    const taken = { to_file: join(testFolder(), 'all.jsonl') }
    await desk.call('store.backup', friday)
    await desk.call('journal.export', taken)
    await answerRowOf(desk, asks.export(taken.to_file))
    const row_id = await answerRowOf(desk, asks.backup(friday.to_folder))
    const { asked_pin, band } = await desk.scan(BADGE)
    expect(asked_pin).toMatchObject({ for: 'approval', row_id })
    expect(band?.sentence).toContain(asks.backup(friday.to_folder))
  })
})

test('a rule that is odd is only looked at: what would be odd is shown, and saving it is asked for', async () => {
  const desk = await lent('policy', await moneyDesk())
  const { rows } = await desk.ok('policy.get', { table: 'fine_rule' })
  const values = { ...rows.find((one) => one.key === 'BOOKS')?.values, fine_cents_max: 10 }
  const edit = { commandId: desk.id(), table: 'fine_rule', key: 'BOOKS', values } as const
  const edited = await desk.call('policy.edit', edit)
  const now = await snapshot(desk)
  expect([edited.kind, now.page?.ref.about]).toEqual(['ok', 'odd'])
  const save = now.page?.acts.find((act) => act.call.method === 'policy.change')
  expect(await desk.call('policy.change', { commandId: desk.id(), ...save?.call.input } as never)).toMatchObject(ASKED)
  expect(await recorded(desk, 'policy-changed')).toEqual([])
})

test('an act that nobody approves is kept as refused', async () => {
  const desk = await lent('this-desk')
  await desk.call('journal.export', { to_file: join(testFolder(), 'journal.jsonl') })
  await answer(desk, '0')
  expect(await recorded(desk, 'act-refused')).toMatchObject([{ act: 'journal.export', refusals: ['not-permitted'] }])
})
