/** Which cash drawer a device opens, and what of it says whether that drawer is open. Pure. */
import type { DeviceSetup } from '../setup.ts'
import type { FromDevicesHost } from '../wire.ts'

/** The code of the cash drawer; null: it opens none. */
export function drawerOf(setup: DeviceSetup): string | null {
  if (setup.role === 'drawer') return setup.drawer
  return setup.role === 'printer' ? (setup.drawer?.drawer ?? null) : null
}

/**
 * What a message of this device says of its drawer. A printer tells the level at its connector, and which of the two
 * means open was learned with the drawer before a person.
 * @returns null: it does not know; undefined: the message is about something else
 */
export function isOpenBy(setup: DeviceSetup, said: FromDevicesHost): boolean | null | undefined {
  if (said.kind === 'drawer') return setup.role === 'drawer' ? said.is_open : undefined
  if (said.kind === 'printer') {
    if (setup.role !== 'printer' || setup.drawer === null) return undefined
    const { open_level } = setup.drawer
    const { drawer_level } = said.printer
    return open_level === 'unknown' || drawer_level === 'unknown' ? null : drawer_level === open_level
  }
  return said.kind === 'now' && said.device.state !== 'ready' ? null : undefined
}
