/** The methods of the receipt printers at this desk: use one, change how, have it print a test page. */
import { profileOf } from '../../../../shared/devices/printer/profiles.ts'
import { isSamePlace } from '../../../../shared/devices/match.ts'
import { changedPrinter, newPrinter, type PrinterChoice } from '../../../../shared/devices/setup-printer.ts'
import { DEVICES_MAX, type DeviceSetup, type PrinterPlace } from '../../../../shared/devices/setup.ts'
import type { Input } from '../../../../shared/ipc/contract.ts'
import type { PRINTER_METHODS } from '../../../../shared/ipc/this-desk/methods-printer.ts'
import { printerTestPaper } from '../../../../shared/devices/printer/test-paper.ts'
import { wordsIn } from '../../../../shared/receipt/paper-language.ts'
import { refuse, type Refusal } from '../../../../shared/refusals/refusals.ts'
import type { Handlers } from '../../../ipc/router.ts'
import type { Command } from '../../../library/command.ts'
import { isForPractice } from '../../../library/practice-mark.ts'
import { changed } from '../../../../shared/desk/session/session.ts'
import { speechOf, tongueNow } from '../../clerk-language.ts'
import type { Desk } from '../../desk.ts'
import { once, snapshotAnswer } from '../../handlers-desk.ts'
import { nextCode } from './board.ts'
import { change } from './handlers-device.ts'

/** Where a printer of the network listens unless it is set up otherwise. */
const NETWORK_PORT = 9_100

type Printer = Extract<DeviceSetup, { role: 'printer' }>

function printerOf(desk: Desk, device_code: string): Printer | null {
  const found = desk.devices.own.find((one) => one.device_code === device_code)
  return found?.role === 'printer' ? found : null
}

function addPrinter(desk: Desk, command: Command, choice: PrinterChoice, at: PrinterPlace): Refusal | null {
  const devices = desk.devices.own
  if (desk.devices.host === 'none') return refuse('no-devices-here')
  if (devices.length >= DEVICES_MAX) return refuse('too-many-devices', { max: DEVICES_MAX })
  const known = devices.find(({ place }) => isSamePlace(place, at))
  if (known) return refuse('device-known', { device: known.device_code })
  const made = newPrinter(nextCode(desk.library, 'printer'), at, choice)
  return change(desk, command, [...devices, made], 'added', made)
}

function setPrinter(desk: Desk, command: Command, input: Input<'device.set-printer'>): Refusal | null {
  const before = printerOf(desk, input.device_code)
  if (before === null) return refuse('no-such-device', { device: input.device_code })
  const after = changedPrinter(before, input)
  const all = desk.devices.own.map((one) => (one === before ? after : one))
  return change(desk, command, all, 'changed', after)
}

/** Asked for by hand and shown on the page: no entry, and no job that is tried again. */
function testPrinter(desk: Desk, { device_code }: Input<'device.test-printer'>): Refusal | null {
  const printer = printerOf(desk, device_code)
  if (printer === null) return refuse('no-such-device', { device: device_code })
  const profile = profileOf(printer.profile_code)
  const { words } = speechOf(desk)
  const name = words.pages.printers.name(device_code.slice(device_code.lastIndexOf('-') + 1))
  const model = profile === null ? printer.profile_code : `${profile.brand} ${profile.model}`.trim()
  const facts = { printer: `${name}, ${model}`, columns_count: profile?.columns ?? 32 }
  const document = printerTestPaper(facts, wordsIn(tongueNow(desk).language))
  const is_practice = isForPractice(desk.library)
  if (!desk.devices.testPrinter(device_code, { kind: 'print', document, is_practice })) return refuse('no-devices-here')
  desk.session = changed(desk.session)
  return null
}

export function printerHandlers(desk: Desk): Pick<Handlers, keyof typeof PRINTER_METHODS> {
  return {
    'device.add-printer': (input) =>
      once(desk, 'device.add-printer', input, (command) => addPrinter(desk, command, input, input.place)),
    'device.add-network-printer': (input) =>
      once(desk, 'device.add-network-printer', input, (command) => {
        const { host, port_number = NETWORK_PORT } = input
        return addPrinter(desk, command, input, { via: 'tcp', host, port_number })
      }),
    'device.set-printer': (input) =>
      once(desk, 'device.set-printer', input, (command) => setPrinter(desk, command, input)),
    'device.test-printer': (input) => {
      const refusal = testPrinter(desk, input)
      return refusal === null ? snapshotAnswer(desk) : { refused: refusal }
    },
  }
}
