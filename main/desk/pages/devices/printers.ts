/** The receipt printers of the devices page: how each is, what is asked to set one up, and the test page. */
import { heldUpBy } from '../../../../shared/devices/printer/health.ts'
import { modelName, PROFILES, TRAINING_PROFILE_CODE } from '../../../../shared/devices/printer/profiles.ts'
import { guessedProfile, isMute, printerChoiceOf, type PrinterForm } from '../../../../shared/devices/setup-printer.ts'
import {
  SERIAL_FLOWS,
  SERIAL_FORMS,
  SERIAL_SPEEDS,
  USUAL_LINE,
  type DevicePlace,
  type DeviceSetup,
} from '../../../../shared/devices/setup.ts'
import type { DeviceNow, PrinterNow } from '../../../../shared/devices/wire.ts'
import type { Act, Field, PageRow, Section, Tone } from '../../../../shared/desk/page.ts'
import { deviceName } from '../../../../shared/devices/device-name.ts'
import type { Words } from '../../../../shared/words/en/en.ts'
import type { Desk } from '../../desk.ts'
import { act, callOf, cell, field, row, table } from '../make.ts'
import { hasLogo } from '../../upkeep/devices/logo/logo.ts'
import { drawerAtPrinter } from './drawers.ts'
import { placeSaid, TONES, type Pages } from './say.ts'

type Printer = Extract<DeviceSetup, { role: 'printer' }>
type PrinterField = Field & { readonly name: 'profile_code' | 'speed' | 'form' | 'flow' }

function choice<Name extends PrinterField['name']>(
  name: Name,
  label: string,
  options: readonly { readonly value: string; readonly label: string }[],
  value: string,
  hint = '',
): Field & { readonly name: Name } {
  return field(name, label, 'choice', { value, hint, is_required: true, options: [...options] })
}

/** What is asked of a printer: its model, and how its line is set where it has one. */
function printerFields(pages: Pages, via: DevicePlace['via'], now: PrinterForm) {
  const { devices: words, printers: says } = pages
  // Of a printer in software nobody chooses the model by hand, except where it is already that.
  const real = PROFILES.filter(({ code }) => code !== TRAINING_PROFILE_CODE || now.profile_code === code)
  const models = real.map(({ code }) => ({ value: code, label: modelName(code) }))
  const hint = now.profile_code === '' ? says.star_unknown : says.model_hint
  const model = choice('profile_code', says.model, models, now.profile_code, hint)
  if (via !== 'serial') return [model]
  const same = (values: readonly string[]) => values.map((value) => ({ value, label: value }))
  const flows = SERIAL_FLOWS.map((value) => ({ value, label: says.flows[value] }))
  return [
    model,
    choice('speed', words.speed, same(SERIAL_SPEEDS), now.speed),
    choice('form', words.form, same(SERIAL_FORMS), now.form),
    choice('flow', says.flow, flows, now.flow),
  ]
}

type Health = { readonly says: string; readonly advice: string; readonly tone: Tone }

/** Of a printer that is open, in plain words. */
function healthOf(says: Pages['printers'], now: PrinterNow): Health | null {
  const reason = heldUpBy(now)
  if (reason === 'fault' && now.fault !== 'none')
    return { says: says.faults[now.fault], advice: says.fault_advice[now.fault], tone: 'stop' }
  if (reason !== null && reason !== 'fault')
    return { says: says.held[reason], advice: says.advice[reason], tone: 'stop' }
  return now.paper === 'near-end' ? { says: says.near_end, advice: says.near_end_advice, tone: 'warn' } : null
}

/** How a printer is, and what to do about it. */
export function stateSaid(
  desk: Desk,
  { devices: words, printers: says }: Pages,
  setup: Printer,
  now: DeviceNow | null,
): Health {
  const { device_code, place } = setup
  if (now === null) return { says: words.host[desk.devices.host], advice: '', tone: 'warn' }
  const printer = desk.devices.printers.now(device_code)
  const health = now.state === 'ready' && printer !== null ? healthOf(says, printer) : null
  if (health !== null) return health
  if (now.state === 'ready' && isMute(setup)) return { says: says.mute, advice: says.mute_advice, tone: 'good' }
  const { state } = now
  const tone = TONES[state]
  if (place.via === 'tcp' && (state === 'waiting' || state === 'busy'))
    return { says: says.network_states[state], advice: says.network_advice[state], tone }
  if (place.via === 'queue' && (state === 'waiting' || state === 'absent'))
    return { says: says.queue_states[state], advice: says.queue_advice[state], tone }
  return { says: words.states[state], advice: words.advice[state], tone }
}

/** What became of the test page that was asked for last; what kept it from being printed only while it does. */
function testSaid(desk: Desk, { printers: says }: Pages, device_code: string, isReady: boolean): readonly string[] {
  const test = desk.devices.printers.tests.endOf(device_code)
  if (test === null) return []
  if (test === 'sent') return [says.test_sent]
  if (test.end === 'not-done' && isReady) return [says.test_again]
  return [says.test_ends[test.end](says.reason[test.detail])]
}

function printerRow(desk: Desk, pages: Pages, setup: Printer): PageRow {
  const { device_code, place, profile_code } = setup
  const { devices: words, printers: says } = pages
  const now = desk.devices.now(device_code)
  const state = stateSaid(desk, pages, setup, now)
  const error = desk.devices.printers.lastFault(device_code)
  return row({
    row_id: device_code,
    cells: [
      cell(deviceName(pages, device_code)),
      cell(placeSaid(pages, place)),
      cell(modelName(profile_code)),
      cell(state.says, state.tone),
    ],
    notes: [
      ...[state.advice].filter(Boolean),
      ...(desk.devices.printers.isNonsense(device_code) ? [says.nonsense] : []),
      ...(now?.is_twin === true ? [words.twin] : []),
      ...testSaid(desk, pages, device_code, state.tone === 'good'),
    ],
    details: [...(error === '' ? [] : [says.last_error(error)]), words.beep.cannot],
    acts: [
      act({ key: 'T', label: says.test, call: callOf('device.test-printer', { device_code }) }),
      act({
        key: 'C',
        label: words.change,
        call: callOf('device.set-printer', { device_code }),
        asks: printerFields(pages, place.via, printerChoiceOf(setup)),
      }),
      drawerAtPrinter(desk, pages, setup),
      act({
        key: 'U',
        label: words.remove,
        call: callOf('device.remove', { device_code }),
        says: words.remove_says(deviceName(pages, device_code)),
        is_grave: true,
      }),
    ],
  })
}

export function printersSection(desk: Desk, pages: Pages): Section {
  const { printers: says } = pages
  const { columns } = pages.devices
  const own = desk.devices.own.filter((one) => one.role === 'printer')
  return table({
    section_id: 'printers',
    heading: says.heading,
    columns: [columns.device, columns.place, says.model, columns.state],
    rows: own.map((setup) => printerRow(desk, pages, setup)),
    empty: says.none,
  })
}

/** Uses what was found as a printer, with the model that its name says; null: it can be none. */
export function printerUse(pages: Pages, place: DevicePlace, name: string): Act | null {
  if (place.via === 'hid') return null
  const asks = printerFields(pages, place.via, printerChoiceOf({ place, profile_code: guessedProfile(name, place) }))
  return act({ key: 'R', label: pages.printers.use, call: callOf('device.add-printer', { place }), asks })
}

export function addPrinterPort(pages: Pages): Act {
  const place = { via: 'serial', usb: null, path: '', line: USUAL_LINE } as const
  return act({
    key: 'R',
    label: pages.printers.add_port,
    call: callOf('device.add-printer-port', {}),
    asks: [
      field('path', pages.devices.port_name, 'text', { is_required: true, hint: 'COM3, /dev/ttyUSB0' }),
      ...printerFields(pages, 'serial', printerChoiceOf({ place, profile_code: guessedProfile('') })),
    ],
  })
}

export function addNetworkPrinter(pages: Pages): Act {
  const says = pages.printers
  const usual = printerChoiceOf({ place: { via: 'tcp', host: '', port_number: 0 }, profile_code: guessedProfile('') })
  return act({
    key: 'N',
    label: says.add_network,
    call: callOf('device.add-network-printer', {}),
    asks: [
      field('host', says.host, 'text', { is_required: true, hint: says.host_hint }),
      field('port_number', says.port_number, 'number', { value: '9100', is_required: true }),
      ...printerFields(pages, 'tcp', usual),
    ],
  })
}

/** From a file of this computer; blank: none. */
export function logoAct(desk: Desk, pages: Pages): Act | null {
  const { logo } = pages.printers
  if (!desk.devices.own.some(({ role }) => role === 'printer')) return null
  return act({
    key: 'G',
    label: logo.label,
    call: callOf('device.set-logo', {}),
    asks: [field('file', logo.file, 'text', { hint: logo.hint })],
    says: hasLogo(desk.library) ? logo.is_set : logo.is_none,
  })
}

/** What the strip says of the printers, one a text; none where the desk has none. */
export function printersOnStrip(
  desk: Desk,
  says: Words['screen']['strip']['printers'],
): readonly { readonly tone: 'ok' | 'warn'; readonly says: string }[] {
  return desk.devices.own
    .filter((one) => one.role === 'printer')
    .map((setup) => {
      const { device_code } = setup
      const state = desk.devices.now(device_code)?.state
      if (state === 'opening') return { tone: 'ok', says: says.opening }
      if (state !== 'ready') return { tone: 'warn', says: says.missing }
      if (isMute(setup)) return { tone: 'ok', says: says.mute }
      const printer = desk.devices.printers.now(device_code)
      const reason = printer === null ? null : heldUpBy(printer)
      if (reason !== null) return { tone: 'warn', says: says[reason] }
      if (printer?.paper === 'near-end') return { tone: 'warn', says: says.near_end }
      return { tone: 'ok', says: says.ready }
    })
}
