/**
 * An emulated computer with emulated devices, and on it the desk's own devices process: started and steered by a test.
 * Its processor is emulated, too, since many computers that run tests let nobody use their virtualization.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { vi } from 'vitest'
import { must } from '../../../shared/kernel/assert.ts'
import type { FromDevices } from '../../../main/ipc/wire.ts'
import type { Station } from '../../../main/station-ports.ts'
import type { DeviceSetup } from '../../../shared/devices/setup.ts'
import type { DeviceNow, FoundDevice, ToDevicesHost } from '../../../shared/devices/wire.ts'
import type { Acts, Answer } from '../guest/talk.ts'
import { bundleGuest } from './guest-bundle.ts'
import { firstFiles, guestKernel } from './kernel.ts'

const ROOT = join(import.meta.dirname, '../../..')
const OUT = join(ROOT, 'out/hardware')
const BUNDLE = join(ROOT, 'dist/devices/index.js')

/** A look takes seconds on an emulated processor. */
const PATIENT = { timeout: 120_000, interval: 50 }

type Heard = { readonly at_ms: number; readonly message: FromDevices }
type Waiting = { readonly resolve: (result: unknown) => void; readonly reject: (fault: Error) => void }

/** For a shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

const agentScript = (folder: string): string =>
  [
    '$B env -i PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin HOME=/run TMPDIR=/run',
    'UV_THREADPOOL_SIZE=16 NODE_DISABLE_COMPILE_CACHE=1',
    `$B chroot /host ${quoted(process.execPath)} ${quoted(join(folder, 'agent.mjs'))}\n`,
  ].join(' ')

/**
 * `no_timer_check`: on a busy computer the emulated timer is late, and the kernel takes it for a broken one and stops.
 * For the same reason it watches for nothing that is slow.
 */
const CORE_WORDS = [
  'console=ttyS0 quiet loglevel=4 panic=-1 mitigations=off random.trust_cpu=on tsc=unstable',
  'no_timer_check nowatchdog rcupdate.rcu_cpu_stall_suppress=1',
].join(' ')

function wordsFor(initrd: string, vmlinuz: string): readonly string[] {
  const options: readonly (readonly [string, string])[] = [
    ['-accel', 'tcg,thread=multi'],
    ['-cpu', 'max'],
    ['-smp', '2'],
    ['-m', '1280'],
    ['-display', 'none'],
    ['-kernel', vmlinuz],
    ['-initrd', initrd],
    ['-append', CORE_WORDS],
    ['-serial', `file:${join(OUT, 'console.log')}`],
    ['-fsdev', 'local,id=root,path=/,security_model=none,readonly=on,multidevs=remap'],
    ['-device', 'virtio-9p-pci,fsdev=root,mount_tag=root'],
    // With an event for each write the guest's kernel waits for QEMU, and QEMU for it.
    ['-device', 'virtio-serial-pci,ioeventfd=off'],
    ['-chardev', 'stdio,id=agent,signal=off'],
    ['-device', 'virtserialport,chardev=agent,name=agent'],
  ]
  return ['-nodefaults', '-no-reboot', ...options.flat()]
}

export class Guest {
  readonly #qemu: ChildProcess
  readonly #waiting = new Map<number, Waiting>()
  readonly #up = Promise.withResolvers<void>()
  readonly #ended = Promise.withResolvers<void>()
  #asked_count = 0
  /** All that the devices process said. */
  heard: Heard[] = []
  /** A station that hears it, too. */
  station: Pick<Station, 'devicesSaid'> | null = null

  private constructor(initrd: string, vmlinuz: string) {
    const errors = openSync(join(OUT, 'qemu.log'), 'w')
    // A test run that is killed takes its guest with it.
    const line = ['--pdeathsig', 'KILL', 'qemu-system-x86_64', ...wordsFor(initrd, vmlinuz)]
    this.#qemu = spawn('setpriv', line, { stdio: ['pipe', 'pipe', errors] })
    closeSync(errors)
    this.#qemu.stdin?.on('error', () => undefined)
    this.#qemu.on('error', (fault) => this.#end(fault.message))
    this.#qemu.on('close', (code) => this.#end(`it ended with ${code}`))
    createInterface({ input: must(this.#qemu.stdout, 'its output') }).on('line', (text) =>
      this.#hear(JSON.parse(text) as Answer),
    )
  }

  /** Starts it, and waits until its agent answers. */
  static async boot(): Promise<Guest> {
    mkdirSync(OUT, { recursive: true })
    const kernel = guestKernel()
    const guest = new Guest(firstFiles(kernel, agentScript(await bundleGuest())), kernel.vmlinuz)
    await guest.#up.promise
    return guest
  }

  /** Has something done inside the guest. */
  async act<Name extends keyof Acts>(
    name: Name,
    ...given: Parameters<Acts[Name]>
  ): Promise<Awaited<ReturnType<Acts[Name]>>> {
    this.#asked_count += 1
    const number = this.#asked_count
    const answered = Promise.withResolvers<unknown>()
    this.#waiting.set(number, answered)
    this.#qemu.stdin?.write(`${JSON.stringify({ number, act: name, given })}\n`)
    return (await answered.promise) as Awaited<ReturnType<Acts[Name]>>
  }

  /** A new devices process, run by this user (0 is root). */
  async startDevices(user = 0): Promise<void> {
    this.heard = []
    await this.act('startDevices', BUNDLE, user)
  }

  async ask(asked: ToDevicesHost): Promise<void> {
    await this.act('tellDevices', { kind: 'asked', asked })
  }

  use(devices: readonly DeviceSetup[]): Promise<void> {
    return this.ask({ kind: 'use', devices: [...devices] })
  }

  /** What is plugged in, by the devices process. */
  async look(): Promise<readonly FoundDevice[]> {
    this.#asked_count += 1
    const number = this.#asked_count
    await this.ask({ kind: 'discover', number })
    return vi.waitUntil(() => this.#found(number), PATIENT)
  }

  #found(number: number): readonly FoundDevice[] | null {
    const said = this.heard.flatMap(({ message }) => (message.kind === 'said' ? [message.said] : []))
    const answer = said.find((one) => one.kind === 'discovered' && one.number === number)
    return answer?.kind === 'discovered' ? answer.found : null
  }

  /** Each state of a device, in order, with the time in the guest. */
  states(code: string): readonly (DeviceNow & { readonly at_ms: number })[] {
    return this.heard.flatMap(({ at_ms, message }) => {
      if (message.kind !== 'said' || message.said.kind !== 'now' || message.said.device.device_code !== code) return []
      return [{ ...message.said.device, at_ms }]
    })
  }

  state(code: string): DeviceNow['state'] | undefined {
    return this.states(code).at(-1)?.state
  }

  scans(code: string): readonly string[] {
    return this.heard.flatMap(({ message }) =>
      message.kind === 'scan' && message.scan.device_code === code ? [message.scan.text] : [],
    )
  }

  /** How each work ended, in order. */
  ends(): readonly string[] {
    return this.heard.flatMap(({ message }) =>
      message.kind === 'said' && message.said.kind === 'ended' ? [message.said.end] : [],
    )
  }

  async end(): Promise<void> {
    this.#qemu.kill('SIGKILL')
    await this.#ended.promise
  }

  #hear(answer: Answer): void {
    if (answer.kind === 'up') return this.#up.resolve()
    if (answer.kind === 'devices') return this.#said(answer)
    const waiting = this.#waiting.get(answer.number)
    this.#waiting.delete(answer.number)
    if (answer.kind === 'done') waiting?.resolve(answer.result)
    else waiting?.reject(new Error(`in the guest: ${answer.fault}`))
  }

  #said(heard: Heard): void {
    this.heard.push(heard)
    if (heard.message.kind === 'said') this.station?.devicesSaid(heard.message.said)
  }

  #end(reason: string): void {
    const said = ['qemu.log', 'console.log'].map((name) => tailOf(join(OUT, name))).filter((text) => text !== '')
    const fault = new Error([`the guest is gone: ${reason}`, ...said].join('\n'))
    this.#up.promise.catch(() => undefined)
    this.#up.reject(fault)
    for (const { reject } of this.#waiting.values()) reject(fault)
    this.#waiting.clear()
    this.#ended.resolve()
  }
}

function tailOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-20).join('\n')
  } catch {
    return ''
  }
}
