/**
 * Who approved acts for whom in the last week, counted. One person with two accounts cannot be told from two people at
 * one desk; somebody who knows the staff can tell from this who never needs anybody else. Reads the listed entries
 * alone: what was overridden at a check-out is in the work log.
 */
import { parseEvent } from '../../../shared/journal/event.ts'
import { MS_PER_DAY } from '../../../shared/kernel/time.ts'
import type { Library } from '../../library/library.ts'
import { readListed } from '../../store/journal/journal-rows.ts'

const DAYS = 7
const READ_MAX = 1000
const PAIRS_MAX = 10

export type ApprovalPair = { readonly asked_by: string; readonly approved_by: string; readonly count: number }

/** The most frequent pairs, by staff code. */
export function approvalPairs({ db, clock }: Library): readonly ApprovalPair[] {
  const since_ms = clock.now() - DAYS * MS_PER_DAY
  const counts = new Map<string, ApprovalPair>()
  for (const { content } of db.all(readListed, { kind: 'act-approved', limit: READ_MAX })) {
    const event = parseEvent(content)
    if (event.kind !== 'act-approved' || event.head.at_ms < since_ms) continue
    const { approver: approved_by } = event.body
    // A rule that their own role overrides.
    if (approved_by === event.head.staff) continue
    const key = `${event.head.staff} ${approved_by}`
    counts.set(key, { asked_by: event.head.staff, approved_by, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return [...counts.values()].toSorted((one, other) => other.count - one.count).slice(0, PAIRS_MAX)
}
