/** `utilityProcess`: a child process of Node with a parent port. It ends when main ends, as Electron's do. */
import { fork, type ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'

const PARENT_PORT = new URL('./parent-port.ts', import.meta.url).href

class StandinUtilityProcess extends EventEmitter {
  readonly #child: ChildProcess

  constructor(file: string, args: readonly string[]) {
    super()
    this.#child = fork(file, args, {
      serialization: 'advanced',
      execArgv: ['--import', PARENT_PORT],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    this.#child.on('spawn', () => this.emit('spawn'))
    this.#child.on('message', (message) => this.emit('message', message))
    this.#child.on('error', (fault) => process.stderr.write(`stand-in: ${fault.message}\n`))
    this.#child.on('exit', (code) => this.emit('exit', code ?? 1))
  }

  get pid(): number | undefined {
    return this.#child.exitCode === null && this.#child.signalCode === null ? this.#child.pid : undefined
  }

  /** Dropped when the child is gone, as in Electron. */
  postMessage(message: unknown): void {
    if (!this.#child.connected) return
    this.#child.send(structuredClone(message) as object, () => {})
  }

  kill(): boolean {
    return this.#child.kill('SIGTERM')
  }
}

export const utilityProcess = {
  fork: (file: string, args: readonly string[] = []): StandinUtilityProcess => new StandinUtilityProcess(file, args),
}
