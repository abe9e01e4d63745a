/** The shapes of sealed events, each under a hash of its own: "item-checked-out.v1", and the head that all share. */
import { z } from 'zod'
import { canonical, EVENT_KINDS, EVENTS, headShape } from '../../shared/journal/event.ts'
import { sha256 } from './lock.ts'

/** Where goldens and their lock lie. */
export const GOLDEN_EVENTS = 'test/golden/events'

/** What this program records today. */
export function eventShapes(): ReadonlyMap<string, string> {
  const kinds = EVENT_KINDS.map((kind) => [`${kind}.v${EVENTS[kind].v}`, shapeHash(EVENTS[kind].body)] as const)
  return new Map([...kinds.toSorted(([a], [b]) => (a < b ? -1 : 1)), ['head', shapeHash(headShape)]])
}

export function shapeHash(shape: z.ZodType): string {
  return sha256(Buffer.from(canonical(z.toJSONSchema(shape))))
}
