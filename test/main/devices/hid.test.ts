/** A scanner and a cash drawer of the HID class on the real node-hid: umockdev shows it what is not there. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { USUAL_FRAMING } from '../../../shared/devices/scan/framing.ts'
import type { DeviceSetup } from '../../../shared/devices/setup.ts'
import { posReports } from '../../support/devices/hid-reports.ts'
import {
  MADE_DRAWER,
  MADE_SCANNER,
  madeBeepingScanner,
  madeDrawer,
  madeScanner,
} from '../../support/devices/hid-made.ts'
import { testFolder } from '../support/folders.ts'

const CHILD = join(import.meta.dirname, '../../support/devices/hid-child.ts')

const SCANNER: DeviceSetup = {
  device_code: 'SCANNER-1',
  role: 'scanner',
  side: 'any',
  framing: USUAL_FRAMING,
  place: { via: 'hid', usb: MADE_SCANNER, usage_page: 0x8c, usage: 2 },
}

type Said = readonly Record<string, unknown>[]

/** Starts the host beside a scanner that sends this report, and returns what it says as it comes. */
function hostBeside(report: Uint8Array, setup = SCANNER): Said {
  return hostWith([...madeScanner(testFolder(), report), process.execPath, CHILD, JSON.stringify(setup)])
}

function hostWith(line: readonly string[]): Said {
  const child = spawn('umockdev-run', line, { stdio: ['pipe', 'pipe', 'inherit'] })
  const said: Record<string, unknown>[] = []
  createInterface({ input: child.stdout }).on('line', (text) => said.push(JSON.parse(text) as Record<string, unknown>))
  onTestFinished(async () => {
    const ended = new Promise((resolve) => child.on('close', resolve))
    child.stdin.end()
    await ended
  })
  return said
}

const [REPORT = new Uint8Array()] = posReports('A21234500001234B', ']F0')

const scansIn = (said: Said): readonly unknown[] => said.flatMap((one) => ('scan' in one ? [one['scan']] : []))

const statesIn = (said: Said): readonly unknown[] =>
  said.flatMap(({ said: one }) => (one && typeof one === 'object' && 'device' in one ? [one.device] : []))

test('is found by what it is for, opened, and its scan arrives', async () => {
  const said = hostBeside(REPORT)
  await expect.poll(() => scansIn(said)).toEqual([{ device_code: 'SCANNER-1', text: '21234500001234' }])
  expect(said[0]).toEqual({
    said: {
      kind: 'discovered',
      number: 1,
      found: [{ place: SCANNER.place, name: 'Made-up scanner', looks_like: 'scanner', device_code: '' }],
    },
  })
})

test('half a report is told', async () => {
  const said = hostBeside(REPORT.subarray(0, 20))
  const misread = { kind: 'misread', device_code: 'SCANNER-1', fault: 'half-report' }
  await expect.poll(() => said).toContainEqual({ said: misread })
  expect(scansIn(said)).toEqual([])
})

test('one with another serial number is another scanner, and is not opened', async () => {
  const usb = { ...MADE_SCANNER, serial_number: 'OTHER' }
  const said = hostBeside(REPORT, { ...SCANNER, place: { via: 'hid', usb, usage_page: 0x8c, usage: 2 } })
  await expect.poll(() => statesIn(said)).toHaveLength(1)
  expect(statesIn(said)).toEqual([{ device_code: 'SCANNER-1', state: 'absent', is_twin: false, detail: '' }])
})

test('a cash drawer is found by its maker and model, and opened by its own report', async () => {
  const place = { via: 'hid', usb: MADE_DRAWER, usage_page: 0xffa0, usage: 1 } as const
  const setup: DeviceSetup = {
    device_code: 'DRAWERBOX-1',
    role: 'drawer',
    place,
    trigger_code: 'apg-554',
    drawer: 'DRAWER-1',
  }
  const made = madeDrawer(testFolder(), Uint8Array.of(0, 1, 1))
  const said = hostWith([...made, process.execPath, CHILD, JSON.stringify(setup), 'pulse'])
  const ended = { kind: 'ended', work_ref: 'D.1.1.0', device_code: 'DRAWERBOX-1', end: 'done', detail: '' }
  await expect.poll(() => said, { timeout: 10_000 }).toContainEqual({ said: ended })
  expect(said[0]).toMatchObject({ said: { kind: 'discovered', found: [{ place, looks_like: 'drawer' }] } })
})

test('a scanner that says of itself that it can be told to beep is told by its own report', async () => {
  const made = madeBeepingScanner(testFolder(), Uint8Array.of(4, 0b100))
  const said = hostWith([...made, process.execPath, CHILD, JSON.stringify(SCANNER), 'beep'])
  const ended = { kind: 'ended', work_ref: 'beep-1.1', device_code: 'SCANNER-1', end: 'done', detail: '' }
  await expect.poll(() => said, { timeout: 10_000 }).toContainEqual({ said: ended })
  expect(said).toContainEqual({ said: { kind: 'beeper', device_code: 'SCANNER-1' } })
})
