/**
 * What each pole display of this desk should show, and what was sent to it. One piece of work at a time is under way
 * for a display, and only the newest lines wait: a display that hangs is never sent what has passed. Nothing waits for
 * a display. Times are those that passed, so that a clock that is set back keeps no display waiting.
 */
import { poleLines, type PoleLines } from '../../../../shared/devices/display/pole-lines.ts'
import type { PatronView } from '../../../../shared/devices/display/view.ts'
import type { FromDevicesHost, ToDevicesHost } from '../../../../shared/devices/wire.ts'

/** A display that did not take its lines gets them again after so long: each try leaves bytes with the system. */
const AGAIN_AFTER_MS = 30_000
/** How long a test text stays, unless something happens at the desk. */
const TEST_FOR_MS = 10_000

/** The devices process may still be at work of a station that ended: names of another are never those of this one. */
const OF_THIS_STATION = process.pid

type Ask = (asked: ToDevicesHost) => void
type Ended = Extract<FromDevicesHost, { kind: 'ended' }>
type Pole = {
  /** The lines that were sent last, as text; empty: none since it is ready. */
  readonly sent: string
  /** The work that is under way; empty: none. */
  readonly work_ref: string
  /** When lines were last not taken; null: they were. */
  readonly failed_at_ms: number | null
}

const FRESH: Pole = { sent: '', work_ref: '', failed_at_ms: null }

export class PoleShows {
  readonly #poles = new Map<string, Pole>()
  #works_count = 0
  #view: PatronView | null = null
  readonly #tests = new Map<string, { readonly lines: PoleLines; readonly until_ms: number }>()

  /** Shows the view from now on. A test text makes room for it. */
  show(view: PatronView): void {
    this.#view = view
    this.#tests.clear()
  }

  /** Shows these lines on one display for a moment. */
  test(device_code: string, lines: PoleLines, passed_ms: number): void {
    this.#tests.set(device_code, { lines, until_ms: passed_ms + TEST_FOR_MS })
  }

  /** The display was opened: nobody knows what it shows. */
  opened(device_code: string): void {
    this.#poles.set(device_code, FRESH)
  }

  /** The devices process ended, or these are no longer displays of this desk. */
  forget(device_codes: readonly string[] = [...this.#poles.keys()]): void {
    for (const code of device_codes) this.#poles.delete(code)
  }

  /** @returns whether this was work of a display */
  ended({ device_code, work_ref, end }: Ended, passed_ms: number): boolean {
    const pole = this.#poles.get(device_code)
    if (pole?.work_ref !== work_ref) return false
    this.#poles.set(device_code, { ...pole, work_ref: '', failed_at_ms: end === 'done' ? null : passed_ms })
    return true
  }

  /** Sends what is not shown yet to the displays that are ready. */
  send(ask: Ask, passed_ms: number): void {
    for (const [device_code, pole] of this.#poles) {
      const lines = this.#linesOf(device_code, passed_ms)
      const isDue = pole.failed_at_ms === null || passed_ms - pole.failed_at_ms >= AGAIN_AFTER_MS
      const sent = lines?.join('\n') ?? ''
      if (lines === null || pole.work_ref !== '' || !isDue) continue
      if (sent === pole.sent && pole.failed_at_ms === null) continue
      this.#works_count += 1
      const work_ref = `show ${OF_THIS_STATION}.${this.#works_count}`
      this.#poles.set(device_code, { sent, work_ref, failed_at_ms: null })
      ask({ kind: 'do', work_ref, device_code, work: { kind: 'show', lines: [...lines] } })
    }
  }

  #linesOf(device_code: string, passed_ms: number): PoleLines | null {
    const test = this.#tests.get(device_code)
    if (test && passed_ms < test.until_ms) return test.lines
    this.#tests.delete(device_code)
    return this.#view === null ? null : poleLines(this.#view)
  }
}
