/**
 * Scans on their way to the page. While it is drawn again after a crash nothing there listens, so they are held until
 * its first call, which it makes once it listens. Where they are too many, or one was held too long, none of them is
 * handed on, and the clerk is told: a book whose card was left out would be lent to the patron before.
 */
import { DROPPED_TEXT_MAX, type Push } from '../../shared/ipc/envelope.ts'
import type { DeviceScan } from '../../shared/devices/wire.ts'

/** A whole burst of the fastest scanner. */
const HELD_MAX = 1_000
/** By then the clerk, who heard no sound, has scanned again. */
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
  #held: { readonly scan: DeviceScan; readonly at_ms: number }[] = []

  constructor(ports: ScansHeldPorts) {
    this.#ports = ports
  }

  take(scan: DeviceScan): void {
    if (this.#isPageThere) return this.#ports.push({ topic: 'scanned', scan })
    if (this.#held.length < HELD_MAX) this.#held.push({ scan, at_ms: this.#ports.monotonic_ms() })
    else this.#too_many_count += 1
  }

  pageIsGone(): void {
    this.#isPageThere = false
  }

  pageIsThere(): void {
    if (this.#isPageThere) return
    this.#isPageThere = true
    const [held, too_many_count] = [this.#held, this.#too_many_count]
    this.#held = []
    this.#too_many_count = 0
    const now_ms = this.#ports.monotonic_ms()
    if (too_many_count > 0 || held.some(({ at_ms }) => now_ms - at_ms > HELD_FOR_MS)) {
      const scans_count = held.length + too_many_count
      this.#ports.log(`scans dropped while no page listened: ${scans_count}`)
      const texts = held.map(({ scan }) => scan.text.slice(0, DROPPED_TEXT_MAX))
      return this.#ports.push({ topic: 'scans-dropped', scans_count, texts })
    }
    for (const { scan } of held) this.#ports.push({ topic: 'scanned', scan })
  }
}
