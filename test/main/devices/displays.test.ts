/** Pole displays on real drivers: what they get, and that one which hangs or is pulled out holds nothing up. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DevicesHost } from '../../../main/devices/host.ts'
import { encodeBegin, encodeShow, type PoleLanguage } from '../../../shared/devices/display/pole-codes.ts'
import { USUAL_FRAMING } from '../../../shared/devices/scan/framing.ts'
import { USUAL_LINE, type DeviceSetup } from '../../../shared/devices/setup.ts'
import type { DeviceScan, FromDevicesHost } from '../../../shared/devices/wire.ts'
import { ptyHost, type PtyHost } from '../../support/devices/pty-host.ts'

let host: DevicesHost
let said: FromDevicesHost[]
let scans: DeviceScan[]
let newPty: PtyHost['newPty']
let close: PtyHost['close']

beforeEach(() => {
  ;({ host, said, scans, newPty, close } = ptyHost())
})
afterEach(() => close())

const placeAt = (path: string) => ({ via: 'serial', usb: null, path, line: USUAL_LINE }) as const
const displayAt = (path: string, language: PoleLanguage = 'cd5220'): DeviceSetup => {
  return { device_code: 'DISPLAY-1', role: 'display', language, place: placeAt(path) }
}

const stateOf = (code = 'DISPLAY-1'): string | undefined =>
  said.flatMap((one) => (one.kind === 'now' && one.device.device_code === code ? [one.device.state] : [])).at(-1)
const ends = (): readonly string[] => said.flatMap((one) => (one.kind === 'ended' ? [`${one.end} ${one.detail}`] : []))
const show = (work_ref: string, ...lines: string[]): void => host.do(work_ref, 'DISPLAY-1', { kind: 'show', lines })
const hex = (...bytes: readonly Uint8Array[]): string => Buffer.concat(bytes).toString('hex')

test.each(['cd5220', 'esc-pos'] as const)('%s: it is begun once, and shows each pair of lines', async (language) => {
  const pty = await newPty()
  await host.use([displayAt(pty.path, language)])
  await expect.poll(() => stateOf()).toBe('ready')
  show('a', 'Given         $20.00', 'Change         $7.50')
  show('b', 'Welcome')
  await expect.poll(ends).toEqual(['done ', 'done '])
  const first = encodeShow(language, ['Given         $20.00', 'Change         $7.50'])
  const all = hex(encodeBegin(language), first, encodeShow(language, ['Welcome', '']))
  await expect.poll(() => pty.received().toString('hex')).toBe(all)
})

test('it prints nothing and opens nothing', async () => {
  const pty = await newPty()
  await host.use([displayAt(pty.path)])
  await expect.poll(() => stateOf()).toBe('ready')
  host.do('a', 'DISPLAY-1', { kind: 'pulse' })
  await expect.poll(ends).toEqual(['not-done wrong-work'])
  await expect.poll(() => pty.received().toString('hex')).toBe(hex(encodeBegin('cd5220')))
})

test('one that hangs is told as not taken, is begun anew, and meanwhile a scanner beside it scans', async () => {
  const [pty, other] = [await newPty(), await newPty()]
  const scanner = { role: 'scanner', side: 'any', framing: USUAL_FRAMING, place: placeAt(other.path) } as const
  await host.use([displayAt(pty.path), { device_code: 'SCANNER-1', ...scanner }])
  await expect.poll(() => [stateOf(), stateOf('SCANNER-1')]).toEqual(['ready', 'ready'])
  pty.hang()
  let shows_count = 0
  await expect
    .poll(() => {
      const isTold = ends().includes('may-be-done not-taken')
      const isMore = !isTold && ends().length === shows_count
      if (isMore) for (let n = 0; n < 20; n += 1) show(`s${(shows_count += 1)}`, 'Waiting')
      return isTold
    })
    .toBe(true)
  other.send('31234500012348\r')
  await expect.poll(() => scans.length).toBe(1)
  pty.goOn()
  await expect
    .poll(() => {
      // Not before it is opened again, and a busy computer may let it be late once more: sent until it is taken.
      const isTaken = said.some((one) => one.kind === 'ended' && one.work_ref.startsWith('back') && one.end === 'done')
      if (!isTaken && ends().length === shows_count) show(`back${(shows_count += 1)}`, 'Back')
      return isTaken
    })
    .toBe(true)
  const last = hex(encodeShow('cd5220', ['Back', '']))
  await expect.poll(() => pty.received().toString('hex').endsWith(last)).toBe(true)
  expect(
    pty
      .received()
      .toString('hex')
      .split(hex(encodeBegin('cd5220'))).length,
  ).toBeGreaterThan(2)
})

test('pulled out: what waits is not done, and it is begun again once it is back', async () => {
  const pty = await newPty()
  await host.use([displayAt(pty.path)])
  await expect.poll(() => stateOf()).toBe('ready')
  await pty.unplug()
  await expect.poll(() => stateOf()).toBe('absent')
  show('a', 'Nobody sees it')
  await expect.poll(ends).toEqual(['not-done not-ready'])
  const again = await newPty()
  await host.use([displayAt(again.path)])
  await expect.poll(() => stateOf()).toBe('ready')
  show('b', 'Welcome')
  const all = hex(encodeBegin('cd5220'), encodeShow('cd5220', ['Welcome', '']))
  await expect.poll(() => again.received().toString('hex')).toBe(all)
})

test('it is cleared once it is open, whatever it showed before, and when it is put out of use', async () => {
  const pty = await newPty()
  await host.use([displayAt(pty.path)])
  await expect.poll(() => pty.received().toString('hex')).toBe(hex(encodeBegin('cd5220')))
  show('a', 'Due            $20.00')
  await expect.poll(ends).toEqual(['done '])
  await host.use([])
  await expect
    .poll(() =>
      pty
        .received()
        .toString('hex')
        .endsWith(hex(encodeBegin('cd5220'))),
    )
    .toBe(true)
  expect(
    pty
      .received()
      .toString('hex')
      .split(hex(encodeBegin('cd5220'))),
  ).toHaveLength(3)
})
