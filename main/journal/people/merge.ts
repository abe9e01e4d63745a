/**
 * Makes one record of two: in the transaction of the entry, what lies beside the journal becomes the kept record's, and
 * what went over is listed while it can be undone; then the reference file is made to have one record, at once, after
 * an import, and at each start, since it may be an older file. Money moves between no accounts: a charge stays the
 * charge it is, and only whose it is changes.
 */
import { patronWords, putOf, type PatronWords } from '../../../shared/journal/events/patrons.ts'
import { parseEventRef, type EventOf } from '../../../shared/journal/event.ts'
import { isAfter } from '../../../shared/journal/place.ts'
import { must } from '../../../shared/kernel/assert.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { instant, type Instant } from '../../../shared/kernel/time.ts'
import { forgetPersonal } from '../../store/journal/forget-rows.ts'
import { insertPersonal } from '../../store/journal/journal-rows.ts'
import { guardianOf } from '../../store/circulation/eligibility-rows.ts'
import { dropOverlayRow, putOverlayRow } from '../../store/overlay/overlaid.ts'
import { apartOf } from '../../store/patrons/apart-rows.ts'
import * as beside from '../../store/patrons/merge-beside.ts'
import { giveBack, takeOver, type MovedRecord } from '../../store/patrons/merge-reference.ts'
import { mailBacksOf } from '../../store/patrons/came-back-rows.ts'
import * as rows from '../../store/patrons/merge-rows.ts'
import { dropPreference } from '../../store/patrons/preference-rows.ts'
import type { WriteHandle } from '../../store/sql.ts'
import type { Store } from '../../store/store.ts'
import { settledInto } from '../settled-to.ts'
import { noteRuledMoved, noteRuledParted } from './ruled.ts'

const { DESK_LISTS, OVERLAID_LISTS, REFERENCE_LISTS } = rows

type Rows<Query> = Query extends { readonly row?: infer Row } ? readonly Row[] : never

/** What went over, as it is kept while the merge can be undone. */
type Moved = MovedRecord & {
  readonly desk: Readonly<Record<keyof typeof DESK_LISTS, Keys>>
  readonly overlaid: Readonly<Record<keyof typeof OVERLAID_LISTS, Keys>>
  readonly words: Rows<typeof beside.personWords>
  readonly entries: Rows<typeof beside.personRows>
  readonly views: Rows<typeof beside.viewsWhole>
  readonly claim_counts: Rows<typeof beside.claimCountsWhole>
  /** Of the former record, where that of the kept one was none. */
  readonly preference: Rows<typeof beside.preferenceWhole>
  readonly isPreferenceTaken: boolean
  readonly formers: readonly number[]
}
type Keys = readonly (readonly unknown[])[]

type Lists = Readonly<Record<string, { readonly read: typeof DESK_LISTS.party.read }>>

function keysIn<Name extends string>(db: WriteHandle, lists: Record<Name, Lists[string]>, patron_id: PatronId) {
  const pairs = Object.entries<Lists[string]>(lists).map(([name, { read }]) => {
    return [name, JSON.parse(db.get(read, { patron_id })?.keys ?? '[]')] as const
  })
  return Object.fromEntries(pairs) as Record<Name, Keys>
}

/** Each row once, whichever file it lies in. */
function joined(...lists: readonly Keys[]): Keys {
  return [...new Map(lists.flat().map((one) => [JSON.stringify(one), one])).values()]
}

function movedOf(db: WriteHandle, kept: PatronId, former: PatronId): Moved {
  const of = { patron_id: former }
  const desk = keysIn(db, DESK_LISTS, former)
  const overlaid = keysIn(db, OVERLAID_LISTS, former)
  const reference = keysIn(db, REFERENCE_LISTS, former)
  const drafts = JSON.parse(db.get(rows.draftsToMove, { from: former, to: kept })?.keys ?? '[]') as Keys
  const both = (name: 'loans' | 'holds' | 'charges'): Keys => joined(desk[name], reference[name])
  const [loans, holds, charges] = [both('loans'), both('holds'), both('charges')]
  const whole = (name: 'notes' | 'claims' | 'pickups'): Keys => joined(overlaid[name], reference[name])
  const [notes, claims, pickups] = [whole('notes'), whole('claims'), whole('pickups')]
  return {
    desk: { ...desk, drafts, loans, holds, charges },
    overlaid: { notes, claims, pickups },
    reference: { ...reference, loans, holds, charges, notes, claims, pickups },
    kept: must(db.get(rows.wholePatron, { patron_id: kept }), 'the record that is kept'),
    former: must(db.get(rows.wholePatron, of), 'the record that becomes another'),
    addresses: [kept, former].flatMap((patron_id) => db.all(rows.wholeAddresses, { patron_id })),
    cards: [kept, former].flatMap((patron_id) => db.all(rows.wholeCards, { patron_id })),
    pins: db.all(rows.wholePins, of),
    bounces: [kept, former].flatMap((patron_id) => db.all(rows.wholeBounces, { patron_id })),
    mail_backs: [kept, former].flatMap((patron_id) => db.all(mailBacksOf, { patron_id })),
    kept_apart: db.all(apartOf, { patron_id: kept }),
    former_apart: db.all(apartOf, of),
    words: db.all(beside.personWords, { keys: JSON.stringify(desk.party) }),
    entries: db.all(beside.personRows, of),
    views: db.all(beside.viewsWhole, of),
    claim_counts: db.all(beside.claimCountsWhole, of),
    preference: db.all(beside.preferenceWhole, of),
    isPreferenceTaken: db.get(beside.preferenceWhole, { patron_id: kept }) === null,
    formers: db.all(rows.formersOf, of).map((one) => one.former_patron_id),
  }
}

/** @param text the words beside the entry, which name the former record */
export function noteMerged(db: WriteHandle, { head }: EventOf<'patrons-merged'>, kept: PatronId, text: string): void {
  const words: PatronWords = patronWords.parse(JSON.parse(text))
  const former = must(putOf(words, 'merged'), 'a merge names the former record').merged_patron_id as PatronId
  const moved = movedOf(db, kept, former)
  const place = { epoch: head.epoch, seq: head.seq }
  const when = { merged_at_ms: instant(head.at_ms), is_undone: 0 }
  db.run(rows.putMerged, {
    former_patron_id: former,
    patron_id: kept,
    ...place,
    ...when,
    content: JSON.stringify(moved),
  })
  for (const former_patron_id of moved.formers) db.run(rows.passFormer, { former_patron_id, to: kept })
  noteRuledMoved(db, kept, former)
  const pair = { from: former, to: kept }
  const { drafts, ...others } = DESK_LISTS
  db.run(drafts.moveListed, { ...pair, keys: JSON.stringify(moved.desk.drafts) })
  for (const { moveAll } of [...Object.values(others), ...Object.values(OVERLAID_LISTS)]) db.run(moveAll, pair)
  for (const { epoch, seq } of moved.words) db.run(forgetPersonal, { epoch, seq })
  for (const row of moved.entries) db.run(dropOverlayRow, row)
  for (const view of moved.views) db.run(beside.addViews, { ...view, patron_id: kept })
  db.run(beside.dropViewsOf, { patron_id: former })
  for (const count of moved.claim_counts) db.run(beside.addClaimCounts, { ...count, patron_id: kept })
  db.run(beside.dropClaimCountsOf, { patron_id: former })
  if (moved.isPreferenceTaken) {
    for (const chosen of moved.preference) db.run(beside.putPreference, { ...chosen, patron_id: kept })
  }
  db.run(dropPreference, { patron_id: former })
}

export function noteMergeUndone(db: WriteHandle, { head, body }: EventOf<'merge-undone'>): void {
  const of = must(parseEventRef(body.of), 'the entry of a merge')
  const row = must(db.get(rows.mergedAt, { epoch: of.epoch, seq: of.seq }), 'a merge that is known')
  const moved = JSON.parse(must(row.content, 'a merge that can be undone')) as Moved
  const former = row.former_patron_id as PatronId
  const pair = { from: row.patron_id, to: former }
  const span = { from_ms: row.merged_at_ms, until_ms: instant(head.at_ms) }
  noteRuledParted(db, { kept: moved.kept, former: moved.former, span })
  for (const [name, { moveListed }] of Object.entries(DESK_LISTS)) {
    db.run(moveListed, { ...pair, keys: JSON.stringify(moved.desk[name as keyof typeof DESK_LISTS]) })
  }
  for (const [name, { moveListed }] of Object.entries(OVERLAID_LISTS)) {
    db.run(moveListed, { ...pair, keys: JSON.stringify(moved.overlaid[name as keyof typeof OVERLAID_LISTS]) })
  }
  for (const word of moved.words) db.run(insertPersonal, word)
  const settled = settledInto(db)
  for (const entry of moved.entries) {
    // What is in the reference file comes back with the record.
    if (isAfter({ epoch: entry.epoch, seq: entry.seq }, settled)) db.run(putOverlayRow, entry)
  }
  countBack(db, row.patron_id, moved)
  for (const former_patron_id of moved.formers) db.run(rows.passFormer, { former_patron_id, to: former })
  db.run(rows.putMerged, { ...row, is_undone: 1 })
}

function countBack(db: WriteHandle, kept: PatronId, moved: Moved): void {
  for (const view of moved.views) {
    db.run(beside.addViews, { ...view, patron_id: kept, views_count: -view.views_count })
    db.run(beside.addViews, view)
  }
  for (const count of moved.claim_counts) {
    db.run(beside.addClaimCounts, { ...count, patron_id: kept, claims_count: -count.claims_count })
    db.run(beside.addClaimCounts, count)
  }
  db.run(beside.dropEmptyViews, { patron_id: kept })
  db.run(beside.dropEmptyClaimCounts, { patron_id: kept })
  if (moved.isPreferenceTaken && moved.preference.length > 0) db.run(dropPreference, { patron_id: kept })
  for (const chosen of moved.preference) db.run(beside.putPreference, chosen)
}

/** Must never run while data is taken in: the file has one writer. To run it twice changes nothing. */
export function mergeNamed({ db, reference }: Pick<Store, 'db' | 'reference'>): void {
  const merged = db.all(rows.mergesNotShown, {})
  const undone = db.all(rows.undoneNotShown, {})
  if (merged.length + undone.length === 0) return
  const pairs = merged.map((one) => ({ from: one.former_patron_id as PatronId, to: one.patron_id }))
  // What was folded onto that file again may name the former record, too.
  db.transact(() => {
    for (const pair of pairs) {
      for (const { moveAll } of [DESK_LISTS.loans, DESK_LISTS.holds, DESK_LISTS.charges]) db.run(moveAll, pair)
    }
  })
  reference.transact(() => {
    for (const { from, to } of pairs) takeOver(reference, from, to)
    for (const { content } of undone) {
      const moved = JSON.parse(must(content, 'what went over')) as Moved
      // What the file does not take is tried again, and the desk opens.
      reference.attempt(() => {
        giveBack(reference, withPeopleNow({ db, reference }, moved))
        return true
      })
    }
  })
}

/** Whom the two records name, by the record that it has become since. */
function withPeopleNow({ db, reference }: Pick<Store, 'db' | 'reference'>, moved: Moved): Moved {
  const returns = moved.former.patron_id
  const known = (named: number | null): number | null => {
    if (named === null) return null
    const patron_id = named as PatronId
    const both = [db.get(rows.becameOf, { patron_id })?.patron_id ?? patron_id, patron_id]
    return both.find((one) => one === returns || reference.get(guardianOf, { patron_id: one }) !== null) ?? null
  }
  const now = (row: Moved['kept']): Moved['kept'] => ({
    ...row,
    guardian_patron_id: known(row.guardian_patron_id),
    family_patron_id: known(row.family_patron_id),
  })
  return { ...moved, kept: now(moved.kept), former: now(moved.former) }
}

/** What went over is forgotten once it can be undone no more. @returns how much that was */
export function forgetMoved(db: WriteHandle, before_ms: Instant): number {
  return db.transact(() => rows.forgetMoved.reduce((sum, one) => sum + db.run(one, { before_ms }).changes, 0))
}
