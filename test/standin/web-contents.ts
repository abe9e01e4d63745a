/**
 * `webContents`: one Chromium page with the preload in its own world. A crashed page is replaced by a new one on
 * reload, because Playwright cannot use it again.
 */
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { CDPSession, Page, Route } from 'playwright-core'
import { app } from './app.ts'
import { makeCodec } from './codec.ts'
import { StandinEvent } from './event.ts'
import { ipcMain, type IpcEvent } from './ipc-main.ts'
import { fromShown, toShown } from './scheme-map.ts'
import { BINDING, DELIVER, PAGE_SCRIPT, PRELOAD_WORLD, preloadScript } from './worlds.ts'
import type { FromPreload, ToPreload } from './worlds.ts'

type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' }
type Attached = { readonly page: Page; readonly cdp: CDPSession; readonly worlds: Map<number, { isTop: boolean }> }

const codec = makeCodec()
let lastId = 0

export class StandinWebContents extends EventEmitter {
  readonly id = ++lastId
  readonly #preload: string | null
  #attached: Attached | null = null
  #isOwnLoad = false
  #isCrashed = false
  #openHandler: OpenHandler = () => ({ action: 'allow' })

  constructor(preload: string | undefined) {
    super()
    this.#preload = preload === undefined ? null : preloadScript(readFileSync(preload, 'utf8'))
  }

  get page(): Page | null {
    return this.#attached?.page ?? null
  }

  getURL(): string {
    return fromShown(this.page?.url() ?? '')
  }

  isDestroyed(): boolean {
    return this.page?.isClosed() ?? false
  }

  /** Does nothing: here only real Electron shows that it works, as with the permission handlers. */
  setWebRTCIPHandlingPolicy(_policy: string): void {}

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler
  }

  send(channel: string, ...args: unknown[]): void {
    for (const [id, { isTop }] of this.#attached?.worlds ?? [])
      if (isTop) this.#deliver(id, { t: 'event', channel, args })
  }

  async load(address: string): Promise<void> {
    this.#isOwnLoad = true
    try {
      await this.#attached?.page.goto(toShown(address), { waitUntil: 'load' })
    } finally {
      this.#isOwnLoad = false
    }
  }

  reload(): void {
    void this.#reload().catch((fault: unknown) => process.stderr.write(`stand-in: reload failed: ${String(fault)}\n`))
  }

  forcefullyCrashRenderer(): void {
    void this.#attached?.cdp.send('Page.crash').catch(() => {})
  }

  async attach(page: Page): Promise<void> {
    const cdp = await app.context.newCDPSession(page)
    const worlds: Attached['worlds'] = new Map()
    this.#attached = { page, cdp, worlds }
    await cdp.send('Page.enable')
    const { frameTree } = await cdp.send('Page.getFrameTree')
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      const isTop = Reflect.get(Object(context.auxData), 'frameId') === frameTree.frame.id
      if (context.name === PRELOAD_WORLD) worlds.set(context.id, { isTop })
    })
    cdp.on('Runtime.executionContextDestroyed', (gone) => worlds.delete(gone.executionContextId))
    cdp.on('Runtime.executionContextsCleared', () => worlds.clear())
    cdp.on('Runtime.bindingCalled', (call) => {
      if (call.name === BINDING) void this.#hear(call.executionContextId, codec.decode(call.payload) as FromPreload)
    })
    await cdp.send('Runtime.enable')
    if (this.#preload !== null) {
      await cdp.send('Runtime.addBinding', { name: BINDING, executionContextName: PRELOAD_WORLD })
      await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: PAGE_SCRIPT })
      await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: this.#preload, worldName: PRELOAD_WORLD })
    }
    await page.route('**/*', (route) => this.#guard(route))
    this.#listen(page)
  }

  #listen(page: Page): void {
    page.on('popup', (popup) => {
      const { action } = this.#openHandler({ url: fromShown(popup.url()) })
      if (action === 'deny') void popup.close()
    })
    page.on('crash', () => {
      this.#isCrashed = true
      this.emit('render-process-gone', new StandinEvent(), { reason: 'crashed', exitCode: 5 })
    })
    page.on('close', () => {
      if (page === this.page) this.emit('destroyed')
    })
    page.on('domcontentloaded', () => this.emit('dom-ready'))
  }

  /** Asks the application's own listeners before the page leaves by itself. */
  async #guard(route: Route): Promise<void> {
    const request = route.request()
    if (!request.isNavigationRequest() || this.#isOwnLoad) return route.fallback()
    const event = new StandinEvent(fromShown(request.url()))
    this.emit('will-frame-navigate', event)
    if (request.frame() === this.page?.mainFrame()) this.emit('will-navigate', event)
    return event.defaultPrevented ? route.abort('aborted') : route.fallback()
  }

  async #reload(): Promise<void> {
    const crashed = this.#attached?.page
    if (!crashed) return
    const address = this.getURL()
    if (!this.#isCrashed) return this.load(address)
    this.#isCrashed = false
    await this.attach(await app.context.newPage())
    await this.load(address)
    await crashed.close().catch(() => {})
  }

  async #hear(world: number, message: FromPreload): Promise<void> {
    const top = { url: this.getURL(), parent: null }
    const isTop = this.#attached?.worlds.get(world)?.isTop === true
    const event: IpcEvent = { sender: this, senderFrame: isTop ? top : { url: '', parent: top } }
    if (message.t === 'send') {
      ipcMain.emit(message.channel, event, ...message.args)
      return
    }
    const reply = { t: 'reply', id: message.id, channel: message.channel } as const
    try {
      this.#deliver(world, { ...reply, value: await ipcMain.invoke(event, message.channel, message.args) })
    } catch (fault) {
      this.#deliver(world, { ...reply, error: String(fault) })
    }
  }

  /** Dropped when that world is gone: a reloaded page asks again. */
  #deliver(contextId: number, message: ToPreload): void {
    const expression = `${DELIVER}(${JSON.stringify(codec.encode(message))})`
    void this.#attached?.cdp.send('Runtime.evaluate', { contextId, expression }).catch(() => {})
  }
}
