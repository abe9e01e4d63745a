/** The displays that face the patron, on the devices page: how each is, its language, and a test text. */
import { POLE_LANGUAGES } from '../../../../shared/devices/display/pole-codes.ts'
import { displayChoiceOf } from '../../../../shared/devices/setup-display.ts'
import { SERIAL_FORMS, SERIAL_SPEEDS, type DevicePlace, type DeviceSetup } from '../../../../shared/devices/setup.ts'
import type { Screen } from '../../../../shared/devices/display/screens.ts'
import type { Act, Field, PageRow, Section, Tone } from '../../../../shared/desk/page.ts'
import { deviceName } from '../../../../shared/devices/device-name.ts'
import type { Words } from '../../../../shared/words/en/en.ts'
import type { Desk } from '../../desk.ts'
import { act, callOf, cell, facts, field, row, table } from '../make.ts'

type Pages = Words['pages']
type Display = Extract<DeviceSetup, { role: 'display' }>
type Shown = { readonly place: string; readonly state: PageRow['cells'][number]; readonly notes: readonly string[] }

const FIELDS = ['language', 'speed', 'form'] as const
type AskedField = Field & { readonly name: (typeof FIELDS)[number] }

function displayFields({ devices, displays }: Pages, now: ReturnType<typeof displayChoiceOf> | null): AskedField[] {
  const choice = (
    name: AskedField['name'],
    label: string,
    values: readonly string[],
    value: string,
    sayOf: (one: string) => string = (one) => one,
  ): AskedField =>
    field(name, label, 'choice', {
      value,
      is_required: true,
      options: values.map((one) => ({ value: one, label: sayOf(one) })),
    })
  const languageSaid = (one: string): string => displays.languages[one as Display['language']]
  return [
    choice('language', displays.language, POLE_LANGUAGES, now?.language ?? 'cd5220', languageSaid),
    choice('speed', devices.speed, SERIAL_SPEEDS, now?.speed ?? '9600'),
    choice('form', devices.form, SERIAL_FORMS, now?.form ?? '8N1'),
  ]
}

/** Uses a device that was found as a display; null: it can be none. */
export function displayUse(pages: Pages, place: DevicePlace): Act | null {
  if (place.via !== 'serial') return null
  const asks = displayFields(pages, null)
  return act({ key: 'D', label: pages.displays.use, call: callOf('display.add', { place }), asks })
}

export function addDisplayPort(pages: Pages): Act {
  return act({
    key: 'D',
    label: pages.displays.add_port,
    call: callOf('display.add-port', {}),
    asks: [
      field('path', pages.devices.port_name, 'text', { is_required: true, hint: 'COM3, /dev/ttyUSB0' }),
      ...displayFields(pages, null),
    ],
  })
}

export function displaysOf(desk: Desk): readonly Display[] {
  return desk.devices.own.filter((one) => one.role === 'display')
}

/** @param shownOf how a device is, as every device's row says it */
export function displaySection(desk: Desk, pages: Pages, shownOf: (setup: Display) => Shown): Section {
  const { devices, displays } = pages
  return table({
    section_id: 'displays',
    heading: displays.heading,
    columns: [devices.columns.device, devices.columns.place, displays.language, devices.columns.state],
    rows: displaysOf(desk).map((setup) => displayRow(pages, setup, shownOf(setup))),
    empty: displays.none,
  })
}

function displayRow(pages: Pages, setup: Display, { place, state, notes }: Shown): PageRow {
  const { device_code, language } = setup
  const { devices, displays } = pages
  const name = deviceName(pages, device_code)
  return row({
    row_id: device_code,
    cells: [cell(name), cell(place), cell(displays.languages[language]), state],
    notes: [...notes],
    acts: [
      act({ key: 'T', label: displays.test, call: callOf('display.test', { device_code }) }),
      act({
        key: 'C',
        label: devices.change,
        call: callOf('display.set', { device_code }),
        asks: displayFields(pages, displayChoiceOf(setup)),
      }),
      act({
        key: 'U',
        label: devices.remove,
        call: callOf('device.remove', { device_code }),
        says: devices.remove_says(name),
        is_grave: true,
      }),
    ],
  })
}

const nameOfScreen = ({ displays }: Pages, { name, width_px, height_px }: Screen): string =>
  displays.window.screen(name, `${width_px} × ${height_px}`)

/** Where the window that faces the patron is, as its field and the page say it. */
function windowNow(desk: Desk, pages: Pages): { readonly value: string; readonly says: string; readonly tone: Tone } {
  const { wish, screens } = desk.devices.window
  const { window } = pages.displays
  if (wish === null) return { value: 'none', says: window.none, tone: 'quiet' }
  if (wish.screen_key === null) return { value: 'window', says: window.own, tone: 'good' }
  const screen = screens.find((one) => one.screen_key === wish.screen_key)
  if (!screen) return { value: 'none', says: window.away, tone: 'warn' }
  return { value: screen.screen_key, says: nameOfScreen(pages, screen), tone: 'good' }
}

export function windowSection(desk: Desk, pages: Pages): Section {
  const { says, tone } = windowNow(desk, pages)
  return facts('patron-window', pages.displays.window.heading, [[pages.displays.window.where, says, tone]])
}

/** Opens, moves or closes the window; null: this program has none. The first screen is offered where there is one. */
export function windowAct(desk: Desk, pages: Pages): Act | null {
  const { isPossible, screens } = desk.devices.window
  const { window } = pages.displays
  if (!isPossible) return null
  const { value } = windowNow(desk, pages)
  const options = [
    ...screens.map((one) => ({ value: one.screen_key, label: nameOfScreen(pages, one) })),
    { value: 'window', label: window.own },
    { value: 'none', label: window.none },
  ]
  const offered = value === 'none' ? (options[0]?.value ?? value) : value
  return act({
    key: 'W',
    label: window.act,
    call: callOf('display.window', {}),
    asks: [field('screen', window.where, 'choice', { value: offered, is_required: true, options })],
  })
}
