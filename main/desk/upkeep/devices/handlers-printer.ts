/** The methods of the receipt printers at this desk: use one, change how, have it print a test page. */
import { isSamePlace } from '../../../../shared/devices/match.ts'
import { modelName, profileOf } from '../../../../shared/devices/printer/profiles.ts'
import {
  changedPrinter,
  guessedProfile,
  newPrinter,
  type PrinterChoice,
} from '../../../../shared/devices/setup-printer.ts'
import type { PrinterPlace } from '../../../../shared/devices/setup.ts'
import type { Input } from '../../../../shared/ipc/contract.ts'
import type { PRINTER_METHODS } from '../../../../shared/ipc/this-desk/methods-printer.ts'
import { printerTestPaper } from '../../../../shared/devices/printer/test-paper.ts'
import { wordsIn } from '../../../../shared/receipt/paper-language.ts'
import { deviceName } from '../../../../shared/devices/device-name.ts'
import { isRefusal, refuse, type Refusal } from '../../../../shared/refusals/refusals.ts'
import type { Handlers } from '../../../ipc/router.ts'
import type { Command } from '../../../library/command.ts'
import { isForPractice } from '../../../library/sample.ts'
import { changed } from '../../../../shared/desk/session/session.ts'
import { speechOf, tongueNow } from '../../clerk-language.ts'
import type { Desk } from '../../desk.ts'
import { once, snapshotAnswer } from '../../handlers-desk.ts'
import { nextCode } from './board.ts'
import { portAt } from './handlers-device.ts'
import { keepLogo, logoFor } from './logo/logo.ts'
import { added, changedTo, noRoomFor, ownOf } from './own-change.ts'

/** Where a printer of the network listens unless it is set up otherwise. */
const NETWORK_PORT = 9_100

/** Why a printer cannot be used as this model; null: it can, or none is named. */
function unknownModel({ profile_code }: PrinterChoice): Refusal | null {
  if (profile_code === undefined || profileOf(profile_code) !== null) return null
  return refuse('printer-model-unknown', { model: profile_code })
}

/** A Star that no profile knows would print nothing, or garbage, as what is assumed of others. */
function unsaidModel({ devices }: Desk, { profile_code }: PrinterChoice, at: PrinterPlace): Refusal | null {
  const name = devices.found?.find(({ place }) => isSamePlace(place, at))?.name ?? ''
  return profile_code === undefined && guessedProfile(name, at) === ''
    ? refuse('printer-model-unknown', { model: name || 'Star' })
    : null
}

function addPrinter(desk: Desk, command: Command, choice: PrinterChoice, at: PrinterPlace): Refusal | null {
  if (desk.devices.host === 'none') return refuse('no-devices-here')
  const refusal = noRoomFor(desk, at) ?? unknownModel(choice) ?? unsaidModel(desk, choice, at)
  return refusal ?? added(desk, command, newPrinter(nextCode(desk.library, 'printer'), at, choice))
}

function setPrinter(desk: Desk, command: Command, input: Input<'device.set-printer'>): Refusal | null {
  const before = ownOf(desk, input.device_code, 'printer')
  if (isRefusal(before)) return before
  return unknownModel(input) ?? changedTo(desk, command, before, changedPrinter(before, input))
}

/** Asked for by hand and shown on the page: no entry, and no job that is tried again. */
function testPrinter(desk: Desk, { device_code }: Input<'device.test-printer'>): Refusal | null {
  const printer = ownOf(desk, device_code, 'printer')
  if (isRefusal(printer)) return printer
  const { words } = speechOf(desk)
  const name = deviceName(words.pages, device_code)
  const columns_count = profileOf(printer.profile_code)?.columns ?? 32
  const facts = { printer: `${name}, ${modelName(printer.profile_code)}`, columns_count }
  const document = printerTestPaper(facts, wordsIn(tongueNow(desk).language))
  const is_practice = isForPractice(desk.library)
  const logo = logoFor(desk.library, printer.profile_code, 'test-page')
  if (!desk.devices.testPrinter(device_code, { kind: 'print', document, is_practice, logo }))
    return refuse('no-devices-here')
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
    'device.add-printer-port': (input) =>
      once(desk, 'device.add-printer-port', input, (command) => addPrinter(desk, command, input, portAt(input.path))),
    'device.set-printer': (input) =>
      once(desk, 'device.set-printer', input, (command) => setPrinter(desk, command, input)),
    'device.set-logo': (input) => once(desk, 'device.set-logo', input, () => keepLogo(desk.library, input.file)),
    'device.test-printer': (input) => {
      const refusal = testPrinter(desk, input)
      return refusal === null ? snapshotAnswer(desk) : { refused: refusal }
    },
  }
}
