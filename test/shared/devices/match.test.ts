/** Which of the devices that are plugged in is which of those that were set up. */
import { expect, test } from 'vitest'
import { pathsOf, twins } from '../../../shared/devices/match.ts'
import { USUAL_FRAMING } from '../../../shared/devices/scan/framing.ts'
import { USUAL_LINE, type DeviceSetup, type PlainPlace } from '../../../shared/devices/setup.ts'

const hid = (serial_number: string, product_id = 1): PlainPlace => ({
  via: 'hid',
  usb: { vendor_id: 0x0c2e, product_id, serial_number },
  usage_page: 0x8c,
  usage: 2,
})
const port = (path: string, serial_number: string | null): PlainPlace => ({
  via: 'serial',
  usb: serial_number === null ? null : { vendor_id: 0x0403, product_id: 2, serial_number },
  path,
  line: USUAL_LINE,
})
const scanner = (number: number, place: PlainPlace): DeviceSetup => ({
  device_code: `SCANNER-${number}`,
  role: 'scanner',
  side: 'any',
  framing: USUAL_FRAMING,
  place,
})
const found = (setups: readonly DeviceSetup[], seen: Parameters<typeof pathsOf>[1], held = {}): object =>
  Object.fromEntries(pathsOf(setups, seen, new Map(Object.entries(held))))

test('a device is found by what it says of itself, whatever its path is today', () => {
  const setups = [scanner(1, hid('A')), scanner(2, port('/dev/ttyUSB0', 'P'))]
  const seen = [
    { place: hid('B'), path: '/dev/hidraw0' },
    { place: hid('A'), path: '/dev/hidraw3' },
    { place: port('/dev/ttyUSB1', 'P'), path: '/dev/ttyUSB1' },
  ]
  expect(found(setups, seen)).toEqual({ 'SCANNER-1': '/dev/hidraw3', 'SCANNER-2': '/dev/ttyUSB1' })
})

test('a port of the computer itself keeps its path', () => {
  const setups = [scanner(1, port('/dev/ttyS0', null))]
  expect(found(setups, [{ place: port('/dev/ttyS1', null), path: '/dev/ttyS1' }])).toEqual({})
  expect(found(setups, [{ place: port('/dev/ttyS0', null), path: '/dev/ttyS0' }])).toEqual({
    'SCANNER-1': '/dev/ttyS0',
  })
})

test('another model, or another serial number, is another device', () => {
  const seen = [
    { place: hid('A', 2), path: '/dev/hidraw0' },
    { place: hid('B'), path: '/dev/hidraw1' },
  ]
  expect(found([scanner(1, hid('A'))], seen)).toEqual({})
})

test('two alike go to two setups, and each stays where it is open', () => {
  const setups = [scanner(1, hid('')), scanner(2, hid(''))]
  const seen = [
    { place: hid(''), path: '/dev/hidraw1' },
    { place: hid(''), path: '/dev/hidraw0' },
  ]
  expect(found(setups, seen)).toEqual({ 'SCANNER-1': '/dev/hidraw0', 'SCANNER-2': '/dev/hidraw1' })
  const held = { 'SCANNER-1': '/dev/hidraw1' }
  expect(found(setups, seen, held)).toEqual({ 'SCANNER-1': '/dev/hidraw1', 'SCANNER-2': '/dev/hidraw0' })
})

test('a path that another device has now is not kept', () => {
  const seen = [
    { place: hid('B'), path: '/dev/hidraw0' },
    { place: hid('A'), path: '/dev/hidraw1' },
  ]
  expect(found([scanner(1, hid('A'))], seen, { 'SCANNER-1': '/dev/hidraw0' })).toEqual({ 'SCANNER-1': '/dev/hidraw1' })
})

test('more devices alike than were set up: nothing tells which is meant', () => {
  const seen = [
    { place: hid('A'), path: '/dev/hidraw0' },
    { place: hid('A'), path: '/dev/hidraw1' },
  ]
  expect(twins([scanner(1, hid('A'))], seen)).toEqual(['SCANNER-1'])
  expect(twins([scanner(1, hid('A')), scanner(2, hid('A'))], seen)).toEqual([])
})
