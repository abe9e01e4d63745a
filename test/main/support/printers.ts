/** Receipt printers as a desk's settings keep them. */
import { keepOwn } from '../../../main/journal/own-values.ts'
import { openStore } from '../../../main/store/store.ts'
import type { DeviceSetup } from '../../../shared/devices/setup.ts'
import { KEY } from './fakes.ts'

type Printer = Extract<DeviceSetup, { role: 'printer' }>

export const printerAt = (device_code: string, port_number: number, drawer = 'MAIN'): Printer => ({
  device_code,
  role: 'printer',
  place: { via: 'tcp', host: '127.0.0.1', port_number },
  profile_code: 'epson-tm-t88v',
  drawer: { drawer, connector: 0, open_level: 'unknown' },
})

/** Sets devices up as a person would, before the desk is opened. */
export function setUpDevices(folder: string, devices: readonly DeviceSetup[]): void {
  const store = openStore(folder, KEY)
  keepOwn(store.db, { devices: JSON.stringify({ devices, used_count: {} }) })
  store.close()
}
