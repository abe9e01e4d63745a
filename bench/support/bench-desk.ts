/** A station over a folder of the benchmark library, and the calls that a desk makes. */
import { openStation } from '../../main/app.ts'
import type { Station, StationPorts } from '../../main/station-ports.ts'
import type { Input, MethodName, Output } from '../../shared/ipc/contract.ts'
import { commandId } from '../../shared/kernel/ids.ts'
import { instant, type Clock } from '../../shared/kernel/time.ts'
import { seeded } from './seeded.ts'

export const KEY = new Uint8Array(32).fill(7)
export const PIN = '471108'

/**
 * Tuesday, November 24, 2026, 11:07 AM in Chicago, and on from there as time passes: due dates do not depend on today.
 */
const BEGINS_AT = Date.UTC(2026, 10, 24, 17, 7)
/** The bench measures no PINs. */
export const QUICK_PIN_COST = 8
export const monotonic_ms = (): number => performance.now()
export const benchClock: Clock = { now: () => instant(BEGINS_AT + Math.trunc(performance.now())) }

let desksOpened = 0

export class BenchDesk {
  readonly station: Station
  readonly #random = seeded(90 + desksOpened)

  private constructor(station: Station) {
    this.station = station
    desksOpened += 1
  }

  static async open(folder: string, more: Partial<StationPorts> = {}): Promise<BenchDesk> {
    const station = await openStation({
      dataFolder: folder,
      key: KEY,
      key_kept: 'sealed',
      clock: benchClock,
      monotonic_ms,
      measurePinCost: () => QUICK_PIN_COST,
      random: { bytes: seeded(7_000 + desksOpened).bytes },
      log: (line) => console.error(line),
      push: () => {},
      version: 'bench',
      ...more,
    })
    return new BenchDesk(station)
  }

  id(): string {
    return commandId(benchClock.now(), this.#random)
  }

  /** Calls, and throws unless it went well. */
  async ok<Name extends MethodName>(method: Name, input: Input<Name>): Promise<Output<Name>> {
    const { result } = await this.station.handle({ id: 1, method, input })
    if (result.kind !== 'ok') throw new Error(`${method}: ${JSON.stringify(result)}`)
    return result.output as Output<Name>
  }

  async scan(text: string): Promise<Output<'desk.scan'>['snapshot']> {
    return (await this.ok('desk.scan', { commandId: this.id(), text, source: 'scan' })).snapshot
  }

  async signIn(): Promise<void> {
    await this.ok('staff.sign-in', { commandId: this.id(), initials: 'RO', pin: PIN })
  }

  async close(): Promise<void> {
    await this.station.close()
  }
}
