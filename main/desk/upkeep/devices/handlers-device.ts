/** The methods of the devices at this desk: look for them, use one, change how, use it no more. */
import {
  changedScanner,
  isPrefixTooLong,
  newScanner,
  type ScannerChoice,
} from '../../../../shared/devices/setup-scanner.ts'
import { PREFIX_BYTES_MAX } from '../../../../shared/devices/scan/framing.ts'
import { isSamePlace } from '../../../../shared/devices/match.ts'
import {
  DEVICES_MAX,
  USUAL_LINE,
  type DevicePlace,
  type DeviceSetup,
  type PlainPlace,
} from '../../../../shared/devices/setup.ts'
import type { DEVICE_METHODS } from '../../../../shared/ipc/this-desk/methods-device.ts'
import type { Input } from '../../../../shared/ipc/contract.ts'
import { refuse, type Refusal } from '../../../../shared/refusals/refusals.ts'
import { no } from '../../../ipc/answer.ts'
import type { Handlers } from '../../../ipc/router.ts'
import type { Command } from '../../../library/command.ts'
import { record } from '../../../library/record.ts'
import { actorOf, type Desk } from '../../desk.ts'
import { once, snapshotAnswer } from '../../handlers-desk.ts'
import { keepDevices, nextCode } from './board.ts'

type Change = 'added' | 'changed' | 'removed'

/** Keeps the devices, has them used, and records which of them changed. */
export function change(
  desk: Desk,
  command: Command,
  devices: readonly DeviceSetup[],
  what: Change,
  one: DeviceSetup,
): null {
  const { device_code, role } = one
  record(desk.library, actorOf(desk), command, [{ kind: 'device-set', body: { device_code, role, change: what } }])
  keepDevices(desk.library, devices)
  desk.devices.use(devices)
  return null
}

function addScanner(desk: Desk, command: Command, choice: ScannerChoice, at: PlainPlace): Refusal | null {
  const devices = desk.devices.own
  if (desk.devices.host === 'none') return refuse('no-devices-here')
  if (isPrefixTooLong(choice)) return refuse('prefix-too-long', { max: PREFIX_BYTES_MAX })
  if (devices.length >= DEVICES_MAX) return refuse('too-many-devices', { max: DEVICES_MAX })
  const known = devices.find(({ place }) => isSamePlace(place, at))
  if (known && !isOneOfTwins(desk, at)) return refuse('device-known', { device: known.device_code })
  const made = newScanner(nextCode(desk.library, 'scanner'), at, choice)
  return change(desk, command, [...devices, made], 'added', made)
}

/** Two scanners of one model may say the same of themselves; as many are used as are plugged in. */
function isOneOfTwins(desk: Desk, place: DevicePlace): boolean {
  const there_count = (desk.devices.found ?? []).filter((one) => isSamePlace(place, one.place)).length
  return desk.devices.own.filter((one) => isSamePlace(one.place, place)).length < there_count
}

/** A port that is given by its name is one of the computer itself. */
export function portAt(path: string): PlainPlace {
  return { via: 'serial', usb: null, path, line: USUAL_LINE }
}

function setScanner(desk: Desk, command: Command, input: Input<'device.set-scanner'>): Refusal | null {
  const devices = desk.devices.own
  const before = devices.find(({ device_code }) => device_code === input.device_code)
  if (before?.role !== 'scanner') return refuse('no-such-device', { device: input.device_code })
  if (isPrefixTooLong(input)) return refuse('prefix-too-long', { max: PREFIX_BYTES_MAX })
  const after = changedScanner(before, input)
  const all = devices.map((one) => (one === before ? after : one))
  return change(desk, command, all, 'changed', after)
}

function remove(desk: Desk, command: Command, { device_code }: Input<'device.remove'>): Refusal | null {
  const devices = desk.devices.own
  const gone = devices.find((one) => one.device_code === device_code)
  if (!gone) return refuse('no-such-device', { device: device_code })
  return change(
    desk,
    command,
    devices.filter((one) => one !== gone),
    'removed',
    gone,
  )
}

export function deviceHandlers(desk: Desk): Pick<Handlers, keyof typeof DEVICE_METHODS> {
  return {
    'device.look': () => (desk.devices.look() ? snapshotAnswer(desk) : no('no-devices-here')),
    'device.add-scanner': (input) =>
      once(desk, 'device.add-scanner', input, (command) => addScanner(desk, command, input, input.place)),
    'device.add-port': (input) =>
      once(desk, 'device.add-port', input, (command) => addScanner(desk, command, input, portAt(input.path))),
    'device.set-scanner': (input) =>
      once(desk, 'device.set-scanner', input, (command) => setScanner(desk, command, input)),
    'device.remove': (input) => once(desk, 'device.remove', input, (command) => remove(desk, command, input)),
  }
}
