/** Main's side of the devices process, with a process whose wire is in the test's hand. */
import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DevicesLink } from '../../../main/electron/devices-link.ts'
import type { ToDevices } from '../../../main/ipc/wire.ts'
import type { FromDevicesHost, ToDevicesHost } from '../../../shared/devices/wire.ts'

class WireDevices extends EventEmitter {
  readonly heard: ToDevices[] = []
  readonly pid = 4711
  postMessage(message: unknown): void {
    this.heard.push(message as ToDevices)
  }
  kill(): boolean {
    return true
  }
}

let processes: WireDevices[]
let said: FromDevicesHost[]
let link: DevicesLink
const latest = (): WireDevices => processes.at(-1) ?? new WireDevices()
const up = (): void => void latest().emit('message', { kind: 'opened' })
const die = (): void => void latest().emit('exit', 1)
const asked = (): ToDevices[] => latest().heard.filter(({ kind }) => kind === 'asked')

const use: ToDevicesHost = { kind: 'use', devices: [] }
const pulse = { kind: 'do', work_ref: 'K.1.1.0', device_code: 'PRINTER-1', work: { kind: 'pulse' } } as const

beforeEach(() => {
  vi.useFakeTimers()
  processes = []
  said = []
  link = new DevicesLink({
    fork: () => {
      processes.push(new WireDevices())
      return latest()
    },
    is_practice: false,
    push: () => undefined,
    say: (one) => said.push(one),
    scan: () => undefined,
    endNow: () => undefined,
    monotonic_ms: () => performance.now(),
    log: () => undefined,
  })
})
afterEach(() => vi.useRealTimers())

test('a process that comes back is told which devices there are, and of no work of the one before', async () => {
  up()
  link.ask(use)
  link.ask(pulse)
  expect(asked()).toHaveLength(2)
  die()
  await vi.advanceTimersByTimeAsync(1_000)
  up()
  expect(asked()).toEqual([{ kind: 'asked', asked: use }])
  expect(said).toEqual([
    { kind: 'host', state: 'restarting' },
    { kind: 'host', state: 'up' },
  ])
})

test('work for a process that is down is certainly not done, and is not sent later', async () => {
  up()
  die()
  link.ask(pulse)
  expect(said.at(-1)).toMatchObject({ kind: 'ended', work_ref: 'K.1.1.0', end: 'not-done', detail: 'not-ready' })
  await vi.advanceTimersByTimeAsync(1_000)
  up()
  expect(asked()).toEqual([])
})

test('a station that starts while the process is down hears that it is', async () => {
  up()
  die()
  said.length = 0
  link.ask(use)
  expect(said).toEqual([{ kind: 'host', state: 'restarting' }])
  await vi.advanceTimersByTimeAsync(1_000)
  up()
  expect(said.at(-1)).toEqual({ kind: 'host', state: 'up' })
})

test('one that was given up is started again when the station asks for its devices, and not before', async () => {
  up()
  link.ask(use)
  for (let ends = 0; ends < 5; ends += 1) {
    die()
    await vi.advanceTimersByTimeAsync(5_000)
    up()
  }
  expect(said.at(-1)).toEqual({ kind: 'host', state: 'down' })
  const started_count = processes.length
  link.ask(pulse)
  expect(processes).toHaveLength(started_count)
  link.ask(use)
  expect(processes).toHaveLength(started_count + 1)
  up()
  expect(said.at(-1)).toEqual({ kind: 'host', state: 'up' })
  expect(asked()).toEqual([{ kind: 'asked', asked: use }])
})
