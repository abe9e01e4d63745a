/** Which of the devices that are plugged in is which of those that were set up. */
import { describe, expect, test } from 'vitest'
import { pathsOf, takenAt, twins } from '../../../shared/devices/match.ts'
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

const at = (usb_port: string): PlainPlace => {
  const place = hid('')
  return place.via === 'hid' ? { ...place, usb: { ...place.usb, port: usb_port } } : place
}

describe('two that say the same of themselves', () => {
  const setups = [scanner(1, at('1-1')), scanner(2, at('1-2'))]
  const [one, other] = [
    { place: at('1-1'), path: '/dev/hidraw1' },
    { place: at('1-2'), path: '/dev/hidraw0' },
  ]
  test('are told apart by the ports that they were set up at, whatever their paths are', () => {
    expect(found(setups, [other, one])).toEqual({ 'SCANNER-1': '/dev/hidraw1', 'SCANNER-2': '/dev/hidraw0' })
    expect(twins(setups, [other, one])).toEqual([])
    expect(found(setups, [other])).toEqual({ 'SCANNER-2': '/dev/hidraw0' })
    expect(twins([scanner(1, at('1-1'))], [other, one])).toEqual([])
  })
  test('one in another port is the one that is left, and the page says that nothing tells', () => {
    const moved = { place: at('1-4'), path: '/dev/hidraw5' }
    expect(found(setups, [other, moved])).toEqual({ 'SCANNER-1': '/dev/hidraw5', 'SCANNER-2': '/dev/hidraw0' })
    expect(twins(setups, [other, moved])).toEqual(['SCANNER-1'])
    expect(found([scanner(1, at('1-1'))], [moved])).toEqual({ 'SCANNER-1': '/dev/hidraw5' })
    expect(twins([scanner(1, at('1-1'))], [moved])).toEqual([])
  })
  test('are set up as often as they are plugged in, and no port twice', () => {
    expect(takenAt([], at('1-1'), [])).toBe('')
    expect(takenAt(setups.slice(0, 1), at('1-2'), [one, other])).toBe('')
    expect(takenAt(setups.slice(0, 1), at('1-1'), [one, other])).toBe('SCANNER-1')
    expect(takenAt(setups.slice(0, 1), at('1-2'), [one])).toBe('SCANNER-1')
    expect(takenAt(setups, hid(''), [one, other])).toBe('SCANNER-1')
  })
})
