/** What opens cash drawers at this desk, on the devices page: boxes and printers, the sensor of each, and a try. */
import { drawerOf } from '../../../../shared/devices/drawer/drawer-of.ts'
import { heldUpBy } from '../../../../shared/devices/printer/health.ts'
import { isMute } from '../../../../shared/devices/setup-printer.ts'
import { SERIAL_TRIGGERS, triggerCalled, triggerOfHid } from '../../../../shared/devices/drawer/triggers.ts'
import type { DevicePlace, DeviceSetup } from '../../../../shared/devices/setup.ts'
import type { Act, Cell, Field, PageRow, Section } from '../../../../shared/desk/page.ts'
import { deviceName } from '../../../../shared/devices/device-name.ts'
import type { Words } from '../../../../shared/words/en/en.ts'
import { drawerCalled, drawersOfDesk } from '../../../cash/cash-rules.ts'
import { sessionsPastDay } from '../../../cash/closing/past-day.ts'
import { speechOf } from '../../clerk-language.ts'
import type { Desk } from '../../desk.ts'
import { act, callOf, cell, field, row, table } from '../make.ts'

type Pages = Words['pages']
type Shown = { readonly place: string; readonly state: Cell; readonly notes: readonly string[] }
type Opener = Extract<DeviceSetup, { role: 'drawer' | 'printer' }>

/** The drawers that this desk opens, to choose from. */
function drawerField(desk: Desk, pages: Pages, value: string): Field & { readonly name: 'drawer' } {
  const { words } = speechOf(desk)
  const options = drawersOfDesk(desk.library).map(({ drawer_code }) => {
    return { value: drawer_code, label: drawerCalled(desk.library, words, drawer_code) }
  })
  const first = options.length === 1 ? (options[0]?.value ?? '') : ''
  return field('drawer', pages.drawer_devices.drawer, 'choice', { is_required: true, value: value || first, options })
}

function triggerField({ drawer_devices }: Pages): Field & { readonly name: 'trigger_code' } {
  const options = SERIAL_TRIGGERS.map((one) => {
    return { value: one.trigger_code, label: one.name === '' ? drawer_devices.any_box : one.name }
  })
  const value = options[0]?.value ?? ''
  return field('trigger_code', drawer_devices.model, 'choice', { is_required: true, value, options })
}

/** Uses a device that was found as what opens a drawer; null: it can be none. */
export function drawerUse(desk: Desk, pages: Pages, place: DevicePlace): Act | null {
  const { use } = pages.drawer_devices
  if (place.via === 'hid') {
    const trigger = triggerOfHid(place.usb)
    if (trigger === null) return null
    const call = callOf('device.add-drawer', { place, trigger_code: trigger.trigger_code })
    return act({ key: 'O', label: use, call, asks: [drawerField(desk, pages, '')] })
  }
  if (place.via !== 'serial') return null
  const asks = [triggerField(pages), drawerField(desk, pages, '')]
  return act({ key: 'O', label: use, call: callOf('device.add-drawer', { place }), asks })
}

export function addDrawerPort(desk: Desk, pages: Pages): Act {
  return act({
    key: 'O',
    label: pages.drawer_devices.add_port,
    call: callOf('device.add-drawer-port', {}),
    asks: [
      field('path', pages.devices.port_name, 'text', { is_required: true, hint: 'COM3, /dev/ttyUSB0' }),
      triggerField(pages),
      drawerField(desk, pages, ''),
    ],
  })
}

/** Which drawer is plugged into this printer. */
export function drawerAtPrinter(desk: Desk, pages: Pages, setup: Extract<Opener, { role: 'printer' }>): Act {
  const { drawer_devices: says } = pages
  const { device_code, drawer } = setup
  const options = ['1', '2'].map((value) => ({ value, label: says.connectors[value as '1'] }))
  const asked = drawerField(desk, pages, drawer?.drawer ?? '')
  return act({
    key: 'O',
    label: says.at_printer,
    call: callOf('device.set-drawer', { device_code }),
    asks: [
      { ...asked, is_required: false, options: [{ value: '', label: says.no_drawer }, ...asked.options] },
      field('connector', says.connector, 'choice', {
        is_required: true,
        value: drawer?.connector === 1 ? '2' : '1',
        options,
      }),
    ],
  })
}

/** @param shownOf how a device is, as every device's row says it */
export function drawerSection(desk: Desk, pages: Pages, shownOf: (setup: Opener) => Shown): Section {
  const { devices, drawer_devices: says } = pages
  const openers = desk.devices.own.filter(
    (one): one is Opener => (one.role === 'drawer' || one.role === 'printer') && drawerOf(one) !== null,
  )
  return table({
    section_id: 'drawers',
    heading: says.heading,
    columns: [says.drawer, says.opened_by, devices.columns.state, says.sensor],
    rows: openers.map((setup) => openerRow(desk, pages, setup, shownOf(setup))),
    empty: says.none,
  })
}

function openerRow(desk: Desk, pages: Pages, setup: Opener, { place, state, notes }: Shown): PageRow {
  const { words } = speechOf(desk)
  const drawer = drawerOf(setup) ?? ''
  const named = drawerCalled(desk.library, words, drawer)
  const { drawer_devices: says } = pages
  const trigger = setup.role === 'drawer' ? triggerCalled(setup.trigger_code) : null
  const untried = trigger !== null && !trigger.is_published ? [says.unpublished] : []
  return row({
    row_id: `drawer ${setup.device_code}`,
    cells: [
      cell(named),
      cell(`${deviceName(pages, setup.device_code)}, ${place}`),
      state,
      sensorCell(desk, pages, setup, drawer),
    ],
    notes: [...notes, ...untried],
    acts: [
      act({
        key: 'T',
        label: says.test,
        says: says.test_says,
        call: callOf('drawer.pulse', { drawer_code: drawer, reason: 'test', of_ref: '' }),
      }),
      ...learnActs(pages, setup),
      ...(setup.role === 'drawer' ? [removeAct(pages, setup)] : [drawerAtPrinter(desk, pages, setup)]),
    ],
  })
}

function removeAct(pages: Pages, { device_code }: Opener): Act {
  const { devices } = pages
  return act({
    key: 'U',
    label: devices.remove,
    call: callOf('device.remove', { device_code }),
    says: devices.remove_says(deviceName(pages, device_code)),
    is_grave: true,
  })
}

/** With the drawer before a person: what its printer says of it open, and of it shut. */
function learnActs({ drawer_devices: says }: Pages, setup: Opener): readonly Act[] {
  const { role, device_code } = setup
  if (role !== 'printer' || isMute(setup)) return []
  const learn = (key: string, label: string, is_open: boolean): Act =>
    act({ key, label, says: says.learn_says, call: callOf('device.drawer-level', { device_code, is_open }) })
  return [learn('N', says.is_open_now, true), learn('S', says.is_shut_now, false)]
}

function sensorCell({ devices }: Desk, { drawer_devices: says }: Pages, setup: Opener, drawer: string): Cell {
  if (setup.role === 'printer' && isMute(setup)) return cell(says.says_nothing, 'quiet')
  const isLearned = setup.role === 'drawer' || (setup.drawer?.open_level ?? 'unknown') !== 'unknown'
  if (!isLearned) {
    const half = devices.drawers.learning(setup.device_code)
    return cell(half === null ? says.not_learned : says.half_learned[half], 'warn')
  }
  const is_open = devices.drawers.isOpen(drawer)
  if (is_open === null) return cell(says.says_nothing, 'quiet')
  return cell(is_open ? says.is_open : says.is_shut, is_open ? 'warn' : 'good')
}

/** What the top strip says of the drawers; empty: nothing is to be said. */
export function drawersOnStrip(desk: Desk): { readonly tone: 'ok' | 'warn'; readonly says: string } {
  const { words } = speechOf(desk)
  const says = words.screen.strip.drawers
  const [past] = sessionsPastDay(desk.library)
  if (past) return { tone: 'warn', says: says.past_day(drawerCalled(desk.library, words, past.session.drawer_code)) }
  const openers = desk.devices.own.filter((one) => drawerOf(one) !== null)
  if (openers.length === 0) return { tone: 'ok', says: '' }
  const named = (one: DeviceSetup): string => drawerCalled(desk.library, words, drawerOf(one) ?? '')
  const { drawers } = desk.devices
  const left = openers.find((one) => drawers.isLeftOpen(drawerOf(one) ?? ''))
  if (left) return { tone: 'warn', says: says.left_open(named(left)) }
  const away = openers.find((one) => canOpen(desk, one) === 'no')
  if (away) return { tone: 'warn', says: says.away(named(away)) }
  const open = openers.find((one) => drawers.isOpen(drawerOf(one) ?? ''))
  if (open) return { tone: 'ok', says: says.open(named(open)) }
  const can = openers.map((one) => canOpen(desk, one))
  if (can.includes('not-known')) return { tone: 'ok', says: '' }
  return { tone: 'ok', says: can.includes('not-said') ? says.mute : says.ready }
}

/**
 * Whether a pulse could go now. `not-known`: the device is being opened, or has not said how it is. `not-said`: its
 * printer never says.
 */
function canOpen({ devices }: Desk, setup: DeviceSetup): 'yes' | 'no' | 'not-known' | 'not-said' {
  const { device_code } = setup
  const state = devices.now(device_code)?.state ?? null
  if (state === 'opening') return 'not-known'
  if (state !== 'ready') return 'no'
  if (setup.role !== 'printer') return 'yes'
  if (isMute(setup)) return 'not-said'
  const printer = devices.printer(device_code)
  if (printer === null) return 'not-known'
  return heldUpBy(printer) === null ? 'yes' : 'no'
}
