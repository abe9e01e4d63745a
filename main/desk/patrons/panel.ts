/**
 * The patron panel: who is open, what they have out, what is ready for them and what blocks them, in the desk's words.
 * Must never name a title that still waits, nor anything of another patron: people behind the desk can read it.
 */
import { refusalEntry, type Refusal } from '../../../shared/refusals/refusals.ts'
import type { PatronPanel } from '../../../shared/desk/screen.ts'
import { sentences } from '../../../shared/desk/words/words.ts'
import { cents } from '../../../shared/kernel/money.ts'
import { isRenewalDue } from '../../../shared/patron/cards.ts'
import { lastShelfDay } from '../../../shared/circulation/holds/hold-facts.ts'
import { localDate, type Instant, type LocalDate } from '../../../shared/kernel/time.ts'
import { toLocalDate, type ZoneName } from '../../../shared/kernel/zone.ts'
import type { Speech } from '../../../shared/words/speech.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { holdsOfPatron } from '../../store/circulation/hold-rows.ts'
import { notesNow } from '../../store/patrons/note-rows.ts'
import { bouncedOn } from '../../store/patrons/came-back-rows.ts'
import { holdsReadyCount } from '../../store/patrons/patron-rows.ts'
import { personById } from '../../store/patrons/person-rows.ts'
import { outCount, readAccount, SUSPENDED, type Account } from '../../circulation/accounts/account.ts'
import type { Desk } from '../desk.ts'
import { blockText, eligibilityOf } from './stops.ts'
import { personName } from '../../search/search-patrons.ts'
import { speechOf } from '../clerk-language.ts'
import { cardAtHead } from './card-shown.ts'
import { mayAll } from '../../library/grants.ts'
import type { Library } from '../../library/library.ts'
import { isNonResidentSaid } from '../../patrons/card-choice.ts'
import { isOrganization } from '../../library/organizations.ts'
import { guardianSees } from '../../patrons/guardian-sees.ts'
import { countReadyForOthers } from '../../patrons/pickup.ts'

const LOANS_SHOWN_MAX = 200
const NOTES_SHOWN_MAX = 5
const HOLDS_SHOWN_MAX = 20

type Notice = PatronPanel['notices'][number]

export function patronPanel(desk: Desk, patron_id: PatronId, zone: ZoneName): PatronPanel | null {
  const now = desk.library.clock.now()
  const today = toLocalDate(now, zone)
  const account = readAccount(desk.library, patron_id, today, desk.session.card_status)
  if (!account) return null
  const { row, loans } = account
  const holds_ready_count = desk.library.db.get(holdsReadyCount, { patron_id, today })?.ready_count ?? 0
  const overdue_count = loans.filter((loan) => loan.due_at_ms < now).length
  const name = personName(row)
  const speech = speechOf(desk)
  const { panel } = speech.words
  return {
    patron_id,
    name,
    initials: initialsOf(name),
    card_barcode: cardAtHead(desk, patron_id),
    category: categoryText(desk.library, speech, row),
    expires_text: row.expires_on ? panel.expires(speech.month(localDate(row.expires_on))) : panel.never_expires,
    out_count: outCount(account),
    overdue_count,
    holds_ready_count,
    owed_cents: account.owed,
    owed_text: speech.money(account.owed),
    notices: notices(desk, speech, account, holds_ready_count, overdue_count, today),
    loans: loans.slice(0, LOANS_SHOWN_MAX).map((loan) => loanLine(speech, loan, now)),
    holds_ready: holdsReady(desk.library, speech, patron_id, today),
  }
}

/** Its category, and that this is a non-resident, unless the category is called so. */
function categoryText(library: Library, { words: { panel } }: Speech, row: Account['row']): string {
  const { patron_id, category_name: name } = row
  const bare = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '')
  const isNamed = [panel.non_resident, 'Non-Resident'].some((said) => bare(name).includes(bare(said)))
  return isNamed || !isNonResidentSaid(library, patron_id) ? name : `${name} · ${panel.non_resident}`
}

export function loanLine(
  { words: { panel }, moment }: Speech,
  loan: Account['loans'][number],
  now: Instant,
): PatronPanel['loans'][number] {
  const due = moment(loan.due_at_ms)
  return {
    barcode: loan.barcode,
    title: loan.title,
    due_text: loan.recalled_at_ms === null ? due : panel.recalled_loan(due),
    due_at_ms: loan.due_at_ms,
    is_overdue: loan.due_at_ms < now,
    renewals: loan.renewals_count === 0 ? '' : panel.renewed(loan.renewals_count),
  }
}

function initialsOf(name: string): string {
  const letters = name.split(/\s+/).map((word) => String.fromCodePoint(word.codePointAt(0) ?? 32).trim())
  return `${letters[0] ?? ''}${letters.length > 1 ? (letters.at(-1) ?? '') : ''}`.toUpperCase()
}

function notices(
  { library, session }: Desk,
  speech: Speech,
  account: Account,
  ready: number,
  overdue: number,
  today: LocalDate,
): Notice[] {
  const { panel } = speech.words
  const { row, blocks, owed } = account
  const found = eligibilityOf(library, account)
  const made: Notice[] = []
  if (row.is_barred) {
    const isOwn = session.staff !== null && mayAll(library, session.staff, ['override-block'])
    const detail = isOwn ? panel.barred_own : panel.barred_detail
    made.push({ tone: 'stop', heading: panel.barred, detail, opens: 'who' })
  }
  if (!row.is_active) made.push({ tone: 'stop', heading: panel.closed, detail: panel.closed_detail, opens: 'who' })
  for (const block of blocks.filter((one) => one.kind !== SUSPENDED)) {
    const until = block.until_on ? speech.date(localDate(block.until_on)) : ''
    made.push({ tone: 'stop', heading: panel.blocked(until), detail: blockText(speech, block), opens: 'notes' })
  }
  const expiry = expiryNotice(speech, row.expires_on === null ? null : localDate(row.expires_on), today)
  if (expiry) made.push(expiry)
  if (library.db.get(bouncedOn, { patron_id: row.patron_id }))
    made.push({ tone: 'warn', heading: panel.email_bounced, detail: panel.email_bounced_detail, opens: 'who' })
  if ((library.db.get(personById, { patron_id: row.patron_id })?.unfit_on ?? null) !== null)
    made.push({ tone: 'warn', heading: panel.card_unfit, detail: panel.card_unfit_detail, opens: 'who' })
  const others = found.filter(({ code }) => !refusalEntry(code).has_own_notice)
  made.push(...others.map((one) => noticeOf(speech, one)))
  if (ready > 0) {
    made.push({
      tone: 'hold',
      heading: panel.holds_ready(ready),
      detail: readyDetail(library, speech, row.patron_id, today),
      opens: 'holds',
    })
  }
  made.push(...readyForOthers(library, speech, row.patron_id))
  if (owed > 0) {
    const max = row.owed_cents_max === null ? null : cents(row.owed_cents_max)
    const isOver = max !== null && owed >= max
    const detail = max === null ? panel.no_limit : panel.borrowing_stops(speech.money(max))
    made.push({ tone: isOver ? 'stop' : 'warn', heading: panel.owes(speech.money(owed)), detail, opens: 'charges' })
  }
  if (overdue > 0) made.push(overdueNotice(speech, overdue, found))
  made.push(...recallNotices(speech, account))
  if (row.guardian) {
    const isContact = isOrganization(library, row.category_code)
    const sees = isContact ? '' : panel.guardian_sees[guardianSees(library, row)]
    const heading = isContact ? panel.contact : panel.guardian
    made.push({ tone: 'info', heading, detail: sentences(row.guardian, sees), opens: 'who' })
  }
  made.push(...noteNotices(library, speech, row.patron_id, today))
  return made
}

function noteNotices(library: Library, speech: Speech, patron_id: PatronId, today: LocalDate): Notice[] {
  const { panel } = speech.words
  const notes = library.db.all(notesNow, { patron_id, today })
  return notes
    .filter((one) => one.is_blocking === 0)
    .slice(0, NOTES_SHOWN_MAX)
    .map((note) => {
      const on = note.written_on ? speech.date(localDate(note.written_on)) : ''
      const [initials, detail] = [note.initials ?? '', note.text]
      return note.is_message === 1
        ? { tone: 'hold', heading: panel.tell_them(on, initials), detail, opens: 'notes' }
        : { tone: 'info', heading: panel.note(on, initials), detail, opens: 'notes' }
    })
}

function noticeOf(speech: Speech, refusal: Refusal): Notice {
  const { says, way_out } = speech.refusal(refusal)
  const tone = refusalEntry(refusal.code).class === 'alert' ? 'warn' : 'stop'
  return { tone, heading: speech.short(refusal.code), detail: `${says} ${way_out}`, opens: 'who' }
}

function overdueNotice({ words: { panel } }: Speech, overdue: number, found: readonly Refusal[]): Notice {
  const stop = found.find(({ code }) => code === 'overdue-too-many')
  const detail = stop ? panel.borrowing_stops(String(Number(stop.facts['limit']))) : panel.overdue_detail
  return { tone: stop ? 'stop' : 'warn', heading: panel.overdue(overdue), detail, opens: 'loans' }
}

/** Each with its date: one patron has few recalls at a time, so the list stays short. */
function recallNotices({ words: { panel }, moment }: Speech, { loans }: Account): Notice[] {
  const recalled = loans.filter((loan) => loan.recalled_at_ms !== null)
  const [first] = recalled
  if (!first) return []
  const detail = panel.recalled_detail(first.title, recalled.length - 1)
  return [{ tone: 'warn', heading: panel.recalled(moment(first.due_at_ms)), detail, opens: 'loans' }]
}

/** What waits on a hold shelf and is still kept there. */
function readyHolds(library: Library, patron_id: PatronId, today: LocalDate) {
  const isKept = (on: string | null): boolean => on === null || on >= today
  const all = library.db.all(holdsOfPatron, { patron_id })
  return all.filter((hold) => hold.status === 'ready' && isKept(lastShelfDay(hold)))
}

/** What to fetch, where it is, and until when it is kept. */
function holdsReady(library: Library, { words: { panel }, date }: Speech, patron_id: PatronId, today: LocalDate) {
  const here = library.here()?.branch_code
  return readyHolds(library, patron_id, today)
    .slice(0, HOLDS_SHOWN_MAX)
    .map(({ hold_ref, title, pickup_branch_code: at, pickup_code, shelf_until_on }) => ({
      hold_ref,
      title,
      shelf: at === here ? pickup_code || panel.on_hold_shelf : panel.ready_at(library.branch(at)?.name ?? at),
      is_code: at === here && pickup_code !== '',
      until_text: shelf_until_on ? date(localDate(shelf_until_on)) : '',
    }))
}

/** How much waits here for those for whom the patron may pick up, and for whom, on the account alone. */
function readyForOthers(library: Library, { words: { panel } }: Speech, patron_id: PatronId): Notice[] {
  const count = countReadyForOthers(library, patron_id)
  if (count === 0) return []
  return [{ tone: 'hold', heading: panel.for_others(count), detail: panel.for_others_detail, opens: 'pickups' }]
}

/** The codes to look for on the shelf: "JON-4471, MAB-1203". */
function readyDetail(library: Library, { words: { panel } }: Speech, patron_id: PatronId, today: LocalDate): string {
  const here = library.here()?.branch_code
  const ready = readyHolds(library, patron_id, today)
  const codes = ready.filter((hold) => hold.pickup_branch_code === here).flatMap((hold) => hold.pickup_code || [])
  const elsewhere = ready.filter((hold) => hold.pickup_branch_code !== here)
  const there = [...new Set(elsewhere.map(({ pickup_branch_code: code }) => library.branch(code)?.name ?? code))]
  const parts = [codes.join(', '), there.length > 0 ? panel.ready_at(there.join(', ')) : '']
  return parts.filter((part) => part !== '').join('; ') || panel.on_hold_shelf
}

function expiryNotice(
  { words: { panel }, date }: Speech,
  expires_on: LocalDate | null,
  today: LocalDate,
): Notice | null {
  if (!expires_on) return null
  if (expires_on < today) {
    return {
      tone: 'stop',
      heading: panel.card_expired(date(expires_on)),
      detail: panel.card_expired_detail,
      opens: 'who',
    }
  }
  if (!isRenewalDue(expires_on, today)) return null
  return {
    tone: 'warn',
    heading: panel.card_expires(date(expires_on)),
    detail: panel.card_expires_detail,
    opens: 'who',
  }
}
