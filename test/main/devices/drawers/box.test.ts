/** Boxes that open a cash drawer, on the real serial driver and pseudoterminals of the kernel. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DevicesHost } from '../../../../main/devices/host.ts'
import { triggerCalled } from '../../../../shared/devices/drawer/triggers.ts'
import { USUAL_LINE, type DeviceSetup } from '../../../../shared/devices/setup.ts'
import type { FromDevicesHost } from '../../../../shared/devices/wire.ts'
import { must } from '../../../../shared/kernel/assert.ts'
import { makePty, type Pty } from '../../../support/devices/pty.ts'

const BOX = 'DRAWERBOX-1'

let host: DevicesHost
let said: FromDevicesHost[]
let pty: Pty

beforeEach(async () => {
  said = []
  pty = await makePty()
  host = new DevicesHost({
    monotonic_ms: () => performance.now(),
    say: (one) => said.push(one),
    scan: () => undefined,
    log: () => undefined,
  })
})
afterEach(async () => {
  await host.close()
  await pty.unplug()
})

const setupOf = (trigger_code: string): DeviceSetup => ({
  device_code: BOX,
  role: 'drawer',
  place: { via: 'serial', usb: null, path: pty.path, line: USUAL_LINE },
  trigger_code,
  drawer: 'DRAWER-1',
})

async function boxOf(trigger_code: string): Promise<void> {
  await host.use([setupOf(trigger_code)])
  const isReady = (): boolean => said.some((one) => one.kind === 'now' && one.device.state === 'ready')
  await expect.poll(isReady).toBe(true)
}

const levels = (): unknown[] => said.flatMap((one) => (one.kind === 'drawer' ? [one.is_open] : []))
const ends = (): unknown[] => said.flatMap((one) => (one.kind === 'ended' ? [[one.work_ref, one.end]] : []))
const count = (bytes: readonly number[]): number => {
  const all = pty.received()
  return all.filter((_, at) => bytes.every((byte, index) => all[at + index] === byte)).length
}

describe.each(['any-character', 'glancetron-8005u-1', 'glancetron-8005u-2', 'acode-at10u3', 'ibm-display-port'])(
  '%s',
  (code) => {
    test('is opened by its own bytes, once a pulse', async () => {
      const { open } = must(triggerCalled(code), 'a trigger')
      await boxOf(code)
      host.do('D.1.1.0', BOX, { kind: 'pulse' })
      await expect.poll(ends).toEqual([['D.1.1.0', 'done']])
      await expect.poll(() => count(open)).toBe(1)
      host.do('D.1.2.0', BOX, { kind: 'pulse' })
      await expect.poll(() => count(open)).toBe(2)
    })

    test('prints nothing', async () => {
      await boxOf(code)
      host.do('D.1.1.0', BOX, { kind: 'show', lines: ['$1.00'] })
      await expect.poll(ends).toEqual([['D.1.1.0', 'not-done']])
      expect(count(must(triggerCalled(code), 'a trigger').open)).toBe(0)
    })
  },
)

test('a box that is asked tells each change once, in any chunks, and noise is none', async () => {
  await boxOf('glancetron-8005u-1')
  await expect.poll(() => count([0x1b, 0x3a])).toBeGreaterThan(0)
  for (const part of ['\x1b4', 'A', '\x1b4A', '\x00\xff??', '\x1b', '4', 'B', '\x1b4B'])
    pty.send(Buffer.from(part, 'latin1'))
  await expect.poll(levels).toEqual([false, true])
  pty.send('\x1b4A')
  await expect.poll(levels).toEqual([false, true, false])
})

test('a station that starts again hears whether the drawer is open, though nothing has changed', async () => {
  await boxOf('glancetron-8005u-1')
  pty.send('\x1b4B')
  await expect.poll(levels).toEqual([true])
  await host.use([setupOf('glancetron-8005u-1')])
  await expect.poll(levels).toEqual([true, true])
})

test('one that only tells while it is open is shut when it is silent', async () => {
  await boxOf('acode-at10u3')
  await expect.poll(levels).toEqual([false])
  pty.send(Uint8Array.of(0))
  await expect.poll(levels).toEqual([false, true])
  await expect.poll(levels, { timeout: 5_000 }).toEqual([false, true, false])
})

test('one that stops answering is not known to be open or shut', async () => {
  await boxOf('ibm-display-port')
  pty.send(Uint8Array.of(0x40))
  await expect.poll(levels).toEqual([true])
  await expect.poll(levels, { timeout: 5_000 }).toEqual([true, null])
})

test('pulled out: nothing is known of the drawer, and no pulse is kept for later', async () => {
  await boxOf('ibm-display-port')
  pty.send(Uint8Array.of(0x00))
  await expect.poll(levels).toEqual([false])
  await pty.unplug()
  await expect.poll(levels).toEqual([false, null])
  host.do('D.1.3.0', BOX, { kind: 'pulse' })
  await expect.poll(ends).toEqual([['D.1.3.0', 'not-done']])
})

test('one that takes nothing ends in its time, and does not say that it opened', async () => {
  await boxOf('any-character')
  pty.stall()
  host.do('D.1.4.0', BOX, { kind: 'pulse' })
  await expect.poll(() => ends().length, { timeout: 5_000 }).toBe(1)
})
