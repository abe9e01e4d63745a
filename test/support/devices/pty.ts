/** A serial line without hardware: a pseudoterminal of the kernel, made by `script` of util-linux. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Pty = {
  /**
   * The end that a desk opens, by a name that no other pseudoterminal ever has: the kernel gives a number that is free
   * again to the next program that asks, and a desk that looks for the old one would open it.
   */
  readonly path: string
  /** What the device at the other end sends. */
  readonly send: (bytes: string | Uint8Array) => void
  /** Has what the desk writes from now on. */
  readonly listen: (listener: (bytes: Buffer) => void) => void
  /** What the desk wrote to it so far. */
  readonly received: () => Buffer
  /** The device reads no more. */
  readonly stall: () => void
  /** The device takes nothing more: what is written fills the buffers of the kernel. */
  readonly hang: () => void
  readonly goOn: () => void
  /** The device is pulled out. */
  readonly unplug: () => Promise<void>
}

const COMMAND = 'stty raw -echo; tty; exec sleep 3600'

export async function makePty(): Promise<Pty> {
  const child = spawn('script', ['-qefc', COMMAND, '/dev/null'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
  let came = Buffer.alloc(0)
  let listener: ((bytes: Buffer) => void) | null = null
  const named = Promise.withResolvers<string>()
  child.on('error', named.reject)
  child.on('close', () => named.reject(new Error('script ended early')))
  child.stdout.on('data', (bytes: Buffer) => {
    came = Buffer.concat([came, bytes])
    listener?.(bytes)
    const end = came.indexOf('\n')
    if (end < 0 || !came.subarray(0, end).includes('/dev/pts/')) return
    named.resolve(came.subarray(0, end).toString().trim())
  })
  const folder = mkdtempSync(join(tmpdir(), 'pty-'))
  const path = join(folder, 'line')
  symlinkSync(await named.promise, path)
  const name_bytes = came.indexOf('\n') + 1
  return {
    path,
    send: (bytes) => child.stdin.write(bytes),
    received: () => came.subarray(name_bytes),
    listen: (one) => {
      listener = one
    },
    stall: () => child.kill('SIGSTOP'),
    hang: () => void child.kill('SIGSTOP'),
    goOn: () => void child.kill('SIGCONT'),
    unplug: async () => {
      child.kill('SIGKILL')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
