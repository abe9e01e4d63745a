/** The devices at this desk: how each is, what is plugged in, and whether a scan arrives. */
import { choiceOf } from '../../../../shared/devices/setup-scanner.ts'
import {
  SERIAL_FORMS,
  SERIAL_SPEEDS,
  SIDES,
  type DevicePlace,
  type DeviceSetup,
} from '../../../../shared/devices/setup.ts'
import type { FoundDevice } from '../../../../shared/devices/wire.ts'
import type { Act, Field, PageRow, PageView, Section, Tone } from '../../../../shared/desk/page.ts'
import { changed } from '../../../../shared/desk/session/session.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import type { Words } from '../../../../shared/words/en/en.ts'
import type { Desk } from '../../desk.ts'
import { speechOf } from '../../clerk-language.ts'
import type { ScanTaker } from '../kinds.ts'
import { act, callOf, cell, facts, field, goTo, page, row, table } from '../make.ts'
import { addDrawerPort, boxName, drawerSection, drawerUse } from './drawers.ts'
import { addDisplayPort, displayName, displaySection, displayUse, windowAct, windowSection } from './displays.ts'

type Pages = Words['pages']
type DeviceWords = Pages['devices']
type Scanner = Extract<DeviceSetup, { role: 'scanner' }>

const TONES = {
  ready: 'good',
  opening: 'quiet',
  absent: 'warn',
  waiting: 'warn',
  denied: 'stop',
  busy: 'stop',
  flapping: 'stop',
} as const satisfies Readonly<Record<string, Tone>>

const SCANNER_FIELDS = ['side', 'speed', 'form', 'ends', 'prefix'] as const

/** "SCANNER-2" is "Scanner 2". */
function nameOf(words: DeviceWords, device_code: string): string {
  return words.scanner(device_code.slice(device_code.lastIndexOf('-') + 1))
}

/** What is asked of a scanner: of one without a serial line, only its side. */
function scannerFields(words: DeviceWords, via: DevicePlace['via'], now: ReturnType<typeof choiceOf> | null) {
  const choice = <Name extends (typeof SCANNER_FIELDS)[number]>(
    name: Name,
    label: string,
    values: readonly string[],
    sayOf: (value: string) => string,
    value: string,
  ): Field & { readonly name: Name } =>
    field(name, label, 'choice', {
      value,
      is_required: true,
      options: values.map((one) => ({ value: one, label: sayOf(one) })),
    })
  const side = choice('side', words.side, SIDES, (one) => words.sides[one as Scanner['side']], now?.side ?? 'any')
  if (via !== 'serial') return [side]
  const asIs = (value: string): string => value
  return [
    side,
    choice('speed', words.speed, SERIAL_SPEEDS, asIs, now?.speed ?? '9600'),
    choice('form', words.form, SERIAL_FORMS, asIs, now?.form ?? '8N1'),
    choice('ends', words.ends, ['enter', 'silence'], (one) => words.end_kinds[one as 'enter'], now?.ends ?? 'enter'),
    field('prefix', words.prefix, 'text', { value: now?.prefix ?? '', hint: words.prefix_hint }),
  ]
}

/** "Port /dev/ttyUSB0", or the vendor's numbers where nothing has a name. */
function placeSaid(words: DeviceWords, place: DevicePlace): string {
  if (place.via === 'serial') return words.port(place.path)
  if (place.via === 'tcp') return `${place.host}:${place.port_number}`
  const { vendor_id, product_id, serial_number } = place.usb
  const hex = (value: number): string => value.toString(16).padStart(4, '0')
  return words.usb(`${hex(vendor_id)}:${hex(product_id)}`, serial_number)
}

/** How a device is: where, in which state, and what to do about it. */
function shownOf(desk: Desk, words: DeviceWords, { device_code, place }: DeviceSetup) {
  const now = desk.devices.now(device_code)
  const state = now?.state ?? null
  const says = state === null ? words.host[desk.devices.host] : words.states[state]
  const advice = state === null ? '' : words.advice[state]
  return {
    place: placeSaid(words, place),
    state: cell(says, state === null ? 'warn' : TONES[state]),
    notes: [...(advice === '' ? [] : [advice]), ...(now?.is_twin === true ? [words.twin] : [])],
    details: now === null || now.detail === '' ? [] : [words.system_says(now.detail)],
  }
}

function ownRow(desk: Desk, words: DeviceWords, setup: Scanner): PageRow {
  const { device_code, place } = setup
  const shown = shownOf(desk, words, setup)
  return row({
    row_id: device_code,
    cells: [cell(nameOf(words, device_code)), cell(shown.place), cell(words.sides[setup.side]), shown.state],
    notes: shown.notes,
    details: shown.details,
    acts: [
      act({
        key: 'C',
        label: words.change,
        call: callOf('device.set-scanner', { device_code }),
        asks: scannerFields(words, place.via, choiceOf(setup)),
      }),
      act({
        key: 'U',
        label: words.remove,
        call: callOf('device.remove', { device_code }),
        says: words.remove_says(nameOf(words, device_code)),
        is_grave: true,
      }),
    ],
  })
}

/** What a device that is in use is called. */
function usedAs(pages: Pages, device_code: string): string {
  if (device_code.startsWith('DRAWERBOX')) return boxName(pages, device_code)
  return device_code.startsWith('DISPLAY') ? displayName(pages, device_code) : nameOf(pages.devices, device_code)
}

function foundRow(desk: Desk, pages: Pages, found: FoundDevice, index: number): PageRow | null {
  const words = pages.devices
  const { place, name, looks_like, device_code } = found
  if (place.via !== 'hid' && place.via !== 'serial') return null
  const use: Act = act({
    key: 'A',
    label: words.use_scanner,
    call: callOf('device.add-scanner', { place }),
    asks: scannerFields(words, place.via, null),
  })
  return row({
    row_id: `found-${index}`,
    cells: [
      cell(name === '' ? words.no_name : name),
      cell(placeSaid(words, place)),
      cell(device_code === '' ? words.looks[looks_like] : words.used_as(usedAs(pages, device_code))),
    ],
    acts:
      device_code === ''
        ? [looks_like === 'drawer' ? null : use, displayUse(pages, place), drawerUse(desk, pages, place)].filter(
            (one) => one !== null,
          )
        : [],
    enter: device_code === '' && looks_like !== 'drawer' ? use : null,
  })
}

function foundSection(desk: Desk, pages: Pages): Section {
  const words = pages.devices
  const { found, isLooking } = desk.devices
  const empty = isLooking ? words.looking : found === null ? words.not_looked : words.nothing_found
  return table({
    section_id: 'found',
    heading: words.found,
    columns: [words.columns.name, words.columns.place, words.columns.use],
    rows: (found ?? []).map((one, index) => foundRow(desk, pages, one, index)).filter((one) => one !== null),
    empty,
  })
}

function triedSection(desk: Desk, words: DeviceWords): Section {
  const { tried } = desk.devices
  const from = tried?.device_code ? nameOf(words, tried.device_code) : words.keyboard
  return facts('tried', words.try_heading, [
    tried === null ? [words.try_label, words.try_says, 'quiet'] : [from, words.tried(tried.text), 'good'],
  ])
}

export function devicesPage(desk: Desk): PageView {
  const { words } = speechOf(desk)
  const own = scannersOf(desk)
  const says = words.pages.devices
  const { host } = desk.devices
  return page(desk.library, {
    ref: { place: 'devices', about: '' },
    heading: says.heading,
    lead: host === 'up' ? says.lead : says.host[host],
    sections: [
      table({
        section_id: 'own',
        heading: says.own,
        columns: [says.columns.device, says.columns.place, says.columns.side, says.columns.state],
        rows: own.map((setup) => ownRow(desk, says, setup)),
        empty: says.none,
      }),
      windowSection(desk, words.pages),
      drawerSection(desk, words.pages, (setup) => shownOf(desk, says, setup)),
      displaySection(desk, words.pages, (setup) => shownOf(desk, says, setup)),
      triedSection(desk, says),
      foundSection(desk, words.pages),
    ],
    acts: [
      act({ key: 'L', label: says.look, call: callOf('device.look', {}) }),
      goTo({ place: 'jobs', about: '' }, words.pages.jobs.heading, 'J'),
      act({
        key: 'P',
        label: says.add_port,
        call: callOf('device.add-port', {}),
        asks: [
          field('path', says.port_name, 'text', { is_required: true, hint: 'COM3, /dev/ttyUSB0' }),
          ...scannerFields(says, 'serial', null),
        ],
      }),
      addDisplayPort(words.pages),
      addDrawerPort(desk, words.pages),
      ...[windowAct(desk, words.pages)].filter((one) => one !== null),
    ],
  })
}

function scannersOf(desk: Desk): readonly Scanner[] {
  return desk.devices.own.filter((one) => one.role === 'scanner')
}

/** A scan on this page is there to be looked at, and does nothing else. */
export const tryScan: ScanTaker = (desk, _command, { barcode }) => {
  desk.devices.tried = { device_code: desk.devices.source, text: barcode }
  desk.session = changed(desk.session)
  return true
}

/** What the top strip says of the devices, the worst first. */
export function devicesOnStrip(desk: Desk, { words }: Speech): { readonly tone: 'ok' | 'warn'; readonly says: string } {
  const { scanners } = words.screen.strip
  const own = scannersOf(desk)
  if (own.length === 0) return { tone: 'ok', says: scanners.keyboard }
  const states = own.map(({ device_code }) => desk.devices.now(device_code)?.state ?? null)
  const ready_count = states.filter((state) => state === 'ready').length
  if (ready_count === own.length) return { tone: 'ok', says: scanners.ready(ready_count) }
  // A scanner that is just being opened is no news.
  if (states.every((state) => state === 'ready' || state === 'opening')) return { tone: 'ok', says: scanners.opening }
  return { tone: 'warn', says: scanners.missing(own.length - ready_count) }
}
