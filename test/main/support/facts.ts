/**
 * What a library knows at one moment, read from a copy of the files of a desk that works on: every table of facts
 * beside the journal, and what follows from them for each patron. Ids that only name an entry of the journal are left
 * out, and so is what came to nothing: a charge that was taken back whole, a claim that was undone.
 */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { actsSince, undoneBy } from '../../../main/circulation/loans/past-acts.ts'
import { patronFacts, readAccount } from '../../../main/circulation/accounts/account.ts'
import { openJournal } from '../../../main/journal/open.ts'
import { verifyJournal } from '../../../main/journal/verify.ts'
import { DeskClock } from '../../../main/library/desk-clock.ts'
import { Library } from '../../../main/library/library.ts'
import { DATA_FILES, LOG_TAIL } from '../../../main/store/files/file-names.ts'
import { openStore } from '../../../main/store/store.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { instant } from '../../../shared/kernel/time.ts'
import { toLocalDate } from '../../../shared/kernel/zone.ts'
import type { TestDesk } from './desk.ts'
import { KEY, QUICK_PIN_COST, seededRandom } from './fakes.ts'

/** Each account of each charge, with what it holds now: a transfer and its mirror hold nothing. */
const LEDGER = `SELECT charge_ref, account, sum(cents) AS cents FROM (
    SELECT charge_ref, debit_code AS account, amount_cents AS cents FROM transfer
    UNION ALL SELECT coalesce(pays_ref, charge_ref), credit_code, -amount_cents FROM transfer)
  GROUP BY charge_ref, account HAVING sum(cents) <> 0`

const TABLES = {
  loans: `SELECT item_id, loan_ref, patron_id, branch_code, out_at_ms, due_at_ms, renewals_count, loan_status,
    status_since_ms, rules_at_ms, unseen_renewals_count, due_staff_code, recalled_at_ms, sealed_due_at_ms
    FROM loan_now`,
  items: 'SELECT * FROM item_now',
  holds: `SELECT hold_ref, patron_id, title_id, item_id, is_item_hold, pickup_branch_code, placed_at_ms, expires_on,
    status, suspended_until_on, shelf_until_on, pickup_code FROM hold_now`,
  charges: `SELECT charge_ref, patron_id, item_id, kind, charged_at_ms, amount_cents, owed_cents, refund_due_cents,
    loan_ref FROM charge_now WHERE charge_ref IN (SELECT charge_ref FROM (${LEDGER}))
      OR owed_cents > 0 OR refund_due_cents > 0`,
  ledger: LEDGER,
  notes: `SELECT note_ref, patron_id, text, initials, written_on, branch_code, is_blocking, is_message, is_suspension,
    until_on FROM patron_note`,
  claims: `SELECT patron_id, item_id, loan_ref, claim, claimed_on, status, checks_count, checked_on
    FROM patron_claim WHERE status <> 'undone'`,
  questions: 'SELECT question_ref, patron_id, loan_ref, branch_code FROM return_question',
  // A record that was registered and undone is nobody's.
  people: `SELECT patron_id, surname, given, surname_key, category_code, branch_code, born_on, expires_on, email, phone,
    guardian, guardian_patron_id, family_patron_id, language, address_checked_on, registered_on FROM patron
    WHERE external_id NOT LIKE 'erased:%'`,
  cards: 'SELECT * FROM card',
  blocks: 'SELECT patron_id, kind, from_on, until_on, note FROM patron_block',
  apart: 'SELECT * FROM patron_distinct',
  pins: 'SELECT * FROM patron_pin',
  addresses: 'SELECT patron_id, kind, street, city, region, postal_code, is_in_city_limits FROM patron_address',
  keys: 'SELECT * FROM patron_key',
  preferences: `SELECT patron_id, receipt_kind, is_large_print, language FROM patron
    WHERE external_id NOT LIKE 'erased:%'`,
} as const

export type Facts = Readonly<Record<string, readonly string[]>>

export type Moment = {
  readonly facts: Facts
  /** The same for each patron, and what follows from it today. */
  readonly accounts: readonly unknown[]
  /** What was done and not undone since the start, newest first. */
  readonly acts: readonly { readonly ref: string; readonly kind: string; readonly name: string }[]
  readonly problems: ReturnType<typeof verifyJournal>['problems']
}

const PATRONS = [1, 2, 3, 4, 5] as const

export function momentOf({ folder, clock }: Pick<TestDesk, 'folder' | 'clock'>): Moment {
  const copy = mkdtempSync(join(tmpdir(), 'datestamp-facts-'))
  try {
    for (const name of DATA_FILES.flatMap((file) => [file, file + LOG_TAIL])) {
      if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(copy, name))
    }
    return readMoment(copy, clock)
  } finally {
    rmSync(copy, { recursive: true })
  }
}

function readMoment(folder: string, clock: TestDesk['clock']): Moment {
  const store = openStore(folder, KEY)
  try {
    const rows = (sql: string) => store.db.db.prepare(sql).all()
    const facts = Object.entries(TABLES).map(([name, sql]) => [
      name,
      rows(sql)
        .map((row) => JSON.stringify(row))
        .toSorted(),
    ])
    const { problems } = verifyJournal(store.db)
    const random = seededRandom(4711)
    const journal = openJournal(store, clock.now(), random, false)
    const parts = { store, journal, random, measurePinCost: () => QUICK_PIN_COST, key_kept: 'sealed' } as const
    const library = new Library({ ...parts, clock: new DeskClock(clock, clock.monotonic_ms, journal.head.at) })
    const now = clock.now()
    const today = toLocalDate(now, must(library.here(), 'a branch').zone)
    const accounts = PATRONS.map((one) => {
      const account = readAccount(library, one as PatronId, today)
      return account && { ...patronFacts(account, now), blocks: account.blocks }
    })
    const acts = [...actsSince(library, instant(0))]
      .filter((act) => undoneBy(library, act) === null)
      .map(({ ref, kind, name }) => ({ ref, kind, name }))
    return { facts: Object.fromEntries(facts) as Facts, accounts, acts, problems }
  } finally {
    store.close()
  }
}
