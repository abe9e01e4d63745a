/**
 * The devices' process: native drivers live here and nowhere else, so that a crash in one touches no money. Holds no
 * fact and no patron.
 */
import { machineMonotonic_ms } from '../ipc/machine-edge.ts'
import { connectToMain } from '../ipc/parent.ts'
import { fromDevicesSchema, toDevicesSchema, type ToDevices } from '../ipc/wire.ts'
import { DevicesHost } from './host.ts'

const send = connectToMain(toDevicesSchema, fromDevicesSchema, receive)

const host = new DevicesHost({
  monotonic_ms: machineMonotonic_ms,
  say: (said) => send({ kind: 'said', said }),
  scan: (scan) => send({ kind: 'scan', scan }),
  log: (line) => send({ kind: 'log', line }),
})

/** One after another, in the order in which they were asked. */
let work: Promise<void> = Promise.resolve()

function receive(message: ToDevices): void {
  if (message.kind === 'open') return send({ kind: 'opened' })
  if (message.kind === 'health')
    return send({ kind: 'health', number: message.number, drivers_count: host.drivers_count })
  work = work.then(() => act(message)).catch(failed)
}

const failed = (fault: unknown): void => send({ kind: 'log', line: `devices: ${String(fault)}` })

async function act(message: Extract<ToDevices, { kind: 'asked' | 'close' }>): Promise<void> {
  if (message.kind === 'close') {
    await host.close()
    return send({ kind: 'closed' })
  }
  const { asked } = message
  switch (asked.kind) {
    case 'use':
      return host.use(asked.devices)
    case 'do':
      return host.do(asked.work_ref, asked.device_code, asked.work)
    case 'cancel':
      return host.cancel(asked.work_ref)
    case 'discover':
      // A slow search keeps no work waiting.
      void host.discover(asked.number).catch(failed)
  }
}
