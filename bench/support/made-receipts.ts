/**
 * The files of a desk that has made many receipts: written by the journal itself, so that every row and every seal is
 * as at a desk, but for commands that make several. Made once for each generator and size
 * (`out/bench/receipts-<hash>`), with the flush of the disk switched off meanwhile.
 */
import { createHash } from 'node:crypto'
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { openJournal } from '../../main/journal/open.ts'
import type { Journal } from '../../main/journal/journal.ts'
import { settle } from '../../main/journal/settle.ts'
import { verifyJournal } from '../../main/journal/verify.ts'
import { openStore } from '../../main/store/store.ts'
import { DEFAULT_DRAWER } from '../../shared/cash/rules.ts'
import { expectedAfter, takenIn } from '../../shared/cash/session-entries.ts'
import { eventRefText, type DeskEvent, type EventDraft } from '../../shared/journal/event.ts'
import type { SealedReceipt } from '../../shared/journal/events/cash.ts'
import { isCashEvent } from '../../shared/journal/fold/cash.ts'
import { must } from '../../shared/kernel/assert.ts'
import { branchCode, commandId, hex, patronId, staffCode, type PatronId } from '../../shared/kernel/ids.ts'
import { instant } from '../../shared/kernel/time.ts'
import { benchClock, KEY } from './bench-desk.ts'
import { BENCH_FOLDER, copyLibrary, freePatron, libraryFolder } from './made-library.ts'
import { seeded } from './seeded.ts'
import type { Size } from './sizes.ts'

/** Receipts of one day, and how many of these pay a charge. */
const A_DAY = 250
const CHARGES_A_DAY = 62
/** Of one command, so that it is made in minutes. */
const TOGETHER = 25
const FLOAT_CENTS = 10_000
const DAY_MS = 86_400_000
/** Bags that still wait for the bank. */
const WAITING_BAGS = 3
const ROOT = join(import.meta.dirname, '..', '..')

const SALE = { of: 'sale', product_code: 'COPY', fund: 'copies', quantity_count: 2, tax_cents: 0 } as const
const HELD = { of: 'held', product_code: 'FRIENDS', payee: 'friends' } as const
const CASH = { in_kind: [], tendered_cents: 0, change_cents: 0, rounding_cents: 0, others: [] }

/** Charges in cash, copies in cash, a book for the Friends by check, copies and a book by card. */
function receiptOf(charge_ref: string | undefined, n: number): SealedReceipt {
  if (charge_ref !== undefined) {
    const line = { of: 'charge', charge_ref, fund: 'fines', amount_cents: 175 } as const
    return { ...CASH, lines: [line], tendered_cents: 200, change_cents: 25 }
  }
  if (n % 3 === 0) return { ...CASH, lines: [{ ...SALE, amount_cents: 30 }], tendered_cents: 30 }
  const lines = [
    { ...SALE, amount_cents: 75 },
    { ...HELD, amount_cents: 425 },
  ]
  return { ...CASH, lines, others: [{ tender: n % 3 === 1 ? 'check' : 'card', amount_cents: 500 }] }
}

class Days {
  readonly #journal: Journal
  readonly #size: Size
  readonly #random = seeded(83)
  readonly #began_ms: number
  #at_ms: number
  #events_count: number
  #receipts_count = 0
  #z_number = 0
  #grand_total_cents = 0
  #before: string | null = null

  constructor(journal: Journal, size: Size, days_count: number) {
    this.#journal = journal
    this.#size = size
    this.#events_count = journal.head.seq
    this.#at_ms = this.#began_ms = benchClock.now() - days_count * DAY_MS
  }

  #record(drafts: readonly EventDraft[], parties: ReadonlyMap<EventDraft, PatronId> = new Map()): readonly DeskEvent[] {
    const at = instant((this.#at_ms += 60_000))
    const occasion = { command_id: commandId(at, this.#random), request_hash: this.#random.bytes(8), at }
    const by = { staff: staffCode('rortiz'), branch: branchCode('MAPLE') }
    const events = this.#journal.record({ ...occasion, ...by }, drafts, { parties })
    this.#events_count += events.length
    return events
  }

  #charges(): readonly string[] {
    const what = { kind: 'manual', fund: 'fines', debit: 'receivable', amount_cents: 175 } as const
    const about = { item_barcode: null, loan_ref: null, period: null, basis: { by: 'hand' } } as const
    const drafts = Array.from({ length: CHARGES_A_DAY }, (): EventDraft => {
      return { kind: 'charge-made', body: { ...what, ...about } }
    })
    const parties = new Map(drafts.map((one) => [one, patronId(freePatron(this.#size, this.#random))]))
    return this.#record(drafts, parties).map(({ head }) => eventRefText(head))
  }

  /** One session: opened with what the one before left, receipts, counted, closed, and its bag at the bank. */
  day(isBanked: boolean): void {
    this.#at_ms = Math.max(this.#at_ms, this.#began_ms + this.#z_number * DAY_MS)
    const refs = this.#charges()
    const left = { from_session_ref: this.#before, left_cents: FLOAT_CENTS, left_checks_cents: 0, pieces: null }
    const drawer = { drawer_code: DEFAULT_DRAWER, custodian_code: 'rortiz', counted_cents: FLOAT_CENTS }
    const said = { reason_code: '', approved_by: '' }
    const events = [...this.#record([{ kind: 'drawer-opened', body: { ...drawer, ...left, ...said } }])]
    const session_ref = eventRefText(must(events[0], 'the opening').head)
    for (let n = 0; n < A_DAY; n += TOGETHER) {
      const drafts = Array.from({ length: TOGETHER }, (_, at): EventDraft => {
        this.#receipts_count += 1
        const receipt = receiptOf(refs[n + at], n + at)
        return {
          kind: 'receipt-made',
          body: { session_ref, receipt_number: this.#receipts_count, receipt, others_credit_cents: 0, paper: null },
        }
      })
      events.push(...this.#record(drafts))
    }
    const bag_cents = this.#close(session_ref, events)
    const banked = { session_ref, drop_ref: null, bag_cents, banked_cents: bag_cents, banked_on: '2026-11-20' }
    if (isBanked) this.#record([{ kind: 'deposit-banked', body: banked }])
    this.#before = session_ref
  }

  #close(session_ref: string, events: readonly DeskEvent[]): number {
    const entries = events.filter(isCashEvent)
    const { cash, check, card } = expectedAfter(entries)
    const sums = { cash_cents: cash, checks_cents: check, card_cents: card }
    const counted = { session_ref, pieces: null, counted_cents: cash, expected_cents: cash }
    this.#record([{ kind: 'drawer-counted', body: { ...counted, reason: 'closing' } }])
    this.#grand_total_cents += takenIn(entries)
    this.#z_number += 1
    const bag = { drawer_cents: cash - FLOAT_CENTS, safe_cents: 0, checks_cents: check, pieces: null }
    const head = { events_count: this.#events_count, hash: hex(this.#journal.head.hash) }
    const numbered = { session_ref, z_number: this.#z_number, grand_total_cents: this.#grand_total_cents, head }
    const found = { expected: sums, counted: sums, checks_count: 0, is_card_counted: true, reason_code: '' }
    const left = { left_cents: FLOAT_CENTS, left_pieces: null, left_checks_cents: 0, handed_to: '' }
    const by = { approved_by: '', is_review_needed: false, is_card_posted: true, float_cents: null }
    const body = { ...numbered, ...found, ...left, ...by, bag: { bag_number: String(this.#z_number), ...bag } }
    this.#record([{ kind: 'drawer-closed', body }])
    return bag.drawer_cents + bag.checks_cents
  }
}

function make(folder: string, size: Size, receipts_count: number): void {
  const store = openStore(folder, KEY)
  try {
    // Nothing is lost here that cannot be made again.
    store.db.db.pragma('synchronous = OFF')
    const journal = openJournal(store, benchClock.now(), seeded(107), false)
    const days_count = Math.ceil(receipts_count / A_DAY)
    const days = new Days(journal, size, days_count)
    for (let day = 1; day <= days_count; day += 1) days.day(day <= days_count - WAITING_BAGS)
    settle(journal)
    const [problem] = verifyJournal(store.db).problems
    if (problem) throw new Error(`the receipts do not verify: ${JSON.stringify(problem)}`)
    for (const { db } of [store.db, store.reference]) db.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    store.close()
  }
}

/** Changes whenever the generator, an event's shape or the library does. */
function fingerprint(size: Size, receipts_count: number): string {
  const hash = createHash('sha256').update(`${basename(libraryFolder(size))} ${receipts_count}`)
  hash.update(readFileSync(import.meta.filename))
  hash.update(readFileSync(join(ROOT, 'test', 'golden', 'events', 'lock.json')))
  return hash.digest('hex').slice(0, 12)
}

/** The folder of that desk, made if missing. Older ones of the same size are removed. */
export function receiptsFolder(size: Size, receipts_count: number): string {
  const start = `receipts-${size.name}-${receipts_count}-`
  const folder = join(BENCH_FOLDER, `${start}${fingerprint(size, receipts_count)}`)
  if (existsSync(folder)) return folder
  for (const name of readdirSync(BENCH_FOLDER).filter((one) => one.startsWith(start)))
    rmSync(join(BENCH_FOLDER, name), { recursive: true })
  const work = copyLibrary(size, 'receipts')
  make(work, size, receipts_count)
  cpSync(work, `${folder}.partial`, { recursive: true })
  renameSync(`${folder}.partial`, folder)
  return folder
}
