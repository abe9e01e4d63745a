/** The practice shift on a real desk: each task is done by doing it, not by half; practice and work stay apart. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { preparePractice } from '../../../main/practice-start.ts'
import { TASK_IDS, TASKS, type TaskId } from '../../../shared/desk/session/practice-tasks.ts'
import { seededRandom, FakeClock } from '../support/fakes.ts'
import { trainingDesk } from '../support/training-desk.ts'
import { openDesk, workingDesk, type TestDesk } from '../support/desk.ts'
import { testFolder } from '../support/folders.ts'

const SAMPLE = join(import.meta.dirname, '../../../demo/library')
const PIN = '246810'

async function practiceDesk(): Promise<TestDesk> {
  const folder = testFolder()
  const clock = new FakeClock()
  const desk = await openDesk(folder, { is_practice: true }, clock)
  const ports = { sampleFolder: SAMPLE, copyFolder: join(folder, 'library'), clock, random: seededRandom(5) }
  await preparePractice(desk.station, ports)
  return desk
}

const practice = async (desk: TestDesk) => (await desk.ok('desk.snapshot', {})).snapshot.practice
const taskOf = async (desk: TestDesk): Promise<TaskId | undefined> =>
  TASK_IDS[((await practice(desk))?.number ?? 0) - 1]

async function skipTo(desk: TestDesk, task: TaskId): Promise<void> {
  while ((await taskOf(desk)) !== task) await desk.ok('practice.skip', {})
}

async function scanAll(desk: TestDesk, barcodes: readonly string[]): Promise<void> {
  for (const barcode of barcodes) await desk.scan(barcode)
}

async function answerFirst(desk: TestDesk): Promise<void> {
  const { snapshot } = await desk.ok('desk.snapshot', {})
  const row = snapshot.rows.find(({ choices }) => choices.length > 0)
  const key = row?.choices[0]?.key
  if (!row || key === undefined) throw new Error('no row waits')
  await desk.ok('desk.answer', { commandId: desk.id(), row_id: row.row_id, key })
}

async function openByName(desk: TestDesk, text: string): Promise<void> {
  const { hits } = await desk.ok('search.patrons', { text, limit: 5 })
  expect(hits).toHaveLength(1)
  await desk.ok('desk.open-patron', { patron_id: hits[0]?.patron_id ?? 0 })
}

const [DANA = '', SUNS = ''] = TASKS.out.scans

/** Does each task; `almost` is what a clerk might do instead, which must not count. */
const ACTS: Readonly<
  Record<TaskId, { almost: (desk: TestDesk) => Promise<unknown>; act: (desk: TestDesk) => Promise<unknown> }>
> = {
  out: { almost: (desk) => scanAll(desk, [DANA, SUNS]), act: (desk) => scanAll(desk, TASKS.out.scans.slice(2)) },
  decide: {
    almost: (desk) => scanAll(desk, TASKS.decide.scans),
    act: (desk) => answerFirst(desk),
  },
  'book-drop': {
    almost: async (desk) => {
      await desk.ok('desk.finish', {})
      await desk.ok('desk.mode', { mode: 'in' })
      await scanAll(desk, TASKS['book-drop'].scans.slice(0, 2))
    },
    act: async (desk) => {
      await scanAll(desk, TASKS['book-drop'].scans.slice(2))
      await desk.ok('desk.finish', {})
      await desk.ok('desk.mode', { mode: 'out' })
    },
  },
  renew: {
    almost: (desk) => openByName(desk, 'miller dana'),
    act: (desk) => desk.ok('desk.renew-all', { commandId: desk.id() }),
  },
  find: {
    almost: (desk) => openByName(desk, 'garcia maria 2/14/1971'),
    act: (desk) => openByName(desk, 'garcia maria 9/30/1998'),
  },
  hold: {
    almost: async (desk) => {
      await desk.ok('desk.go', { page: { place: 'hold-new', about: '' } })
      await scanAll(desk, TASKS.hold.scans)
    },
    act: async (desk) => {
      const { page } = (await desk.ok('desk.snapshot', {})).snapshot
      const call = page?.enter?.call
      if (!call) throw new Error('no hold to place')
      await desk.ok('hold.place', { ...(call.input as { title_id: number }), commandId: desk.id() } as never)
    },
  },
  'hand-over': {
    almost: (desk) => scanAll(desk, TASKS['hand-over'].scans.slice(0, 1)),
    act: (desk) => scanAll(desk, TASKS['hand-over'].scans.slice(1)),
  },
  explain: {
    almost: (desk) => desk.ok('desk.go', { page: { place: 'account', about: '' } }),
    act: (desk) => desk.ok('desk.go', { page: { place: 'explain', about: '' } }),
  },
  waive: {
    almost: (desk) => desk.ok('desk.go', { page: { place: 'waive', about: '' } }),
    act: async (desk) => {
      const { page } = (await desk.ok('desk.snapshot', {})).snapshot
      const act = page?.enter ?? page?.acts.find(({ call }) => call.method === 'charge.waive')
      const charge_ref = act?.asks.find(({ name }) => name === 'charge_ref')?.options[0]?.value ?? ''
      const reason = act?.asks.find(({ name }) => name === 'reason')?.options[0]?.value ?? ''
      await desk.ok('charge.waive', {
        ...act?.call.input,
        charge_ref,
        amount_cents: 100,
        reason,
        commandId: desk.id(),
      })
    },
  },
  undo: {
    almost: (desk) => scanAll(desk, [DANA, ...TASKS.undo.scans]),
    act: (desk) => desk.ok('desk.undo', { commandId: desk.id() }),
  },
  paper: {
    almost: async (desk) => {
      await desk.ok('training.printer', { paper: 'out' })
      await scanAll(desk, TASKS.paper.scans)
      await desk.ok('desk.finish', {})
    },
    act: async (desk) => {
      const { number = 0 } = (await practice(desk)) ?? {}
      await desk.ok('training.printer', { paper: 'enough' })
      await expect.poll(async () => (await practice(desk))?.number).toBe(number + 1)
    },
  },
  drawer: {
    almost: async (desk) => {
      const float = { drawer_code: 'MAPLE-1', pieces: null, total_cents: 10_000 }
      await desk.ok('drawer.open', { commandId: desk.id(), ...float })
      const { snapshot } = await desk.ok('training.show', { is_shown: true })
      expect(snapshot.training).not.toBeNull()
      const isOpen = async () => (await desk.ok('desk.snapshot', {})).snapshot.training?.now?.is_drawer_open
      await expect.poll(isOpen).toBe(true)
      const job = async () => (await desk.ok('desk.snapshot', {})).snapshot.training?.jobs[0]?.tone
      await expect.poll(job).toBe('good')
    },
    act: async (desk) => {
      const { number = 0 } = (await practice(desk)) ?? {}
      await desk.ok('training.drawer', { is_open: false })
      await expect.poll(async () => (await practice(desk))?.number).toBe(number + 1)
    },
  },
  shelf: {
    almost: async (desk) => {
      await desk.ok('desk.go', { page: { place: 'shelf', about: '' } })
      await scanAll(desk, TASKS.shelf.scans.slice(0, 2))
    },
    act: (desk) => scanAll(desk, TASKS.shelf.scans.slice(2)),
  },
  lock: {
    almost: (desk) => desk.ok('desk.lock', {}),
    act: (desk) => desk.ok('staff.sign-in', { commandId: desk.id(), initials: 'PR', pin: PIN }),
  },
}

describe('the fourteen tasks', () => {
  test('each is done by doing it, in order, and not by half', async () => {
    const { desk } = await trainingDesk()
    for (const task of TASK_IDS) {
      expect(await taskOf(desk), task).toBe(task)
      await ACTS[task].almost(desk)
      expect((await practice(desk))?.done_count, `almost ${task}`).toBe(TASK_IDS.indexOf(task))
      await ACTS[task].act(desk)
      expect((await practice(desk))?.done_count, task).toBe(TASK_IDS.indexOf(task) + 1)
    }
    expect(await practice(desk)).toMatchObject({ done_count: 14, skipped_count: 0, is_over: true })
  })

  test('are skipped, kept over a restart, and begun again', async () => {
    const desk = await practiceDesk()
    await skipTo(desk, 'undo')
    const again = await desk.reopen({ is_practice: true })
    expect(await taskOf(again)).toBe('undo')
    expect((await practice(again))?.skipped_count).toBe(TASK_IDS.indexOf('undo'))
    await again.ok('staff.sign-in', { commandId: again.id(), initials: 'PR', pin: PIN })
    await again.ok('practice.again', {})
    expect(await taskOf(again)).toBe('out')
  })
})

describe('practice and work', () => {
  test('a desk at work has no practice, and its methods do nothing there', async () => {
    const desk = await workingDesk()
    expect(await practice(desk)).toBeNull()
    expect((await desk.ok('practice.skip', {})).snapshot.practice).toBeNull()
  })

  test('the library’s own files are not imported into a practice desk', async () => {
    const desk = await practiceDesk()
    const real = { commandId: desk.id(), folder: testFolder(), accept_findings: [], own_pin: PIN }
    expect(await desk.call('import.start', real)).toMatchObject({ kind: 'refused', code: 'practice-desk' })
    expect(await desk.call('import.start', { ...real, commandId: desk.id(), is_sample: true })).toMatchObject({
      code: 'practice-desk',
    })
  })

  test('a desk that is not set up opens practice instead; a desk at work does not', async () => {
    let opened_count = 0
    const openPractice = (): void => {
      opened_count += 1
    }
    const fresh = await openDesk(testFolder(), { openPractice })
    expect(await fresh.ok('practice.open', {})).toEqual({ is_opening: true })
    expect(await (await openDesk(testFolder())).ok('practice.open', {})).toEqual({ is_opening: false })
    const working = await (await workingDesk()).reopen({ openPractice })
    expect(await working.call('practice.open', {})).toMatchObject({ code: 'already-set-up' })
    expect(opened_count).toBe(1)
    const folder = testFolder()
    writeFileSync(join(folder, 'branches.csv'), 'branch_code,name,zone_name\nHILL,Hill Branch,America/Chicago\n')
    await fresh.ok('import.start', { commandId: fresh.id(), folder, accept_findings: [] })
    expect(await fresh.call('practice.open', {}), 'the import would end half-way').toMatchObject({
      code: 'import-running',
    })
    expect(opened_count).toBe(1)
  })

  test('practice does not start on a desk at work, nor work on a practice folder', async () => {
    const working = await workingDesk()
    await working.station.close()
    await expect(openDesk(working.folder, { is_practice: true })).rejects.toThrow('folder-of-a-desk-at-work')
    const practising = await practiceDesk()
    await practising.station.close()
    await expect(openDesk(practising.folder)).rejects.toThrow('practice-folder')
  })
})
