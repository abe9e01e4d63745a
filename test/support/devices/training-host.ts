/** The devices process of a practice desk, as the station hears it. */
import { expect } from 'vitest'
import { AllDevices } from '../../../main/devices/all-devices.ts'
import type { Patience } from '../../../main/devices/printers/printer.ts'
import type { DeviceSetup } from '../../../shared/devices/setup.ts'
import { trainingSetup } from '../../../shared/devices/training/places.ts'
import type { TrainingAct, TrainingNow } from '../../../shared/devices/training/wire.ts'
import type { DeviceScan, FromDevicesHost } from '../../../shared/devices/wire.ts'

export const FAST = { step_dots: 24, every_ms: 2 } as const
const PATIENT: Patience = { answer_ms: 30_000, job_ms: 30_000, look_ms: 100 }

export const TRAINING_SETUPS: readonly DeviceSetup[] = [
  trainingSetup('scanner', 'SCANNER-1', null),
  trainingSetup('printer', 'PRINTER-1', 'MAPLE-1'),
  trainingSetup('display', 'DISPLAY-1', null),
]

export type TrainingHost = {
  readonly devices: AllDevices
  readonly said: readonly FromDevicesHost[]
  readonly scans: readonly DeviceScan[]
  readonly act: (act: TrainingAct) => Promise<void>
  readonly now: () => TrainingNow
  readonly states: (code: string) => readonly string[]
  readonly ends: () => readonly string[]
  /** What a person reads on the strip. */
  readonly texts: () => readonly string[]
}

export function trainingHost(patience: Patience = PATIENT): TrainingHost {
  const said: FromDevicesHost[] = []
  const scans: DeviceScan[] = []
  const devices = new AllDevices(true, {
    monotonic_ms: () => performance.now(),
    say: (one) => said.push(one),
    scan: (one) => scans.push(one),
    log: () => undefined,
    patience,
    pace: FAST,
  })
  const now = (): TrainingNow => {
    const last = said.findLast((one) => one.kind === 'training')
    if (!last) throw new Error('nothing was said of the training devices')
    return last.now
  }
  return {
    devices,
    said,
    scans,
    act: (act) => devices.act({ kind: 'training', act }),
    now,
    states: (code) =>
      said.flatMap((one) => (one.kind === 'now' && one.device.device_code === code ? [one.device.state] : [])),
    ends: () =>
      said.flatMap((one) =>
        one.kind === 'ended' ? [[one.work_ref, one.end, one.detail].filter(Boolean).join(' ')] : [],
      ),
    texts: () => now().sheets.flatMap(({ texts }) => texts),
  }
}

/** With every training device open. */
export async function openTrainingHost(patience?: Patience): Promise<TrainingHost> {
  const host = trainingHost(patience)
  await host.devices.act({ kind: 'use', devices: [...TRAINING_SETUPS] })
  for (const { device_code } of TRAINING_SETUPS) await expect.poll(() => host.states(device_code).at(-1)).toBe('ready')
  return host
}
