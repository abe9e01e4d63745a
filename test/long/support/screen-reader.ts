/**
 * A real screen reader (Orca) on a display of its own that nobody sees: what it would say stands in its log, with the
 * moment. It needs no sound card. Ends every program that it started, and removes its folder.
 */
import { spawn, spawnSync, type ChildProcess, type StdioOptions } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { PERSON_GAP_MS } from '../../standin/keyboard.ts'
import { PATIENCE_MS } from '../../standin/patience.ts'

/** One sentence that was spoken. `at_ms`: the moment of the day, in the time of this computer. */
export type SpokenAloud = { readonly text: string; readonly at_ms: number }

const SPOKEN = /^(\d\d):(\d\d):(\d\d)\.(\d{3})\d* - SPEECH OUTPUT: '(.*?)'/gm

export class ScreenReader {
  /** For the program that is read aloud. */
  env: Readonly<Record<string, string>>
  readonly #folder: string
  readonly #programs: ChildProcess[] = []
  readonly #faults: string[] = []

  private constructor(folder: string) {
    this.#folder = folder
    this.env = {
      HOME: folder,
      XDG_RUNTIME_DIR: path.join(folder, 'run'),
      ACCESSIBILITY_ENABLED: '1',
      DBUS_SESSION_BUS_ADDRESS: `unix:path=${path.join(folder, 'run', 'bus')}`,
    }
  }

  static async start(): Promise<ScreenReader> {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'datestamp-reader-'))
    mkdirSync(path.join(folder, 'run'), { mode: 0o700 })
    const reader = new ScreenReader(folder)
    try {
      await reader.#startAll()
      return reader
    } catch (fault) {
      await reader.stop()
      throw fault
    }
  }

  async #startAll(): Promise<void> {
    const screen = ['-displayfd', '3', '-screen', '0', '1366x768x24', '-nolisten', 'tcp']
    let display = ''
    this.#run('Xvfb', screen).stdio[3]?.on('data', (piece) => (display += String(piece)))
    await this.#until(() => display.endsWith('\n'), 'a display')
    this.env = { ...this.env, DISPLAY: `:${display.trim()}` }
    const address = this.env['DBUS_SESSION_BUS_ADDRESS'] ?? ''
    this.#run('dbus-daemon', ['--session', '--nofork', '--nopidfile', `--address=${address}`])
    await this.#until(() => existsSync(path.join(this.#folder, 'run', 'bus')), 'a message bus')
    this.#run('openbox', [])
    this.#run('/usr/libexec/at-spi-bus-launcher', ['--launch-immediately', '--a11y=1'])
    this.#run('orca', ['--replace', `--debug-file=${this.#log}`])
    await this.#until(() => this.spoken().length > 0, 'a first word of the screen reader')
  }

  get #log(): string {
    return path.join(this.#folder, 'orca.log')
  }

  /** Everything said so far, in order. */
  spoken(): SpokenAloud[] {
    if (!existsSync(this.#log)) return []
    return [...readFileSync(this.#log, 'utf8').matchAll(SPOKEN)].map(([, hours, minutes, seconds, ms, text]) => ({
      text: text ?? '',
      at_ms: ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(ms),
    }))
  }

  /**
   * Real keys of this display, at a person's pace: they come to the screen reader first, which may keep them. In the
   * words of xdotool.
   */
  press(...keys: string[]): void {
    const pressed = ['key', '--delay', String(PERSON_GAP_MS), ...keys]
    const { status, error } = spawnSync('xdotool', pressed, { env: { ...process.env, ...this.env } })
    if (status !== 0) throw new Error(`xdotool could not press ${keys.join(' ')}: ${error?.message ?? String(status)}`)
  }

  /** The fourth channel of each program is a pipe: on it Xvfb says which display it took. */
  #run(command: string, args: readonly string[]): ChildProcess {
    const stdio: StdioOptions = ['ignore', 'ignore', 'ignore', 'pipe']
    const program = spawn(command, args, { stdio, env: { ...process.env, ...this.env } })
    program.on('error', ({ message }) => this.#faults.push(message))
    this.#programs.push(program)
    return program
  }

  async #until(holds: () => boolean, what: string): Promise<void> {
    const end = performance.now() + PATIENCE_MS
    while (!holds()) {
      if (this.#faults.length > 0) throw new Error(`${this.#faults.join('; ')}: npm run test:long installs it`)
      if (performance.now() > end) throw new Error(`no ${what} after ${PATIENCE_MS} ms`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  async stop(): Promise<void> {
    const ended = this.#programs.map(
      (program) =>
        new Promise((resolve) => {
          if (program.pid === undefined || program.exitCode !== null) resolve(null)
          else program.on('exit', resolve)
        }),
    )
    for (const program of this.#programs.toReversed()) program.kill('SIGKILL')
    await Promise.all(ended)
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
  }
}
