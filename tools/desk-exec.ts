/**
 * The script door: one JSON command per line in, one JSON result per line out, through the same router, checks and
 * roles as the screens. `npm run desk:exec -- --data DIR < commands.jsonl`. docs/commands.md lists every method. A
 * changing command without a commandId gets a new one. An import finishes before the next line is read. A desk that
 * Electron made has its key in the computer's keystore: its folder opens with --recovery-key-file, while the desk
 * itself is closed. With --practice the folder is a practice desk with its training devices (tools/exec/practice.ts).
 */
import { measuredPinCost } from '../main/library/pin.ts'
import { resolve } from 'node:path'
import { openStation } from '../main/app.ts'
import type { Station } from '../main/station-ports.ts'
import { machineClock, machineMonotonic_ms, machineRandom } from '../main/ipc/machine-edge.ts'
import { faultCode } from '../main/store/files/faults.ts'
import { CONTRACT, isMethodName, type ImportStatus } from '../shared/ipc/contract.ts'
import type { Result } from '../shared/ipc/envelope.ts'
import { commandId } from '../shared/kernel/ids.ts'
import { linesOf, type Line } from './exec/lines.ts'
import { folderProblem, readOptions, type Options } from './exec/options.ts'
import { ScriptedPractice, wrongKindOfDesk } from './exec/practice.ts'
import { keyInEnvironment, keyOfPaper, namedKeyProblem, readOrMakeKey, signingBeside, writeKey } from './key-file.ts'
import { VERSION } from './version.ts'

function stop(says: string): never {
  console.error(says)
  process.exit(2)
}

function optionsOrStop(): Options {
  const options = readOptions(process.argv.slice(2))
  if ('data' in options) return options
  if (!options.is_asked) stop(options.says)
  console.log(options.says)
  process.exit(0)
}

function keyOfFolder({ data, key, recovery_key_file: paper }: Options): Uint8Array | null {
  try {
    const problem = key === undefined ? null : namedKeyProblem(key)
    if (problem !== null) return stop(problem)
    if (paper === undefined) return readOrMakeKey(data, key)
    const read = keyOfPaper(paper)
    return 'key' in read ? read.key : stop(read.says)
  } catch (fault) {
    const code = faultCode(fault)
    if (code === '') throw fault
    return stop(`The key file ${paper ?? key ?? `in ${data}`} cannot be read or made (${code}).`)
  }
}

type Asked = { readonly method: string; readonly input: unknown; readonly id: number }

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const PLACES: ReadonlySet<string> = new Set(['folder', 'from_folder', 'to_file', 'to_folder'])

/**
 * A relative path in a script is relative to the folder that the script runs in, which its author knows. A path that is
 * blank, or begins with ~, stays as it is and is refused.
 */
function withWholePlaces(input: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const whole = (name: string, value: unknown): unknown =>
    PLACES.has(name) && typeof value === 'string' && /^\s*[^\s~]/u.test(value) ? resolve(value.trim()) : value
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, whole(name, value)]))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const FORM = 'One command a line: {"method": "branch.list", "input": {}}.'

/** The line as a request, or what is wrong with it; a changing method without a commandId gets one. */
function requestOf(line: Line): Asked | { readonly says: string } {
  if ('says' in line) return line
  const asked = parsed(line.text)
  if (!isRecord(asked)) return { says: `Line ${line.number} is no JSON object. ${FORM}` }
  const { method, input = {}, id } = asked
  if (typeof method !== 'string') return { says: `Line ${line.number} names no method. ${FORM}` }
  const isChanging = isMethodName(method) && CONTRACT[method].changes
  const made = isChanging && isRecord(input) ? { commandId: commandId(machineClock.now(), machineRandom) } : {}
  return {
    method,
    input: isRecord(input) ? { ...made, ...withWholePlaces(input) } : input,
    id: typeof id === 'number' ? id : 0,
  }
}

async function waitForImport(station: Station, started: Result): Promise<Result> {
  let result = started
  while (result.kind === 'ok' && (result.output as ImportStatus).running) {
    await new Promise((resolve) => setTimeout(resolve, 20))
    result = (await station.handle({ id: 0, method: 'import.status', input: {} })).result
  }
  return result
}

async function answer(station: Station, line: Line): Promise<object> {
  const request = requestOf(line)
  if ('says' in request) return { id: 0, kind: 'bad-input', says: request.says }
  const { result } = await station.handle(request)
  const settled = request.method === 'import.start' ? await waitForImport(station, result) : result
  return { id: request.id, method: request.method, ...settled }
}

// What is said beside the answers may find no room on its disk. The answers go on, and the exit code tells.
process.stderr.on('error', () => {
  process.exitCode = 1
})

const options = optionsOrStop()
const problem = keyInEnvironment(process.env) ?? folderProblem(options.data)
if (problem !== null) stop(problem)
const practice = options.is_practice ? new ScriptedPractice((line) => console.error(line)) : null

function opened(): Promise<Station> {
  return openStation({
    dataFolder: options.data,
    key: keyOfFolder(options),
    key_kept: 'file',
    // With the key from paper the desk is another program's, which signs what it records itself.
    signing: options.recovery_key_file === undefined ? signingBeside(options.data, options.key) : null,
    keepKey: async (key) => writeKey(options.data, key, options.key),
    clock: machineClock,
    monotonic_ms: machineMonotonic_ms,
    random: machineRandom,
    measurePinCost: () => measuredPinCost(machineMonotonic_ms),
    log: (line) => console.error(line),
    push: () => {},
    version: VERSION,
    ...practice?.ports,
  })
}

const station = await opened().catch((fault: unknown) => {
  const says = wrongKindOfDesk(fault, options.data)
  if (says === null) throw fault
  return stop(says)
})
await practice?.begin(station, options.data)
for await (const line of linesOf(process.stdin)) {
  const isEmpty = 'text' in line && line.text.trim() === ''
  if (isEmpty) continue
  const said = await answer(station, line)
  await practice?.rest()
  process.stdout.write(`${JSON.stringify(said)}\n`)
}
await practice?.close()
await station.close()
