/**
 * Starts the built application for a test: real Electron where its binary is, otherwise the stand-in. The tests are the
 * same. Leaves neither process nor folder behind: `close()` ends everything, and removes what it made.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import type { Result } from '../../shared/ipc/envelope.ts'
import { electronBinary, startElectron } from './launch-electron.ts'
import { startStandin } from './launch-standin.ts'
import { PATIENCE_MS } from './patience.ts'
import type { Started } from './started.ts'

const ROOT = path.join(import.meta.dirname, '..', '..')

export type LaunchOptions = {
  /** Kept afterwards when given; otherwise a temporary one is made and removed. */
  readonly userData?: string
  /** `<userData>/desk` unless given. */
  readonly dataFolder?: string
  readonly env?: Readonly<Record<string, string>>
  readonly headed?: boolean
  readonly mainFile?: string
}

export class Desk {
  readonly started: Started
  readonly userData: string
  readonly dataFolder: string
  readonly startMs: number
  page: Page
  readonly #removes: readonly string[]

  constructor(started: Started, page: Page, startMs: number, folders: Folders) {
    this.started = started
    this.page = page
    this.startMs = startMs
    this.userData = folders.userData
    this.dataFolder = folders.dataFolder
    this.#removes = folders.removes
  }

  /** Calls a method as the page does. */
  call(method: string, input: unknown = {}): Promise<Result> {
    const asked = this.page.evaluate(([name, value]) => window.desk.call(name, value), [method, input] as const)
    return asked as Promise<Result>
  }

  /** Everything that the application logged to this folder. */
  log(): string {
    const file = path.join(this.userData, 'logs', 'desk.log')
    return existsSync(file) ? readFileSync(file, 'utf8') : ''
  }

  /** The process number of the last one started. */
  pid(name: 'main' | 'station' | 'devices'): number {
    if (name === 'main') return this.started.main_pid
    const last = [...this.log().matchAll(new RegExp(`${name} started as process (\\d+)`, 'g'))].at(-1)
    return Number(last?.[1])
  }

  /** Kills a process, as a crash would. */
  kill(name: 'main' | 'station' | 'devices'): void {
    process.kill(this.pid(name), 'SIGKILL')
  }

  /** Crashes the page, and continues with its replacement. */
  async crashPage(): Promise<void> {
    const crashed = this.page
    const cdp = await crashed.context().newCDPSession(crashed)
    cdp.send('Page.crash').catch(() => {})
    this.page = await this.started.findPage(crashed)
  }

  /** Quits as a clerk does, or notices that it is gone already. Returns main's exit code. */
  async close(): Promise<number | null> {
    await this.started.quit()
    const code = await this.started.exited
    this.removeFolders()
    return code
  }

  removeFolders(): void {
    for (const folder of this.#removes) rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
  }
}

type Folders = { readonly userData: string; readonly dataFolder: string; readonly removes: readonly string[] }

export async function launch(options: LaunchOptions = {}): Promise<Desk> {
  const mainFile = path.resolve(options.mainFile ?? path.join(ROOT, 'dist', 'main', 'index.js'))
  if (!existsSync(mainFile)) throw new Error(`${mainFile} is not there: build the application first (npm run build)`)
  const temporary = mkdtempSync(path.join(os.tmpdir(), 'datestamp-'))
  const userData = options.userData ?? path.join(temporary, 'user')
  const dataFolder = options.dataFolder ?? path.join(userData, 'desk')
  // Chromium and Playwright leave files in the temporary folder when they are killed: they get one that is removed.
  const env = { ...process.env, TMPDIR: temporary, TEMP: temporary, DATESTAMP_DATA: dataFolder, ...options.env }
  const plan = { mainFile, userData, env, headed: options.headed ?? false }
  const began = performance.now()
  try {
    const started = electronBinary() === null ? await startStandin(plan) : await startElectron(plan)
    const page = await started.findPage()
    page.context().setDefaultTimeout(PATIENCE_MS)
    return new Desk(started, page, performance.now() - began, { userData, dataFolder, removes: [temporary] })
  } catch (fault) {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
    throw fault
  }
}
