/** A desk with devices of which the test plays the devices process: what it was asked, and what it says. */
import type { FromDevicesHost, ToDevicesHost } from '../../../shared/devices/wire.ts'
import { workingDesk, type TestDesk } from './desk.ts'
import { PIN } from './small-library.ts'
import { signInAs } from './staff.ts'

export type WiredDesk = {
  readonly desk: TestDesk
  readonly asked: ToDevicesHost[]
  readonly say: (said: FromDevicesHost) => void
}

type Wires = { readonly askDevices: (asked: ToDevicesHost) => void }

export async function wiredDesk(
  open = async (wires: Wires): Promise<TestDesk> => (await workingDesk()).reopen(wires),
): Promise<WiredDesk> {
  const asked: ToDevicesHost[] = []
  const desk = await open({ askDevices: (one) => asked.push(one) })
  await signInAs(desk, { initials: 'RO', pin: PIN })
  return { desk, asked, say: (said) => desk.station.devicesSaid(said) }
}
