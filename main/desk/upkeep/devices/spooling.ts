/**
 * Runs the spooler and the watch of the drawers beside the desk: a moment after each request and each word of a device,
 * so that no answer waits for them, and once a second for what only time brings.
 */
import type { Desk } from '../../desk.ts'
import { drawersWait } from './drawers/hearing.ts'
import { spoolOn } from './spooler.ts'

const EVERY_MS = 1_000

/** What waits for a drawer is noted before its device is given it. */
function goOn(desk: Desk): void {
  drawersWait(desk)
  spoolOn(desk)
}

export class Spooling {
  readonly #run: (work: (desk: Desk) => void) => void
  readonly #timer: NodeJS.Timeout
  #due: NodeJS.Immediate | null = null

  /** @param run has the open desk do something, if there is one */
  constructor(run: (work: (desk: Desk) => void) => void) {
    this.#run = run
    this.#timer = setInterval(() => run(goOn), EVERY_MS).unref()
  }

  soon(): void {
    this.#due ??= setImmediate(() => {
      this.#due = null
      this.#run(goOn)
    })
  }

  close(): void {
    clearInterval(this.#timer)
    if (this.#due) clearImmediate(this.#due)
    this.#due = null
  }
}
