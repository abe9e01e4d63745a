/**
 * The recovery key is asked for until two of its groups were typed from its paper: on This desk, on Tasks and at each
 * sign-in of those who can print it. Trying groups leads nowhere, and nothing of the key is kept.
 */
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { JOURNAL_FILE, REFERENCE_FILE } from '../../../../main/store/files/file-names.ts'
import { openFile } from '../../../../main/store/files/open-edge.ts'
import type { PageView } from '../../../../shared/desk/page.ts'
import type { Result } from '../../../../shared/ipc/envelope.ts'
import { must } from '../../../../shared/kernel/assert.ts'
import { recoveryKeyOf } from '../../../../shared/kernel/recovery-key.ts'
import { en } from '../../../../shared/words/en/en.ts'
import { openDesk, rosaComes, workingDesk, type TestDesk } from '../../support/desk.ts'
import { KEY } from '../../support/fakes.ts'
import { testFolder } from '../../support/folders.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { BEN, benAtDesk, recorded, signInAs } from '../../support/staff.ts'

const GROUPS = recoveryKeyOf(KEY)
const CHECK = { place: 'recovery-key', about: 'check' } as const
const ROSA = { initials: 'RO', pin: '471108' }
const { reminder } = en.pages.this_desk.key

const group = (number: number): string => must(GROUPS[number - 1], 'a group')

/** The numbers of the groups that the page asks for. */
async function askedNow(desk: TestDesk): Promise<[number, number]> {
  const page = must((await desk.ok('desk.go', { page: CHECK })).snapshot.page, 'the page that asks')
  expect(pageFaults(page)).toEqual([])
  const [first = 0, second = 0] = (page.enter?.asks ?? []).map(({ label }) => Number(/\d+/.exec(label)?.[0]))
  return [first, second]
}

const confirm = (desk: TestDesk, key_group: string, other_key_group: string) =>
  desk.call('recovery-key.confirm', { commandId: desk.id(), key_group, other_key_group })

const saidNumbers = (result: Result): number[] =>
  result.kind === 'refused' ? (result.says.match(/\d+/g) ?? []).map(Number) : []

async function confirmed(desk: TestDesk): Promise<void> {
  const [first, second] = await askedNow(desk)
  expect(await confirm(desk, group(first), group(second))).toMatchObject({ kind: 'ok' })
}

async function pageAt(desk: TestDesk, place: 'tasks' | 'this-desk'): Promise<PageView> {
  return must((await desk.ok('desk.go', { page: { place, about: '' } })).snapshot.page, place)
}

const isOnTasks = async (desk: TestDesk): Promise<boolean> =>
  (await pageAt(desk, 'tasks')).sections.some(({ section_id }) => section_id === 'recovery-key')

const isOnThisDesk = async (desk: TestDesk): Promise<boolean> =>
  (await pageAt(desk, 'this-desk')).acts.some(
    ({ call }) =>
      call.method === 'desk.go' &&
      call.input['page'] !== null &&
      JSON.stringify(call.input['page']) === JSON.stringify(CHECK),
  )

async function toldAtSignIn(desk: TestDesk): Promise<boolean> {
  await desk.ok('staff.sign-out', { commandId: desk.id() })
  const { band } = await rosaComes(desk)
  return JSON.stringify(band).includes(reminder)
}

/** Where a person who looks after the desk finds it. */
const places = async (desk: TestDesk) => [await isOnThisDesk(desk), await isOnTasks(desk), await toldAtSignIn(desk)]

describe('a key that nobody confirmed', () => {
  test('is asked for on This desk, on Tasks and at sign-ins, over restarts, until two groups were typed', async () => {
    const desk = await workingDesk()
    expect(await places(desk)).toEqual([true, true, true])
    const again = await desk.reopen()
    await rosaComes(again)
    expect(await places(again)).toEqual([true, true, true])
    await confirmed(again)
    expect(await places(again)).toEqual([false, false, false])
    const third = await again.reopen()
    await rosaComes(third)
    expect(await places(third)).toEqual([false, false, false])
    expect(await recorded(third, 'recovery-key-confirmed')).toHaveLength(1)
  })

  test('is no matter of a clerk, who could not print it', async () => {
    const desk = await workingDesk()
    await benAtDesk(desk)
    expect(await isOnTasks(desk)).toBe(false)
    expect(await confirm(desk, group(1), group(2))).toMatchObject({ kind: 'refused', code: 'not-permitted' })
    await signInAs(desk, ROSA)
    expect(await isOnTasks(desk)).toBe(true)
    await signInAs(desk, BEN)
    expect(JSON.stringify((await desk.ok('desk.snapshot', {})).snapshot.band)).not.toContain(reminder)
  })

  test('is asked for again where the data files get another key', async () => {
    const desk = await workingDesk()
    await confirmed(desk)
    await desk.station.close()
    const other = new Uint8Array(32).fill(9)
    for (const file of [JOURNAL_FILE, REFERENCE_FILE]) {
      const db = openFile(join(desk.folder, file), KEY)
      db.pragma('journal_mode = DELETE')
      db.pragma(`rekey = 'raw:${Buffer.from(other).toString('hex')}'`)
      db.close()
    }
    const again = await desk.reopen({ key: other })
    await rosaComes(again)
    expect(await places(again)).toEqual([true, true, true])
  })
})

describe('what is typed', () => {
  test('a slip is told with its group, and the same two are asked for', async () => {
    const desk = await workingDesk()
    const [first, second] = await askedNow(desk)
    const slip = `${group(second).slice(0, 4)}${group(second).endsWith('0') ? '1' : '0'}`
    const told = await confirm(desk, group(first), slip)
    expect(told).toMatchObject({ kind: 'refused', code: 'recovery-key-mistyped' })
    expect(saidNumbers(told)).toEqual([second])
    expect(await askedNow(desk)).toEqual([first, second])
    expect(await confirm(desk, ` ${group(first).toLowerCase()} `, group(second))).toMatchObject({ kind: 'ok' })
  })

  test('groups of another key are refused together, and each wrong answer is asked for other groups', async () => {
    const desk = await workingDesk()
    const other = recoveryKeyOf(new Uint8Array(32).fill(200))
    const asked = new Set<string>()
    for (let tries = 0; tries < 6; tries += 1) {
      const [first, second] = await askedNow(desk)
      asked.add(`${first} ${second}`)
      const told = await confirm(desk, group(first), other[second - 1] ?? '')
      expect(told).toMatchObject({ kind: 'refused', code: 'recovery-groups-wrong' })
      expect(saidNumbers(told)).toEqual([first, second])
    }
    expect(asked.size).toBeGreaterThan(1)
    expect(await recorded(desk, 'recovery-key-confirmed')).toEqual([])
  })

  test('is kept nowhere: not as a draft either', async () => {
    const desk = await workingDesk()
    await askedNow(desk)
    const texts = { key_group: 'AAAA7', other_key_group: '' }
    await desk.ok('draft.keep', { page: CHECK, act: 'page', patron_id: null, texts })
    const { snapshot } = await desk.ok('desk.snapshot', {})
    expect(snapshot.page?.drafts.map((one) => one.texts)).toEqual([{}])
  })
})

test('the set-up leads to it, and leaving it loses nothing', async () => {
  const desk = await openDesk(testFolder())
  const takeIn = async (accept_findings: string[]): Promise<string[]> => {
    await desk.ok('import.start', { commandId: desk.id(), folder: resolve('demo/library'), accept_findings })
    await expect.poll(async () => (await desk.ok('import.status', {})).running).toBe(false)
    return (await desk.ok('import.status', {})).findings.map((one) => one.name)
  }
  await takeIn(await takeIn([]))
  const who = { staff_name: 'Ada Park', initials: 'AP', pin: '246813' }
  const at = { branch_code: 'MAPLE', desk_name: 'Desk 1' }
  const { snapshot } = await desk.ok('desk.set-up', { commandId: desk.id(), ...at, ...who })
  expect(snapshot.page?.enter?.call).toEqual({ method: 'desk.go', input: { page: CHECK } })
  const asking = await desk.ok('desk.go', { page: CHECK })
  expect(asking.snapshot.page?.sections, 'nothing of the key').toEqual([])
  expect((await desk.ok('desk.back', {})).snapshot.page).toBeNull()
  expect(await isOnTasks(desk)).toBe(true)
})
