/** The whole desk on a page of happy-dom over the canned wire, with hands that type. */
import { act } from 'react'
import { connectBridge } from '../../../renderer/bridge.ts'
import type { Desk } from '../../../renderer/desk/desk.ts'
import { mountDesk } from '../../../renderer/mount.tsx'
import type { Ports } from '../../../renderer/ports.ts'
import type { DeskSnapshot } from '../../../shared/desk/screen.ts'
import type { Settings } from '../../../shared/ipc/settings.ts'
import { instant } from '../../../shared/kernel/time.ts'
import { createCannedWire, type Call, type CannedWire } from './canned-bridge.ts'

export type Mounted = {
  readonly wire: CannedWire
  readonly desk: Desk
  readonly line: () => HTMLInputElement
  /** One key, as a keyboard gives it: the page may take it, else the field gets it. */
  readonly press: (key: string, held?: { readonly ctrlKey?: boolean }) => void
  readonly focus: (element: HTMLElement | null) => void
  /** All keys at once, as a scanner at full speed. */
  readonly scan: (text: string, suffix?: readonly string[]) => Promise<void>
  /** Keys of a person: too far apart for a scanner. */
  readonly type: (text: string) => Promise<void>
  readonly settle: (wait_ms?: number) => Promise<void>
  readonly calls: (method: string) => readonly Call[]
  readonly text: () => string
  readonly unmount: () => Promise<void>
}

/** More than the widest gap of a scanner. */
const HUMAN_GAP_MS = 165
const AFTER_SCAN_MS = 520

function isField(element: Element | null): element is HTMLInputElement {
  return element instanceof HTMLInputElement && ['text', 'password'].includes(element.type)
}

function press(key: string, held: { readonly ctrlKey?: boolean } = {}): void {
  const target = document.activeElement ?? document.body
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held })
  target.dispatchEvent(event)
  if (event.defaultPrevented) return
  const field = document.activeElement
  if (key.length === 1 && !held.ctrlKey && isField(field)) {
    field.value += key
    field.dispatchEvent(new Event('input', { bubbles: true }))
  } else if (key === 'Enter' && field instanceof HTMLButtonElement) field.click()
  else if (key === 'Enter' && isField(field)) field.form?.requestSubmit()
}

/** Bytes that are never the same twice: a counter. */
function countedBytes(length: number, count: number): Uint8Array {
  return Uint8Array.from({ length }, (_, at) => (count >> (8 * (length - 1 - at))) & 0xff)
}

function ports(): Ports {
  let random_count = 0
  return {
    clock: { now: () => instant(Date.UTC(2026, 10, 24, 17, 7)) },
    random: { bytes: (length) => countedBytes(length, (random_count += 1)) },
    steady_ms: () => performance.now(),
    nextFrame: (run) => {
      setTimeout(() => act(run), 0)
    },
  }
}

export async function mountScene(scene: DeskSnapshot, settings: Partial<Settings> = {}): Promise<Mounted> {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  const wire = createCannedWire(scene, settings)
  const place = document.createElement('div')
  document.body.append(place)
  const settle = async (wait_ms = 20): Promise<void> => {
    await act(() => new Promise((resolve) => setTimeout(resolve, wait_ms)))
  }
  const door = { call: wire.call, onPush: (listener: (push: unknown) => void) => wire.onPush(listener) }
  let mounted: ReturnType<typeof mountDesk> | null = null
  act(() => {
    mounted = mountDesk(place, connectBridge(door), ports())
  })
  await settle()
  const { desk, unmount } = mounted as unknown as ReturnType<typeof mountDesk>
  return {
    wire,
    desk,
    line: () => document.querySelector('[data-home]') as HTMLInputElement,
    press: (key, held) => act(() => press(key, held)),
    focus: (element) => act(() => element?.focus()),
    scan: async (text, suffix = ['Enter']) => {
      act(() => [...text.split(''), ...suffix].forEach((key) => press(key)))
      await settle()
    },
    type: async (text) => {
      for (const key of text) {
        act(() => press(key))
        await settle(HUMAN_GAP_MS)
      }
    },
    settle,
    calls: (method) => wire.calls.filter((call) => call.method === method),
    text: () => document.body.textContent ?? '',
    unmount: async () => {
      await settle(0)
      act(unmount)
      place.remove()
    },
  }
}

export const untilScanIsOver = (mounted: Mounted): Promise<void> => mounted.settle(AFTER_SCAN_MS)
