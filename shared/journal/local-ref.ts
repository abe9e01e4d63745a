/**
 * How drafts that are recorded together name each other before anybody knows their numbers: by a name of their own, for
 * which the journal puts the reference of the entry when it gives the numbers out. No other code numbers entries. Pure.
 */
import { assert } from '../kernel/assert.ts'
import { hex, type Random } from '../kernel/ids.ts'
import type { EventDraft } from './event.ts'

const PREFIX = 'draft:'

/** A name for one draft. Never sealed. Random, so that drafts gathered apart can be recorded together. */
export function localRef(random: Random): string {
  return `${PREFIX}${hex(random.bytes(8))}`
}

/** The bodies of the drafts, with the reference of each named draft in place of its name. */
export function resolveRefs(
  drafts: readonly EventDraft[],
  refAt: (index: number) => string,
): readonly EventDraft['body'][] {
  const refs = new Map<string, string>()
  for (const [index, { name }] of drafts.entries()) {
    if (name === undefined) continue
    assert(!refs.has(name), 'one name, one draft')
    refs.set(name, refAt(index))
  }
  if (refs.size === 0) return drafts.map((draft) => draft.body)
  return drafts.map(({ body }) => resolved(body, refs) as EventDraft['body'])
}

function resolved(value: unknown, refs: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') {
    if (!value.startsWith(PREFIX)) return value
    const ref = refs.get(value)
    assert(ref !== undefined, 'a draft is named only by drafts that are recorded with it')
    return ref
  }
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((one) => resolved(one, refs))
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, resolved(one, refs)]))
}
