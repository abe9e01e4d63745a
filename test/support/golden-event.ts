/** The golden event of a kind, in its shape of today: an entry to build another on. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { EVENTS, parseEvent, type EventKind, type EventOf } from '../../shared/journal/event.ts'
import { GOLDEN_EVENTS } from '../../tools/gate/event-shapes.ts'

export function readGolden<Kind extends EventKind>(kind: Kind): EventOf<Kind> {
  const file = join(import.meta.dirname, '../..', GOLDEN_EVENTS, `${kind}.v${EVENTS[kind].v}.json`)
  return parseEvent(readFileSync(file, 'utf8').trimEnd()) as EventOf<Kind>
}
