/**
 * A desk with money and a box that opens its drawer, whose device is played by the test: what the devices process would
 * be asked, what it says, and which entry asked for which pulse.
 */
import { openStore } from '../../../main/store/store.ts'
import type { DeviceSetup } from '../../../shared/devices/setup.ts'
import { openDesk, type TestDesk } from './desk.ts'
import { KEY } from './fakes.ts'
import { moneyFiles, type Policy } from './money-desk.ts'
import { wiredDesk, type WiredDesk } from './wired-desk.ts'

export const BOX = 'DRAWERBOX-1'

export type DrawerDesk = WiredDesk

/** @param drawers the cash drawers that a box opens, each its own */
export async function drawerDesk(policy: Policy = {}, drawers: readonly string[] = ['DRAWER-1']): Promise<DrawerDesk> {
  const made = await wired(moneyFiles(policy))
  const { desk } = made
  for (const [index, drawer] of drawers.entries()) {
    const box = { path: `/dev/ttyS${index + 1}`, trigger_code: 'any-character', drawer }
    await desk.ok('device.add-drawer-port', { commandId: desk.id(), ...box })
  }
  return made
}

const wired = (folder: string): Promise<DrawerDesk> => wiredDesk((wires) => openDesk(folder, wires))

/** A desk with these devices, as if they had been set up. */
export async function withDevices(devices: readonly DeviceSetup[]): Promise<DrawerDesk> {
  const folder = moneyFiles()
  const store = openStore(folder, KEY)
  const kept = JSON.stringify({ devices, used_count: {} })
  store.db.db.prepare(`INSERT INTO setting (name, value) VALUES ('devices', ?)`).run(kept)
  store.close()
  return wired(folder)
}

type Pulse = { readonly kind: string; readonly job_number: number; readonly status: string; readonly reason: string }

/** The pulses that were asked for, by the entries that are their cause, oldest first. Closes the desk. */
export async function pulsesOn(desk: TestDesk): Promise<readonly Pulse[]> {
  await desk.station.close()
  const store = openStore(desk.folder, KEY)
  try {
    return store.db.db
      .prepare(
        `SELECT json_extract(event.content, '$.kind') AS kind, job_number, status, reason
         FROM device_job JOIN event USING (epoch, seq)
         WHERE device_job.kind = 'drawer' ORDER BY epoch, seq`,
      )
      .all() as Pulse[]
  } finally {
    store.close()
  }
}
