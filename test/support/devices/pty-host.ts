/** The devices host of a workstation on pseudoterminals of the kernel, and what it said. */
import { DevicesHost } from '../../../main/devices/host.ts'
import type { DeviceScan, FromDevicesHost } from '../../../shared/devices/wire.ts'
import { makePty, type Pty } from './pty.ts'

export type PtyHost = {
  readonly host: DevicesHost
  readonly said: FromDevicesHost[]
  readonly scans: DeviceScan[]
  readonly newPty: () => Promise<Pty>
  readonly close: () => Promise<void>
}

export function ptyHost(): PtyHost {
  const said: FromDevicesHost[] = []
  const scans: DeviceScan[] = []
  const ptys: Pty[] = []
  const host = new DevicesHost({
    monotonic_ms: () => performance.now(),
    say: (one) => said.push(one),
    scan: (one) => scans.push(one),
    log: () => undefined,
  })
  return {
    host,
    said,
    scans,
    newPty: async () => {
      const pty = await makePty()
      ptys.push(pty)
      return pty
    },
    close: async () => {
      await host.close()
      await Promise.all(ptys.map((pty) => pty.unplug()))
    },
  }
}
