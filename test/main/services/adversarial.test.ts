/** Every method of the contract given what no screen would send: answered in plain words, never with a fault. */
import { join } from 'node:path'
import { mkdirSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Result } from '../../../shared/ipc/envelope.ts'
import { arbitraryOf, METHODS, ODD_TEXTS, shapeOf } from '../support/contract-values.ts'
import { workingDesk, type TestDesk } from '../support/desk.ts'
import { testFolder } from '../support/folders.ts'
import { BADGE, CARDS } from '../support/small-library.ts'

/** Words of a library, a runtime or a stack that no person at a desk says. */
const MACHINE = new RegExp(
  [
    'invalid input|invalid option|expected |received |unrecognized key|\\bundefined\\b|\\bNaN\\b|\\[object ',
    '    at |ZodError|TypeError|RangeError|SQLITE|ERR_|\\bE(?:NOENT|INVAL|ISDIR|NOTDIR|ACCES|NAMETOOLONG)\\b',
  ].join('|'),
  'i',
)

/** It closes the desk or ends the shift: what follows would ask an empty one. */
const LEAVES = new Set(['staff.sign-out', 'desk.lock', 'staff.close', 'staff.set-pin', 'staff.set-own-pin'])

/** Dates at the ends of the calendar have bounds and tests of their own. */
const FAR = /0000-01-01|9999-12-31|2400-02-29/

function problemIn(result: Result): string {
  if (result.kind === 'ok') return ''
  if (result.kind === 'fault') return 'a fault'
  if (result.kind !== 'bad-input' && result.code === '') return 'no code'
  return MACHINE.test(result.says) || result.says.trim() === '' ? `says: ${result.says}` : ''
}

async function problemsOf(desk: TestDesk, method: string, inputs: readonly unknown[]): Promise<string[]> {
  const found: string[] = []
  for (const input of inputs) {
    const given =
      typeof input === 'object' && input !== null && 'commandId' in input ? { ...input, commandId: desk.id() } : input
    const { result } = await desk.station.handle({ id: 1, method, input: given })
    const problem = problemIn(result)
    if (problem !== '') {
      const logged = desk.log.at(-1)?.split('\n').slice(0, 4).join(' ') ?? ''
      found.push(`${method} ${JSON.stringify(given)?.slice(0, 300)}: ${problem} ${logged}`)
    }
  }
  return found
}

async function openDesk(): Promise<TestDesk> {
  const desk = await workingDesk()
  await desk.scan(CARDS.dana)
  return desk
}

const FUZZED = METHODS.filter(
  ([method]) => !LEAVES.has(method) && method !== 'store.restore' && method !== 'desk.set-up',
)

test('valid shapes with odd values, of every method', async () => {
  const desk = await openDesk()
  const found: string[] = []
  for (const [method, spec] of FUZZED) {
    const values = fc.sample(arbitraryOf(shapeOf(spec)), { numRuns: 25, seed: 11 })
    // A folder that is written to is one of the test's own.
    const inputs = values.filter((one) => !FAR.test(JSON.stringify(one) ?? '')).map((one) => inFolder(one, desk.folder))
    found.push(...(await problemsOf(desk, method, inputs)))
    await desk.scan(BADGE)
  }
  expect(found).toEqual([])
}, 300_000)

function inFolder(value: unknown, folder: string): unknown {
  if (typeof value !== 'object' || value === null) return value
  const paths = ['to_file', 'to_folder'].filter((name) => name in value)
  return { ...value, ...Object.fromEntries(paths.map((name) => [name, join(folder, 'none', 'such')])) }
}

test('shapes that fit nothing, of every method', async () => {
  const desk = await openDesk()
  const found: string[] = []
  for (const [method, spec] of FUZZED) {
    const odd = [null, undefined, 7, 'x', [], {}, true, [[[]]]]
    const { example } = spec as { example: object }
    const fields = Object.keys(example).flatMap((name) =>
      [null, 0.5, -1, 2 ** 60, '', [], {}, { toString: 1 }, '\u0000'].map((one) => ({ ...example, [name]: one })),
    )
    found.push(
      ...(await problemsOf(desk, method, [
        ...odd,
        ...fields.filter((one) => !('to_file' in one || 'to_folder' in one)),
      ])),
    )
  }
  expect(found).toEqual([])
}, 300_000)

test('methods that are none', async () => {
  const desk = await openDesk()
  for (const method of [...ODD_TEXTS, 'undefined', 'toString', 'desk.fly']) {
    const { result } = await desk.station.handle({ id: 1, method, input: {} })
    expect(result.kind).toBe('bad-input')
    expect(problemIn(result)).toBe('')
  }
})

test('paths that lead nowhere, to a file, too far, or to nothing a file system knows', async () => {
  const desk = await openDesk()
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
    await desk.scan(BADGE)
    await desk.scan(CARDS.dana)
  }
  expect(found).toEqual([])
}, 120_000)
