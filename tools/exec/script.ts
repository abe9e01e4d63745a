/**
 * What the script door does once its options are read: opens the station of the folder, carries out one line after
 * another, and closes it. An import finishes before the next line is read.
 */
import { resolve } from 'node:path'
import { openStation } from '../../main/app.ts'
import { measuredPinCost } from '../../main/library/pin.ts'
import type { Station } from '../../main/station-ports.ts'
import { machineClock, machineMonotonic_ms, machineRandom } from '../../main/ipc/machine-edge.ts'
import { inKeys } from '../../shared/desk/key-words.ts'
import { KEY_PRESETS } from '../../shared/desk/keymap.ts'
import { CONTRACT, isMethodName, type ImportStatus } from '../../shared/ipc/contract.ts'
import type { Result } from '../../shared/ipc/envelope.ts'
import { commandId } from '../../shared/kernel/ids.ts'
import { signingBeside, writeKey } from '../key-file.ts'
import { VERSION } from '../version.ts'
import { linesOf, type Line } from './lines.ts'
import type { Options } from './options.ts'
import { ScriptedPractice, wrongKindOfDesk } from './practice.ts'

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

/** Sentences name keys by their acts; a script reads them by the keys that a desk begins with. */
function withKeys(_name: string, value: unknown): unknown {
  return typeof value === 'string' ? inKeys(value, KEY_PRESETS.datestamp) : value
}

/** @param key null: the station opens in rescue */
export async function runScript(
  options: Options,
  key: Uint8Array | null,
  stop: (says: string) => never,
): Promise<void> {
  const practice = options.is_practice ? new ScriptedPractice((line) => console.error(line)) : null
  const opened = openStation({
    dataFolder: options.data,
    key,
    key_kept: 'file',
    // With the key from paper the desk is another program's, which signs what it records itself.
    signing: options.recovery_key_file === undefined ? signingBeside(options.data, options.key) : null,
    keepKey: async (made) => writeKey(options.data, made, options.key),
    clock: machineClock,
    monotonic_ms: machineMonotonic_ms,
    random: machineRandom,
    measurePinCost: () => measuredPinCost(machineMonotonic_ms),
    log: (line) => console.error(line),
    push: () => {},
    version: VERSION,
    ...practice?.ports,
  })
  const station = await opened.catch((fault: unknown) => {
    const says = wrongKindOfDesk(fault, options.data)
    if (says === null) throw fault
    return stop(says)
  })
  // A desk in rescue answers what helps it; but nothing helps against another program that has the folder open.
  if (station.trouble() === 'file-busy') stop(`Another program has the desk in ${options.data} open. Close it first.`)
  await practice?.begin(station, options.data)
  for await (const line of linesOf(process.stdin)) {
    const isEmpty = 'text' in line && line.text.trim() === ''
    if (isEmpty) continue
    const said = await answer(station, line)
    await practice?.rest()
    process.stdout.write(`${JSON.stringify(said, withKeys)}\n`)
  }
  await practice?.close()
  await station.close()
}
