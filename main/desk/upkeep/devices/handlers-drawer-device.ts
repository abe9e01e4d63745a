/** The methods of what opens cash drawers at this desk: a box of its own, or the connector of a printer. */
import { triggerCalled, triggerOfHid } from '../../../../shared/devices/drawer/triggers.ts'
import type { DeviceSetup, PlainPlace } from '../../../../shared/devices/setup.ts'
import { changed } from '../../../../shared/desk/session/session.ts'
import type { DRAWER_DEVICE_METHODS } from '../../../../shared/ipc/this-desk/methods-drawer-device.ts'
import type { Input } from '../../../../shared/ipc/contract.ts'
import { isRefusal, refuse, type Refusal } from '../../../../shared/refusals/refusals.ts'
import { drawerRefusal } from '../../../cash/cash-rules.ts'
import type { Handlers } from '../../../ipc/router.ts'
import type { Command } from '../../../library/command.ts'
import type { Desk } from '../../desk.ts'
import { once } from '../../handlers-desk.ts'
import { nextCode } from './board.ts'
import { portAt } from './handlers-device.ts'
import { added, changedTo, noRoomFor, ownOf } from './own-change.ts'

type Box = Extract<DeviceSetup, { role: 'drawer' }>
type Printer = Extract<DeviceSetup, { role: 'printer' }>

/** What opens it, at this place: of a HID device what it says of itself, at a port what a person chose. */
function triggerAt(place: PlainPlace, trigger_code: string): string | null {
  const found = place.via === 'hid' ? triggerOfHid(place.usb) : triggerCalled(trigger_code)
  return found?.at.via === place.via ? found.trigger_code : null
}

function addBox(desk: Desk, command: Command, chosen: Pick<Box, 'place' | 'trigger_code' | 'drawer'>): Refusal | null {
  const { devices, library } = desk
  const { place, drawer } = chosen
  if (devices.host === 'none') return refuse('no-devices-here')
  const refusal = drawerRefusal(library, drawer) ?? noRoomFor(desk, place)
  if (refusal) return refusal
  const trigger_code = triggerAt(place, chosen.trigger_code)
  if (trigger_code === null) return refuse('no-such-device', { device: chosen.trigger_code })
  const made: Box = { device_code: nextCode(library, 'drawer'), role: 'drawer', place, trigger_code, drawer }
  return added(desk, command, made)
}

function addDrawer(desk: Desk, command: Command, input: Input<'device.add-drawer'>): Refusal | null {
  const { place, trigger_code, drawer } = input
  const trigger = triggerCalled(trigger_code)
  // How the line is set belongs to the box.
  const at = place.via === 'serial' && trigger?.at.via === 'serial' ? { ...place, line: trigger.at.line } : place
  return addBox(desk, command, { place: at, trigger_code, drawer })
}

function addDrawerPort(desk: Desk, command: Command, input: Input<'device.add-drawer-port'>): Refusal | null {
  const { path, ...chosen } = input
  return addDrawer(desk, command, { ...chosen, place: portAt(path) })
}

/** Keeps the printer with this drawer in place of what it had. */
function setDrawerOf(desk: Desk, command: Command, before: Printer, drawer: Printer['drawer']): null {
  // What is still to be done for it, its sensor, is said with the drawers.
  return changedTo(desk, command, before, { ...before, drawer }, drawer === null ? 'printers' : 'drawers')
}

function setDrawer(desk: Desk, command: Command, input: Input<'device.set-drawer'>): Refusal | null {
  const { device_code, drawer, connector } = input
  const printer = ownOf(desk, device_code, 'printer')
  if (isRefusal(printer)) return printer
  if (drawer === '') return setDrawerOf(desk, command, printer, null)
  const wrong = drawerRefusal(desk.library, drawer)
  if (wrong) return wrong
  // Another drawer, or another connector, can say the opposite.
  const wired = { drawer, connector: connector === '2' ? 1 : 0 } as const
  const isSame = printer.drawer?.drawer === drawer && printer.drawer.connector === wired.connector
  const open_level = isSame && printer.drawer ? printer.drawer.open_level : 'unknown'
  return setDrawerOf(desk, command, printer, { ...wired, open_level })
}

/** The level of the open drawer and that of the shut one: once both are known, so is what its sensor says. */
function learnLevel(desk: Desk, command: Command, input: Input<'device.drawer-level'>): Refusal | null {
  const { device_code, is_open } = input
  const printer = ownOf(desk, device_code, 'printer')
  if (isRefusal(printer)) return printer
  if (printer.drawer === null) return refuse('no-such-device', { device: device_code })
  const { drawers } = desk.devices
  const level = drawers.level(device_code)
  if (level === 'unknown') return refuse('drawer-level-unknown')
  const both = drawers.learn(device_code, is_open, level)
  desk.session = changed(desk.session)
  if (both === null) return null
  if (both.open === both.shut) return refuse('drawer-level-same')
  return setDrawerOf(desk, command, printer, { ...printer.drawer, open_level: both.open })
}

export function drawerDeviceHandlers(desk: Desk): Pick<Handlers, keyof typeof DRAWER_DEVICE_METHODS> {
  return {
    'device.add-drawer': (input) =>
      once(desk, 'device.add-drawer', input, (command) => addDrawer(desk, command, input)),
    'device.add-drawer-port': (input) =>
      once(desk, 'device.add-drawer-port', input, (command) => addDrawerPort(desk, command, input)),
    'device.set-drawer': (input) =>
      once(desk, 'device.set-drawer', input, (command) => setDrawer(desk, command, input)),
    'device.drawer-level': (input) =>
      once(desk, 'device.drawer-level', input, (command) => learnLevel(desk, command, input)),
  }
}
