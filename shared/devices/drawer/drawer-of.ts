/** Which cash drawer a device opens. Pure. */
import type { DeviceSetup } from '../setup.ts'

/** The code of the cash drawer; null: it opens none. */
export function drawerOf(setup: DeviceSetup): string | null {
  if (setup.role === 'drawer') return setup.drawer
  return setup.role === 'printer' ? (setup.drawer?.drawer ?? null) : null
}
