/** `BrowserWindow`: a Chromium page that is a window when headed. Sandboxed and isolated windows only. */
import { EventEmitter } from 'node:events'
import { app } from './app.ts'
import { StandinWebContents } from './web-contents.ts'

type Options = {
  readonly webPreferences?: {
    readonly preload?: string
    readonly sandbox?: boolean
    readonly contextIsolation?: boolean
    readonly nodeIntegration?: boolean
  }
}

const windows = new Set<BrowserWindow>()

export class BrowserWindow extends EventEmitter {
  static getAllWindows(): BrowserWindow[] {
    return [...windows]
  }

  readonly webContents: StandinWebContents
  readonly #made: Promise<void>
  #isDestroyed = false

  constructor(options: Options = {}) {
    super()
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    const { preload, sandbox, contextIsolation, nodeIntegration } = options.webPreferences ?? {}
    if (sandbox === false || contextIsolation === false || nodeIntegration === true) {
      throw new Error('the stand-in runs sandboxed, isolated windows only')
    }
    this.webContents = new StandinWebContents(preload)
    this.webContents.once('dom-ready', () => this.emit('ready-to-show'))
    this.webContents.once('destroyed', () => this.#gone())
    windows.add(this)
    app.emit('web-contents-created', {}, this.webContents)
    this.#made = this.#make()
  }

  async loadURL(address: string): Promise<void> {
    await this.#made
    await this.webContents.load(address)
  }

  show(): void {
    this.emit('show')
  }

  /** Chromium brings each new page to the front by itself: the desk's goes there again. */
  showInactive(): void {
    const [first] = windows
    if (first !== this) void first?.webContents.page?.bringToFront()
    this.emit('show')
  }

  getBounds(): { x: number; y: number; width: number; height: number } {
    return { x: 0, y: 0, width: 1280, height: 800 }
  }

  setBounds(_bounds: unknown): void {}

  setFullScreen(_isFull: boolean): void {}

  focus(): void {
    void this.webContents.page?.bringToFront()
    this.emit('focus')
  }

  isMinimized(): boolean {
    return false
  }

  restore(): void {
    this.emit('restore')
  }

  isDestroyed(): boolean {
    return this.#isDestroyed
  }

  close(): void {
    void this.webContents.page?.close()
  }

  destroy(): void {
    void this.webContents.page?.close()
  }

  /** The page that Chromium starts with becomes the first window. */
  async #make(): Promise<void> {
    const taken = new Set([...windows].map((window) => window.webContents.page))
    const free = app.context.pages().find((page) => !taken.has(page))
    await this.webContents.attach(free ?? (await app.context.newPage()))
  }

  #gone(): void {
    this.#isDestroyed = true
    windows.delete(this)
    this.emit('closed')
    if (windows.size === 0) app.emit('window-all-closed')
  }
}
