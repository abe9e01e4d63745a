/** What the devices process is asked, where one of its devices hangs. */
import { expect, test } from 'vitest'
import { AllDevices } from '../../../main/devices/all-devices.ts'
import type { Opening } from '../../../main/devices/transports/line.ts'
import { OWN_TRANSPORTS } from '../../../main/devices/transports/transports.ts'
import type { FromDevicesHost } from '../../../shared/devices/wire.ts'
import { makePrinterServer } from '../../support/devices/printer-server.ts'
import { printing, profile, tcpPrinter } from '../../support/devices/printer-setup.ts'

test('a device that hangs while it is taken out of use keeps no other from printing', async () => {
  const said: FromDevicesHost[] = []
  const hung = Promise.withResolvers<Opening>()
  const server = await makePrinterServer(profile('epson-tm-t88v'))
  const all = new AllDevices(false, {
    monotonic_ms: () => performance.now(),
    say: (one) => said.push(one),
    scan: () => undefined,
    log: () => undefined,
    transports: {
      ...OWN_TRANSPORTS,
      opens: {
        ...OWN_TRANSPORTS.opens,
        tcp: (place, path, events) =>
          place.via === 'tcp' && place.port_number === 1 ? hung.promise : OWN_TRANSPORTS.opens.tcp(place, path, events),
      },
    },
  })
  const stateOf = (code: string): unknown =>
    said.flatMap((one) => (one.kind === 'now' && one.device.device_code === code ? [one.device.state] : [])).at(-1)
  const well = tcpPrinter(server.port_number, { profile_code: 'epson-tm-t88v' })
  await all.act({ kind: 'use', devices: [well, { ...tcpPrinter(1), device_code: 'PRINTER-2' }] })
  await expect.poll(() => [stateOf('PRINTER-1'), stateOf('PRINTER-2')]).toEqual(['ready', 'opening'])
  await all.act({ kind: 'use', devices: [well] })
  await all.act({ kind: 'do', work_ref: 'R1', device_code: 'PRINTER-1', work: printing('Moby Dick') })
  await expect.poll(() => said.filter(({ kind }) => kind === 'ended')).toMatchObject([{ work_ref: 'R1', end: 'done' }])
  hung.resolve({ kind: 'not-open', fault: 'broken', detail: '' })
  await all.close()
  await server.close()
})
