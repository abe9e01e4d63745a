/**
 * The station's side of the spooler as a program of its own, to be killed at any moment: real files, real spooler.
 *   node test/support/spooler/station-child.ts FOLDER
 * Talks to its parent by IPC, which stands for main and hands on what the devices process says.
 */
import { flushCompileCache } from 'node:module'
import { openJournal } from '../../../main/journal/open.ts'
import { queueAgain, restartJobs } from '../../../main/journal/jobs.ts'
import { openJobs, type JobSeen } from '../../../main/journal/queue-jobs.ts'
import { devicesSaid } from '../../../main/desk/upkeep/devices/scanned-here.ts'
import { DeviceBoard, readDevices } from '../../../main/desk/upkeep/devices/board.ts'
import { spoolOn } from '../../../main/desk/upkeep/devices/spooler.ts'
import type { Desk } from '../../../main/desk/desk.ts'
import { DeskClock } from '../../../main/library/desk-clock.ts'
import { Library } from '../../../main/library/library.ts'
import { machineClock, machineMonotonic_ms, machineRandom } from '../../../main/ipc/machine-edge.ts'
import { openStore } from '../../../main/store/store.ts'
import { EMPTY_SESSION } from '../../../shared/desk/session/session.ts'
import type { JobDraft } from '../../../shared/devices/job.ts'
import { commandId } from '../../../shared/kernel/ids.ts'
import { instant } from '../../../shared/kernel/time.ts'
import { KEY, QUICK_PIN_COST, seededRandom } from '../../main/support/fakes.ts'
import type { FromStation, ToStation } from './messages.ts'

const [folder = ''] = process.argv.slice(2)
const say = (message: FromStation): void => void process.send?.(message, () => undefined)

const store = openStore(folder, KEY)
const journal = openJournal(store, machineClock.now(), machineRandom, false)
restartJobs(journal, machineClock.now(), false)
const library = new Library({
  store,
  journal,
  clock: new DeskClock(machineClock, machineMonotonic_ms, journal.head.at),
  random: machineRandom,
  measurePinCost: () => QUICK_PIN_COST,
  key_kept: 'sealed',
})
const devices = new DeviceBoard((asked) => say({ kind: 'asked', asked }))
const desk: Desk = { library, devices, session: EMPTY_SESSION, approved: null, carryOut: () => null }
devices.use(readDevices(library))

/** One event with its job, once however often it is asked for. */
function queue(number: number, job: JobDraft): void {
  const id = commandId(instant(1_700_000_000_000 + number), seededRandom(number + 1))
  if (journal.past(id) === null) {
    const occasion = { command_id: id, request_hash: new Uint8Array(8), at: library.clock.now() }
    const draft = { kind: 'recovery-key-shown', body: {} } as const
    journal.record({ ...occasion, staff: '', branch: '' }, [draft], { jobs: new Map([[draft, [job]]]) })
  }
  say({ kind: 'queued', number })
}

/** A person prints again what the desk gave up. */
function again(): void {
  for (const job of openJobs(library.db))
    if (job.kind === 'receipt') queueAgain(journal, job.job_ref, library.clock.now())
}

/** How each job that is not over and each device stands. */
function standing(jobs: readonly JobSeen[]): readonly string[] {
  const now = library.clock.now()
  return [
    `host ${devices.host}`,
    ...devices.own.map((device) => {
      const { device_code } = device
      const state = devices.now(device_code)?.state ?? 'not said'
      const isFree = devices.spool.isFree(device_code, now, false)
      return `${device_code} ${state}, free ${isFree}: ${JSON.stringify(devices.printer(device_code))}`
    }),
    ...jobs.map((job) => {
      const { job_ref, kind, status, reason, attempts_count, device_code, detail_code } = job
      const ago = `${now - job.changed_at} ms ago`
      return [job_ref, kind, device_code, status, reason, attempts_count, detail_code, ago].join(' ')
    }),
  ]
}

function receive(message: ToStation): void {
  if (message.kind === 'said') devicesSaid(desk, message.said)
  if (message.kind === 'queue') queue(message.number, message.job)
  if (message.kind === 'again') again()
  if (message.kind === 'count') {
    const jobs = openJobs(library.db)
    const failed_count = jobs.filter((one) => one.kind === 'receipt' && one.status === 'failed').length
    const waiting_count = jobs.filter(({ status }) => status !== 'failed').length
    say({ kind: 'counted', waiting_count, failed_count, says: standing(jobs) })
  }
}

process.on('message', (message) => receive(message as ToStation))
process.on('disconnect', () => process.exit(0))
setInterval(() => spoolOn(desk), 10)
say({ kind: 'ready' })
// One that is killed does not write what it compiled, and the next would compile it once more.
flushCompileCache()
