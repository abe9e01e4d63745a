/**
 * A receipt printer behind a queue of the computer's own printing system: real children take the place of its commands.
 * Whether the printer printed nobody can tell; whether the queue passed a job on is known.
 */
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { DevicesHost } from '../../../../main/devices/host.ts'
import {
  cupsQueues,
  openQueueOf,
  queuesSeen,
  QueueRefused,
  type QueueSystem,
} from '../../../../main/devices/transports/queue.ts'
import { OWN_TRANSPORTS } from '../../../../main/devices/transports/transports.ts'
import { windowsQueues } from '../../../../main/devices/transports/windows-queues.ts'
import type { FromDevicesHost } from '../../../../shared/devices/wire.ts'
import { printing, profile } from '../../../support/devices/printer-setup.ts'
import { SimulatedPrinter } from '../../../../shared/devices/printer/interpreter/simulated-printer.ts'
import { testFolder } from '../../support/folders.ts'

const FAKE = join(import.meta.dirname, '../../../support/devices/fake-queues.ts')

type Made = { readonly system: QueueSystem; readonly folder: string; readonly name: string }

function windows(): Made {
  const folder = testFolder()
  return { system: windowsQueues([process.execPath, FAKE, folder, 'powershell']), folder, name: 'Käse & Co.' }
}

function cups(): Made {
  const folder = testFolder()
  const commands = join(folder, 'bin')
  mkdirSync(commands)
  for (const command of ['lp', 'lpstat', 'cancel']) {
    const file = join(commands, command)
    writeFileSync(file, `#!/bin/sh\nexec '${process.execPath}' '${FAKE}' '${folder}' ${command} "$@"\n`)
    chmodSync(file, 0o755)
  }
  return { system: cupsQueues(`${commands}/`), folder, name: 'EPSON_TM_T88V' }
}

/** The commands of CUPS are programs of a shell here, which Windows does not have. */
const SYSTEMS =
  process.platform === 'win32'
    ? [['Windows', windows] as const]
    : ([
        ['Windows', windows],
        ['CUPS', cups],
      ] as const)

function desk({ system, name }: Made) {
  const said: FromDevicesHost[] = []
  const host = new DevicesHost({
    monotonic_ms: () => performance.now(),
    say: (one) => said.push(one),
    scan: () => undefined,
    log: () => undefined,
    // Bytes that the queue keeps are withdrawn soon.
    patience: { answer_ms: 30_000, job_ms: 700, look_ms: 150 },
    transports: { ...OWN_TRANSPORTS, opens: { ...OWN_TRANSPORTS.opens, queue: openQueueOf(system) } },
  })
  onTestFinished(() => host.close())
  const use = (queue = name) =>
    host.use([
      {
        device_code: 'PRINTER-1',
        role: 'printer',
        place: { via: 'queue', name: queue },
        profile_code: 'epson-tm-t88v',
        drawer: { drawer: 'DRAWER-1', connector: 0, open_level: 'unknown' },
      },
    ])
  const states = () => said.flatMap((one) => (one.kind === 'now' ? [one.device.state] : []))
  const ends = () => said.flatMap((one) => (one.kind === 'ended' ? [`${one.work_ref} ${one.end} ${one.detail}`] : []))
  const details = () => said.flatMap((one) => (one.kind === 'now' ? [one.device.detail] : []))
  return { host, use, states, ends, details }
}

const given = (folder: string): readonly Buffer[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.bytes'))
    .map((file) => readFileSync(join(folder, file)))

describe.each(SYSTEMS)('%s', (_, make) => {
  test('lists its queues, with what the printer says of itself', async () => {
    const { system, name } = make()
    const seen = await queuesSeen(system)
    expect(seen).toHaveLength(2)
    expect(seen[0]).toMatchObject({ place: { via: 'queue', name }, looks_like: 'queue' })
    expect(seen[0]?.name).toMatch(/^EPSON TM-/)
  })

  test('takes paper and pulse as they are; that they were printed nobody can tell', async () => {
    const made = make()
    const { host, use, states, ends } = desk(made)
    await use()
    await expect.poll(() => states().at(-1), { timeout: 20_000 }).toBe('ready')
    host.do('R1', 'PRINTER-1', printing('Moby Dick'))
    host.do('R2', 'PRINTER-1', { kind: 'pulse' })
    await expect.poll(ends, { timeout: 20_000 }).toEqual(['R1 may-be-done cannot-tell', 'R2 may-be-done cannot-tell'])
    const happened = given(made.folder).map((bytes) =>
      new SimulatedPrinter(profile('epson-tm-t88v')).receive(bytes).happened.map((one) => one.happened),
    )
    expect(happened.map((all) => [all.includes('line'), all.includes('pulse'), all.includes('unknown')])).toEqual([
      [true, false, false],
      [false, true, false],
    ])
  })

  test('a job that the queue keeps is withdrawn, so that no drawer opens later; then it is tried again', async () => {
    const made = make()
    const { host, use, states, ends } = desk(made)
    await use()
    await expect.poll(() => states().at(-1), { timeout: 20_000 }).toBe('ready')
    writeFileSync(join(made.folder, 'paused'), '')
    host.do('R1', 'PRINTER-1', { kind: 'pulse' })
    await expect.poll(ends, { timeout: 20_000 }).toEqual(['R1 may-be-done not-taken'])
    expect(readFileSync(join(made.folder, 'withdrawn'), 'utf8')).toBe('1\n')
    rmSync(join(made.folder, 'paused'))
    await expect.poll(() => states().slice(-3), { timeout: 20_000 }).toEqual(['waiting', 'opening', 'ready'])
    host.do('R2', 'PRINTER-1', printing('Emma'))
    await expect.poll(() => ends().at(-1), { timeout: 20_000 }).toBe('R2 may-be-done cannot-tell')
  })

  test('a queue that is not there is told, and nothing is sent', async () => {
    const made = make()
    const { host, use, states, ends } = desk(made)
    await use('Old printer')
    await expect.poll(() => states().at(-1), { timeout: 20_000 }).toBe('absent')
    host.do('R1', 'PRINTER-1', printing('Moby Dick'))
    await expect.poll(ends).toEqual(['R1 not-done not-ready'])
    expect(given(made.folder)).toEqual([])
  })
})

test('where there is no printing system, nothing is found and the fault is told', async () => {
  expect(await queuesSeen(cupsQueues('/nowhere/'))).toEqual([])
  await expect(queuesSeen(windowsQueues(['/nowhere/powershell.exe']))).rejects.toThrow('ENOENT')
})

test.each([
  ['the system refuses the job: nothing of it may be done', 'send', new QueueRefused('no'), 0, []],
  ['the system does not answer: it may have the job', 'send', new Error('too late'), 3, []],
  ['nobody knows whether the queue keeps it: it is withdrawn', 'isWaiting', new Error('too late'), 3, ['7']],
] as const)('%s', async (_, call, fault, taken_max_count, withdrawn) => {
  const asked: string[] = []
  const fails = (): Promise<never> => Promise.reject(fault)
  const queue = {
    send: () => Promise.resolve('7'),
    isWaiting: () => Promise.resolve(true),
    withdraw: (job: string) => Promise.resolve(void asked.push(job)),
    close: () => undefined,
    [call]: fails,
  }
  const system: QueueSystem = {
    list: () => Promise.resolve([{ name: 'desk', says: '' }]),
    use: () => Promise.resolve(queue),
  }
  const opening = await openQueueOf(system)({ via: 'queue', name: 'desk' }, '', {
    onBytes: () => undefined,
    onLost: () => undefined,
  })
  if (opening.kind !== 'open') throw new Error(opening.fault)
  expect(await opening.line.write(Uint8Array.of(1, 2, 3), 50)).toMatchObject({ kind: 'short', taken_max_count })
  expect(asked).toEqual(withdrawn)
})
