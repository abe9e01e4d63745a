/** What a monitor asks: is it up, does it follow its log, and figures in OpenMetrics. Holds nothing about anybody. */
import type { FastifyInstance } from 'fastify'
import { Gauge, Registry } from 'prom-client'
import type { Log } from '../log/log.ts'
import type { Waiters } from './waiters.ts'

type HealthPorts = {
  readonly log: Log
  readonly waiters: Waiters
  /** Why the keeper does not follow; null: it does. */
  readonly keeperFault: () => string | null
}

export function addHealth(app: FastifyInstance, { log, waiters, keeperFault }: HealthPorts): void {
  const registry = new Registry<typeof Registry.OPENMETRICS_CONTENT_TYPE>()
  registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE)
  const gauge = (name: string, help: string, labelNames: string[] = []): Gauge =>
    new Gauge({ name, help, labelNames, registers: [registry] })
  const log_pos = gauge('datestamp_log_position', 'Newest position of the log')
  const kept_pos = gauge('datestamp_kept_position', 'Position up to which the library’s file is made')
  const events = gauge('datestamp_events', 'Events received from a terminal since it was enrolled', ['terminal'])
  const seen = gauge('datestamp_terminal_seen_seconds', 'When a terminal was last heard of', ['terminal'])
  const reviews = gauge('datestamp_reviews', 'Commands that did not fit the library’s file')

  app.get('/health', () => ({ status: 'ok' }))
  app.get('/ready', async (_request, reply) => {
    const fault = keeperFault()
    const library = await log.library()
    return reply.code(fault === null ? 200 : 503).send({
      status: fault === null ? 'ready' : 'keeper-stopped',
      log_position: library.log_pos,
      kept_position: waiters.kept_pos,
    })
  })
  app.get('/metrics', async (_request, reply) => {
    log_pos.set((await log.library()).log_pos)
    kept_pos.set(waiters.kept_pos)
    for (const { terminal_code: terminal, events_count, seen_at_ms } of await log.terminals()) {
      events.set({ terminal }, events_count)
      seen.set({ terminal }, seen_at_ms / 1000)
    }
    reviews.set((await log.outcomes()).length)
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}
