/**
 * Who may use a device: our rules for the system (build/70-datestamp.rules), the system's own daemon, and the devices
 * process run by an ordinary user.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { MADE_SCANNER } from '../support/devices/hid-made.ts'
import { Guest } from './host/guest.ts'
import { SERIAL_SCANNER, serialScanner, usbScanner } from './host/setups.ts'

const RULES = readFileSync(join(import.meta.dirname, '../../build/70-datestamp.rules'), 'utf8')
const CLERK = 1000
const SOMEBODY_ELSE = 1001
const CARD = '21234500001234'
const SETUPS = [usbScanner('SCANNER-1', MADE_SCANNER.serial_number), serialScanner('SCANNER-2', '')]

let guest: Guest

beforeAll(async () => {
  guest = await Guest.boot()
  await guest.act('makeUsb', 'scanner', { is: 'scanner', ...MADE_SCANNER })
  await guest.act('makeUsb', 'serial', { is: 'serial-port', ...SERIAL_SCANNER })
})
afterAll(() => guest?.end())
afterEach(async () => {
  await guest.act('unplugAll')
  await guest.act('endDevices')
})

const states = (): readonly unknown[] => [guest.state('SCANNER-1'), guest.state('SCANNER-2')]

async function plugBoth(): Promise<void> {
  await guest.act('plugUsb', 'scanner')
  await guest.act('plugUsb', 'serial')
}

test('without the rules both are told as not allowed, which is not the same as not plugged in', async () => {
  await guest.act('startUdev', '', CLERK)
  await guest.startDevices(CLERK)
  await guest.use(SETUPS)
  await expect.poll(states).toEqual(['absent', 'absent'])
  await plugBoth()
  await expect.poll(states).toEqual(['denied', 'denied'])
  await guest.act('unplugAll')
  await expect.poll(states).toEqual(['absent', 'absent'])
})

test('with the rules the person at the computer uses both', async () => {
  await guest.act('startUdev', RULES, CLERK)
  await guest.startDevices(CLERK)
  await guest.use(SETUPS)
  await plugBoth()
  await expect.poll(states).toEqual(['ready', 'ready'])
  await guest.act('open', '/dev/hidg0')
  await guest.act('scanUsb', '/dev/hidg0', [CARD])
  await expect.poll(() => guest.scans('SCANNER-1')).toEqual([CARD])
})

test('with the rules somebody who does not sit there is not allowed', async () => {
  await guest.act('startUdev', RULES, CLERK)
  await guest.startDevices(SOMEBODY_ELSE)
  await guest.use(SETUPS)
  await plugBoth()
  await expect.poll(states).toEqual(['denied', 'denied'])
})
