/**
 * Compares the rules that were changed at this desk with those of a folder: which wins by itself, and where a person is
 * asked. Read from the journal; pure. Must never let a folder silently undo a rule that staff changed here.
 */
import { canonical, type DeskEvent } from '../journal/event.ts'

/** A row as its table stores it; null: there is none. A group of item types includes its types. */
export type RuleRow = Readonly<Record<string, unknown>> | null

/** For staff, the journal only says that they were changed here: the stored row is the desk's. */
export const AS_IT_STANDS = 'as it stands'

/** What the desk did to one row of the rules, or to one staff member. */
export type RuleChanged = {
  /** When a person changed it last. */
  readonly at_ms: number
  /** What the data said before the desk changed it. */
  readonly base: RuleRow
  readonly now: RuleRow | typeof AS_IT_STANDS
  /** What the data said when a person chose to keep the desk's own; null: nobody was asked. */
  readonly declined: { readonly row: RuleRow } | null
}

export type RuleAnswer = 'kept' | 'imported'

/** `same`: nothing differs, or the desk never changed it. The folder's row goes in. */
export type RuleVerdict = 'same' | 'ask' | RuleAnswer

/** The unique name of a row of the rules, by which a person answers. */
export function ruleName(table: string, key: string): string {
  return `${table} | ${key}`
}

/** Compares two rows as stored. A column in only one of them did not exist yet when the other was written. */
export function isSameRule(one: RuleRow, other: RuleRow): boolean {
  if (one === null || other === null) return one === other
  const shared = Object.keys(one).filter((name) => Object.hasOwn(other, name))
  return shared.every((name) => canonical(one[name]) === canonical(other[name]))
}

/** What one more entry of the journal changes; null when it is not about rules. */
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
    return [{ kind: 'imported', table: 'staff', key: event.body.staff, says: null }]
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
      // The data changed in between: that is the value the desk changed this time.
      const isOwn = known !== null && known.now !== AS_IT_STANDS && isSameRule(known.now, before)
      return { at_ms, base: isOwn ? known.base : before, now: after, declined: known?.declined ?? null }
    }
    case 'kept':
      return known && { ...known, declined: { row: touch.says } }
    case 'imported':
      return null
  }
}

/**
 * What happens to a row of the folder.
 * @param stands the stored row
 * @param says the row in the folder
 * @param answer what a person chose this time; null: nothing
 */
export function ruleVerdict(
  changed: RuleChanged | null,
  stands: RuleRow,
  says: RuleRow,
  answer: RuleAnswer | null,
): RuleVerdict {
  if (changed === null) return 'same'
  // No journal has badges and PINs: once kept, such a row stays the desk's until a person takes the folder's.
  if (changed.now === AS_IT_STANDS) return answer ?? (changed.declined ? 'kept' : 'ask')
  if (isSameRule(stands, says)) return 'same'
  // Another import has already won, or the desk undid its own change.
  if (!isSameRule(stands, changed.now) || isSameRule(changed.base, changed.now)) return 'same'
  if (answer !== null) return answer
  const isDeclined = changed.declined !== null && isSameRule(changed.declined.row, says)
  return isDeclined ? 'kept' : 'ask'
}
