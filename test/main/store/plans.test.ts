/**
 * Whatever a scan or a letter typed into a search asks the store is answered through an index: SQLite itself says how
 * it would go about each statement. One that reads a whole table is quick on a test's ten rows and stops a desk at a
 * million.
 */
import { expect, test } from 'vitest'
import * as cash from '../../../main/store/money/cash-rows.ts'
import * as charges from '../../../main/store/money/charge-rows.ts'
import * as evidence from '../../../main/store/money/evidence-rows.ts'
import * as closes from '../../../main/store/money/close-rows.ts'
import * as claims from '../../../main/store/circulation/claim-rows.ts'
import * as late from '../../../main/store/circulation/late-rows.ts'
import * as statuses from '../../../main/store/circulation/eligibility-rows.ts'
import * as holds from '../../../main/store/circulation/hold-rows.ts'
import * as items from '../../../main/store/circulation/item-rows.ts'
import * as notes from '../../../main/store/patrons/note-rows.ts'
import * as mades from '../../../main/store/circulation/made-rows.ts'
import * as tails from '../../../main/store/patrons/name-tail-rows.ts'
import * as keys from '../../../main/store/patrons/patron-key-rows.ts'
import * as lists from '../../../main/store/patrons/card-list-rows.ts'
import * as erased from '../../../main/store/patrons/erased-patrons.ts'
import * as merges from '../../../main/store/patrons/merge-rows.ts'
import * as preferences from '../../../main/store/patrons/preference-rows.ts'
import * as patrons from '../../../main/store/patrons/patron-rows.ts'
import * as searches from '../../../main/store/search/search-rows.ts'
import { openStore } from '../../../main/store/store.ts'
import { KEY } from '../support/fakes.ts'
import { testFolder } from '../support/folders.ts'

/**
 * The few kinds of items, or the newest few; whether there is any row at all, which reads one; and what the check of
 * the journal reads, which is everything.
 */
const READ_WHOLE: ReadonlySet<string> = new Set([
  'allItemTypes',
  'anyCard',
  'anyKey',
  'anyTail',
  'newestItemTypes',
  'impossibleOpenings',
  'everyCashEvent',
  'everySession',
])
/** Settling reads the whole overlay, which is small. */
const LISTS: Readonly<Record<string, { readonly sql: string }>> = Object.fromEntries(
  Object.entries(lists).flatMap(([name, { page, count }]) => [
    [`${name}, a page`, { sql: page.sql }],
    [`${name}, counted`, { sql: count.sql }],
  ]),
)
const STATEMENTS = Object.entries({
  ...LISTS,
  ...cash,
  ...charges,
  ...closes,
  ...evidence,
  ...claims,
  ...late,
  ...statuses,
  ...holds,
  ...items,
  ...notes,
  ...mades,
  ...keys,
  ...tails,
  ...patrons,
  ...searches,
}).filter(([name]) => !name.startsWith('readOverlay') && !READ_WHOLE.has(name))
/** A table read from end to end, a view gathered first, an index made for one question. */
const SLOW = /^SCAN |MATERIALIZE|AUTOMATIC/
/**
 * Steps of the name walk, neighbours found in a street and what is counted up to a bound, which are few; a full-text
 * table, which is searched by its words; what a view of both files gives, whose own steps stand in the plan as well;
 * an index that holds open claims alone, or mail or e-mail that came back; what went into the safe or out of it; closes
 * and drops, floats and what the bank said, of which there are a few a day; bags that wait for the bank; and the
 * overlay, which is small.
 */
const ALLOWED = new RegExp(
  `^SCAN (${[
    'walk$',
    '(hold|charge|loan)_now$',
    'held$',
    'found$',
    'listed$',
    'month$',
    String.raw`title_words VIRTUAL TABLE INDEX \d+:M`,
    'patron_(note|claim)$',
    'claim$',
    'block USING INDEX patron_block_mail$',
    'bounce USING (COVERING )?INDEX patron_email_bounced$',
    'base USING INDEX patron_claim_open$',
    'drawer_session USING INDEX drawer_session_(one|review)$',
    'filled USING INDEX cash_event_bag$',
    'cash_event USING INDEX cash_event_later$',
    'cash_event USING COVERING INDEX cash_event_waiting$',
    'money_transfer USING (COVERING )?INDEX money_transfer_safe$',
    String.raw`main\.overlay_loan USING INDEX`,
  ].join('|')})`,
)

function plan(sql: string): string[] {
  const store = openStore(testFolder(), KEY)
  try {
    const unbound = Array.from(sql.matchAll(/\?/g), () => null)
    const rows = store.db.db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(unbound)
    return rows.map((row) => String(Reflect.get(Object(row), 'detail')))
  } finally {
    store.close()
  }
}

test('there are statements to look at', () => {
  expect(STATEMENTS.length).toBeGreaterThan(20)
})

test.each(STATEMENTS)('%s reads no whole table', (_name, { sql }) => {
  expect(plan(sql).filter((step) => SLOW.test(step) && !ALLOWED.test(step))).toEqual([])
})

test.each([
  ['eventsOfKind', cash.eventsOfKind],
  ['voidedReceipts', cash.voidedReceipts],
] as const)('%s reads no receipt of a session to find what is none', (_name, { sql }) => {
  const steps = plan(sql).filter((step) => /^SEARCH (cash_event|banked) /.test(step))
  expect(steps).toEqual([expect.stringMatching(/USING COVERING INDEX cash_event_kind \(session_ref=\? AND kind=\?/)])
})

test('closes to review are found among those that are to be reviewed, and not among all', () => {
  expect(plan(closes.sessionsToReview.sql)).toEqual([expect.stringContaining('USING INDEX drawer_session_review')])
})

/** Each entry about a record or a rule asks these, before its row is laid into the reference file. */
test.each([
  ['erasedStillNamed', erased.erasedStillNamed],
  ['mergesNotShown', merges.mergesNotShown],
  ['undoneNotShown', merges.undoneNotShown],
  ['preferencesNotShown', preferences.preferencesNotShown],
] as const)('%s finds by number whom it names, and reads no table of patrons', (_name, { sql }) => {
  expect(plan(sql).filter((step) => /^SCAN (patron|kept|former)\b/.test(step))).toEqual([])
})

test('and it would show', () => {
  expect(plan('SELECT owed_cents FROM charge WHERE kind = ? AND owed_cents > ?')[0]).toMatch(SLOW)
})
