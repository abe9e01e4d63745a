/** A device that is kept open, where its driver breaks or says more than fits. */
import { expect, onTestFinished, test } from 'vitest'
import { DOES_NOTHING } from '../../../main/devices/driver.ts'
import { KeptDevice } from '../../../main/devices/kept-device.ts'
import type { LineEvents, Open } from '../../../main/devices/transports/line.ts'
import { USUAL_FRAMING } from '../../../shared/devices/scan/framing.ts'
import { USUAL_LINE } from '../../../shared/devices/setup.ts'
import { deviceNowSchema, type DeviceNow } from '../../../shared/devices/wire.ts'

function kept(open: Open) {
  const said: DeviceNow[] = []
  const place = { via: 'serial', usb: null, path: '/dev/ttyUSB0', line: USUAL_LINE } as const
  const device = new KeptDevice(
    { device_code: 'SCANNER-1', role: 'scanner', side: 'any', framing: USUAL_FRAMING, place },
    {
      open,
      monotonic_ms: () => performance.now(),
      say: (now) => said.push(now),
      log: () => undefined,
      ended: () => undefined,
      driver: { ...DOES_NOTHING, take: () => undefined, end: () => undefined },
    },
  )
  onTestFinished(() => device.end())
  device.looked('/dev/ttyUSB0', false)
  return { device, said }
}

test('a driver that is missing its library fails for its device alone, and is tried again', async () => {
  let opens_count = 0
  const { device, said } = kept(() => {
    opens_count += 1
    return Promise.reject(new Error('libudev.so.1: cannot open shared object file'))
  })
  await expect.poll(() => said.at(-1)?.state).toBe('waiting')
  expect(device.now.detail).toContain('libudev')
  await expect.poll(() => opens_count, { timeout: 5_000 }).toBe(2)
})

test('what a driver says of its end is cleaned and cut: main ends a process that sends more than fits', async () => {
  let events: LineEvents | null = null
  const { said } = kept((_place, _path, heard) => {
    events = heard
    const line = { write: () => Promise.resolve({ kind: 'taken' } as const), close: () => Promise.resolve() }
    return Promise.resolve({ kind: 'open', line })
  })
  await expect.poll(() => said.at(-1)?.state).toBe('ready')
  const heard = events as LineEvents | null
  heard?.onLost(`\u001b[2J\u202egone\n${'x'.repeat(2_000)}`)
  await expect.poll(() => said.at(-1)?.state).toBe('waiting')
  for (const now of said) expect(deviceNowSchema.safeParse(now).success).toBe(true)
  expect(said.at(-1)?.detail).toMatch(/^\[2Jgone x+$/)
})
