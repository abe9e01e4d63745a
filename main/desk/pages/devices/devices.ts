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
import type { Act, Field, PageRow, PageView, Section } from '../../../../shared/desk/page.ts'
import { changed } from '../../../../shared/desk/session/session.ts'
import type { Desk } from '../../desk.ts'
import { speechOf } from '../../clerk-language.ts'
import type { ScanTaker } from '../kinds.ts'
import { deviceName } from '../../../../shared/devices/device-name.ts'
import { act, callOf, cell, facts, field, goTo, page, row, table } from '../make.ts'
import { addDrawerPort, drawerSection, drawerUse } from './drawers.ts'
import { addDisplayPort, displaySection, displayUse, windowAct, windowSection } from './displays.ts'
import { KEYBOARD, keyboardPage } from './keyboard.ts'
import { addNetworkPrinter, addPrinterPort, logoAct, printersSection, printerUse, stateSaid } from './printers.ts'
import { placeSaid, plain, TONES, type Pages } from './say.ts'

type DeviceWords = Pages['devices']
type Scanner = Extract<DeviceSetup, { role: 'scanner' }>

const SCANNER_FIELDS = ['side', 'speed', 'form', 'ends', 'prefix'] as const

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

/** How a device is: where, in which state, and what to do about it. */
function shownOf(desk: Desk, pages: Pages, setup: DeviceSetup) {
  const words = pages.devices
  const now = desk.devices.now(setup.device_code)
  const state = now?.state ?? null
  const plainly = {
    says: state === null ? words.host[desk.devices.host] : words.states[state],
    advice: state === null ? '' : words.advice[state],
    tone: state === null ? 'warn' : TONES[state],
  } as const
  const { says, advice, tone } = setup.role === 'printer' ? stateSaid(desk, pages, setup, now) : plainly
  return {
    place: placeSaid(pages, setup.place),
    state: cell(says, tone),
    notes: [...(advice === '' ? [] : [advice]), ...(now?.is_twin === true ? [words.twin] : [])],
    details: now === null || now.detail === '' ? [] : [words.system_says(now.detail)],
  }
}

/** Whether a scanner that is ready can be told to beep, and what became of it the last time. */
function beeperOf({ devices }: Desk, { devices: words, printers }: Pages, device_code: string) {
  const { beepers } = devices
  if (!beepers.has(device_code)) {
    const isReady = devices.now(device_code)?.state === 'ready'
    return { notes: [], details: isReady ? [words.beep.cannot] : [], acts: [] }
  }
  const end = beepers.tests.endOf(device_code)
  const said = end === 'sent' ? words.beep.sent : end && words.beep.ends[end.end](printers.reason[end.detail])
  const beep = act({ key: 'B', label: words.beep.act, call: callOf('device.beep', { device_code }) })
  return { notes: said === null ? [] : [said], details: [], acts: [beep] }
}

function ownRow(desk: Desk, pages: Pages, setup: Scanner): PageRow {
  const words = pages.devices
  const { device_code, place } = setup
  const shown = shownOf(desk, pages, setup)
  const beeper = beeperOf(desk, pages, device_code)
  return row({
    row_id: device_code,
    cells: [cell(deviceName(pages, device_code)), cell(shown.place), cell(words.sides[setup.side]), shown.state],
    notes: [...shown.notes, ...beeper.notes],
    details: [...shown.details, ...beeper.details],
    acts: [
      ...beeper.acts,
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
        says: words.remove_says(deviceName(pages, device_code)),
        is_grave: true,
      }),
    ],
  })
}

function scannerUse(words: DeviceWords, place: DevicePlace): Act | null {
  if (place.via !== 'hid' && place.via !== 'serial') return null
  const asks = scannerFields(words, place.via, null)
  return act({ key: 'A', label: words.use_scanner, call: callOf('device.add-scanner', { place }), asks })
}

function foundRow(desk: Desk, pages: Pages, found: FoundDevice, index: number): PageRow {
  const words = pages.devices
  const { place, name, looks_like, device_code } = found
  const uses = [
    looks_like === 'drawer' ? null : scannerUse(words, place),
    printerUse(pages, place, name),
    displayUse(pages, place),
    drawerUse(desk, pages, place),
  ]
  const acts = device_code === '' ? uses.filter((one) => one !== null) : []
  return row({
    row_id: `found-${index}`,
    cells: [
      cell(plain(name) || words.no_name),
      cell(placeSaid(pages, place)),
      cell(device_code === '' ? words.looks[looks_like] : words.used_as(deviceName(pages, device_code))),
    ],
    acts,
    enter: looks_like === 'drawer' ? null : (acts[0] ?? null),
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
    rows: (found ?? []).map((one, index) => foundRow(desk, pages, one, index)),
    empty,
  })
}

function triedSection(desk: Desk, pages: Pages): Section {
  const words = pages.devices
  const { tried } = desk.devices
  const from = tried?.device_code ? deviceName(pages, tried.device_code) : words.keyboard
  return facts('tried', words.try_heading, [
    tried === null ? [words.try_label, words.try_says, 'quiet'] : [from, words.tried(tried.text), 'good'],
  ])
}

/** What came last is first, then what was asked for before: the page is longer than the screen. */
function inOrder({ devices }: Desk, sections: readonly Section[]): readonly Section[] {
  const { cameLast, tried, found, isLooking } = devices
  const firsts = [cameLast.section_id, tried === null ? '' : 'tried', found === null && !isLooking ? '' : 'found']
  const placeOf = ({ section_id }: Section): number => firsts.indexOf(section_id) + 1 || firsts.length + 1
  return sections.toSorted((one, other) => placeOf(one) - placeOf(other))
}

/** @param about `keyboard`: the page of the scanner that types */
export function devicesPage(desk: Desk, about: string): PageView {
  if (about === KEYBOARD) return keyboardPage(desk)
  const { words } = speechOf(desk)
  const own = desk.devices.own.filter((one) => one.role === 'scanner')
  const says = words.pages.devices
  const { host, cameLast } = desk.devices
  return page(desk.library, {
    ref: { place: 'devices', about: '' },
    heading: says.heading,
    lead: host === 'up' ? says.lead : says.host[host],
    line_hint: says.line_hint,
    news: cameLast.count,
    sections: inOrder(desk, [
      table({
        section_id: 'own',
        heading: says.own,
        columns: [says.columns.device, says.columns.place, says.columns.side, says.columns.state],
        rows: own.map((setup) => ownRow(desk, words.pages, setup)),
        empty: says.none,
      }),
      printersSection(desk, words.pages),
      windowSection(desk, words.pages),
      drawerSection(desk, words.pages, (setup) => shownOf(desk, words.pages, setup)),
      displaySection(desk, words.pages, (setup) => shownOf(desk, words.pages, setup)),
      triedSection(desk, words.pages),
      foundSection(desk, words.pages),
    ]),
    acts: [
      act({ key: 'L', label: says.look, call: callOf('device.look', {}) }),
      addNetworkPrinter(words.pages),
      goTo({ place: 'devices', about: KEYBOARD }, words.pages.keyboard_scanner.open, 'K'),
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
      addPrinterPort(words.pages),
      addDisplayPort(words.pages),
      addDrawerPort(desk, words.pages),
      ...[logoAct(desk, words.pages), windowAct(desk, words.pages)].filter((one) => one !== null),
    ],
  })
}

/** A scan on this page is there to be looked at, and does nothing else. */
export const tryScan: ScanTaker = (desk, _command, { barcode }) => {
  desk.devices.tried = { device_code: desk.devices.source, text: barcode }
  desk.devices.cameInto('tried')
  desk.session = changed(desk.session)
  return true
}
