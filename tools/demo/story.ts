/**
 * Tells the shift as it happens: a line for each step with the time at the desk, a numbered picture, and whether the
 * desk did what was expected. Ends the shift at the first step that goes differently.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Place } from '../../shared/desk/page.ts'
import type { DeskSnapshot } from '../../shared/desk/screen.ts'
import { launch, type Desk } from '../../test/standin/launch.ts'
import { Hands } from '../../test/standin/hands.ts'
import { beginGuidePictures, takeGuidePicture } from './guide-pictures.ts'

/** The smallest screen the desk is made for. */
const SCREEN = { width: 1366, height: 768 }
/** Until the colored edge of an outcome has faded. */
const EDGE_MS = 1_250
/** More rows than any page of the demo has. */
const ROWS_MAX = 30

export class Story {
  readonly userData: string
  readonly #pictures: string
  readonly #takesGuide: boolean
  #pictures_count = 0
  #desk: Desk | null = null
  #hands: Hands | null = null

  /** @param takesGuide also renews the pictures of the guide */
  constructor(userData: string, pictures: string, takesGuide: boolean) {
    this.userData = userData
    this.#pictures = pictures
    this.#takesGuide = takesGuide
    if (takesGuide) beginGuidePictures()
    rmSync(pictures, { recursive: true, force: true })
    mkdirSync(pictures, { recursive: true })
  }

  get desk(): Desk {
    if (!this.#desk) throw new Error('the desk is not started')
    return this.#desk
  }

  get hands(): Hands {
    if (!this.#hands) throw new Error('the desk is not started')
    return this.#hands
  }

  async start(): Promise<void> {
    this.#desk = await launch({ userData: this.userData })
    await this.#desk.page.setViewportSize(SCREEN)
    await this.#desk.page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference', forcedColors: 'none' })
    this.#hands = await Hands.at(this.#desk)
  }

  /** Quits as a clerk does. Throws when the application did not end well. */
  async stop(): Promise<void> {
    const desk = this.#desk
    this.#desk = null
    this.#hands = null
    const code = await desk?.close()
    if (code !== undefined && code !== 0) throw new Error(`the application ended with code ${String(code)}`)
  }

  /** A step: what a person does, in words. */
  tell(words: string): void {
    const zone = 'America/Chicago'
    const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone })
    console.log(`${time.format(Date.now())}  ${words}`)
  }

  /** What the desk answered. */
  answer(words: string): void {
    console.log(`         ${words}`)
  }

  /** Waits for the desk to match, prints what the band says, and returns the desk. */
  async sees(what: string, holds: (now: DeskSnapshot) => boolean): Promise<DeskSnapshot> {
    const now = await this.hands.until(holds).catch((fault: unknown) => {
      throw new Error(`not as told: ${what}. ${fault instanceof Error ? fault.message : String(fault)}`)
    })
    if (now.band) {
      const fact = now.band.fact ? ` [${now.band.fact.label} ${now.band.fact.text}]` : ''
      this.answer(`${now.band.heading}: ${now.band.sentence}${fact}`)
    }
    return now
  }

  /** Another staff member takes the desk, by badge, and by PIN where the library asks for it too. */
  async takesDesk(badge: string, name: string, pin = ''): Promise<void> {
    if (pin === '') await this.hands.scan(badge)
    else await this.hands.badgeAndPin(badge, pin)
    await this.hands.until((now) => now.staff?.name === name)
    this.hands.afterScan()
  }

  /** Scans a card and waits for the account. */
  async opens(card: string, name: string): Promise<void> {
    await this.hands.scan(card)
    await this.hands.until((now) => now.patron?.name === name)
    this.hands.afterScan()
  }

  /** Waits until the page of this place is shown, and returns the desk. */
  async at(place: Place): Promise<DeskSnapshot> {
    const now = await this.hands.until((one) => one.page?.ref.place === place)
    await this.desk.page.locator(`[data-place="${place}"]`).waitFor()
    await this.hands.drawn()
    return now
  }

  /** Waits until this field of the open form has the focus. */
  async asks(field: string): Promise<void> {
    await this.desk.page.locator(`[data-field="${field}"]:focus-within`).waitFor()
    // The clerk reads first: an Enter soon after the digit of an option would still belong to the option.
    this.hands.afterScan()
  }

  /** Walks Down to the row of the page that begins with these words. */
  async walksTo(words: string): Promise<void> {
    const chosen = this.desk.page.locator('tr[aria-selected="true"] td:first-child')
    for (let pressed = 0; pressed < ROWS_MAX; pressed += 1) {
      await this.hands.press('ArrowDown')
      await this.hands.drawn()
      if ((await chosen.count()) > 0 && (await chosen.innerText()).startsWith(words)) return
    }
    throw new Error(`not as told: no row of the page begins with ${words}`)
  }

  /** Presses Enter, and waits until no patron is open and no row is waiting. */
  async finishes(): Promise<void> {
    this.hands.afterScan()
    await this.hands.press('Enter')
    await this.sees('nobody is open', (now) => now.patron === null && now.rows_count === 0)
  }

  async picture(name: string): Promise<void> {
    this.#pictures_count += 1
    await this.desk.page.waitForTimeout(EDGE_MS)
    const file = `${String(this.#pictures_count).padStart(2, '0')}-${name}.png`
    await this.desk.page.screenshot({ path: join(this.#pictures, file) })
    if (this.#takesGuide) await takeGuidePicture(this.desk.page, name)
  }
}

/** Ends the shift when the condition is false. */
export function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(`not as told: ${what}`)
}
