/**
 * A clerk at the real application: scans, keys, and what the screen shows. Keys are counted in the page at their
 * release, which the application never listens to, so that nothing can hide one.
 */
import type { Locator, Page } from 'playwright-core'
import type { DeskSnapshot } from '../../shared/desk/screen.ts'
import { MOVED_MS } from '../../renderer/desk/search.ts'
import { AFTER_SCAN_QUIET_MS } from '../../shared/desk/wedge.ts'
import type { Desk } from './launch.ts'
import { commandIdOf, outputOf, snapshotOf } from './set-up-desk.ts'
import { Keyboard } from './keyboard.ts'
import { PATIENCE_MS } from './patience.ts'

/** Enter does not take a hit that moved in the last quarter of a second. */
const STANDS_STILL_MS = MOVED_MS + 50

export type Suffix = 'CR' | 'CR LF' | 'CR CR' | 'Tab'
const SUFFIX_KEYS: Readonly<Record<Suffix, readonly string[]>> = {
  CR: ['Enter'],
  // A line feed arrives as Ctrl+J.
  'CR LF': ['Enter', 'Ctrl+j'],
  'CR CR': ['Enter', 'Enter'],
  Tab: ['Tab'],
}

export type ScanOptions = { readonly gap_ms?: number; readonly suffix?: Suffix }

export class Hands {
  readonly desk: Desk
  readonly keyboard: Keyboard
  #commands_count = 1000

  private constructor(desk: Desk, keyboard: Keyboard) {
    this.desk = desk
    this.keyboard = keyboard
  }

  static async at(desk: Desk): Promise<Hands> {
    return new Hands(desk, await Keyboard.of(desk.page))
  }

  get page(): Page {
    return this.desk.page
  }

  get line(): Locator {
    return this.page.locator('#line')
  }

  /** Types like a scanner: every key `gap_ms` after the one before, its suffix too. */
  scan(text: string, { gap_ms = 5, suffix = 'CR' }: ScanOptions = {}): Promise<void> {
    return this.keyboard.keys([...Array.from(text), ...SUFFIX_KEYS[suffix]], gap_ms)
  }

  type(text: string): Promise<void> {
    return this.keyboard.type(text)
  }

  press(chord: string): Promise<void> {
    return this.keyboard.press(chord)
  }

  /** Waits until an Enter counts as the clerk's again. */
  afterScan(): void {
    this.keyboard.pause(AFTER_SCAN_QUIET_MS)
  }

  snapshot(): Promise<DeskSnapshot> {
    return snapshotOf(this.desk)
  }

  /** Waits until the station's session matches and the screen shows it, and returns it. */
  async until(holds: (snapshot: DeskSnapshot) => boolean): Promise<DeskSnapshot> {
    const end = performance.now() + PATIENCE_MS
    for (;;) {
      const snapshot = await this.snapshot()
      if (holds(snapshot)) {
        await this.#shown(snapshot.version)
        return snapshot
      }
      if (performance.now() > end) throw new Error(`not as asked after ${PATIENCE_MS} ms: ${inShort(snapshot)}`)
      await this.page.waitForTimeout(20)
    }
  }

  /**
   * Waits until the screen shows this version or a later one, and no step is under way: before that, Esc and Enter can
   * still hit the form that was sent.
   */
  async #shown(version: number): Promise<void> {
    const isShown = (least: number): boolean => {
      const { drawn = '' } = document.documentElement.dataset
      return drawn !== '' && Number(drawn) >= least
    }
    await this.page.waitForFunction(isShown, version, { timeout: PATIENCE_MS })
  }

  /** Waits until the screen shows what the page knows: it draws in the next frame. */
  drawn(): Promise<void> {
    return this.page.evaluate(
      () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
    )
  }

  /** Waits until every search so far is answered, since the station answers in order, and its hits stop moving. */
  async hitsStandStill(): Promise<void> {
    await this.snapshot()
    await this.drawn()
    await this.page.waitForTimeout(STANDS_STILL_MS)
  }

  /** Types these words into the command list, and takes what comes first. */
  async command(words: string): Promise<void> {
    await this.press('/')
    await this.part('search')
    await this.type(words)
    await this.hitsStandStill()
    await this.press('Enter')
  }

  isLineFocused(): Promise<boolean> {
    return this.page.evaluate(() => document.activeElement?.id === 'line')
  }

  /** Waits until the band shows these words. */
  async bandSays(words: string | RegExp): Promise<void> {
    await this.page.locator('[data-part="band"]').filter({ hasText: words }).waitFor()
  }

  /** Waits until this page is in place of the rows, in the session and on the screen. */
  async atPage(place: string): Promise<DeskSnapshot> {
    const now = await this.until(({ page }) => page?.ref.place === place)
    await this.page.locator(`[data-place="${place}"]`).waitFor()
    await this.drawn()
    return now
  }

  /** Waits until the field of the open form with this name has the focus. */
  async asks(name: string): Promise<void> {
    await this.page.locator(`[data-field="${name}"]:focus-within`).waitFor()
  }

  /** Waits until this part of the screen is shown, or gone. */
  async part(name: string, state: 'visible' | 'detached' = 'visible'): Promise<void> {
    await this.page.locator(`[data-part="${name}"]`).waitFor({ state })
  }

  /** Signs in by this badge, wherever the focus is. @param pin of a role whose badge takes it too */
  async signIn(badge: string, pin = ''): Promise<void> {
    if (pin === '') await this.scan(badge)
    else await this.badgeAndPin(badge, pin)
    await this.until((now) => now.stage === 'desk')
    await this.line.waitFor()
  }

  /** Scans a badge whose owner types the PIN next, and types it. */
  async badgeAndPin(badge: string, pin: string): Promise<void> {
    await this.scan(badge)
    await this.until((now) => now.asked_pin !== null)
    await this.page.locator('input[name="pin"]:focus').waitFor()
    this.afterScan()
    await this.type(pin)
    await this.press('Enter')
  }

  /** Leaves a desk with no patron open and nothing on the screen, checking out. */
  async clear(): Promise<void> {
    for (const row of (await this.snapshot()).rows) {
      if (row.choices.length > 0) await this.call('desk.answer', { row_id: row.row_id, key: '0' })
    }
    outputOf(await this.desk.call('desk.clear'), 'snapshot')
    outputOf(await this.desk.call('desk.mode', { mode: 'out' }), 'snapshot')
    await this.until((now) => now.patron === null && now.page === null)
    await this.part('begin')
    this.afterScan()
  }

  /** A command through the contract, with an id of its own. */
  async call(method: string, input: object = {}): Promise<void> {
    this.#commands_count += 1
    const commandId = commandIdOf(this.#commands_count)
    outputOf(await this.desk.call(method, { ...input, commandId }), 'snapshot')
  }

  /** Counts keys from now on: every key that is released, other than those held for a chord. */
  async countKeys(): Promise<() => Promise<number>> {
    await this.page.evaluate(() => {
      const held = ['Control', 'Shift', 'Alt', 'Meta']
      const counted = { keys_count: 0 }
      Object.assign(window, { counted })
      window.addEventListener('keyup', (event) => (counted.keys_count += held.includes(event.key) ? 0 : 1), true)
    })
    return () => this.page.evaluate(() => Number(Reflect.get(Object(Reflect.get(window, 'counted')), 'keys_count')))
  }
}

function inShort({ stage, mode, patron, band, rows_count, totals, recovered }: DeskSnapshot): string {
  return JSON.stringify({ stage, mode, patron: patron?.name, band, rows_count, totals, recovered })
}
