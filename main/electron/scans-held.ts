/**
 * Scans on their way to the page. While it is drawn again after a crash nothing there listens, so they are held until
 * its first call, which it makes once it listens. One that is held too long is dropped: by then the clerk, who heard no
 * sound, has scanned again.
 */
import type { DeviceScan } from '../../shared/devices/wire.ts'
import type { Push } from '../../shared/ipc/envelope.ts'

const HELD_MAX = 200
const HELD_FOR_MS = 10_000

type ScansHeldPorts = {
  readonly push: (push: Push) => void
  readonly monotonic_ms: () => number
  readonly log: (line: string) => void
}

export class ScansHeld {
  readonly #ports: ScansHeldPorts
  #isPageThere = false
  /** More than are held were scanned while no page listened. */
  #too_many_count = 0
  #held: readonly { readonly scan: DeviceScan; readonly at_ms: number }[] = []

  constructor(ports: ScansHeldPorts) {
    this.#ports = ports
  }

  take(scan: DeviceScan): void {
    if (this.#isPageThere) return this.#ports.push({ topic: 'scanned', scan })
    const held = [...this.#held, { scan, at_ms: this.#ports.monotonic_ms() }]
    this.#held = held.slice(-HELD_MAX)
    this.#too_many_count += held.length - this.#held.length
  }

  pageIsGone(): void {
    this.#isPageThere = false
  }

  pageIsThere(): void {
    if (this.#isPageThere) return
    this.#isPageThere = true
    const held = this.#held
    this.#held = []
    const now_ms = this.#ports.monotonic_ms()
    const fresh = held.filter(({ at_ms }) => now_ms - at_ms <= HELD_FOR_MS)
    const dropped_count = held.length - fresh.length + this.#too_many_count
    this.#too_many_count = 0
    if (dropped_count > 0) this.#ports.log(`scans dropped while no page listened: ${dropped_count}`)
    for (const { scan } of fresh) this.#ports.push({ topic: 'scanned', scan })
  }
}
