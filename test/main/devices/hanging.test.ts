/** Calls of the system that do not come back: each holds a thread, and so is made once. */
import { createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { oneAtATime, openedInTime } from '../../../main/devices/transports/hanging.ts'
import type { Seen } from '../../../main/devices/transports/line.ts'
import { lookAround } from '../../../main/devices/transports/look.ts'
import { openTcp } from '../../../main/devices/transports/tcp.ts'

const NEVER = new Promise<never>(() => undefined)

test('a device whose opening hangs is not opened again before that comes back', async () => {
  const hung = Promise.withResolvers<string>()
  const closed: string[] = []
  let opens_count = 0
  const tryAt = (path: string): Promise<string> =>
    openedInTime(
      path,
      () => {
        opens_count += 1
        return opens_count === 1 ? hung.promise : Promise.resolve('opened')
      },
      (device) => Promise.resolve(closed.push(device)),
      20,
    )
  await expect(tryAt('/dev/hangs')).rejects.toThrow('longer than 20 ms')
  await expect(tryAt('/dev/hangs')).rejects.toThrow('still hangs')
  expect(opens_count).toBe(1)
  expect(await tryAt('/dev/another')).toBe('opened')
  hung.resolve('late')
  await expect.poll(() => closed).toEqual(['late'])
  await expect.poll(() => tryAt('/dev/hangs')).toBe('opened')
})

test('a look that hangs is not begun again, and hides nothing of the others', async () => {
  let looks_count = 0
  const printer: Seen = {
    place: { via: 'usb-printer', usb: { vendor_id: 1, product_id: 2, serial_number: '' } },
    name: 'Printer\u202e\u001b[2J',
    looks_like: 'printer',
    path: '/dev/usb/lp0',
  }
  const by = {
    hid: oneAtATime((): Promise<readonly Seen[]> => {
      looks_count += 1
      return NEVER
    }),
    serial: () => Promise.reject(new Error('no such driver')),
    'usb-printer': () => Promise.resolve([printer]),
    queue: () => Promise.resolve([]),
    tcp: () => Promise.resolve([]),
  }
  const looks = [1, 2].map(() => lookAround(new Set(['hid', 'serial', 'usb-printer']), [], by))
  for (const { seen, faults } of await Promise.all(looks)) {
    expect(seen.map(({ name }) => name)).toEqual(['Printer [2J'])
    expect(faults).toHaveLength(2)
  }
  expect(looks_count).toBe(1)
}, 20_000)

test('what is asked of each thing is asked once at a time, and again afterwards', async () => {
  const asked: string[] = []
  const answers = new Map([['one', Promise.withResolvers<number>()]])
  const call = oneAtATime((of) => {
    asked.push(of)
    return answers.get(of)?.promise ?? Promise.reject(new Error('unknown'))
  })
  const [first, second] = [call('one'), call('one')]
  await expect(call('another')).rejects.toThrow('unknown')
  await expect(call('another')).rejects.toThrow('unknown')
  answers.get('one')?.resolve(7)
  expect(await Promise.all([first, second])).toEqual([7, 7])
  expect(await call('one')).toBe(7)
  expect(asked).toEqual(['one', 'another', 'another', 'one'])
})

test('two printers at one name are opened at once', async () => {
  const server = createServer((socket) => socket.on('error', () => undefined).resume())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  onTestFinished(() => void server.close())
  const at = server.address()
  const port_number = typeof at === 'object' && at !== null ? at.port : 0
  const place = { via: 'tcp', host: 'localhost', port_number } as const
  const heard = { onBytes: () => undefined, onLost: () => undefined }
  const openings = await Promise.all([openTcp(place, '', heard), openTcp(place, '', heard)])
  for (const opening of openings) if (opening.kind === 'open') await opening.line.close()
  expect(openings.map(({ kind }) => kind)).toEqual(['open', 'open'])
})
