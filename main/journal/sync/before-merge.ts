/**
 * Whom entries were about when they were recorded, where their record has become another since and the central server
 * has heard of neither: it merges the two itself when it comes to that entry, and can give them back.
 */
import { placeText, type Place } from '../../../shared/journal/place.ts'
import { must } from '../../../shared/kernel/assert.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { mergesAfter } from '../../store/patrons/merge-rows.ts'
import type { ReadHandle } from '../../store/sql.ts'

/** What of a merge is kept while it can be undone (people/merge.ts), as far as it is asked for here. */
type Moved = {
  readonly desk: {
    readonly party: readonly (readonly [epoch: number, seq: number])[]
    readonly loans: readonly (readonly [item_id: number, loan_ref: string])[]
  }
  readonly words: readonly (Place & { readonly text: string })[]
}

export type BeforeMerges = {
  /** By the place of an entry, or by a loan's reference. */
  readonly whose: ReadonlyMap<string, PatronId>
  readonly words: ReadonlyMap<string, string>
}

/** @param after what the server has: a merge up to there it has made itself */
export function beforeMerges(desk: ReadHandle, after: Place): BeforeMerges {
  const whose = new Map<string, PatronId>()
  const words = new Map<string, string>()
  // The newest first: of a record that became another twice, the first one says whose an entry was.
  for (const row of desk.all(mergesAfter, { epoch: after.epoch, seq: after.seq })) {
    const moved = JSON.parse(must(row.content, 'what was asked for')) as Moved
    const former = row.former_patron_id as PatronId
    for (const [epoch, seq] of moved.desk.party) whose.set(placeText({ epoch, seq }), former)
    for (const [, loan_ref] of moved.desk.loans) whose.set(loan_ref, former)
    for (const one of moved.words) words.set(placeText(one), one.text)
  }
  return { whose, words }
}
