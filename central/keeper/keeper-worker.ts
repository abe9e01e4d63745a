/** The keeper's thread: takes what the log has whenever it is woken, and tells how far it is. */
import { parentPort, workerData } from 'node:worker_threads'
import { must } from '../../shared/kernel/assert.ts'
import { Log } from '../log/log.ts'
import { Keeper } from './keeper.ts'

export type KeeperPlace = {
  readonly folder: string
  readonly key: Uint8Array
  readonly database_url: string | null
  readonly opened_at_ms: number
}
export type ToKeeper = 'wake' | 'stop'
export type FromKeeper =
  | { readonly kind: 'kept'; readonly log_pos: number }
  /** It tries again at the next wake. */
  | { readonly kind: 'fault'; readonly says: string }

const port = must(parentPort, 'a worker has a parent')
const place = workerData as KeeperPlace
const tell = (said: FromKeeper): void => port.postMessage(said)

const log = await Log.open(place, place.opened_at_ms)
const keeper = new Keeper({ ...place, log, onKept: (log_pos) => tell({ kind: 'kept', log_pos }) })

let isWoken = false
let work: Promise<void> | null = null

async function keepUp(): Promise<void> {
  while (isWoken) {
    isWoken = false
    try {
      await keeper.keepUp()
    } catch (fault) {
      tell({ kind: 'fault', says: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) })
    }
  }
}

port.on('message', (said: ToKeeper) => {
  if (said === 'stop') {
    isWoken = false
    void Promise.resolve(work).then(async () => {
      keeper.close()
      await log.close()
      port.close()
    })
    return
  }
  isWoken = true
  work ??= keepUp().finally(() => {
    work = null
  })
})
