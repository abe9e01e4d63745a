/** Statements on what goes up to the central server. */
import type { Place } from '../../../shared/journal/place.ts'
import { replace } from '../whole-rows.ts'
import { build, statement, type Statement } from '../sql.ts'

/** The commands of several events after a place, in their order. Every other event is a command by itself. */
export const commandsOfManyAfter = statement<{ epoch: number; seq: number; limit: number }>()((p) =>
  build
    .selectFrom('command')
    .select(['epoch', 'first_seq', 'events_count'])
    .where((eb) => eb.or([eb('epoch', '>', p.epoch), eb.and([eb('epoch', '=', p.epoch), eb('first_seq', '>', p.seq)])]))
    .where('events_count', '>', 1)
    .orderBy('epoch')
    .orderBy('first_seq')
    .limit(p.limit),
)

/** The position of the feed that the desk had seen when it recorded this event. */
export const seenAt = statement<{ epoch: number; seq: number }>()((p) =>
  build
    .selectFrom('feed_seen')
    .select('feed_number')
    .where((eb) => eb.or([eb('epoch', '<', p.epoch), eb.and([eb('epoch', '=', p.epoch), eb('seq', '<=', p.seq)])]))
    .orderBy('epoch', 'desc')
    .orderBy('seq', 'desc')
    .limit(1),
)

/** From this event on. */
export const keepSeen = replace('feed_seen')

/** Of the positions up to an event the last one stays: it holds for later events. */
export const dropSeenBefore: Statement<Place, unknown> = {
  sql: `DELETE FROM feed_seen WHERE (epoch, seq) < (SELECT epoch, seq FROM feed_seen
    WHERE (epoch, seq) <= (?, ?) ORDER BY epoch DESC, seq DESC LIMIT 1)`,
  bind: (p) => [p.epoch, p.seq],
}
