/**
 * A keyboard whose every key has its own timestamp, as a real one's does: so the rhythm that a test asks for tells a
 * scanner from a person, and not how busy this computer is. Its time runs ahead of the wall clock where waiting would
 * prove nothing. Keys go to the browser as trusted input; it never reaches into the page.
 */
import type { CDPSession, Page } from 'playwright-core'

type Key = {
  readonly key: string
  readonly code: string
  readonly windowsVirtualKeyCode: number
  readonly text?: string
}

const NAMED: Readonly<Record<string, Omit<Key, 'key'>>> = {
  Enter: { code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
  Tab: { code: 'Tab', windowsVirtualKeyCode: 9 },
  Escape: { code: 'Escape', windowsVirtualKeyCode: 27 },
  Backspace: { code: 'Backspace', windowsVirtualKeyCode: 8 },
  Delete: { code: 'Delete', windowsVirtualKeyCode: 46 },
  ArrowLeft: { code: 'ArrowLeft', windowsVirtualKeyCode: 37 },
  ArrowUp: { code: 'ArrowUp', windowsVirtualKeyCode: 38 },
  ArrowRight: { code: 'ArrowRight', windowsVirtualKeyCode: 39 },
  ArrowDown: { code: 'ArrowDown', windowsVirtualKeyCode: 40 },
  PageUp: { code: 'PageUp', windowsVirtualKeyCode: 33 },
  PageDown: { code: 'PageDown', windowsVirtualKeyCode: 34 },
  End: { code: 'End', windowsVirtualKeyCode: 35 },
  Home: { code: 'Home', windowsVirtualKeyCode: 36 },
  ' ': { code: 'Space', windowsVirtualKeyCode: 32, text: ' ' },
  // Its character's own number is that of the Delete key.
  '.': { code: 'Period', windowsVirtualKeyCode: 190, text: '.' },
}
const HELD: Readonly<Record<string, number>> = { Ctrl: 2, Shift: 8 }

function keyOf(name: string): Key {
  const named = NAMED[name]
  if (named) return { key: name, ...named }
  const number = /^F(\d+)$/.exec(name)?.[1]
  if (number !== undefined) return { key: name, code: name, windowsVirtualKeyCode: 111 + Number(number) }
  return { key: name, code: '', windowsVirtualKeyCode: name.toUpperCase().codePointAt(0) ?? 0, text: name }
}

/** Slower than any scanner, so that it counts as a person. */
export const PERSON_GAP_MS = 170

/** One a page, as at a desk: another that began its own time would be heard before keys that were sent already. */
const AT_PAGES = new WeakMap<Page, Keyboard>()

export class Keyboard {
  readonly #cdp: CDPSession
  /** When the last key came, in milliseconds of the wall clock. */
  #at_ms = 0

  private constructor(cdp: CDPSession) {
    this.#cdp = cdp
  }

  static async of(page: Page): Promise<Keyboard> {
    const keyboard = AT_PAGES.get(page) ?? new Keyboard(await page.context().newCDPSession(page))
    AT_PAGES.set(page, keyboard)
    return keyboard
  }

  /** Lets time pass before the next key, without waiting for it. */
  pause(ms: number): void {
    this.#at_ms = Math.max(this.#at_ms, Date.now()) + ms
  }

  /** Waits until the wall clock is a person's gap past the last key: a key of the display itself has the time of it. */
  async untilPast(): Promise<void> {
    const ahead_ms = this.#at_ms + PERSON_GAP_MS - Date.now()
    if (ahead_ms > 0) await new Promise((resolve) => setTimeout(resolve, ahead_ms))
  }

  /** One key or chord of a person: "Enter", "Ctrl+F2", "a". */
  press(chord: string): Promise<void> {
    return this.keys([chord], PERSON_GAP_MS)
  }

  /** Text as a person types it. */
  type(text: string): Promise<void> {
    return this.keys(text, PERSON_GAP_MS)
  }

  /** Keys exactly `gap_ms` apart, sent without waiting for what each does; done when the page has heard them all. */
  keys(chords: Iterable<string>, gap_ms: number): Promise<void> {
    return this.inOneGo([[chords, gap_ms]])
  }

  /**
   * Several runs of keys, each with the gap before each of its keys: what a quick hand does right after another thing,
   * however slowly this computer hears it.
   */
  async inOneGo(runs: readonly (readonly [Iterable<string>, number])[]): Promise<void> {
    const sent: Promise<unknown>[] = []
    let at_ms = 0
    for (const [chords, gap_ms] of runs) {
      for (const chord of chords) {
        at_ms = at_ms === 0 ? Math.max(this.#at_ms + PERSON_GAP_MS, Date.now()) : at_ms + gap_ms
        sent.push(...this.#send(chord, at_ms))
        this.#at_ms = at_ms
      }
    }
    await Promise.all(sent)
  }

  #send(chord: string, at_ms: number): Promise<unknown>[] {
    const names = chord.length === 1 ? [chord] : chord.split(/\+(?=.)/)
    const modifiers = names.slice(0, -1).reduce((sum, name) => sum + (HELD[name] ?? 0), 0)
    const { text, ...key } = keyOf(names.at(-1) ?? '')
    const common = { ...key, modifiers, timestamp: at_ms / 1000 }
    const typed = text !== undefined && modifiers === 0 ? { text } : {}
    return [
      this.#cdp.send('Input.dispatchKeyEvent', {
        ...common,
        ...typed,
        type: 'text' in typed ? 'keyDown' : 'rawKeyDown',
      }),
      this.#cdp.send('Input.dispatchKeyEvent', { ...common, type: 'keyUp' }),
    ]
  }
}
