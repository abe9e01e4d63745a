/**
 * Whoever has the files and the key, after everything is forgotten, cannot name a former reader by what is sealed: for
 * each check-out at least five patrons of the demo library could have had it by its due date and rule, and no entry has
 * a word of what only few are. One patron each is homebound, of the staff, reciprocal and temporary there; Priya
 * Raman's card alone expires on December 5. What is left is listed in docs/privacy.md, "What is left to know".
 */
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { exportLines } from '../../../../main/journal/export.ts'
import { keepOwn } from '../../../../main/journal/own-values.ts'
import { OWN_BRANCH, OWN_DESK_NAME } from '../../../../main/library/library.ts'
import { openStore, type Store } from '../../../../main/store/store.ts'
import type { PreparedCalendar } from '../../../../shared/circulation/calendar/calendar-index.ts'
import { dueDate } from '../../../../shared/circulation/loans/due-date.ts'
import { parseEvent, type DeskEvent, type EventOf } from '../../../../shared/journal/event.ts'
import { must } from '../../../../shared/kernel/assert.ts'
import { branchCode, categoryCode, itemTypeCode } from '../../../../shared/kernel/ids.ts'
import { instant, localDate } from '../../../../shared/kernel/time.ts'
import { findRule } from '../../../../shared/policy/policy.ts'
import type { PreparedPolicy } from '../../../../shared/policy/policy-index.ts'
import { isOfPatron } from '../../../../shared/refusals/overrides.ts'
import { isRefusal } from '../../../../shared/refusals/refusals.ts'
import { takeIn } from '../../data-in/importing.ts'
import { bareDesk } from '../../support/bare-desk.ts'
import { openDesk, type TestDesk } from '../../support/desk.ts'
import { KEY } from '../../support/fakes.ts'
import { testFolder } from '../../support/folders.ts'
import { forgotten } from '../../support/reference-files.ts'

const K = 5
const BEN = '29999000000026'
/** Whose: the one homebound, reciprocal and staff patron, Priya Raman, and two adults. */
const READERS = ['P0029', 'P0030', 'P0031', 'P0006', 'P0002', 'P0003']

type Patron = { readonly external_id: string; readonly category_code: string; readonly expires_on: string | null }

type Left = {
  readonly policy: PreparedPolicy
  readonly calendar: PreparedCalendar
  readonly events: readonly DeskEvent[]
  /** What is sealed, word for word; and what an export of it says. */
  readonly contents: readonly string[]
  readonly exported: readonly string[]
  readonly patrons: readonly Patron[]
  /** Facts that lie beside seals even so; of fines that are owed not counted. */
  readonly unsealed_count: number
}

/** Of the shift of the first test. */
let left: Left

/** The first column of each row. */
function column(store: Store, sql: string): readonly unknown[] {
  return store.db.db.prepare(sql).pluck().all()
}

function onFolder<T>(folder: string, work: (store: Store) => T): T {
  const store = openStore(folder, KEY)
  try {
    return work(store)
  } finally {
    store.close()
  }
}

async function demoFolder(): Promise<string> {
  const folder = testFolder()
  const store = openStore(folder, KEY)
  const { numbers, db: journal_db } = store
  await takeIn(resolve(import.meta.dirname, '../../../../demo/library'), store.reference.db, { numbers, journal_db })
  keepOwn(store.db, { [OWN_BRANCH]: 'MAPLE', [OWN_DESK_NAME]: 'Desk 2' })
  keepOwn(store.db, { settings: JSON.stringify({ idle_lock_minutes: 0 }) })
  store.close()
  return folder
}

/** Each has three books, renews them, and brings them back, one of them late. */
async function shift(desk: TestDesk, cards: readonly string[], items: readonly string[]): Promise<void> {
  await desk.scan(BEN)
  for (const [at, card] of cards.entries()) {
    for (const item_barcode of items.slice(at * 3, at * 3 + 3)) {
      await desk.call('loan.check-out', { commandId: desk.id(), card_barcode: card, item_barcode })
    }
  }
  desk.clock.pass(86_400_000)
  for (const card of cards) {
    await desk.scan(card)
    await desk.ok('desk.renew-all', { commandId: desk.id() })
    await desk.ok('desk.finish', {})
  }
  for (const [at, item_barcode] of items.entries()) {
    if (at % 3 === 2) continue
    await desk.ok('loan.check-in', { commandId: desk.id(), item_barcode })
  }
  desk.clock.pass(60 * 86_400_000)
  for (const item_barcode of items.filter((_, at) => at % 3 === 2)) {
    await desk.ok('loan.check-in', { commandId: desk.id(), item_barcode })
  }
}

async function worked(): Promise<Left> {
  const folder = await demoFolder()
  const { cards, items } = onFolder(folder, (store) => ({
    cards: READERS.flatMap((one) =>
      column(
        store,
        `SELECT barcode FROM card JOIN patron USING (patron_id) WHERE external_id = '${one}' AND status = 'current'`,
      ).map(String),
    ),
    items: column(
      store,
      `SELECT barcode FROM item WHERE item_type_code = 'BOOK' AND status = 'available' AND at_branch_code = 'MAPLE'
        AND item_id NOT IN (SELECT item_id FROM loan) AND title_id NOT IN (SELECT title_id FROM hold)
        ORDER BY barcode LIMIT ${READERS.length * 3}`,
    ).map(String),
  }))
  const desk = await openDesk(folder)
  await shift(desk, cards, items)
  await forgotten(desk)
  const store = openStore(folder, KEY)
  const contents = column(store, 'SELECT content FROM event').map(String)
  const patrons = store.db.db.prepare('SELECT external_id, category_code, expires_on FROM patron').all() as Patron[]
  const of_charges = 'SELECT charge_ref FROM charge_now WHERE owed_cents > 0'
  const unsealed_count = column(store, `SELECT 1 FROM unsealed WHERE owner_ref NOT IN (${of_charges})`).length
  const exported = exportLines(store.db, null).lines.slice(1)
  store.close()
  const { library } = bareDesk(folder)
  const calendar = library.calendar(must(library.here(), 'Maple Street'))
  const events = contents.map((one) => parseEvent(one))
  return { policy: library.policy(), calendar, events, contents, exported, patrons, unsealed_count }
}

const lent = (): readonly EventOf<'item-checked-out'>[] => left.events.filter((one) => one.kind === 'item-checked-out')

/** Who could have had the loan: whose due date and rule, lent there and then, are the sealed ones. */
function candidates({ head, body }: EventOf<'item-checked-out'>): readonly string[] {
  const { policy, calendar, patrons } = left
  return patrons.flatMap(({ external_id, category_code, expires_on }) => {
    const found = findRule(policy.loans, {
      branch_code: branchCode(head.branch),
      category_code: categoryCode(category_code),
      item_type_code: itemTypeCode(body.item_type_code),
    })
    if (found?.rule.rule_code !== body.rule_code) return []
    const due = dueDate({
      ...found,
      now: instant(head.at_ms),
      calendar,
      card_expires_on: expires_on === null ? null : localDate(expires_on),
      renewal: null,
    })
    return !isRefusal(due) && due.due_at === body.due_at_ms ? [external_id] : []
  })
}

test('all was lent, renewed, brought back and forgotten', async () => {
  left = await worked()
  expect(lent()).toHaveLength(READERS.length * 3)
  expect(left.events.filter((one) => one.kind === 'loan-renewed').length).toBeGreaterThan(READERS.length)
  expect(left.events.filter((one) => one.kind === 'charge-made').length).toBeGreaterThan(2)
  expect(left.unsealed_count).toBe(0)
})

test('an export says what is sealed, and no more', () => {
  expect(left.exported.map((line) => (JSON.parse(line) as { content: string }).content)).toEqual(left.contents)
})

test('by due date and rule at least five patrons could have had each loan', () => {
  for (const event of lent()) expect(candidates(event).length, JSON.stringify(event)).toBeGreaterThanOrEqual(K)
})

test.each([
  ['homebound', 92],
  ['staff', 42],
])('bites: by its own rule, %s, and its date after %d days, it would be one patron’s', (rule_code, days_count) => {
  const loan = must(lent()[0], 'a loan')
  const due_at_ms = loan.body.due_at_ms + (days_count - 21) * 86_400_000
  expect(candidates({ ...loan, body: { ...loan.body, rule_code, due_at_ms } })).toHaveLength(1)
})

/** Every value of a sealed entry under this name, at whatever depth. */
function named(value: unknown, name: RegExp): readonly unknown[] {
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, one]) => (name.test(key) ? [one] : named(one, name)))
}

test('no due date of any entry is one that only a card’s expiry makes', () => {
  const dates = new Set(lent().map(({ body }) => body.due_at_ms))
  const expiring = left.patrons.filter(({ expires_on }) => expires_on === '2026-12-05')
  expect(expiring).toHaveLength(1)
  for (const event of left.events) {
    for (const at of named(event.body, /^(due|counted_from|from)(_before|_at)?_ms$/)) {
      const on = new Date(Number(at) - 6 * 3_600_000).toISOString().slice(0, 10)
      expect(on).not.toBe('2026-12-05')
    }
  }
  expect(dates.size).toBe(1)
})

test('each rule that an entry names is for all, or for a category of five or more', () => {
  const { source } = left.policy
  const all = [...source.loan_rules, ...source.fine_rules, ...source.rental_rules, ...source.lost_rules]
  const codes = new Set(left.events.flatMap(({ body }) => named(body, /^rule_code$/)))
  expect(codes.size).toBeGreaterThan(0)
  for (const code of codes) {
    const category = all.find((rule) => rule.rule_code === code)?.category_code
    const having = left.patrons.filter((one) => category === '*' || one.category_code === category)
    expect(having.length, String(code)).toBeGreaterThanOrEqual(K)
  }
})

test('nothing that was overridden is about a patron', () => {
  expect(
    named(
      left.events.map(({ body }) => body),
      /^overridden$/,
    )
      .flat()
      .filter((one) => isOfPatron(String(one))),
  ).toEqual([])
  expect(lent().some(({ body }) => body.approvals.length > 0)).toBe(false)
})

test('no entry has the code of a category, or says what a card did', () => {
  for (const content of left.contents) expect(content).not.toMatch(/HOMEBOUND|RECIPROCAL|"TEMP"|"STAFF"|card-expires/)
})
