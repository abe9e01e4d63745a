/** The whole desk on a page of happy-dom over the canned wire, with hands that type. */
import { act } from 'react'
import { vi } from 'vitest'
import { connectBridge } from '../../../renderer/bridge.ts'
import type { Desk } from '../../../renderer/desk/desk.ts'
import { mountDesk } from '../../../renderer/mount.tsx'
import type { Ports } from '../../../renderer/ports.ts'
import type { DeskSnapshot } from '../../../shared/desk/screen.ts'
import type { Settings } from '../../../shared/ipc/settings.ts'
import { instant } from '../../../shared/kernel/time.ts'
import { createCannedWire, type Call, type CannedWire } from './canned-bridge.ts'

type Held = { readonly ctrlKey?: boolean; readonly shiftKey?: boolean; readonly repeat?: boolean }

export type Mounted = {
  readonly wire: CannedWire
  readonly desk: Desk
  readonly line: () => HTMLInputElement
  /** One key, as a keyboard gives it: the page may take it, else the field gets it. */
  readonly press: (key: string, held?: Held) => void
  /** One key that was pressed at this moment and is heard now. */
  readonly pressAt: (key: string, at_ms: number) => void
  readonly focus: (element: HTMLElement | null) => void
  /** All keys at once, as a scanner at full speed. */
  readonly scan: (text: string, suffix?: readonly string[]) => Promise<void>
  /** Keys that a code makes a scanner type, so far apart. */
  readonly code: (keys: readonly string[], gap_ms: number) => Promise<void>
  /** Keys of a person: too far apart for a scanner. */
  readonly type: (text: string) => Promise<void>
  readonly settle: (wait_ms?: number) => Promise<void>
  readonly calls: (method: string) => readonly Call[]
  readonly text: () => string
  /** How often the computer was asked to print. */
  readonly prints: () => number
  /** The computer joins a network, or leaves it. */
  readonly network: (isOn: boolean) => void
  readonly unmount: () => Promise<void>
}

/** More than the widest gap of a scanner. */
const HUMAN_GAP_MS = 165
const AFTER_SCAN_MS = 520
/** No hand presses several keys with less between them (shared/desk/wedge.ts). */
const HAND_GAP_MS = 40

function isField(element: Element | null): element is HTMLInputElement {
  return element instanceof HTMLInputElement && ['text', 'password'].includes(element.type)
}

function press(key: string, at_ms: number, held: Held = {}): void {
  const target = document.activeElement ?? document.body
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held })
  Object.defineProperty(event, 'timeStamp', { value: at_ms })
  target.dispatchEvent(event)
  if (event.defaultPrevented) return
  const field = document.activeElement
  if (key.length === 1 && !held.ctrlKey && isField(field)) {
    const end = field.selectionEnd ?? field.value.length
    field.value = field.value.slice(0, field.selectionStart ?? end) + key + field.value.slice(end)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  } else if (key === 'Enter' && field instanceof HTMLButtonElement) field.click()
  else if (key === 'Enter' && isField(field)) field.form?.requestSubmit()
}

/** Bytes that are never the same twice: a counter. */
function countedBytes(length: number, count: number): Uint8Array {
  return Uint8Array.from({ length }, (_, at) => (count >> (8 * (length - 1 - at))) & 0xff)
}

/** A moment in which timers that are due go off. */
const TURN_MS = 1

/**
 * Time as the page sees it, timers and clock alike: it passes only while a test lets it, and exactly as much as is
 * asked for. A computer that is slow, or busy with other work, then neither tears a scan apart nor makes a quick Enter
 * a late one, and what is to happen after five seconds has not happened after four.
 */
class PageTime {
  /** Frames that were asked for and have not been drawn. */
  frames_count = 0
  /** How often the computer was asked to print. */
  prints_count = 0

  constructor() {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] })
  }

  readonly now_ms = (): number => performance.now()

  readonly nextFrame = (run: () => void): void => {
    this.frames_count += 1
    setTimeout(() => {
      this.frames_count -= 1
      act(run)
    }, 0)
  }

  /** Lets `wait_ms` go by, and then the page finish what it is at: two turns in which no frame is asked for. */
  async pass(wait_ms: number): Promise<void> {
    const turn = (ms: number): Promise<void> => act(async () => void (await vi.advanceTimersByTimeAsync(ms)))
    await turn(wait_ms)
    for (let still_count = 0; still_count < 2; still_count = this.frames_count === 0 ? still_count + 1 : 0)
      await turn(TURN_MS)
  }

  end(): void {
    vi.useRealTimers()
  }
}

function ports(time: PageTime): Ports {
  let random_count = 0
  return {
    clock: { now: () => instant(Date.UTC(2026, 10, 24, 17, 7)) },
    random: { bytes: (length) => countedBytes(length, (random_count += 1)) },
    steady_ms: time.now_ms,
    nextFrame: time.nextFrame,
    print: () => (time.prints_count += 1),
  }
}

function mountOver(wire: CannedWire, place: HTMLElement, time: PageTime): ReturnType<typeof mountDesk> {
  const door = { call: wire.call, onPush: (listener: (push: unknown) => void) => wire.onPush(listener) }
  let mounted: ReturnType<typeof mountDesk> | null = null
  act(() => {
    mounted = mountDesk(place, connectBridge(door), ports(time))
  })
  return mounted as unknown as ReturnType<typeof mountDesk>
}

export async function mountScene(scene: DeskSnapshot, settings: Partial<Settings> = {}): Promise<Mounted> {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  const wire = createCannedWire(scene, settings)
  const place = document.createElement('div')
  document.body.append(place)
  const time = new PageTime()
  const settle = (wait_ms = 20): Promise<void> => time.pass(wait_ms)
  const { desk, unmount } = mountOver(wire, place, time)
  await settle()
  let last_ms = Number.NEGATIVE_INFINITY
  const at = (at_ms: number, key: string, held: Held = {}): void => {
    if (held.repeat !== true) last_ms = at_ms
    press(key, at_ms, held)
  }
  const byHand = (key: string, held: Held = {}): void => {
    const least_ms = held.repeat === true ? 0 : HAND_GAP_MS
    at(Math.max(time.now_ms(), last_ms + least_ms), key, held)
  }
  return {
    wire,
    desk,
    line: () => document.querySelector('[data-home]') as HTMLInputElement,
    press: (key, held) => act(() => byHand(key, held)),
    pressAt: (key, at_ms) => act(() => at(at_ms, key)),
    focus: (element) => act(() => element?.focus()),
    scan: async (text, suffix = ['Enter']) => {
      act(() => [...text.split(''), ...suffix].forEach((key) => at(Math.max(time.now_ms(), last_ms), key)))
      await settle()
    },
    code: async (keys, gap_ms) => {
      let next_ms = Math.max(time.now_ms(), last_ms + HAND_GAP_MS)
      for (const key of keys) {
        act(() => at(next_ms, key))
        next_ms += gap_ms
        await settle(Math.max(0, gap_ms - 2))
      }
    },
    type: async (text) => {
      for (const key of text) {
        act(() => byHand(key))
        await settle(HUMAN_GAP_MS)
      }
    },
    settle,
    calls: (method) => wire.calls.filter((call) => call.method === method),
    text: () => document.body.textContent ?? '',
    prints: () => time.prints_count,
    network: (isOn) => {
      Object.defineProperty(navigator, 'onLine', { value: isOn, configurable: true })
      act(() => void window.dispatchEvent(new Event(isOn ? 'online' : 'offline')))
    },
    unmount: async () => {
      await settle(0)
      act(unmount)
      place.remove()
      time.end()
    },
  }
}

export const untilScanIsOver = (mounted: Mounted): Promise<void> => mounted.settle(AFTER_SCAN_MS)
