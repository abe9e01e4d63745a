/**
 * Today at this desk, from its own journal. What was counted is kept, so that a page that stays open reads each entry
 * once, and the desk never reads a whole day between two scans.
 */
import { DeskDaySums, type DeskDay, type Exception } from '../../shared/reports/desk-day.ts'
import { cents, type Cents } from '../../shared/kernel/money.ts'
import { eventRefText, type DeskEvent } from '../../shared/journal/event.ts'
import type { LetOffCode } from '../../shared/ledger/let-off.ts'
import type { Place } from '../../shared/journal/place.ts'
import { instant, type LocalDate } from '../../shared/kernel/time.ts'
import { startOfDay, toLocal } from '../../shared/kernel/zone.ts'
import { here } from './here.ts'
import type { Library } from './library.ts'

/** A few milliseconds of reading. */
const PAGE_ENTRIES = 200

type Counted = { readonly on: LocalDate; readonly sums: DeskDaySums; readonly through: Place | null }

/** In memory only; gone with the desk. */
const counted = new WeakMap<Library, Counted>()

function isAfter(one: Place, other: Place | null): boolean {
  return other === null || one.epoch > other.epoch || (one.epoch === other.epoch && one.seq > other.seq)
}

/** Entries of today that are not counted yet, newest first. */
function fresh(library: Library, from_ms: number, through: Place | null): readonly DeskEvent[] {
  const found: DeskEvent[] = []
  let page = library.journal.newest(PAGE_ENTRIES)
  for (;;) {
    const wanted = page.filter(({ head }) => head.at_ms >= from_ms && isAfter(head, through))
    found.push(...wanted)
    const last = page.at(-1)
    if (!last || wanted.length < page.length || page.length < PAGE_ENTRIES) return found
    page = library.journal.before(last.head, PAGE_ENTRIES)
  }
}

export function deskDayNow(library: Library): DeskDay {
  const { branch, today } = here(library)
  const before = counted.get(library)
  const isSame = before?.on === today
  const sums = isSame ? before.sums : new DeskDaySums()
  const events = fresh(library, startOfDay(today, branch.zone), isSame ? before.through : null)
  const work = new Set(
    library.policy().source.in_kind_tenders.flatMap((one) => (one.per_kind === 'hour' ? [one.kind_code] : [])),
  )
  for (const event of events) {
    const hour = Math.floor(toLocal(instant(event.head.at_ms), branch.zone).minute / 60)
    sums.add(event, hour, (kind_code) => work.has(kind_code))
  }
  const through = events[0]?.head ?? (isSame ? before.through : null)
  counted.set(library, { on: today, sums, through })
  return sums.day((place) => eventRefText({ terminal: library.journal.terminal, ...place }))
}

/**
 * What this person let off today on their own word: waived and voided, fines not charged at returns, and what work took
 * off. In parts it is no more than at once. Where nobody else works at the library, their own PIN is their own word,
 * too. How far back a return is dated has a limit of its own, in days.
 */
export function letOffAlone(library: Library, staff_code: string): Cents {
  const own = deskDayNow(library).exceptions.filter((one) => isAlone(one.approved_by, one.staff, staff_code))
  return cents(own.reduce((sum, one) => sum + (isOfCeiling(library, one) ? one.amount_cents : 0), 0))
}

function isAlone(approved_by: readonly string[], staff: string, staff_code: string): boolean {
  return staff === staff_code && approved_by.every((code) => code === staff_code)
}

/** How far back a day goes has a limit of its own, and an outage takes a grant. */
const OF_OTHER_LIMITS: ReadonlySet<LetOffCode> = new Set(['backdated', 'outage'])

function isOfCeiling(library: Library, one: Exception): one is Exclude<Exception, { what: 'override' }> {
  if (one.what === 'override') return false
  if (one.what === 'in-kind') return true
  return one.code === 'claim-found' ? isOwnClaimEnded(library, one) : !OF_OTHER_LIMITS.has(one.code)
}

/** What goes with a claim is what the library's rule wants, unless the clerk who found the item had made the claim. */
function isOwnClaimEnded({ journal }: Library, one: Exception): boolean {
  const { terminal } = journal
  const ended = journal.together(eventRefText({ terminal, epoch: one.epoch, seq: one.seq }))
  return ended.some((event) => event.kind === 'claim-ended' && isClaimBy(journal, event.body.claim_ref, one.staff))
}

/** Whether this person recorded the claim at this desk. */
export function isClaimBy(journal: Library['journal'], claim_ref: string, staff: string): boolean {
  return journal.event(claim_ref)?.head.staff === staff
}
