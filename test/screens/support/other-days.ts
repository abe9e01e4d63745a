/**
 * Another day at a desk: a file beside the desk's own says how many days its clock is ahead of the computer's. Takes
 * the clock alone; everything else of the day passes as it does at a real desk.
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'

const DAY_MS = 86_400_000

/** Read at each look at the clock, so that a day passes while the desk is on. */
const SHIFT = `
import { readFileSync } from 'node:fs'
const real = Date.now
Date.now = () => real() + Number(readFileSync(process.env.DESK_CLOCK_AHEAD, 'utf8'))
`

export class OtherDays {
  readonly #file: string

  private constructor(file: string) {
    this.#file = file
  }

  /** @param folder one that the test removes */
  static from(folder: string, days_count: number): OtherDays {
    const days = new OtherDays(path.join(folder, 'clock-ahead'))
    days.are(days_count)
    return days
  }

  /** What a desk is launched with, so that its processes follow this clock. */
  get env(): Readonly<Record<string, string>> {
    const shift = `--import data:text/javascript,${encodeURIComponent(SHIFT)}`
    return { DESK_CLOCK_AHEAD: this.#file, NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} ${shift}`.trim() }
  }

  /** So many days ahead from now on; below zero: behind. */
  are(days_count: number): void {
    writeFileSync(this.#file, String(days_count * DAY_MS))
  }
}
