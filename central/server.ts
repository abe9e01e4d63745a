/**
 * Central, put together: the log, the keeper in its thread, and the endpoints. What has begun when it is stopped comes
 * to its end.
 */
import { readFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { FeedReader } from './feed/feed-reader.ts'
import { makeApp } from './http/app.ts'
import { addHealth } from './http/health.ts'
import { Waiters } from './http/waiters.ts'
import type { FromKeeper, KeeperPlace, ToKeeper } from './keeper/keeper-worker.ts'
import { Log } from './log/log.ts'
import type { Settings } from './settings.ts'

/** The keeper is woken so often even if nothing came: it tries again what failed. */
const WAKE_EVERY_MS = 5_000

export type Central = { readonly url: string; readonly close: () => Promise<void> }

type Given = Pick<Settings, 'folder' | 'database_url' | 'host' | 'port' | 'tls'> & {
  readonly key: Uint8Array
  readonly now_ms: () => number
  /** A line for the operator. */
  readonly complain: (line: string) => void
  readonly isLogging?: boolean
}

export async function startCentral(given: Given): Promise<Central> {
  const { folder, key, database_url, host, port, tls, now_ms, complain, isLogging = false } = given
  const opened_at_ms = now_ms()
  const log = await Log.open(given, opened_at_ms)
  const feed = new FeedReader(folder, key)
  const waiters = new Waiters()
  const keeper = startKeeper({ folder, key, database_url, opened_at_ms }, waiters, complain)
  const app = makeApp({
    log,
    feed,
    waiters,
    onAppended: keeper.wake,
    now_ms,
    logger: isLogging,
    https: tls && { cert: readFileSync(tls.cert_file), key: readFileSync(tls.key_file) },
  })
  addHealth(app, { log, waiters, keeperFault: keeper.fault })
  const url = await app.listen({ host, port })
  keeper.wake()
  return {
    url,
    close: async () => {
      waiters.end()
      await app.close()
      await keeper.stop()
      feed.close()
      await log.close()
    },
  }
}

type KeeperThread = {
  readonly wake: () => void
  /** What went wrong last; null: it follows the log. */
  readonly fault: () => string | null
  readonly stop: () => Promise<void>
}

function startKeeper(place: KeeperPlace, waiters: Waiters, complain: Given['complain']): KeeperThread {
  const worker = new Worker(new URL('keeper/keeper-worker.ts', import.meta.url), { workerData: place })
  let fault: string | null = null
  const ended = Promise.withResolvers<void>()
  worker.on('message', (said: FromKeeper) => {
    fault = said.kind === 'fault' ? said.says : null
    if (said.kind === 'kept') waiters.kept(said.log_pos)
    else complain(`keeper: ${said.says}`)
  })
  worker.on('error', (one: Error) => {
    fault = one.message
    complain(`keeper: ${one.stack ?? one.message}`)
  })
  worker.on('exit', () => ended.resolve())
  const say = (said: ToKeeper): void => worker.postMessage(said)
  const timer = setInterval(() => say('wake'), WAKE_EVERY_MS).unref()
  return {
    wake: () => say('wake'),
    fault: () => fault,
    stop: async () => {
      clearInterval(timer)
      say('stop')
      await ended.promise
    },
  }
}
