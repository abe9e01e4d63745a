/**
 * The patron panel: who is open, what they have out, what blocks them, in the desk's words. Must never name a title on
 * a hold, nor anything of another patron: people behind the desk can read it.
 */
import { refusalEntry, type Refusal } from '../../shared/refusals/refusals.ts'
import { recalledWords } from '../../shared/circulation/loans/recall.ts'
import type { PatronPanel } from '../../shared/desk/screen.ts'
import { sayDate, sayMoment, sayMonth } from '../../shared/kernel/say-date.ts'
import { moneyText, cents } from '../../shared/kernel/money.ts'
import { addDays, localDate, type Instant, type LocalDate } from '../../shared/kernel/time.ts'
import { toLocalDate, type ZoneName } from '../../shared/kernel/zone.ts'
import type { Speech } from '../../shared/words/speech.ts'
import type { PatronId } from '../../shared/kernel/ids.ts'
import { holdsOfPatron } from '../store/circulation/hold-rows.ts'
import { notesNow } from '../store/patrons/note-rows.ts'
import { currentCard, holdsReadyCount } from '../store/patrons/patron-rows.ts'
import { outCount, readAccount, SUSPENDED, type Account } from '../circulation/accounts/account.ts'
import type { Desk } from './desk.ts'
import { deskZone } from '../library/here.ts'
import { eligibilityOf } from './patrons/stops.ts'
import { personName } from '../search/search-patrons.ts'
import { speechOf } from './clerk-language.ts'
import type { Library } from '../library/library.ts'

const LOANS_SHOWN_MAX = 200
const EXPIRY_WARNED_DAYS = 30
const NOTES_SHOWN_MAX = 5

type Notice = PatronPanel['notices'][number]

export function patronPanel(desk: Desk, patron_id: PatronId, zone: ZoneName): PatronPanel | null {
  const now = desk.library.clock.now()
  const today = toLocalDate(now, zone)
  const account = readAccount(desk.library, patron_id, today, desk.session.card_status)
  if (!account) return null
  const { row, loans } = account
  const card = desk.library.db.get(currentCard, { patron_id })
  const holds_ready_count = desk.library.db.get(holdsReadyCount, { patron_id })?.ready_count ?? 0
  const overdue_count = loans.filter((loan) => loan.due_at_ms < now).length
  const name = personName(row)
  return {
    patron_id,
    name,
    initials: initialsOf(name),
    card_barcode: card?.barcode ?? '',
    category: row.category_name,
    expires_text: row.expires_on ? `to ${sayMonth(localDate(row.expires_on))}` : 'does not expire',
    out_count: outCount(account),
    overdue_count,
    holds_ready_count,
    owed_cents: account.owed,
    owed_text: moneyText(account.owed),
    notices: notices(desk, account, holds_ready_count, overdue_count, today),
    loans: loans.slice(0, LOANS_SHOWN_MAX).map((loan) => loanLine(loan, now, zone, today)),
  }
}

export function loanLine(
  loan: Account['loans'][number],
  now: Instant,
  zone: ZoneName,
  today: LocalDate,
): PatronPanel['loans'][number] {
  const due = sayMoment(loan.due_at_ms, zone, today)
  return {
    barcode: loan.barcode,
    title: loan.title,
    due_text: loan.recalled_at_ms === null ? due : `${due}, recalled`,
    due_at_ms: loan.due_at_ms,
    is_overdue: loan.due_at_ms < now,
    renewals: loan.renewals_count === 0 ? '' : `renewed ${loan.renewals_count}×`,
  }
}

function initialsOf(name: string): string {
  const letters = name.split(/\s+/).map((word) => String.fromCodePoint(word.codePointAt(0) ?? 32).trim())
  return `${letters[0] ?? ''}${letters.length > 1 ? (letters.at(-1) ?? '') : ''}`.toUpperCase()
}

function notices(desk: Desk, account: Account, ready: number, overdue: number, today: LocalDate): Notice[] {
  const { library } = desk
  const { row, blocks, owed } = account
  const found = eligibilityOf(library, account)
  const made: Notice[] = []
  if (row.is_barred) made.push({ tone: 'stop', heading: 'Do not serve', detail: 'Call a supervisor.' })
  if (!row.is_active) made.push({ tone: 'stop', heading: 'Account closed', detail: 'Nothing can be lent.' })
  for (const block of blocks.filter((one) => one.kind !== SUSPENDED)) {
    const until = block.until_on ? ` until ${sayDate(localDate(block.until_on), today)}` : ''
    made.push({ tone: 'stop', heading: `Blocked${until}`, detail: block.note || block.kind })
  }
  const expiry = expiryNotice(row.expires_on === null ? null : localDate(row.expires_on), today)
  if (expiry) made.push(expiry)
  const speech = speechOf(desk)
  const others = found.filter(({ code }) => !refusalEntry(code).has_own_notice)
  made.push(...others.map((one) => noticeOf(speech, one)))
  if (ready > 0) {
    made.push({
      tone: 'hold',
      heading: ready === 1 ? '1 hold waits' : `${ready} holds wait`,
      detail: readyDetail(library, row.patron_id),
    })
  }
  if (owed > 0) {
    const max = row.owed_cents_max === null ? null : cents(row.owed_cents_max)
    const isOver = max !== null && owed >= max
    const detail = max === null ? 'no limit set' : `borrowing stops at ${moneyText(max)}`
    made.push({ tone: isOver ? 'stop' : 'warn', heading: `Owes ${moneyText(owed)}`, detail })
  }
  if (overdue > 0) made.push(overdueNotice(overdue, found))
  made.push(...recallNotices(library, account, today))
  if (row.guardian) made.push({ tone: 'info', heading: 'Guardian', detail: row.guardian })
  const notes = library.db.all(notesNow, { patron_id: row.patron_id, today })
  for (const note of notes.filter((one) => one.is_blocking === 0).slice(0, NOTES_SHOWN_MAX)) {
    const written = note.written_on ? `, ${sayDate(localDate(note.written_on), today)}` : ''
    const by = note.initials ? `, ${note.initials}` : ''
    if (note.is_message === 1) made.push({ tone: 'hold', heading: `Tell them${written}${by}`, detail: note.text })
    else made.push({ tone: 'info', heading: `Note${written}${by}`, detail: note.text })
  }
  return made
}

function noticeOf(speech: Speech, refusal: Refusal): Notice {
  const { says, way_out } = speech.refusal(refusal)
  const tone = refusalEntry(refusal.code).class === 'alert' ? 'warn' : 'stop'
  return { tone, heading: speech.short(refusal.code), detail: `${says} ${way_out}` }
}

function overdueNotice(overdue: number, found: readonly Refusal[]): Notice {
  const stop = found.find(({ code }) => code === 'overdue-too-many')
  const detail = stop ? `borrowing stops at ${Number(stop.facts['limit'])}` : 'shown first in the loans below'
  return { tone: stop ? 'stop' : 'warn', heading: `${overdue} overdue`, detail }
}

/** Each with its date: one patron has few recalls at a time, so the list stays short. */
function recallNotices(library: Library, { loans }: Account, today: LocalDate): Notice[] {
  const recalled = loans.filter((loan) => loan.recalled_at_ms !== null)
  const [first] = recalled
  if (!first) return []
  const heading = recalledWords(first.due_at_ms, deskZone(library), today)
  const others = recalled.length > 1 ? `; ${recalled.length - 1} more` : ''
  return [{ tone: 'warn', heading, detail: `${first.title}${others}. Somebody waits: it is not renewed.` }]
}

/** The codes to look for on the shelf: "JON-4471, MAB-1203". */
function readyDetail(library: Library, patron_id: PatronId): string {
  const here = library.here()?.branch_code
  const ready = library.db.all(holdsOfPatron, { patron_id }).filter((hold) => hold.status === 'ready')
  const codes = ready.filter((hold) => hold.pickup_branch_code === here).flatMap((hold) => hold.pickup_code || [])
  const elsewhere = ready.filter((hold) => hold.pickup_branch_code !== here)
  const there = [...new Set(elsewhere.map(({ pickup_branch_code: code }) => library.branch(code)?.name ?? code))]
  const parts = [codes.join(', '), there.length > 0 ? `at ${there.join(', ')}` : '']
  return parts.filter((part) => part !== '').join('; ') || 'on the hold shelf'
}

function expiryNotice(expires_on: LocalDate | null, today: LocalDate): Notice | null {
  if (!expires_on) return null
  if (expires_on < today) {
    return {
      tone: 'stop',
      heading: `Card expired ${sayDate(expires_on, today)}`,
      detail: 'Renew the card before lending.',
    }
  }
  if (expires_on > addDays(today, EXPIRY_WARNED_DAYS)) return null
  return {
    tone: 'warn',
    heading: `Card expires ${sayDate(expires_on, today)}`,
    detail: 'Due dates are cut back to it.',
  }
}
