/**
 * The work of one device, one piece after another. Each is answered exactly once, whatever the driver does: what waits
 * for a device that is not there is not done, and the station tries again or asks.
 */
import type { DeviceWork, WorkEnd } from '../../shared/devices/wire.ts'
import type { Driver } from './driver.ts'

/** More than a desk prints at once; a full queue means that something sends in a loop. */
const WAITING_MAX = 50

type Piece = { readonly work_ref: string; readonly work: DeviceWork }

export type WorkQueuePorts = {
  readonly driver: Driver
  readonly ended: (work_ref: string, end: WorkEnd) => void
  readonly log: (line: string) => void
}

export class WorkQueue {
  readonly #ports: WorkQueuePorts
  #waiting: readonly Piece[] = []
  #begun: Piece | null = null
  #isOpen = false

  constructor(ports: WorkQueuePorts) {
    this.#ports = ports
  }

  /** Whether this work waits here or is being done. */
  has(work_ref: string): boolean {
    return this.#begun?.work_ref === work_ref || this.#waiting.some((one) => one.work_ref === work_ref)
  }

  opened(): void {
    this.#isOpen = true
    void this.#next()
  }

  /** Sent twice it is done once. */
  add(work_ref: string, work: DeviceWork): void {
    if (this.has(work_ref)) return
    if (!this.#isOpen) return this.#ports.ended(work_ref, { end: 'not-done', detail: 'not-ready' })
    if (this.#waiting.length >= WAITING_MAX) return this.#ports.ended(work_ref, { end: 'not-done', detail: 'too-much' })
    this.#waiting = [...this.#waiting, { work_ref, work }]
    void this.#next()
  }

  cancel(work_ref: string): void {
    if (this.#begun?.work_ref === work_ref) return this.#ports.driver.cancel()
    if (!this.has(work_ref)) return
    this.#waiting = this.#waiting.filter((one) => one.work_ref !== work_ref)
    this.#ports.ended(work_ref, { end: 'not-done', detail: 'canceled' })
  }

  /** The device is no longer open. The driver, which is told beside this, answers for what was begun. */
  closed(reason: 'lost' | 'removed'): void {
    this.#isOpen = false
    const waiting = this.#waiting
    this.#waiting = []
    for (const { work_ref } of waiting) this.#ports.ended(work_ref, { end: 'not-done', detail: reason })
  }

  async #next(): Promise<void> {
    const [piece, ...rest] = this.#waiting
    if (this.#begun || !this.#isOpen || piece === undefined) return
    this.#waiting = rest
    this.#begun = piece
    const end = await this.#ports.driver.do(piece.work).catch((fault: unknown): WorkEnd => {
      this.#ports.log(`a driver failed at ${piece.work.kind}: ${fault instanceof Error ? fault.message : 'unknown'}`)
      return { end: 'may-be-done', detail: 'broken' }
    })
    this.#begun = null
    this.#ports.ended(piece.work_ref, end)
    void this.#next()
  }
}
