/**
 * The window on a screen that faces the patron. It opens when the desk wants it and its screen is there, goes with the
 * screen and comes back with it, and is drawn again after a crash. It shows what it is told and can ask for nothing; it
 * never takes the keys from the desk. Imports no values from Electron, so that it can be tested alone.
 */
import type { BrowserWindow, BrowserWindowConstructorOptions, Display, Screen as ElectronScreen } from 'electron'
import type { PatronView } from '../../shared/devices/display/view.ts'
import { SCREENS_MAX, type PatronWindowWish, type Screen } from '../../shared/devices/display/screens.ts'
import { mayReload, type Ends } from './backoff.ts'
import { PATRON_PAGE } from './scheme.ts'

export const PATRON_CHANNEL = 'patron-view'

export type PatronWindowPorts = {
  readonly make: (options: BrowserWindowConstructorOptions) => BrowserWindow
  readonly screen: Pick<ElectronScreen, 'getAllDisplays' | 'getDisplayMatching'>
  /** Where the desk's own window is. */
  readonly desk: () => Pick<BrowserWindow, 'getBounds' | 'isDestroyed'>
  readonly preload: string
  readonly monotonic_ms: () => number
  readonly log: (line: string) => void
}

const keyOf = ({ id }: Display): string => String(id)

export class PatronWindow {
  readonly #ports: PatronWindowPorts
  #wish: PatronWindowWish | null = null
  #view: PatronView | null = null
  #window: BrowserWindow | null = null
  #ends: Ends = []

  constructor(ports: PatronWindowPorts) {
    this.#ports = ports
  }

  /** Where the window should be from now on; null: nowhere. Asked for again, one that a person closed opens again. */
  want(wish: PatronWindowWish | null): void {
    if (JSON.stringify(wish) !== JSON.stringify(this.#wish)) this.#close()
    this.#wish = wish
    this.screensChanged()
  }

  /** What to show; null: nothing, because nobody knows what is true now. */
  show(view: PatronView | null): void {
    this.#view = view
    this.#send()
  }

  /** The screens beside the one that the desk is on. */
  screens(): readonly Screen[] {
    return this.#others().map((display) => ({
      screen_key: keyOf(display),
      name: display.label.slice(0, 200),
      width_px: display.bounds.width,
      height_px: display.bounds.height,
    }))
  }

  /** A screen was plugged in or out. */
  screensChanged(): void {
    if (this.#wish === null) return
    const { screen_key } = this.#wish
    const display = this.#others().find((one) => keyOf(one) === screen_key)
    // Without its screen the system would move it onto the clerk's.
    if (screen_key !== null && !display) return this.#close()
    if (this.#window === null) this.#open(display ?? null)
    else if (display) this.#window.setBounds(display.bounds)
  }

  close(): void {
    this.#wish = null
    this.#close()
  }

  #others(): readonly Display[] {
    const { screen, desk } = this.#ports
    if (desk().isDestroyed()) return []
    const own = screen.getDisplayMatching(desk().getBounds())
    return screen
      .getAllDisplays()
      .filter((one) => one.id !== own.id)
      .slice(0, SCREENS_MAX)
  }

  #open(display: Display | null): void {
    const { make, preload, log } = this.#ports
    const place = display === null ? { width: 800, height: 600 } : { ...display.bounds, frame: false, focusable: false }
    const window = make({
      title: 'Datestamp',
      ...place,
      show: false,
      autoHideMenuBar: true,
      webPreferences: {
        preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
        devTools: false,
      },
    })
    this.#window = window
    window.once('ready-to-show', () => {
      window.showInactive()
      if (display !== null) window.setFullScreen(true)
    })
    window.on('closed', () => {
      if (this.#window === window) this.#window = null
    })
    window.webContents.on('dom-ready', () => this.#send())
    window.webContents.on('render-process-gone', (_event, { reason }) => this.#crashed(window, reason))
    void window.loadURL(PATRON_PAGE).catch((fault: unknown) => log(`the patron's page did not load: ${String(fault)}`))
  }

  #crashed(window: BrowserWindow, reason: string): void {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    const { may, ends } = mayReload(this.#ends, this.#ports.monotonic_ms())
    this.#ends = ends
    this.#ports.log(`the patron's page ended: ${reason}, ${ends.length} in the last minute`)
    if (may) window.webContents.reload()
    else this.#close()
  }

  #close(): void {
    const window = this.#window
    this.#window = null
    if (window && !window.isDestroyed()) window.destroy()
  }

  #send(): void {
    if (this.#window && !this.#window.isDestroyed()) this.#window.webContents.send(PATRON_CHANNEL, this.#view)
  }
}
