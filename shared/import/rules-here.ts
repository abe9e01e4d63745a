/**
 * Rules that were changed at this desk, against what a folder says of them: which holds by itself, and where a person
 * is asked. Read off the journal; pure. Must never let a folder undo a change of the desk that nobody was asked about.
 */
import { canonical, type DeskEvent } from '../journal/event.ts'

/** A row as its table stores it; null: there is none. A group of item types carries its types with it. */
export type RuleRow = Readonly<Record<string, unknown>> | null

/** Of staff the journal has no more than that somebody changed them here: what stands is what the desk made of it. */
export const AS_IT_STANDS = 'as it stands'

/** What the desk made of one row of the rules, or of one member of staff. */
export type RuleChanged = {
  /** When a person changed it last. */
  readonly at_ms: number
  /** What the data had made of it before the desk changed it. */
  readonly base: RuleRow
  readonly now: RuleRow | typeof AS_IT_STANDS
  /** What the data said when a person said that the desk's own stays; null: nobody was asked. */
  readonly declined: { readonly row: RuleRow } | null
}

export type RuleAnswer = 'kept' | 'taken'

/** `same`: nothing is different, or the desk never changed it. The folder's row goes in. */
export type RuleVerdict = 'same' | 'ask' | RuleAnswer

/** Names a row of the rules among all: what a person answers by. */
export function ruleName(table: string, key: string): string {
  return `${table} | ${key}`
}

/** Two rows as stored. What only one of them names was no column yet when the other was written. */
export function isSameRule(one: RuleRow, other: RuleRow): boolean {
  if (one === null || other === null) return one === other
  const shared = Object.keys(one).filter((name) => Object.hasOwn(other, name))
  return shared.every((name) => canonical(one[name]) === canonical(other[name]))
}

/** What one more entry of the journal makes of it; null when it says nothing of the rules. */
export type RuleTouch = { readonly table: string; readonly key: string } & (
  | {
      readonly kind: 'changed'
      readonly at_ms: number
      readonly before: RuleRow
      readonly after: RuleRow | typeof AS_IT_STANDS
    }
  | { readonly kind: RuleAnswer; readonly says: RuleRow }
)

export function ruleTouches(event: DeskEvent): readonly RuleTouch[] {
  if (event.kind === 'policy-changed') {
    const { table, key, before, after } = event.body
    return [{ kind: 'changed', table, key, at_ms: event.head.at_ms, before, after }]
  }
  if (event.kind === 'staff-changed' && event.body.is_imported) {
    return [{ kind: 'taken', table: 'staff', key: event.body.staff, says: null }]
  }
  if (event.kind === 'staff-changed') {
    const at_ms = event.head.at_ms
    return [{ kind: 'changed', table: 'staff', key: event.body.staff, at_ms, before: null, after: AS_IT_STANDS }]
  }
  if (event.kind !== 'data-imported') return []
  return event.body.rules.map(({ table, key, answer, says }) => ({ kind: answer, table, key, says }))
}

export function ruleAfter(known: RuleChanged | null, touch: RuleTouch): RuleChanged | null {
  switch (touch.kind) {
    case 'changed': {
      const { at_ms, before, after } = touch
      // The data has said something else in between: that is what the desk changed this time.
      const isOwn = known !== null && known.now !== AS_IT_STANDS && isSameRule(known.now, before)
      return { at_ms, base: isOwn ? known.base : before, now: after, declined: known?.declined ?? null }
    }
    case 'kept':
      return known && { ...known, declined: { row: touch.says } }
    case 'taken':
      return null
  }
}

/**
 * What becomes of a row of the folder.
 * @param stands the row as it is
 * @param says the row as the folder has it
 * @param answer what a person said this time; null: nothing
 */
export function ruleVerdict(
  changed: RuleChanged | null,
  stands: RuleRow,
  says: RuleRow,
  answer: RuleAnswer | null,
): RuleVerdict {
  if (changed === null) return 'same'
  // Badges and PINs stand in no journal: once kept, such a row stays the desk's until somebody takes the folder's.
  if (changed.now === AS_IT_STANDS) return answer ?? (changed.declined ? 'kept' : 'ask')
  if (isSameRule(stands, says)) return 'same'
  // Another import has its way already, or the desk took its own change back.
  if (!isSameRule(stands, changed.now) || isSameRule(changed.base, changed.now)) return 'same'
  if (answer !== null) return answer
  const isDeclined = changed.declined !== null && isSameRule(changed.declined.row, says)
  return isDeclined ? 'kept' : 'ask'
}
