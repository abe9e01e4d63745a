/**
 * The devices process as a program of its own, to be killed at any moment: the real host and the real drivers, which
 * have little patience here.
 *   node test/support/spooler/devices-child.ts
 */
import { flushCompileCache } from 'node:module'
import { DevicesHost } from '../../../main/devices/host.ts'
import { machineMonotonic_ms } from '../../../main/ipc/machine-edge.ts'
import type { ToDevicesHost } from '../../../shared/devices/wire.ts'
import type { FromDevices } from './messages.ts'

const send = (message: FromDevices): void => void process.send?.(message, () => undefined)
const host = new DevicesHost({
  monotonic_ms: machineMonotonic_ms,
  say: (said) => send({ kind: 'said', said }),
  scan: () => undefined,
  log: () => undefined,
  patience: { answer_ms: 300, job_ms: 600, look_ms: 100 },
})

async function act(asked: ToDevicesHost): Promise<void> {
  if (asked.kind === 'use') await host.use(asked.devices)
  if (asked.kind === 'do') host.do(asked.work_ref, asked.device_code, asked.work)
  if (asked.kind === 'cancel') host.cancel(asked.work_ref)
}

process.on('message', (asked) => void act(asked as ToDevicesHost))
process.on('disconnect', () => process.exit(0))
send({ kind: 'ready' })
// One that is killed does not write what it compiled, and the next would compile it once more.
flushCompileCache()
