/**
 * `app`: the life of the application, from start to quit, around one Chromium. Environment: STANDIN_USER_DATA (folder),
 * STANDIN_HEADED=1 (a visible window), STANDIN_PORT=1 (a port for tests), STANDIN_PACKAGED=1 (as if packaged).
 */
import { spawn } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { BrowserContext, Route } from 'playwright-core'
import { startChromium } from './chromium.ts'
import { StandinEvent } from './event.ts'
import { InstanceLock } from './instance-lock.ts'
import { fromShown, handlerOf } from './scheme-map.ts'
import { session } from './session.ts'

class StandinApp extends EventEmitter {
  readonly isPackaged = process.env['STANDIN_PACKAGED'] === '1'
  userData = userDataFolder()
  #lock = new InstanceLock(this.userData)
  readonly #ready = Promise.withResolvers<void>()
  #context: BrowserContext | null = null
  #isReady = false
  #isQuitting = false
  #again: readonly string[] | null = null

  get context(): BrowserContext {
    if (!this.#context) throw new Error('not before the app is ready')
    return this.#context
  }

  enableSandbox(): void {
    if (this.#isReady) throw new Error('app.enableSandbox() can only be called before app is ready')
  }

  isReady(): boolean {
    return this.#isReady
  }

  whenReady(): Promise<void> {
    return this.#ready.promise
  }

  getPath(name: string): string {
    return name === 'userData' ? this.userData : path.join(this.userData, name)
  }

  setPath(name: string, folder: string): void {
    if (name !== 'userData') throw new Error(`the stand-in has no path ${name}`)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    this.userData = folder
    this.#lock = new InstanceLock(folder)
  }

  /** The version in the package.json that the main file belongs to. */
  getVersion(): string {
    let folder = path.dirname(path.resolve(process.argv[1] ?? '.'))
    while (!existsSync(path.join(folder, 'package.json')) && folder !== path.dirname(folder))
      folder = path.dirname(folder)
    const described: unknown = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
    return String(Reflect.get(Object(described), 'version'))
  }

  requestSingleInstanceLock(): boolean {
    return this.#lock.take(() => this.emit('second-instance', new StandinEvent(), [], ''))
  }

  quit(): void {
    if (this.#isQuitting) return
    const event = new StandinEvent()
    this.emit('before-quit', event)
    if (event.defaultPrevented) return
    this.#isQuitting = true
    void this.#end()
  }

  /** Once this one has ended. A packaged AppImage has no stand-in: `execPath` is Node's. */
  relaunch({ args }: { readonly args: readonly string[] }): void {
    this.#again = args
  }

  exit(code = 0): void {
    this.#lock.release()
    if (this.#again === null) process.exit(code)
    // Stays until the other ends, so that what started this one can wait for it and end it.
    const other = spawn(process.execPath, [...process.execArgv, ...this.#again], { stdio: 'inherit' })
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => other.kill(signal))
    other.on('exit', (its) => process.exit(its ?? 1))
  }

  async start(): Promise<void> {
    // One turn later: the application first registers its schemes and takes the lock.
    await new Promise((resolve) => setImmediate(resolve))
    if (this.#isQuitting) return
    this.#context = await startChromium({
      folder: this.userData,
      headed: process.env['STANDIN_HEADED'] === '1',
      withPort: process.env['STANDIN_PORT'] === '1',
    })
    this.#context.on('close', () => this.quit())
    await this.#context.route('**/*', answerRequest)
    this.#isReady = true
    this.emit('ready')
    this.#ready.resolve()
  }

  async #end(): Promise<void> {
    await this.#context?.close().catch(() => {})
    this.emit('will-quit', new StandinEvent())
    this.emit('quit', new StandinEvent(), 0)
    this.exit(0)
  }
}

/** Where an application keeps its files, under a name of its own: the real one's key could not be opened here. */
function userDataFolder(): string {
  const { STANDIN_USER_DATA, XDG_CONFIG_HOME, APPDATA } = process.env
  const folder =
    STANDIN_USER_DATA ??
    path.join(APPDATA ?? XDG_CONFIG_HOME ?? path.join(os.homedir(), '.config'), 'datestamp-standin')
  mkdirSync(folder, { recursive: true })
  return folder
}

async function answerRequest(route: Route): Promise<void> {
  const request = route.request()
  const address = fromShown(request.url())
  if (!(await session.defaultSession.mayRequest(address))) return route.abort('blockedbyclient')
  const handler = handlerOf(address)
  if (!handler) return route.continue()
  const response = await handler(new Request(address, { method: request.method(), headers: request.headers() }))
  const body = Buffer.from(await response.arrayBuffer())
  await route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body })
}

export const app = new StandinApp()
