/**
 * The practice desk of the script door, with its training devices in this program: a script does to them what a person
 * does, and its next line is read once they have done what follows from that.
 */
import { join } from 'node:path'
import { AllDevices } from '../../main/devices/all-devices.ts'
import { machineClock, machineMonotonic_ms, machineRandom } from '../../main/ipc/machine-edge.ts'
import { preparePractice } from '../../main/practice-start.ts'
import type { Station, StationPorts } from '../../main/station-ports.ts'
import type { DeskSnapshot } from '../../shared/desk/screen.ts'
import type { DeviceSetup } from '../../shared/devices/setup.ts'
import type { TrainingNow } from '../../shared/devices/training/wire.ts'
import type { DeviceScan, FromDevicesHost, ToDevicesHost } from '../../shared/devices/wire.ts'
import { must } from '../../shared/kernel/assert.ts'
import { commandId } from '../../shared/kernel/ids.ts'

/** Nobody watches the paper come out. */
const PACE = { step_dots: 24, every_ms: 2 } as const
const LOOK_AGAIN_MS = 20
/** More than the longest paper takes, and than a cable that was plugged in is found after. */
const REST_MAX_MS = 60_000

const SAMPLE = join(import.meta.dirname, '../../demo/library')

export class ScriptedPractice {
  readonly #devices: AllDevices
  readonly #log: (line: string) => void
  #station: Station | null = null
  /** What the station asked while it was being opened. */
  #early: ToDevicesHost[] = []
  #setups: readonly DeviceSetup[] = []
  readonly #states = new Map<string, string>()
  /** What was asked of a device and is not over, with the device. */
  readonly #work = new Map<string, string>()
  #now: TrainingNow | null = null
  #scans_count = 0
  #acting: Promise<unknown> = Promise.resolve()

  constructor(log: (line: string) => void) {
    this.#log = log
    this.#devices = new AllDevices(true, {
      monotonic_ms: machineMonotonic_ms,
      say: (said) => this.#said(said),
      scan: (scan) => void this.#scanned(scan),
      log,
      pace: PACE,
    })
  }

  readonly ports: Pick<StationPorts, 'is_practice' | 'askDevices'> = {
    is_practice: true,
    askDevices: (asked) => this.#ask(asked),
  }

  /** With the sample library, a desk and a person signed in; then its devices are plugged in. */
  async begin(station: Station, data: string): Promise<void> {
    this.#station = station
    for (const asked of this.#early) this.#ask(asked)
    this.#early = []
    const copyFolder = join(data, 'library')
    await preparePractice(station, { sampleFolder: SAMPLE, copyFolder, clock: machineClock, random: machineRandom })
    await this.rest()
  }

  /**
   * Ends once nothing more follows from what was done: every device is open, each scan is taken and each paper printed.
   * What a printer has that cannot print is not waited for.
   */
  async rest(): Promise<void> {
    const until_ms = machineMonotonic_ms() + REST_MAX_MS
    // The spooler goes on a turn after the answer.
    do await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
    while (!(await this.#isAtRest()) && machineMonotonic_ms() < until_ms)
    if (machineMonotonic_ms() >= until_ms) this.#log('the training devices did not come to rest; the script goes on')
  }

  close(): Promise<void> {
    return this.#devices.close()
  }

  #ask(asked: ToDevicesHost): void {
    if (this.#station === null) {
      this.#early.push(asked)
      return
    }
    if (asked.kind === 'use') this.#setups = asked.devices
    if (asked.kind === 'do') this.#work.set(asked.work_ref, asked.device_code)
    this.#acting = Promise.all([this.#acting, this.#devices.act(asked)])
  }

  #said(said: FromDevicesHost): void {
    if (said.kind === 'now') this.#states.set(said.device.device_code, said.device.state)
    if (said.kind === 'ended') this.#work.delete(said.work_ref)
    if (said.kind === 'training') this.#now = said.now
    must(this.#station, 'the devices are asked once the station is there').devicesSaid(said)
  }

  /** As the screen would send it. */
  async #scanned({ text, device_code }: DeviceScan): Promise<void> {
    const input = {
      commandId: commandId(machineClock.now(), machineRandom),
      text,
      source: 'scan',
      scanner: device_code,
    }
    this.#scans_count += 1
    const { result } = await must(this.#station, 'a scan comes from a device in use').handle({
      id: 0,
      method: 'desk.scan',
      input,
    })
    this.#scans_count -= 1
    if (result.kind !== 'ok') this.#log(`a scan was not taken: ${JSON.stringify(result)}`)
  }

  async #isAtRest(): Promise<boolean> {
    await this.#acting
    const canPrint = this.#canPrint()
    const isHeldUp = ({ role }: DeviceSetup): boolean => role === 'printer' && !canPrint
    const waited = this.#setups.filter((one) => !isHeldUp(one)).map(({ device_code }) => device_code)
    if (this.#scans_count > 0 || waited.some((code) => this.#states.get(code) !== 'ready')) return false
    if ([...this.#work.values()].some((code) => waited.includes(code))) return false
    return !canPrint || (this.#now?.printer.is_printing !== true && !(await this.#isPaperWaiting()))
  }

  #canPrint(): boolean {
    if (this.#now === null) return true
    const { paper, is_cover_open, is_stalled, is_plugged } = this.#now.printer
    return paper !== 'out' && !is_cover_open && !is_stalled && is_plugged
  }

  /** What failed waits for a person. */
  async #isPaperWaiting(): Promise<boolean> {
    const station = must(this.#station, 'it was opened')
    const { result } = await station.handle({ id: 0, method: 'desk.snapshot', input: {} })
    if (result.kind !== 'ok') return false
    const { strip } = (result.output as { readonly snapshot: DeskSnapshot }).snapshot
    return strip.jobs.says !== '' && strip.jobs.tone === 'ok'
  }
}

/** Why the folder cannot be opened as asked; null: for another reason. */
export function wrongKindOfDesk(fault: unknown, folder: string): string | null {
  const code = fault instanceof Error ? fault.message : ''
  if (code === 'practice-folder') return `${folder} holds a practice desk. It opens with --practice.`
  if (code === 'folder-of-a-desk-at-work') return `${folder} holds a desk at work. It opens without --practice.`
  return null
}
