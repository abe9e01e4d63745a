/** Adds, changes and removes the devices of this desk: what every role has in common. */
import { isTrainingPlace } from '../../../../shared/devices/training/places.ts'
import { takenAt } from '../../../../shared/devices/match.ts'
import { DEVICES_MAX, type DevicePlace, type DeviceSetup } from '../../../../shared/devices/setup.ts'
import { refuse, type Refusal } from '../../../../shared/refusals/refusals.ts'
import type { Command } from '../../../library/command.ts'
import { isForPractice } from '../../../library/sample.ts'
import { record } from '../../../library/record.ts'
import { actorOf, type Desk } from '../../desk.ts'
import { devicesKept } from './board.ts'

type Role = DeviceSetup['role']
const SECTIONS = { scanner: 'own', printer: 'printers', drawer: 'drawers', display: 'displays' } as const
type Of<Wanted extends Role> = Extract<DeviceSetup, { role: Wanted }>

/** Why no device can be set up at this place; null: one can. */
export function noRoomFor({ devices, library }: Desk, at: DevicePlace): Refusal | null {
  if (isForPractice(library) && !isTrainingPlace(at)) return refuse('training-devices-only')
  if (devices.own.length >= DEVICES_MAX) return refuse('too-many-devices', { max: DEVICES_MAX })
  const known = takenAt(devices.own, at, devices.found ?? [])
  return known === '' ? null : refuse('device-known', { device: known })
}

/** The device of this code, if it does what is asked of it. */
export function ownOf<Wanted extends Role>({ devices }: Desk, device_code: string, role: Wanted): Of<Wanted> | Refusal {
  const is = (one: DeviceSetup): one is Of<Wanted> => one.device_code === device_code && one.role === role
  return devices.own.find(is) ?? refuse('no-such-device', { device: device_code })
}

export function added(desk: Desk, command: Command, made: DeviceSetup): null {
  const done = change(desk, command, [...desk.devices.own, made], 'added', made)
  desk.devices.cameInto(SECTIONS[made.role])
  return done
}

/** @param section_id the section of the devices page that tells of the change */
export function changedTo(
  desk: Desk,
  command: Command,
  before: DeviceSetup,
  after: DeviceSetup,
  section_id: (typeof SECTIONS)[Role] = SECTIONS[after.role],
): null {
  const all = desk.devices.own.map((one) => (one === before ? after : one))
  const done = change(desk, command, all, 'changed', after)
  desk.devices.cameInto(section_id)
  return done
}

export function removed(desk: Desk, command: Command, gone: DeviceSetup): null {
  const left = desk.devices.own.filter((one) => one !== gone)
  return change(desk, command, left, 'removed', gone)
}

/** Keeps the devices with the entry of which of them changed, in one transaction, and has them used. */
function change(
  desk: Desk,
  command: Command,
  devices: readonly DeviceSetup[],
  what: 'added' | 'changed' | 'removed',
  { device_code, role }: DeviceSetup,
): null {
  const { library } = desk
  const drafts = [{ kind: 'device-set', body: { device_code, role, change: what } }] as const
  record(library, actorOf(desk), command, drafts, { own: devicesKept(library, devices) })
  desk.devices.use(devices)
  return null
}
