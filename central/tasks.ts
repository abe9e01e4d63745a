/** What an operator asks of central besides serving. Each opens the log beside the running server, and ends. */
import { existsSync } from 'node:fs'
import { verifyJournal } from '../main/journal/verify.ts'
import { readLeft } from '../main/store/overlay/overlay-rows.ts'
import { openStore, type Store } from '../main/store/store.ts'
import { madeFiles } from './keeper/files.ts'
import { Log } from './log/log.ts'
import { machineNow, say } from './machine-edge.ts'
import { readKey, type Settings } from './settings.ts'

type Task = (settings: Settings, words: readonly string[]) => Promise<void>

async function withLog(settings: Settings, work: (log: Log, key: Uint8Array) => Promise<void>): Promise<void> {
  const key = readKey(settings, false)
  const log = await Log.open({ ...settings, key }, machineNow())
  try {
    await work(log, key)
  } finally {
    await log.close()
  }
}

function timeText(at_ms: number): string {
  return new Date(at_ms).toISOString().slice(0, 19).replace('T', ' ')
}

const code: Task = (settings) =>
  withLog(settings, async (log) => {
    const made = await log.newCode(machineNow())
    say(`${made.slice(0, 4)} ${made.slice(4)}`)
    say('Type it at the desk within 15 minutes. It is good for one desk.')
  })

const terminals: Task = (settings) =>
  withLog(settings, async (log) => {
    const all = await log.terminals()
    if (all.length === 0) say('No desk has joined yet. A code for it: npm run central -- code')
    for (const one of all) {
      const state = one.revoked_at_ms === null ? `seen ${timeText(one.seen_at_ms)} UTC` : 'revoked'
      const place = `${one.terminal_code}  ${one.desk_name}, ${one.branch_code}`
      say(`${place}: ${state}, known to ${one.epoch}.${one.seq}, ${one.events_count} events received`)
    }
  })

const revoke: Task = async (settings, [name]) => {
  if (name === undefined) throw new Error('Which desk? npm run central -- terminals lists them.')
  await withLog(settings, async (log) => {
    if (!(await log.revoke(name.toUpperCase(), machineNow()))) throw new Error(`No desk is called ${name}.`)
    say(`${name.toUpperCase()} is served no more, from its next request on. What it sent stays.`)
  })
}

/** A twin belongs to the keeper while central runs: two programs never write one journal. */
function withTwin(settings: Settings, key: Uint8Array, terminal_code: string, work: (twin: Store) => void): void {
  const files = madeFiles(settings.folder)
  const folder = files.twin(terminal_code)
  if (!existsSync(folder)) throw new Error(`There is no journal of ${terminal_code} here.`)
  const twin = openStore(folder, key, false, false, files.shared)
  try {
    work(twin)
  } finally {
    twin.close()
  }
}

const review: Task = (settings) =>
  withLog(settings, async (log, key) => {
    const outcomes = await log.outcomes()
    for (const one of outcomes) {
      const place = `${one.terminal_code}.${one.epoch}.${one.seq}`
      say(`${place}: left out of the library’s file: ${one.reason}`)
    }
    let left_count = 0
    for (const { terminal_code } of await log.terminals()) {
      withTwin(settings, key, terminal_code, (twin) => {
        for (const { table_name, row_key, epoch, seq } of twin.db.all(readLeft, {})) {
          left_count += 1
          say(`${terminal_code}: the library’s file did not take ${table_name} ${row_key} (after ${epoch}.${seq})`)
        }
      })
    }
    if (outcomes.length + left_count === 0) say('Everything fits.')
  })

const verify: Task = async (settings, [name]) => {
  if (name === undefined) throw new Error('Which desk? npm run central -- terminals lists them.')
  await withLog(settings, async (_log, key) => {
    withTwin(settings, key, name.toUpperCase(), (twin) => {
      const { events_count, head, problems } = verifyJournal(twin.read.db)
      for (const { event, says } of problems) say(`${event}: ${says}`)
      say(`${events_count} events to ${head}: ${problems.length === 0 ? 'nothing wrong' : 'see above'}`)
      if (problems.length > 0) process.exitCode = 1
    })
  })
}

export const TASKS: Readonly<Record<string, Task>> = { code, terminals, revoke, review, verify }
