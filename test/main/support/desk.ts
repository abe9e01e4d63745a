/** A real desk on real files for one test: the station, signed in, on the small library. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openStation } from '../../../main/app.ts'
import type { Station, StationPorts } from '../../../main/station-ports.ts'
import { OWN_BRANCH, OWN_DESK_NAME } from '../../../main/library/library.ts'
import { keepOwn } from '../../../main/journal/own-values.ts'
import { REFERENCE_FILE } from '../../../main/store/files/file-names.ts'
import { openFile } from '../../../main/store/files/open-edge.ts'
import { openStore } from '../../../main/store/store.ts'
import { CONTRACT, type Input, type MethodName, type Output } from '../../../shared/ipc/contract.ts'
import { REFUSALS_OF_ALL, type MethodSpec } from '../../../shared/ipc/method.ts'
import type { Push, Result } from '../../../shared/ipc/envelope.ts'
import { commandId } from '../../../shared/kernel/ids.ts'
import { FakeClock, KEY, QUICK_PIN_COST, seededRandom } from './fakes.ts'
import { testFolder } from './folders.ts'
import { BADGE, fillSmallLibrary, PIN } from './small-library.ts'

export type TestDesk = {
  readonly station: Station
  readonly folder: string
  readonly clock: FakeClock
  readonly pushes: Push[]
  readonly log: string[]
  /** The keys it was told to keep. */
  readonly keys: Uint8Array[]
  /** A new commandId. */
  readonly id: () => string
  /** Calls and gives the whole result. */
  readonly call: <Name extends MethodName>(name: Name, input: Input<Name>) => Promise<Result>
  /** Calls, and throws unless it went well. */
  readonly ok: <Name extends MethodName>(name: Name, input: Input<Name>) => Promise<Output<Name>>
  /** A scan, as the renderer sends it. */
  readonly scan: (text: string) => Promise<Output<'desk.scan'>['snapshot']>
  /** Closes this station and opens another on the same files, as after a crash or a restart. */
  readonly reopen: (ports?: Partial<StationPorts>) => Promise<TestDesk>
}

/** Files that were made once, by what they were made of, those last asked for at the end. */
const made = new Map<string, ReadonlyMap<string, Buffer>>()
const MADE_COUNT_MAX = 8

/** Puts the files of a small library that stands in Maple Street into the folder. */
export function makeFiles(folder: string): void {
  makeOnce(folder, 'small library', fillFolder)
}

/**
 * Puts files into the folder that `fill` makes in an empty one. It is asked once for each `of`, which says all that it
 * goes by: to migrate and to fill takes longer than most tests, and comes out the same every time.
 */
export function makeOnce(folder: string, of: string, fill: (folder: string) => void): void {
  const files = made.get(of) ?? madeFiles(fill)
  made.delete(of)
  made.set(of, files)
  const [first] = made.keys()
  if (first !== undefined && made.size > MADE_COUNT_MAX) made.delete(first)
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes)
}

function madeFiles(fill: (folder: string) => void): ReadonlyMap<string, Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'datestamp-made-'))
  try {
    fill(folder)
    return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function fillFolder(folder: string): void {
  const store = openStore(folder, KEY)
  fillSmallLibrary(store.reference.db)
  keepOwn(store.db, { [OWN_BRANCH]: 'MAPLE', [OWN_DESK_NAME]: 'Desk 2' })
  // Tests let days pass; those about the lock say when it locks.
  keepOwn(store.db, { settings: JSON.stringify({ idle_lock_minutes: 0 }) })
  store.close()
}

/** What a method refuses stands in the contract, and so in docs/commands.md. */
function expectListed(name: MethodName, code: string): void {
  const { refusals, permission, passes_on }: MethodSpec = CONTRACT[name]
  const isGrant = permission !== 'anyone' && permission !== 'staff'
  const listed: readonly string[] = [...refusals, ...REFUSALS_OF_ALL, ...(isGrant ? ['not-permitted'] : [])]
  if (!passes_on && !listed.includes(code)) throw new Error(`${name} refuses ${code}, which the contract does not list`)
}

/** The PINs of those who work at the desks of tests, until one signs in with another. */
const PINS: Readonly<Record<string, string>> = { RO: '471108', BC: '2580', WZ: '1357' }

type Pins = Record<string, string>

function initialsAt(session: string): string {
  const { staff } = JSON.parse(session || '{"staff":null}') as { readonly staff: { readonly initials: string } | null }
  return staff?.initials ?? ''
}

/** The person at the desk types their PIN wherever it is asked for; a test about it says what they type, or ''. */
function withOwnPin(name: MethodName, input: object, initials: string, pins: Pins): object {
  const { input: shape } = CONTRACT[name]
  if (!('own_pin' in shape.shape) || 'own_pin' in input || pins[initials] === undefined) return input
  return { ...input, own_pin: pins[initials] }
}

/** A PIN that was right is theirs. */
function learnPin(input: object, initials: string, pins: Pins): void {
  if ('initials' in input && 'pin' in input) pins[String(input.initials)] = String(input.pin)
  else if ('new_pin' in input && 'pin' in input) pins[initials] = String(input.new_pin)
}

/** Each desk of a test mints ids of its own. */
let desksOpened = 0

export async function openDesk(
  folder: string,
  given: Partial<StationPorts> = {},
  clock = new FakeClock(),
): Promise<TestDesk> {
  const pushes: Push[] = []
  const log: string[] = []
  const keys: Uint8Array[] = []
  const random = seededRandom((clock.now() % 100_000) + 1)
  const station = await openStation({
    dataFolder: folder,
    key: KEY,
    key_kept: 'sealed',
    clock,
    monotonic_ms: clock.monotonic_ms,
    random,
    measurePinCost: () => QUICK_PIN_COST,
    log: (line) => log.push(line),
    push: (push) => pushes.push(push),
    keepKey: async (key) => void keys.push(key),
    version: '0.0.0-test',
    ...given,
  })
  onTestFinished(() => station.close())
  desksOpened += 1
  const ids = seededRandom(77 + desksOpened)
  const id = (): string => commandId(clock.now(), ids)
  const pins: Pins = { ...PINS }
  const call: TestDesk['call'] = async (name, input) => {
    // Read for what takes a PIN alone: to write a session with all its rows down takes longer than most calls.
    const isPinTyped = 'own_pin' in CONTRACT[name].input.shape || 'new_pin' in input
    const initials = isPinTyped ? initialsAt(station.sessionState()) : ''
    const typed = withOwnPin(name, structuredClone(input), initials, pins)
    const { result } = await station.handle({ id: 1, method: name, input: typed })
    if (result.kind === 'ok') learnPin(typed, initials, pins)
    if (result.kind === 'refused') expectListed(name, result.code)
    return result
  }
  const ok: TestDesk['ok'] = async (name, input) => {
    const result = await call(name, input)
    if (result.kind !== 'ok') throw new Error(`${name}: ${JSON.stringify(result)}\n${log.join('\n')}`)
    return result.output as never
  }
  return {
    station,
    folder,
    clock,
    pushes,
    log,
    keys,
    id,
    call,
    ok,
    scan: async (text) => (await ok('desk.scan', { commandId: id(), text, source: 'scan' })).snapshot,
    reopen: async (ports = {}) => {
      await station.close()
      return openDesk(folder, ports, clock)
    },
  }
}

/** What another program did to the library's data meanwhile. */
export function elsewhere(desk: TestDesk, sql: string): void {
  const db = openFile(join(desk.folder, REFERENCE_FILE), KEY)
  db.pragma('foreign_keys = OFF')
  db.exec(sql)
  db.close()
}

/** The usual start: small library, Rosa Ortiz signed in. */
export async function workingDesk(): Promise<TestDesk> {
  const folder = testFolder()
  makeFiles(folder)
  return rosaAt(await openDesk(folder))
}

/** Rosa Ortiz comes, by her badge and her PIN, as a manager must. */
export async function rosaAt(desk: TestDesk): Promise<TestDesk> {
  await rosaComes(desk)
  return desk
}

/** The same, and what she sees then. Where she is signed in already, the badge greets her. */
export async function rosaComes(desk: TestDesk, pin = PIN): ReturnType<TestDesk['scan']> {
  const seen = await desk.scan(BADGE)
  const { asked_pin, stage, staff } = seen
  if (asked_pin === null && stage === 'desk' && staff?.initials === 'RO') return seen
  if (asked_pin?.for !== 'sign-in') throw new Error('Rosa Ortiz’s badge asked for no PIN')
  const { snapshot } = await desk.ok('staff.sign-in', { commandId: desk.id(), initials: '', pin })
  if (snapshot.staff?.initials !== 'RO') throw new Error('Rosa Ortiz did not get in')
  return snapshot
}

/** A library that was taken in, at a desk that nobody has set up. */
export async function freshDesk(): Promise<TestDesk> {
  const folder = testFolder()
  makeFiles(folder)
  const store = openStore(folder, KEY)
  keepOwn(store.db, { [OWN_BRANCH]: '' })
  store.close()
  return openDesk(folder)
}
