/**
 * The script door: one JSON command a line in, one JSON result a line out, through the same router, checks and roles as
 * the screens. `npm run desk:exec -- --data DIR < commands.jsonl`. Every method stands in docs/commands.md.
 * A changing command without a commandId is given a new one. An import is waited for before the next line.
 * A desk that Electron made has its key in the computer's keystore: its folder opens with --recovery-key-file, while
 * the desk itself is closed.
 */
import { mkdirSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { openStation, type Station } from '../main/app.ts'
import { machineClock, machineMonotonic_ms, machineRandom } from '../main/ipc/machine-edge.ts'
import { CONTRACT, isMethodName, type ImportStatus } from '../shared/ipc/contract.ts'
import type { Result } from '../shared/ipc/envelope.ts'
import { commandId } from '../shared/kernel/ids.ts'
import { keyOfPaper, readOrMakeKey, writeKey } from './key-file.ts'
import { VERSION } from './version.ts'

const USAGE = 'usage: npm run desk:exec -- --data DIR [--key FILE | --recovery-key-file FILE] < commands.jsonl'
const TEXT = { type: 'string' } as const
const { values } = parseArgs({ options: { data: TEXT, key: TEXT, 'recovery-key-file': TEXT } })
if (!values.data) stop(USAGE)
const { data: dataFolder } = values

function stop(says: string): never {
  console.error(says)
  process.exit(2)
}

function keyOfFolder(): Uint8Array | null {
  const paper = values['recovery-key-file']
  if (paper === undefined) return readOrMakeKey(dataFolder, values.key)
  const read = keyOfPaper(paper)
  return 'key' in read ? read.key : stop(read.says)
}

/** The line as a request; a changing method without a commandId is given one. */
function requestOf(line: string): { method: string; input: unknown; id: number } | null {
  try {
    const asked = JSON.parse(line) as { method?: unknown; input?: Record<string, unknown>; id?: unknown }
    const method = String(asked.method)
    const input = { ...asked.input }
    const isChanging = isMethodName(method) && CONTRACT[method].changes
    if (isChanging) input['commandId'] ??= commandId(machineClock.now(), machineRandom)
    return { method, input, id: typeof asked.id === 'number' ? asked.id : 0 }
  } catch {
    return null
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

async function answer(station: Station, line: string): Promise<object> {
  const request = requestOf(line)
  if (!request) return { id: 0, kind: 'bad-input', says: 'The line is no JSON object.' }
  const { result } = await station.handle(request)
  const settled = request.method === 'import.start' ? await waitForImport(station, result) : result
  return { id: request.id, method: request.method, ...settled }
}

mkdirSync(dataFolder, { recursive: true })
const station = await openStation({
  dataFolder,
  key: keyOfFolder(),
  keepKey: async (key) => writeKey(dataFolder, key, values.key),
  clock: machineClock,
  monotonic_ms: machineMonotonic_ms,
  random: machineRandom,
  log: (line) => console.error(line),
  push: () => {},
  version: VERSION,
})
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  if (line.trim() !== '') process.stdout.write(`${JSON.stringify(await answer(station, line))}\n`)
}
await station.close()
