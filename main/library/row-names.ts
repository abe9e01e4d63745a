/** What the library called a row of its rules at a moment: one that was changed here since, as it was before. */
import { parseEvent } from '../../shared/journal/event.ts'
import type { RuleTable } from '../../shared/journal/events/rule-tables.ts'
import type { Instant } from '../../shared/kernel/time.ts'
import { readListed } from '../store/journal/journal-rows.ts'
import type { Library } from './library.ts'

/** So many changes of rules are looked through: more than a library makes in years. */
const CHANGES_MAX = 1000

/** Null: it was not changed here since, and is called what it is called now. */
export function nameBefore(library: Library, table: RuleTable, key: string, at: Instant): string | null {
  const changes = library.db.all(readListed, { kind: 'policy-changed', limit: CHANGES_MAX }).flatMap(({ content }) => {
    const event = parseEvent(content)
    const isIt = event.kind === 'policy-changed' && event.body.table === table && event.body.key === key
    return isIt && event.head.at_ms > at ? [event.body.before] : []
  })
  const name = changes.at(-1)?.['name']
  return typeof name === 'string' ? name : null
}
