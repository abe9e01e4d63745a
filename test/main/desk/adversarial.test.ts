/**
 * Every method of the contract given what no screen would send: answered in plain words, never with a fault. Each test
 * runs in a folder of its own, and nothing lands there: no method takes a place by where the desk was started.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, isAbsolute, join } from 'node:path'
import fc from 'fast-check'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import type { Result } from '../../../shared/ipc/envelope.ts'
import type { MethodSpec } from '../../../shared/ipc/method.ts'
import { ofMany } from '../../support/of-many.ts'
import { arbitraryOf, METHODS, ODD_TEXTS, shapeOf } from '../support/contract-values.ts'
import { freshDesk, rosaAt, workingDesk, type TestDesk } from '../support/desk.ts'
import { testFolder } from '../support/folders.ts'
import { CARDS, PIN } from '../support/small-library.ts'
import { benAtDesk } from '../support/staff.ts'

/** Words of a library, a runtime or a stack that no person at a desk says. */
const MACHINE = new RegExp(
  [
    'invalid input|invalid option|expected |received |unrecognized key|\\bundefined\\b|\\bNaN\\b|\\[object ',
    '    at |ZodError|TypeError|RangeError|SQLITE|ERR_|\\bE(?:NOENT|INVAL|ISDIR|NOTDIR|ACCES|NAMETOOLONG)\\b',
  ].join('|'),
  'i',
)

/** They end the shift, lock the desk, or put other files in its place: each value gets a desk of its own. */
const ENDING = new Set(['staff.sign-out', 'desk.lock', 'staff.close', 'desk.set-up', 'store.restore'])
/** What is there to be named: put beside odd values, so that not all of them end at the same "no". */
const known = (backup: string): Readonly<Record<string, object>> => ({
  'staff.close': { staff_code: 'BC-1', own_pin: PIN },
  'desk.set-up': { branch_code: 'MAPLE', initials: 'XY', pin: PIN, staff_code: undefined },
  'store.restore': { from_folder: backup, own_pin: PIN },
})

const PATHS = ['folder', 'from_folder', 'to_file', 'to_folder'] as const

beforeEach(() => {
  const before = process.cwd()
  const folder = testFolder()
  process.chdir(folder)
  onTestFinished(() => {
    process.chdir(before)
    const [made] = readdirSync(folder)
    if (made !== undefined) throw new Error(`made where the desk was started: ${made}`)
  })
})

function problemIn(result: Result): string {
  if (result.kind === 'ok') return ''
  if (result.kind === 'fault') return 'a fault'
  if (result.kind !== 'bad-input' && result.code === '') return 'no code'
  return MACHINE.test(result.says) || result.says.trim() === '' ? `says: ${result.says}` : ''
}

type Asked = { readonly kind: Result['kind']; readonly problems: readonly string[] }

async function ask(desk: TestDesk, method: string, input: unknown): Promise<Asked> {
  const given =
    typeof input === 'object' && input !== null && 'commandId' in input ? { ...input, commandId: desk.id() } : input
  const { result } = await desk.station.handle({ id: 1, method, input: given })
  const problem = problemIn(result)
  if (problem === '') return { kind: result.kind, problems: [] }
  const logged = desk.log.at(-1)?.split('\n').slice(0, 4).join(' ') ?? ''
  return { kind: result.kind, problems: [`${method} ${JSON.stringify(given)?.slice(0, 300)}: ${problem} ${logged}`] }
}

async function problemsOf(desk: TestDesk, method: string, inputs: readonly unknown[]): Promise<string[]> {
  const found: string[] = []
  for (const input of inputs) found.push(...(await ask(desk, method, input)).problems)
  return found
}

async function deskWithPatron(): Promise<TestDesk> {
  const desk = await workingDesk()
  await desk.scan(CARDS.dana)
  return desk
}

/** Ben works here too; Rosa is at the desk again. */
async function withBen(desk: TestDesk): Promise<void> {
  await benAtDesk(desk)
  await rosaAt(desk)
}

/** A whole place is one of the test's own; part of a path stays as it is. */
function inFolder(value: unknown, folder: string): unknown {
  if (typeof value !== 'object' || value === null) return value
  const own = Object.entries(value).flatMap(([name, text]: [string, unknown]) =>
    PATHS.some((one) => one === name) && typeof text === 'string' && isAbsolute(text.trim())
      ? [[name, join(folder, basename(text.trim()) || 'new')] as const]
      : [],
  )
  return { ...value, ...Object.fromEntries(own) }
}

function valuesFor(spec: MethodSpec, folder: string): unknown[] {
  return fc.sample(arbitraryOf(shapeOf(spec)), { numRuns: ofMany(8, 40), seed: 11 }).map((one) => inFolder(one, folder))
}

test('valid shapes with odd values, of every method', async () => {
  const desk = await deskWithPatron()
  const folder = testFolder()
  const found: string[] = []
  for (const [method, spec] of METHODS) {
    if (ENDING.has(method)) continue
    found.push(...(await problemsOf(desk, method, valuesFor(spec, folder))))
    await rosaAt(desk)
  }
  expect(found).toEqual([])
})

test.each([...ENDING])(
  'valid shapes with odd values, each on a desk of its own: %s',
  async (method) => {
    const folder = testFolder()
    const backup = join(folder, 'backup')
    await (await workingDesk()).ok('store.backup', { to_folder: backup })
    const [, spec] = METHODS.find(([name]) => name === method) ?? []
    const values = (spec ? valuesFor(spec, folder) : []) as object[]
    const inputs = values.flatMap((one) => [one, { ...one, ...known(backup)[method] }])
    const different = new Map(inputs.map((one) => [JSON.stringify({ ...one, commandId: '' }), one]))
    const found: string[] = []
    let went_well_count = 0
    for (const input of different.values()) {
      const desk = method === 'desk.set-up' ? await freshDesk() : await deskWithPatron()
      if (method === 'staff.close') await withBen(desk)
      const { kind, problems } = await ask(desk, method, input)
      if (kind === 'ok') went_well_count += 1
      // It goes on, whatever it was asked.
      found.push(...problems, ...(await problemsOf(desk, 'desk.snapshot', [{}])))
      await desk.station.close()
    }
    expect(found).toEqual([])
    expect(went_well_count).toBeGreaterThan(0)
  },
  300_000,
)

test('shapes that fit nothing, of every method', async () => {
  const desk = await deskWithPatron()
  const folder = testFolder()
  const found: string[] = []
  for (const [method, spec] of METHODS) {
    const odd = [null, undefined, 7, 'x', [], {}, true, [[[]]]]
    const { example } = spec as { example: object }
    const fields = Object.keys(example).flatMap((name) =>
      [null, 0.5, -1, 2 ** 60, '', [], {}, { toString: 1 }, '\u0000'].map((one) => ({ ...example, [name]: one })),
    )
    const inputs = [...odd, ...fields.map((one) => inFolder(one, folder))]
    found.push(...(await problemsOf(desk, method, inputs)))
    await rosaAt(desk)
  }
  expect(found).toEqual([])
})

test('methods that are none', async () => {
  const desk = await deskWithPatron()
  for (const method of [...ODD_TEXTS, 'undefined', 'toString', 'desk.fly']) {
    const { result } = await desk.station.handle({ id: 1, method, input: {} })
    expect(result.kind).toBe('bad-input')
    expect(problemIn(result)).toBe('')
  }
})

test('paths that lead nowhere, to a file, too far, or to nothing a file system knows', async () => {
  const desk = await deskWithPatron()
  const folder = testFolder()
  const file = join(folder, 'file')
  writeFileSync(file, 'x')
  mkdirSync(join(folder, 'journal.db'))
  mkdirSync(join(folder, 'reference.db'))
  const paths = [
    join(folder, 'none', 'such'),
    join(file, 'inside'),
    folder,
    join(folder, 'x'.repeat(300)),
    `${folder}/${'y/'.repeat(400)}`,
    `${folder}/a\u0000b`,
    '\uD800',
    '.',
    '..',
    '/',
    'none/such',
    '/proc/none/x',
    '/dev/null/x',
    '~',
  ]
  const calls = [
    ['import.start', 'folder', { accept_findings: [] }],
    ['journal.export', 'to_file', {}],
    ['store.backup', 'to_folder', {}],
    ['privacy.export', 'to_file', {}],
    ['store.restore', 'from_folder', {}],
  ] as const
  const found: string[] = []
  for (const [method, name, rest] of calls) {
    const hasId = METHODS.some(([one, spec]) => one === method && spec.changes)
    const inputs = paths.map((path) => ({ ...(hasId ? { commandId: '' } : {}), ...rest, [name]: path }))
    found.push(...(await problemsOf(desk, method, inputs)))
    await rosaAt(desk)
    await desk.scan(CARDS.dana)
  }
  expect(found).toEqual([])
})
