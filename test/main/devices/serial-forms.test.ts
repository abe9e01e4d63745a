/**
 * Every speed and form of a serial line that a person can choose, on the real serialport: the line opens, the kernel
 * has its speed, and a scan arrives. A pseudoterminal keeps neither data bits nor parity: those are not read back.
 */
import { execFileSync } from 'node:child_process'
import { expect, onTestFinished, test } from 'vitest'
import { USUAL_FRAMING } from '../../../shared/devices/scan/framing.ts'
import { SERIAL_FORMS, SERIAL_SPEEDS, USUAL_LINE } from '../../../shared/devices/setup.ts'
import { newScanner } from '../../../shared/devices/setup-scanner.ts'
import { ptyHost } from '../../support/devices/pty-host.ts'

const ITEM = '31234500012348'
const speedOf = (path: string): string => execFileSync('stty', ['-F', path, 'speed'], { encoding: 'utf8' }).trim()

test.each(SERIAL_SPEEDS)('%s baud, in every form', async (speed) => {
  const { host, said, scans, newPty, close } = ptyHost()
  onTestFinished(close)
  const pty = await newPty()
  const place = { via: 'serial', usb: null, path: pty.path, line: USUAL_LINE } as const
  for (const [at, form] of SERIAL_FORMS.entries()) {
    await host.use([newScanner(`SCANNER-${at + 1}`, place, { side: 'any', speed, form })])
    const isReady = (): boolean => said.some((one) => one.kind === 'now' && isOpen(one.device, at + 1))
    await expect.poll(isReady, { message: form }).toBe(true)
    expect(speedOf(pty.path), form).toBe(speed)
    pty.send(`${ITEM}\r`)
    await expect.poll(() => scans.at(-1), { message: form }).toEqual({ device_code: `SCANNER-${at + 1}`, text: ITEM })
  }
  expect(scans).toHaveLength(SERIAL_FORMS.length)
})

function isOpen({ device_code, state }: { readonly device_code: string; readonly state: string }, number: number) {
  return device_code === `SCANNER-${number}` && state === 'ready'
}

test('a speed that no list has, as a file of settings can', async () => {
  const { host, scans, newPty, close } = ptyHost()
  onTestFinished(close)
  const pty = await newPty()
  const line = { ...USUAL_LINE, baud_count: 12_345 }
  const place = { via: 'serial', usb: null, path: pty.path, line } as const
  await host.use([{ device_code: 'SCANNER-1', role: 'scanner', side: 'any', framing: USUAL_FRAMING, place }])
  await expect.poll(() => (pty.send(`${ITEM}\r`), scans.length)).toBeGreaterThan(0)
})
