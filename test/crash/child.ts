/**
 * A desk that is killed by SIGKILL at one exact step. Run as a program of its own:
 *   node test/crash/child.ts FOLDER COMMANDS.json KILL_AT SEED [WATCHED]
 * Counts, from before the files are opened, every step after which the disk can be another (kill-at.ts); right before
 * number KILL_AT the process kills itself, and for "end" once all is answered. Prints one line for each answered
 * command, and at the end before which steps the disk was another. Three commands are the test's own: `test.pass` lets
 * time pass, `test.upkeep` is the minute in which the desk does what it does by itself, and `test.count` counts what
 * comes after it and nothing before. WATCHED: the folder whose disk is meant, if not FOLDER.
 */
import { readFileSync, writeSync } from 'node:fs'
import { countedSteps, END, kill } from './kill-at.ts'
import { signedApart } from './signed-apart.ts'
import { openChildStation } from '../main/support/child-station.ts'
import { FakeClock, TUESDAY } from '../main/support/fakes.ts'
import type { Reply, Request } from '../../shared/ipc/envelope.ts'
import type { ImportStatus } from '../../shared/ipc/contract.ts'

const [folder = '', commandsFile = '', killAt = '0', seed = '5', watched = folder] = process.argv.slice(2)
const commands = JSON.parse(readFileSync(commandsFile, 'utf8').replaceAll('{folder}', folder)) as Request[]
const steps = countedSteps(watched, killAt)

/** The desk's own timers do not run here: the test says when a minute is over. */
const MINUTE_MS = 60_000
let upkeep = (): void => {}
const setTimer = globalThis.setInterval
globalThis.setInterval = ((run: () => void, ms: number) => {
  if (ms === MINUTE_MS) upkeep = run
  return setTimer(() => {}, 2 ** 30)
}) as unknown as typeof setInterval

const clock = new FakeClock(TUESDAY)
if (commands.every(({ method }) => method !== 'test.count')) steps.begin()
const station = await openChildStation(folder, clock, Number(seed), signedApart(folder))

async function imported(started: Reply): Promise<Reply> {
  let reply = started
  while (reply.result.kind === 'ok' && (reply.result.output as ImportStatus).running) {
    await new Promise((resolve) => setTimeout(resolve, 5))
    reply = await station.handle({ id: started.id, method: 'import.status', input: {} })
  }
  return reply
}

async function carryOut(request: Request): Promise<Reply> {
  const done: Reply = { id: request.id, result: { kind: 'ok', output: null } }
  if (request.method === 'test.pass') {
    clock.pass((request.input as { ms: number }).ms)
    return done
  }
  if (request.method === 'test.upkeep') {
    upkeep()
    return done
  }
  if (request.method === 'test.count') {
    steps.begin()
    return done
  }
  const reply = await station.handle(request)
  return request.method === 'import.start' ? imported(reply) : reply
}

for (const request of commands) {
  clock.pass(1000)
  writeSync(1, `${JSON.stringify(await carryOut(request))}\n`)
}
steps.end()
if (killAt === END) kill()
writeSync(1, `${JSON.stringify({ points: steps.points, unseen: steps.unseen })}\n`)
await station.close()
