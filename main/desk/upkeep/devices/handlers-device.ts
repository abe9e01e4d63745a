/** The methods of the devices at this desk: look for them, use one, change how, use it no more. */
import {
  changedScanner,
  isPrefixTooLong,
  newScanner,
  type ScannerChoice,
} from '../../../../shared/devices/setup-scanner.ts'
import { PREFIX_BYTES_MAX } from '../../../../shared/devices/scan/framing.ts'
import { USUAL_LINE, type PlainPlace } from '../../../../shared/devices/setup.ts'
import type { DEVICE_METHODS } from '../../../../shared/ipc/this-desk/methods-device.ts'
import type { Input } from '../../../../shared/ipc/contract.ts'
import { isRefusal, refuse, type Refusal } from '../../../../shared/refusals/refusals.ts'
import { changed } from '../../../../shared/desk/session/session.ts'
import { no } from '../../../ipc/answer.ts'
import type { Handlers } from '../../../ipc/router.ts'
import type { Command } from '../../../library/command.ts'
import type { Desk } from '../../desk.ts'
import { once, snapshotAnswer } from '../../handlers-desk.ts'
import { nextCode } from './board.ts'
import { added, changedTo, noRoomFor, ownOf, removed } from './own-change.ts'

function addScanner(desk: Desk, command: Command, choice: ScannerChoice, at: PlainPlace): Refusal | null {
  if (desk.devices.host === 'none') return refuse('no-devices-here')
  if (isPrefixTooLong(choice)) return refuse('prefix-too-long', { max: PREFIX_BYTES_MAX })
  const refusal = noRoomFor(desk, at)
  return refusal ?? added(desk, command, newScanner(nextCode(desk.library, 'scanner'), at, choice))
}

/** A port that is given by its name is one of the computer itself. */
export function portAt(path: string): Extract<PlainPlace, { via: 'serial' }> {
  return { via: 'serial', usb: null, path, line: USUAL_LINE }
}

function setScanner(desk: Desk, command: Command, input: Input<'device.set-scanner'>): Refusal | null {
  const before = ownOf(desk, input.device_code, 'scanner')
  if (isRefusal(before)) return before
  if (isPrefixTooLong(input)) return refuse('prefix-too-long', { max: PREFIX_BYTES_MAX })
  return changedTo(desk, command, before, changedScanner(before, input))
}

function remove(desk: Desk, command: Command, { device_code }: Input<'device.remove'>): Refusal | null {
  const gone = desk.devices.own.find((one) => one.device_code === device_code)
  return gone ? removed(desk, command, gone) : refuse('no-such-device', { device: device_code })
}

/** Asked for by hand and shown on the page: no entry. */
function beep(desk: Desk, { device_code }: Input<'device.beep'>): Refusal | null {
  if (!desk.devices.own.some((one) => one.device_code === device_code))
    return refuse('no-such-device', { device: device_code })
  if (!desk.devices.beepers.has(device_code)) return refuse('no-beeper')
  desk.devices.beep(device_code)
  desk.session = changed(desk.session)
  return null
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
    'device.beep': (input) => {
      const refusal = beep(desk, input)
      return refusal === null ? snapshotAnswer(desk) : { refused: refusal }
    },
    'device.remove': (input) => once(desk, 'device.remove', input, (command) => remove(desk, command, input)),
  }
}
