/** A practice desk with its training devices: the real station, the real host and drivers, and the sample library. */
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { AllDevices } from '../../../main/devices/all-devices.ts'
import type { Patience } from '../../../main/devices/printers/printer.ts'
import { preparePractice } from '../../../main/practice-start.ts'
import type { StationPorts } from '../../../main/station-ports.ts'
import type { DeskSnapshot } from '../../../shared/desk/screen.ts'
import type { ToDevicesHost } from '../../../shared/devices/wire.ts'
import { FAST } from '../../support/devices/training-host.ts'
import { openDesk, type TestDesk } from './desk.ts'
import { seededRandom, FakeClock } from './fakes.ts'
import { testFolder } from './folders.ts'

const SAMPLE = join(import.meta.dirname, '../../../demo/library')
const QUICK: Patience = { answer_ms: 500, job_ms: 1_000, look_ms: 50 }

export type TrainingDesk = {
  readonly desk: TestDesk
  readonly snapshot: () => Promise<DeskSnapshot>
  /** What a person reads on the strip, sheet by sheet. */
  readonly sheets: () => Promise<readonly (readonly string[])[]>
  /** Waits until the desk is so. */
  readonly until: (is: (now: DeskSnapshot) => boolean) => Promise<DeskSnapshot>
}

export async function trainingDesk(): Promise<TrainingDesk> {
  const folder = testFolder()
  const clock = new FakeClock()
  const asked: ToDevicesHost[] = []
  let devices: AllDevices | null = null
  const ports: Partial<StationPorts> = {
    is_practice: true,
    askDevices: (one) => void (devices === null ? asked.push(one) : devices.act(one)),
  }
  const desk = await openDesk(folder, ports, clock)
  devices = new AllDevices(true, {
    monotonic_ms: () => performance.now(),
    say: (said) => desk.station.devicesSaid(said),
    scan: ({ text, device_code }) =>
      void desk.ok('desk.scan', { commandId: desk.id(), text, source: 'scan', scanner: device_code }),
    log: (line) => void desk.log.push(line),
    patience: QUICK,
    pace: FAST,
  })
  onTestFinished(() => devices?.close())
  for (const one of asked) await devices.act(one)
  const random = seededRandom(5)
  await preparePractice(desk.station, { sampleFolder: SAMPLE, copyFolder: join(folder, 'library'), clock, random })
  await desk.ok('training.show', { is_shown: true })
  const snapshot = async (): Promise<DeskSnapshot> => (await desk.ok('desk.snapshot', {})).snapshot
  const until: TrainingDesk['until'] = async (is) => {
    await expect.poll(async () => is(await snapshot()), { interval: 10 }).toBe(true)
    return snapshot()
  }
  await until(({ strip, training }) => strip.devices.tone === 'ok' && training?.now !== null)
  const sheets = async () => (await snapshot()).training?.now?.sheets.map(({ texts }) => texts) ?? []
  return { desk, snapshot, sheets, until }
}
