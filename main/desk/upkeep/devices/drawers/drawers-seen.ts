/**
 * What the desk sees of its cash drawers: the watch of each, the pulses that devices have, what is being learned of a
 * sensor. Nothing here is kept; what matters of it is an entry, or a setup.
 */
import {
  NEW_WATCH,
  watchStep,
  type DrawerWatch,
  type WatchEvent,
  type WatchSaid,
} from '../../../../../shared/devices/drawer/watch.ts'
import type { NotSent } from '../../../../../shared/devices/drawer/not-sent.ts'

export type Level = 'low' | 'high' | 'unknown'
type Learning = { readonly open: Level | null; readonly shut: Level | null }

export class DrawersSeen {
  readonly #watches = new Map<string, DrawerWatch>()
  /** By its job, the drawer that a device was told to open and has not answered for. */
  readonly #pulses = new Map<string, string>()
  readonly #sent = new Set<string>()
  readonly #levels = new Map<string, Level>()
  readonly #learning = new Map<string, Learning>()
  /** Jobs whose drawer was seen to open. */
  readonly opened = new Set<string>()
  /** Jobs that no device has begun, with their drawers. */
  waiting: ReadonlyMap<string, string> = new Map()
  /** Drawers that stayed shut while nobody was signed in who could be told, and why. */
  readonly untold: Map<string, NotSent>

  /** @param shut the drawers that stayed shut because the desk stopped */
  constructor(shut: readonly string[] = []) {
    this.untold = new Map(shut.map((drawer) => [drawer, 'desk-stopped']))
  }

  /** Whether it is open; null: nobody knows. */
  isOpen(drawer: string): boolean | null {
    return this.#watches.get(drawer)?.is_open ?? null
  }

  isLeftOpen(drawer: string): boolean {
    return this.#watches.get(drawer)?.is_left_open_told ?? false
  }

  /** The pulses that devices have, by job; with the drawer of each. */
  get pulses(): readonly (readonly [job_ref: string, drawer: string])[] {
    return [...this.#pulses]
  }

  wasSent(job_ref: string): boolean {
    return this.#sent.has(job_ref)
  }

  step(drawer: string, event: WatchEvent, now_ms: number, left_open_ms: number): readonly WatchSaid[] {
    if (event.kind === 'pulse-sent') {
      this.#pulses.set(event.ref, drawer)
      this.#sent.add(event.ref)
    }
    if (event.kind === 'pulse-ended') this.#pulses.delete(event.ref)
    const [after, said] = watchStep(this.#watches.get(drawer) ?? NEW_WATCH, event, now_ms, left_open_ms)
    this.#watches.set(drawer, after)
    return said
  }

  /** What a printer says of the level at its connector. */
  levelIs(device_code: string, level: Level): void {
    this.#levels.set(device_code, level)
  }

  level(device_code: string): Level {
    return this.#levels.get(device_code) ?? 'unknown'
  }

  /** Which half of its sensor was noted; null: none. */
  learning(device_code: string): 'open' | 'shut' | null {
    const learning = this.#learning.get(device_code)
    return learning === undefined ? null : learning.open === null ? 'shut' : 'open'
  }

  /** Notes the level of the open or the shut drawer. @returns both once both are noted, which then are forgotten */
  learn(device_code: string, is_open: boolean, level: Level): { readonly open: Level; readonly shut: Level } | null {
    const before = this.#learning.get(device_code)
    const open = is_open ? level : (before?.open ?? null)
    const shut = is_open ? (before?.shut ?? null) : level
    if (open !== null && shut !== null) {
      this.#learning.delete(device_code)
      return { open, shut }
    }
    this.#learning.set(device_code, { open, shut })
    return null
  }
}
