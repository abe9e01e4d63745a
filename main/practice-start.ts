/**
 * Makes a practice desk ready, each time it starts: at first the sample library with its dates moved to today, a desk
 * and a person; later the person signs in again. Goes through the contract like any screen. Needs a desk that is
 * marked for practice (desk/staff/practice.ts).
 */
import type { DeskSnapshot } from '../shared/desk/screen.ts'
import type { ImportStatus } from '../shared/ipc/contract.ts'
import { commandId, type Random } from '../shared/kernel/ids.ts'
import type { Clock } from '../shared/kernel/time.ts'
import { wordsOf } from '../shared/words/speech.ts'
import { writeSample } from './library/sample.ts'
import type { Station } from './station-ports.ts'

const BRANCH = 'MAPLE'
const INITIALS = 'PR'
/** Told in the task that locks the desk: it keeps nothing. */
const PIN = '246810'
const LOOK_AGAIN_MS = 50

type PracticePorts = {
  /** The sample library, and where its moved copy is written. */
  readonly sampleFolder: string
  readonly copyFolder: string
  readonly clock: Clock
  readonly random: Random
}

export async function preparePractice(station: Pick<Station, 'handle'>, ports: PracticePorts): Promise<void> {
  const { clock, random } = ports
  let id = 0
  const ask = async <Output>(method: string, input: object): Promise<Output> => {
    id += 1
    const { result } = await station.handle({ id, method, input })
    if (result.kind !== 'ok') throw new Error(`practice cannot begin: ${method}: ${JSON.stringify(result)}`)
    return result.output as Output
  }
  const mint = (): string => commandId(clock.now(), random)
  const { snapshot } = await ask<{ snapshot: DeskSnapshot }>('desk.snapshot', {})
  if (snapshot.stage === 'set-up') await setUp(ask, mint, snapshot, ports)
  if (snapshot.stage === 'sign-in') await ask('staff.sign-in', { commandId: mint(), initials: INITIALS, pin: PIN })
  // A desk that is locked, or in rescue, has them set up or can set up nothing.
  if (snapshot.stage === 'locked' || snapshot.stage === 'rescue') return
  const { result } = await station.handle({ id: 0, method: 'training.begin', input: { commandId: mint() } })
  // The script door may have no devices.
  const isWell = result.kind === 'ok' || (result.kind === 'refused' && result.code === 'no-devices-here')
  if (!isWell) throw new Error(`practice cannot begin: training.begin: ${JSON.stringify(result)}`)
}

async function setUp(ask: Ask, mint: () => string, snapshot: DeskSnapshot, ports: PracticePorts): Promise<void> {
  writeSample(ports.sampleFolder, ports.copyFolder, ports.clock.now())
  await importAll(ask, mint, ports.copyFolder)
  const { person, desk } = wordsOf(snapshot.language).pages.practice
  const who = { staff_name: person, initials: INITIALS, pin: PIN }
  await ask('desk.set-up', { commandId: mint(), branch_code: BRANCH, desk_name: desk, ...who })
  // The recovery key of made-up data is nothing to print.
  await ask('desk.go', { page: null })
}

type Ask = <Output>(method: string, input: object) => Promise<Output>

/** What the rules of the sample library are warned of is meant. */
async function importAll(ask: Ask, mint: () => string, folder: string): Promise<void> {
  let accepted: readonly string[] = []
  for (;;) {
    await ask('import.start', { commandId: mint(), folder, accept_findings: accepted })
    const status = await ended(ask)
    if (status.findings.length === 0) return
    if (accepted.length > 0) throw new Error('practice cannot begin: the sample library was not imported')
    accepted = status.findings.map(({ name }) => name)
  }
}

async function ended(ask: Ask): Promise<ImportStatus> {
  for (;;) {
    const status = await ask<ImportStatus>('import.status', {})
    if (!status.running) return status
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
  }
}
