/**
 * The hands of a test inside the guest: plugs devices in and out, and talks with the devices process. A line of JSON
 * comes from the host for each act, and one goes back; what the devices process says goes to the host as it comes, with
 * the time in the guest.
 */
import { createReadStream, globSync, openSync, writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { ACTS, hearDevices } from './acts.ts'
import type { Answer, Asked } from './talk.ts'

/** Its first number is the place of the device among all of its kind. */
const [lineToHost = ''] = globSync('/dev/vport*p1')
const line = openSync(lineToHost, 'r+')
const say = (answer: Answer): void => void writeSync(line, `${JSON.stringify(answer)}\n`)

async function act({ number, act: name, given }: Asked): Promise<void> {
  try {
    const work = ACTS[name] as (...words: readonly unknown[]) => unknown
    say({ kind: 'done', number, result: (await work(...given)) ?? null })
  } catch (fault) {
    say({ kind: 'fault', number, fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) })
  }
}

hearDevices((message) => say({ kind: 'devices', at_ms: performance.now(), message }))
say({ kind: 'up' })
for await (const text of createInterface({ input: createReadStream('', { fd: line }) })) {
  void act(JSON.parse(text) as Asked)
}
process.exit(0)
