/**
 * Runs a list of commands in a program of its own that is killed at one exact point, and does so wherever the disk is
 * another than at the point before: what was answered is there, what was not is whole or absent, and sending everything
 * again with the same ids ends in the very same state.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { checked } from '../main/support/checked.ts'
import { CHILD } from './bundled.ts'
import { END } from './kill-at.ts'
import { signedApart } from './signed-apart.ts'
import { openDesk, rosaComes, type TestDesk } from '../main/support/desk.ts'
import { testFolder } from '../main/support/folders.ts'
import { PIN } from '../main/support/small-library.ts'
import { FakeClock, seededRandom, TUESDAY } from '../main/support/fakes.ts'
import type { Reply, Request } from '../../shared/ipc/envelope.ts'
import type { WitnessKind } from '../../shared/journal/witness.ts'
import { commandId } from '../../shared/kernel/ids.ts'

export type Shift = {
  /** Makes the files that each run begins with. @returns their folder */
  readonly files: () => string
  readonly commands: readonly Request[]
  /** Everything a person could ask of the desk about this shift, without record numbers or times. */
  readonly state: (desk: TestDesk) => Promise<unknown>
  /** Witnesses that may rightly miss something, however it was cut off. */
  readonly may_tell?: readonly WitnessKind[]
  /** Rosa's PIN by then, where the shift has set another. */
  readonly pin?: string
  /** The kinds of entries there must be as many of, whenever it was cut off. */
  readonly kinds: readonly string[]
}

/** Ways to write a shift: each command has an id of its own, the same in every run. */
export function commandsOf(seed: number) {
  const ids = seededRandom(seed)
  const command = (method: string, input: object = {}): Request => ({
    id: 1,
    method,
    input: { commandId: commandId(TUESDAY, ids), ...input },
  })
  /** Records nothing, so it carries no id. */
  const ask = (method: string, input: object = {}): Request => ({ id: 1, method, input })
  const scan = (text: string): Request => command('desk.scan', { text, source: 'scan' })
  // A badge that waits for its PIN is forgotten with the process.
  const signIn = (pin = PIN): Request => command('staff.sign-in', { initials: 'RO', pin })
  return { command, ask, scan, signIn }
}

/** `points`: every point at which the run could be killed with another disk; none where it was killed. */
type Run = { readonly replies: readonly Reply[]; readonly points: readonly string[]; readonly was_killed: boolean }
type Said = Reply & { readonly points?: readonly number[]; readonly unseen?: readonly string[] }

/** The points of a whole run, from the last line that it printed. */
export function pointsOf({ points = [], unseen = [] }: Omit<Said, keyof Reply>): readonly string[] {
  expect(unseen, 'every change of the disk is a point to kill at').toEqual([])
  return [...points.map(String), END]
}

/** Windows knows no signals: whoever kills itself there ends with 1, and says nothing. */
export function isKilled(status: number | null, signal: string | null, said: string): boolean {
  return signal === 'SIGKILL' || (process.platform === 'win32' && status === 1 && said === '')
}

/**
 * `seed`: of the station's random bytes: another start mints other ids. `watched`: the folder in which the disk
 * changes, if not the desk's own. `limit`: a program that runs the desk, and what it is told.
 */
type How = { readonly seed?: number; readonly watched?: string; readonly limit?: readonly string[] }

export function run(shift: Pick<Shift, 'commands'>, folder: string, killAt: string, how: How = {}): Run {
  const { seed = 5, watched = folder, limit = [] } = how
  const file = join(folder, 'commands.json')
  writeFileSync(file, JSON.stringify(shift.commands))
  const program = [process.execPath, CHILD, folder, file, killAt, `${seed}`, watched]
  const [name = '', ...rest] = [...limit, ...program]
  const child = spawnSync(name, rest, { encoding: 'utf8' })
  const was_killed = isKilled(child.status, child.signal, child.stderr)
  if (child.status !== 0 && !was_killed) throw new Error(child.stderr)
  const lines = child.stdout.split('\n').filter((line) => line !== '')
  const said = lines.map((line) => JSON.parse(line) as Said)
  const replies = said.filter(({ points }) => points === undefined)
  return { replies, points: was_killed ? [] : pointsOf(said.at(-1) as Said), was_killed }
}

type Found = { readonly state: unknown; readonly kinds: readonly string[]; readonly problems: unknown }

async function inspect(shift: Shift, folder: string, isWhole: boolean): Promise<Found> {
  const clock = new FakeClock(TUESDAY)
  clock.pass(3_600_000)
  const desk = await openDesk(folder, { signing: signedApart(folder) }, clock)
  // What a witness beside the journal, or apart from it, says was on the disk when the desk was killed is all there.
  const { missing, unproved, broken_from } = await desk.ok('system.status', {})
  const witnesses = missing.flatMap((loss) => loss.witnesses.map(({ known_by }) => known_by))
  expect(witnesses.filter((known_by) => !shift.may_tell?.includes(known_by))).toEqual([])
  expect([unproved, broken_from]).toEqual([[], ''])
  if (!isWhole) {
    await desk.station.close()
    return { state: null, kinds: [], problems: checked(folder).problems }
  }
  await rosaComes(desk, shift.pin)
  const { events } = await desk.ok('journal.recent', { limit: 100 })
  const kinds = events.map((event) => event.kind).filter((kind) => shift.kinds.includes(kind))
  const state = await shift.state(desk)
  await desk.station.close()
  return { state, kinds: kinds.toSorted(), problems: checked(folder).problems }
}

const POINTS_MIN = 8

/** Kills the shift at every point at which the disk is another. */
export async function expectWholeAfterKills(shift: Shift): Promise<void> {
  const template = shift.files()
  const copy = (): string => {
    const folder = testFolder()
    cpSync(template, folder, { recursive: true })
    return folder
  }
  const whole = copy()
  const { points, was_killed, replies } = run(shift, whole, '0')
  expect(was_killed).toBe(false)
  expect(replies.map((reply) => reply.result.kind)).toEqual(shift.commands.map(() => 'ok'))
  expect(points.length).toBeGreaterThan(POINTS_MIN)
  const wanted = await inspect(shift, whole, true)
  expect(wanted.problems).toEqual([])
  expect(new Set(wanted.kinds)).toEqual(new Set(shift.kinds))

  for (const killAt of points) {
    const folder = copy()
    const cut = run(shift, folder, killAt)
    expect(cut.was_killed, killAt).toBe(true)
    const after = await inspect(shift, folder, false)
    expect(after.problems, killAt).toEqual([])
    const again = run(shift, folder, '0', { seed: 6 })
    expect(again.replies.length, killAt).toBe(shift.commands.length)
    // What had been answered before the cut is answered the same again, where the answer is of a record.
    for (const [index, reply] of again.replies.entries()) {
      const { method } = shift.commands[index] ?? { method: '' }
      const isSaidAgain = method.startsWith('loan.') && cut.replies[index] !== undefined
      expect(reply.result.kind, `${killAt}: ${method}`).toBe('ok')
      if (isSaidAgain) expect(reply.result, `${killAt}: ${method}`).toEqual(cut.replies[index]?.result)
    }
    const end = await inspect(shift, folder, true)
    expect(end.problems, killAt).toEqual([])
    expect(end.kinds, killAt).toEqual(wanted.kinds)
    expect(end.state, killAt).toEqual(wanted.state)
    rmSync(folder, { recursive: true })
  }
}
