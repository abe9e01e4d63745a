/**
 * The devices' process: native drivers live here and nowhere else, so that a crash in one touches no money. Holds no
 * fact and no patron.
 */
import { machineMonotonic_ms } from '../ipc/machine-edge.ts'
import { connectToMain } from '../ipc/parent.ts'
import { fromDevicesSchema, toDevicesSchema, type ToDevices } from '../ipc/wire.ts'
import { must } from '../../shared/kernel/assert.ts'
import { AllDevices } from './all-devices.ts'

const send = connectToMain(toDevicesSchema, fromDevicesSchema, receive)

let devices: AllDevices | null = null

/** One after another, in the order in which they were asked. */
let work: Promise<void> = Promise.resolve()

function receive(message: ToDevices): void {
  if (message.kind === 'open') {
    devices = opened(message.is_practice)
    return send({ kind: 'opened' })
  }
  if (message.kind === 'health')
    return send({ kind: 'health', number: message.number, drivers_count: devices?.drivers_count ?? 0 })
  work = work.then(() => act(message)).catch(failed)
}

function opened(is_practice: boolean): AllDevices {
  return new AllDevices(is_practice, {
    monotonic_ms: machineMonotonic_ms,
    say: (said) => send({ kind: 'said', said }),
    scan: (scan) => send({ kind: 'scan', scan }),
    log: (line) => send({ kind: 'log', line }),
  })
}

const failed = (fault: unknown): void => send({ kind: 'log', line: `devices: ${String(fault)}` })

async function act(message: Extract<ToDevices, { kind: 'asked' | 'close' }>): Promise<void> {
  const all = must(devices, 'main opens this process before it asks')
  if (message.kind === 'asked') return all.act(message.asked)
  await all.close()
  send({ kind: 'closed' })
}
