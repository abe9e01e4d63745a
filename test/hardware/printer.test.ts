/** A receipt printer of the USB printer class, with the kernel's own driver for it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Guest } from './host/guest.ts'

const PRINTER = { is: 'printer', vendor_id: 0x04b8, product_id: 0x0e15, serial_number: 'MADE0004' } as const
/** Where a program finds it, and its other end. */
const [PATH, ITSELF] = ['/dev/usb/lp0', '/dev/g_printer0']

let guest: Guest

beforeAll(async () => {
  guest = await Guest.boot()
  await guest.act('makeUsb', 'printer', PRINTER)
})
afterAll(() => guest?.end())

test('what is written to it arrives, and what it says comes back', async () => {
  await guest.act('plugUsb', 'printer')
  await expect.poll(() => guest.act('isThere', PATH)).toBe(true)
  await expect.poll(() => guest.act('isThere', ITSELF)).toBe(true)
  await guest.act('open', PATH)
  await guest.act('open', ITSELF)
  const job = Buffer.from('\u001b@Due Tue, Dec 15\n\u0010\u0004\u0004').toString('hex')
  await guest.act('write', PATH, job)
  await expect.poll(() => guest.act('read', ITSELF)).toBe(job)
  await guest.act('write', ITSELF, '12')
  await expect.poll(() => guest.act('read', PATH)).toBe('12')
  await guest.act('unplugAll')
  await expect.poll(() => guest.act('isThere', PATH)).toBe(false)
})
