/** Bytes to a serial device, on the real driver and a pseudoterminal of the kernel. */
import { expect, onTestFinished, test } from 'vitest'
import type { Line, Opening } from '../../../main/devices/transports/line.ts'
import { openSerial } from '../../../main/devices/transports/serial-edge.ts'
import { USUAL_LINE } from '../../../shared/devices/setup.ts'
import { makePty, type Pty } from '../../support/devices/pty.ts'

async function openPty(isStalled = false): Promise<{ readonly pty: Pty; readonly line: Line }> {
  const pty = await makePty()
  if (isStalled) pty.stall()
  const place = { via: 'serial', usb: null, path: pty.path, line: USUAL_LINE } as const
  const opening: Opening = await openSerial(place, pty.path, { onBytes: () => undefined, onLost: () => undefined })
  if (opening.kind !== 'open') throw new Error(opening.detail)
  onTestFinished(async () => {
    await opening.line.close()
    await pty.unplug()
  })
  return { pty, line: opening.line }
}

test('every byte arrives as it is, those of flow control and line ends too', async () => {
  const { pty, line } = await openPty()
  const bytes = Uint8Array.from({ length: 5_000 }, (_, at) => at % 256)
  expect(await line.write(bytes, 5_000)).toEqual({ kind: 'taken' })
  await expect.poll(() => Buffer.compare(pty.received(), bytes)).toBe(0)
})

test('a device that does not read: ends in its time, and says how far it may have got', async () => {
  const { line } = await openPty(true)
  const written = await line.write(new Uint8Array(200_000), 300)
  if (written.kind !== 'short') throw new Error('taken')
  expect(written.taken_max_count).toBeGreaterThan(0)
  expect(written.taken_max_count).toBeLessThan(200_000)
})

test('a port that was closed takes nothing', async () => {
  const { line } = await openPty()
  await line.close()
  expect((await line.write(Uint8Array.of(1), 300)).kind).toBe('short')
})
