/**
 * A desk with its devices process, each a process of its own as in the application, whose visits a benchmark asks for:
 *   node bench/support/printing-desk.ts FOLDER
 * A visit is a card, a few items, and the Enter that prints. Answers each message with what its visits took.
 */
import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { FromDevices, ToDevices } from '../../main/ipc/wire.ts'
import type { ToDevicesHost } from '../../shared/devices/wire.ts'
import { BenchDesk } from './bench-desk.ts'
import { median } from './figures.ts'
import { BADGE, cardOf, freeItems, freePatron, itemOf } from './made-library.ts'
import { seeded } from './seeded.ts'
import { QUICK } from './sizes.ts'
import { ITEMS_A_VISIT, type VisitsAsked, type VisitsTook } from './visits.ts'

const ITEMS_MAX = 2_400
const ROOT = join(import.meta.dirname, '../..')
const PARENT_PORT = join(ROOT, 'test/standin/parent-port.ts')
const DEVICES = join(ROOT, 'main/devices/devices-process.ts')

const execArgv = ['--import', PARENT_PORT]
const devices = fork(DEVICES, { execArgv, serialization: 'advanced', stdio: 'inherit' })
const tell = (message: ToDevices): void => void devices.send(message)
tell({ kind: 'open', is_practice: false })

const desk = await BenchDesk.open(process.argv[2] ?? '', {
  askDevices: (asked: ToDevicesHost) => tell({ kind: 'asked', asked }),
})
devices.on('message', (message) => {
  const said = message as FromDevices
  if (said.kind === 'said') desk.station.devicesSaid(said.said)
})
await desk.scan(BADGE)

const random = seeded(83)
const items = freeItems(QUICK, ITEMS_MAX, 84)

const processorMs = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000
/** The spooler runs after the answer. */
const rest = (): Promise<void> => new Promise((done) => setImmediate(done))

async function lend(times: number[]): Promise<void> {
  const item = items.pop()
  if (item === undefined) throw new Error('all items are out')
  const began = performance.now()
  const { band } = await desk.scan(itemOf(item))
  times.push(performance.now() - began)
  if (band?.outcome !== 'done') throw new Error(`a check-out that should go well: ${JSON.stringify(band)}`)
}

async function visits({ visits_count }: VisitsAsked): Promise<VisitsTook> {
  const times: number[] = []
  let items_ms = 0
  const before = process.cpuUsage()
  for (let n = 0; n < visits_count; n += 1) {
    await desk.scan(cardOf(freePatron(QUICK, random)))
    const first = process.cpuUsage()
    for (let at = 0; at < ITEMS_A_VISIT; at += 1) await lend(times)
    await rest()
    items_ms += processorMs(process.cpuUsage(first))
    await desk.ok('desk.finish', {})
  }
  await rest()
  const all_ms = processorMs(process.cpuUsage(before))
  const { snapshot } = await desk.ok('desk.snapshot', {})
  return {
    item_ms: median(times),
    item_processor_ms: items_ms / times.length,
    visit_processor_ms: all_ms / visits_count,
    jobs: snapshot.strip.jobs.says,
  }
}

process.on('message', (asked) => void visits(asked as VisitsAsked).then((took) => process.send?.(took)))
process.on('disconnect', () => {
  devices.kill('SIGKILL')
  process.exit(0)
})
process.send?.('up')
