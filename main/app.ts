/**
 * The station, assembled by hand: ports in, a running desk out. Plain Node: Electron, the script door, tests and
 * benchmarks all start it here. Must never let a fault in one request end it.
 */
import type { DeskSnapshot } from '../shared/desk/screen.ts'
import { EMPTY_SESSION } from '../shared/desk/session/session.ts'
import { handedOn, resumed } from '../shared/desk/session/session-handed.ts'
import type { Screen } from '../shared/devices/display/screens.ts'
import type { FromDevicesHost } from '../shared/devices/wire.ts'
import type { Reply, Request } from '../shared/ipc/envelope.ts'
import { OperatingError, type OperatingCode } from '../shared/kernel/outcome.ts'
import { MS_PER_MINUTE } from '../shared/kernel/time.ts'
import { beginDesk } from './begin-desk.ts'
import { waitForImport } from './ipc/import-wait.ts'
import { BESIDE_OTHERS, makeRouter, type Handlers } from './ipc/router.ts'
import { restartJobs } from './journal/jobs.ts'
import { openJournal } from './journal/open.ts'
import { backupEnded } from './desk/upkeep/backing-up.ts'
import { carryOutBy, sayLater } from './desk/approvals/carry-out.ts'
import { isDone, type Desk } from './desk/desk.ts'
import { deskHandlersOf } from './desk-handlers.ts'
import { DeskClock } from './library/desk-clock.ts'
import { runWaiting } from './desk/loans/run-waiting.ts'
import { showToPatron } from './desk/upkeep/devices/display-facts.ts'
import { DeviceBoard } from './desk/upkeep/devices/board.ts'
import { devicesSaid, screensSaid } from './desk/upkeep/devices/scanned-here.ts'
import { Spooling } from './desk/upkeep/devices/spooling.ts'
import { Importing } from './desk/data-in/importing.ts'
import { callRefusal } from './desk/approvals/page-approval.ts'
import { Library } from './library/library.ts'
import { withLoss } from './rescue/manager-check.ts'
import { noteAct, passTime } from './desk/staff/presence.ts'
import { notePractice } from './desk/staff/practice.ts'
import { recoveredText } from './desk/upkeep/recovered.ts'
import { keepRefusedAnswer, keepRefusedRows } from './desk/approvals/refused-acts.ts'
import { cancelReport } from './desk/reports/running.ts'
import { rescueHandlers, rescueSnapshot } from './desk/upkeep/rescue.ts'
import { speechBefore } from './library/library-speech.ts'
import { speechOf } from './desk/clerk-language.ts'
import { isSetUp, snapshotOf } from './desk/snapshot.ts'
import { keepWitness } from './desk/upkeep/witnessing.ts'
import { keepUp } from './desk/upkeep/upkeep.ts'
import { notOpen, waysOut, type Opening, type StationDoor } from './desk/upkeep/ways-out.ts'
import { signHead } from './library/signing-head.ts'
import { Signing } from './journal/signing.ts'
import { OwnCentral } from './journal/sync/own-central.ts'
import type { Station, StationPorts } from './station-ports.ts'
import { keepToOwner } from './store/files/owner-only.ts'
import { openStore, type Store } from './store/store.ts'

/** How often the desk looks whether it stands idle, or a request for approval has run out. */
const WATCH_EVERY_MS = 5_000
const memory_bytes = (): number => process.memoryUsage().rss
type Running = {
  readonly store: Store
  readonly desk: Desk
  readonly importing: Importing
  readonly handlers: Handlers
}
type Rescue = { readonly handlers: Handlers; readonly error: OperatingError; readonly go_on: string }

export async function openStation(ports: StationPorts): Promise<Station> {
  return new StationProcess(ports)
}

class StationProcess implements Station {
  readonly #ports: StationPorts
  #running: Running | null = null
  #rescue: Rescue | null = null
  #key: Uint8Array | null
  readonly #signing: Signing | null
  /** Only grows, also through rescue and restore: a screen keeps the highest version it has seen. */
  #version = 0
  #isFirstStart = true
  readonly #upkeep: NodeJS.Timeout
  readonly #watch: NodeJS.Timeout
  readonly #spooling = new Spooling((work) => this.#beside('the spooler', work))
  readonly #ways: ReturnType<typeof waysOut>
  readonly handle: (request: Request) => Promise<Reply>
  readonly trouble = (): OperatingCode | null => this.#rescue?.error.code ?? null

  constructor(ports: StationPorts) {
    this.#ports = ports
    this.#key = ports.key
    this.#signing = ports.signing ? new Signing(ports.signing) : null
    this.#ways = waysOut(this.#door())
    const route = makeRouter({
      handlers: () => this.#handlers(),
      isSignedIn: () => (this.#running?.desk.session.staff ?? null) !== null,
      position: () => this.#running?.desk.library.journal.head.seq ?? 0,
      isLocked: () => (this.#running?.desk.session.lock ?? null) !== null,
      refusal: (...asked) => callRefusal(this.#running?.desk, ...asked),
      onRefused: (method, code) => {
        const desk = this.#running?.desk
        if (desk) this.#unasked('keeping a refusal', () => keepRefusedAnswer(desk, method, code))
      },
      speech: () => (this.#running ? speechOf(this.#running.desk) : speechBefore(ports.clock)),
      random: ports.random,
      log: ports.log,
      onOperatingError: (error) => this.#onOperatingError(error),
    })
    this.handle = async (request) => {
      this.#passTime()
      const desk = this.#running?.desk
      const before = desk?.session
      const reply = await route(request)
      // After a restore the rows of before belong to another desk.
      const now = BESIDE_OTHERS.has(request.method) ? undefined : this.#running?.desk
      if (desk && before && desk === now) this.#unasked('keeping a refusal', () => keepRefusedRows(desk, before))
      if (desk && before && desk === now) this.#unasked('a scan that waited', () => runWaiting(desk, before))
      if (now) noteAct(now, request.method)
      if (now && before && ports.is_practice) notePractice(now, request.method, before)
      // Told before the answer, which has the desk as it is, the screen would ask for all of it once more.
      this.#follow(() => void setImmediate(() => this.#tellChange()))
      return reply
    }
    this.open({})
    this.#upkeep = setInterval(() => this.#keepUp(), MS_PER_MINUTE).unref()
    this.#watch = setInterval(() => {
      this.#passTime()
      if (this.#running) keepWitness(this.#running.desk.library, ports.log)
    }, WATCH_EVERY_MS).unref()
  }

  #handlers(): Handlers {
    return (this.#running ?? this.#rescue ?? notOpen()).handlers
  }

  /** Opens the desk or rescue. A key that opens the files is the desk's from then on. */
  open({ key = this.#key ?? undefined, ...how }: Opening): void {
    const before = this.#key
    try {
      this.#key = key ?? null
      this.#running = this.#start(how)
      this.#rescue = null
    } catch (fault) {
      if (!(fault instanceof OperatingError)) throw fault
      this.#ports.log(`the data files do not open: ${fault.code}: ${fault.detail}`)
      this.#enterRescue(fault)
      if (this.#rescue?.error.code === 'wrong-key') this.#key = before
    }
  }

  #start({ isRestored = false, isLossAccepted = false, isReferenceAnew = false }: Omit<Opening, 'key'>): Running {
    const { dataFolder, clock, monotonic_ms, random, measurePinCost, version, push, key_kept, is_key_new } = this.#ports
    const own = { random, measurePinCost, key_kept, signing: this.#signing }
    if (!keepToOwner(dataFolder)) this.#ports.log('warning: other accounts of this computer can open the data folder')
    const store = openStore(dataFolder, this.#key, isLossAccepted, isReferenceAnew)
    try {
      const tell = (done: number, all: number): void => this.#ports.log(`rebuilding the overlay: ${done} of ${all}`)
      const proof = this.#signing?.proof() ?? null
      const journal = openJournal(store, clock.now(), random, isRestored, { isLossAccepted, proof, tell, is_key_new })
      const shut = restartJobs(journal, clock.now(), isRestored)
      // What a process before this one was at is taken up once; after a restore its record numbers may mean others.
      const resume = this.#isFirstStart ? this.#ports.resume : undefined
      const session = resumed(resume) ?? EMPTY_SESSION
      const central = new OwnCentral(journal)
      const deskClock = new DeskClock(clock, monotonic_ms, journal.head.at)
      const desk: Desk = {
        library: new Library({ ...own, store: store.read, journal, clock: deskClock, central }),
        devices: new DeviceBoard(this.#ports.askDevices, this.#ports.wantPatronWindow, shut),
        session,
        approved: null,
        carryOut: () => null,
      }
      const { recovered, recovered_outside } = resume === undefined ? recoveredText(desk.library) : session
      desk.session = { ...session, recovered, recovered_outside, version: Math.max(session.version, this.#version) + 1 }
      const importing = new Importing(desk, push, this.#ports.log)
      const all = deskHandlersOf(desk, this.#ports, { version, importing, push, memory_bytes }, this.#ways)
      const handlers = waitForImport(all, importing, (id) => isDone(desk, id))
      desk.carryOut = carryOutBy(handlers, (work) => void sayLater(desk, work, this.#unasked.bind(this)))
      const { log, is_practice = false } = this.#ports
      beginDesk(desk, { central, is_practice, log, tell: () => this.#tellChange() })
      this.#isFirstStart = false
      return { store, desk, importing, handlers }
    } catch (fault) {
      store.close()
      throw fault
    }
  }

  #enterRescue(found: OperatingError): void {
    const { dataFolder, version } = this.#ports
    this.#version += 1
    const { error, go_on } = withLoss(found, this.#door(), `${this.#version}`)
    const place = { error, go_on, snapshot_version: this.#version, folder: dataFolder, version, memory_bytes }
    this.#rescue = { error, go_on, handlers: rescueHandlers({ ...place, ways: this.#ways }) }
    this.#ports.push({ topic: 'desk-changed', version: this.#version })
  }

  #door(): StationDoor {
    return {
      folder: this.#ports.dataFolder,
      now: () => this.#ports.clock.now(),
      key: () => this.#key,
      desk: () => this.#running?.desk ?? null,
      error: () => this.#rescue?.error ?? null,
      isNeverSetUp: () => this.#running !== null && !isSetUp(this.#running.desk.library),
      snapshot: () => this.#snapshot(),
      stop: () => this.#stop(),
      open: (opening) => this.open(opening),
      signing: this.#signing,
      keepKey: this.#ports.keepKey ?? (() => Promise.reject(new Error('no place for a key'))),
      log: this.#ports.log,
    }
  }

  #snapshot(): DeskSnapshot {
    if (this.#running) return snapshotOf(this.#running.desk)
    return rescueSnapshot({ ...(this.#rescue ?? notOpen()), snapshot_version: this.#version })
  }

  /** A damaged file ends recording right away; any other fault is reported to the clerk, who can try again. */
  #onOperatingError(error: OperatingError): void {
    const running = this.#running
    if (!running || (error.code !== 'file-damaged' && error.code !== 'chain-broken')) return
    this.#version = Math.max(this.#version, running.desk.session.version)
    this.#running = null
    running.store.close()
    this.#enterRescue(error)
  }

  /** Time-based work comes before a request; an unreadable file is reported by the request itself. */
  #passTime(): void {
    if (!this.#running) return
    try {
      passTime(this.#running.desk)
    } catch (fault) {
      this.#ports.log(`passing time: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`)
    }
    this.#follow()
  }

  #tellChange(): void {
    const version = this.#running?.desk.session.version ?? 0
    if (version <= this.#version) return
    this.#version = version
    this.#ports.push({ topic: 'desk-changed', version })
  }

  /** A display that faces the patron is never behind the screen; what is queued by now is sent once this is over. */
  #follow(tell = () => this.#tellChange()): void {
    this.#beside('the patron’s display', (desk) => showToPatron(desk, this.#ports.showPatron), tell)
    this.#running?.desk.sync?.wake()
    this.#spooling.soon()
  }

  /** Does what the desk does by itself (desk/upkeep/upkeep.ts), except during an import. */
  #keepUp(): void {
    const running = this.#running
    if (running && !running.importing.isRunning) this.#unasked('upkeep', () => keepUp(running.desk))
  }

  #beside(what: string, work: (desk: Desk) => void, tell = () => this.#tellChange()): void {
    const desk = this.#running?.desk
    if (desk) this.#unasked(what, () => work(desk))
    tell()
  }

  /** No caller waits for this: a fault is logged, and the desk keeps working; a damaged file ends it as everywhere. */
  #unasked(what: string, work: () => void): void {
    try {
      work()
    } catch (fault) {
      this.#ports.log(`${what}: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`)
      if (fault instanceof OperatingError) this.#onOperatingError(fault)
    }
  }

  readonly devicesSaid = (said: FromDevicesHost): void => {
    this.#beside('what a device said', (desk) => devicesSaid(desk, said))
    this.#follow()
  }

  readonly screensAre = (screens: readonly Screen[]): void =>
    this.#beside('which screens there are', (desk) => screensSaid(desk, screens))

  readonly sessionState = (): string => (this.#running ? handedOn(this.#running.desk.session) : '')

  readonly swapReference = (path: string): Promise<void> => (this.#running ?? notOpen()).importing.goOnWith(path)

  readonly syncPlaces: Station['syncPlaces'] = () => this.#running?.desk.sync?.places() ?? null

  async #stop(): Promise<void> {
    const running = this.#running
    if (!running) return
    this.#running = null
    const { library, sync } = running.desk
    await Promise.all([sync?.stop(), running.importing.stop(), backupEnded(library), cancelReport(library)])
    keepWitness(library, this.#ports.log)
    signHead(library)
    running.store.close()
  }

  readonly close = async (): Promise<void> => {
    for (const timer of [this.#upkeep, this.#watch]) clearInterval(timer)
    this.#spooling.close()
    await this.#stop()
  }
}
