/**
 * Signing in by badge or by initials and PIN, locking, and signing out. Works offline. The person who locked the desk
 * finds it as it was; anyone else sees nothing of the patron who was open.
 */
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import { locked, unlocked } from '../../../shared/desk/lock.ts'
import { withBand, type Session, type SessionStaff } from '../../../shared/desk/session/session.ts'
import { undecidedCount } from '../../../shared/desk/tally.ts'
import { signedIn, signedOut } from '../../../shared/desk/session/session-staff.ts'
import { quietBand, silentBand } from '../../../shared/desk/words/words.ts'
import { isRefused } from '../../ipc/answer.ts'
import { drawerCalled } from '../../cash/cash-rules.ts'
import { sessionsPastDay } from '../../cash/closing/past-day.ts'
import { mayOwn } from '../../library/grants.ts'
import type { Desk } from '../desk.ts'
import { record } from '../../library/record.ts'
import type { Command } from '../../library/command.ts'
import { isKeyReminded } from '../../library/key-on-paper.ts'
import { finishForAnother, printForNobody } from '../loans/finish.ts'
import { guessesTold } from './guesses.ts'
import { tellNews } from './news.ts'
import { staffOfPin } from './pin-check.ts'
import { badgeOfPin } from './scanned-badge.ts'
import { actorOf } from '../desk.ts'
import { speechOf } from '../clerk-language.ts'

/**
 * Signs `staff` in. The same person unlocks; a different one signs the former out by the same entry, and the screen is
 * cleared.
 * @returns what became of who was open; nobody is told of a patron behind a lock
 */
function signIn(
  desk: Desk,
  command: Command,
  staff: SessionStaff,
  by: 'badge' | 'badge-and-pin' | 'pin',
): readonly string[] {
  const before = desk.session.staff
  if (before?.staff_code === staff.staff_code) {
    desk.session = unlocked(desk.session)
    return []
  }
  const came = { kind: 'staff-signed-in', body: { by, staff: staff.staff_code } } as const
  const left = { kind: 'staff-signed-out', body: { reason: 'switched' } } as const
  // The former leaves under their own name, and the new one comes by the same command.
  if (before) record(desk.library, actorOf(desk), command, [left, came])
  else record(desk.library, actorOf(desk), command, [came], { staff: staff.staff_code })
  const change = (session: Session): Session => signedIn(before ? signedOut(session) : session, staff)
  if (before && desk.session.lock === null) return finishForAnother(desk, change)
  desk.session = change(desk.session)
  return []
}

/**
 * Says who signed in, what became of who was open, and what was guessed meanwhile. A staff member who is back finds the
 * last outcome still in place, unless somebody guessed.
 */
function greet(desk: Desk, staff: SessionStaff, isQuiet: boolean, finished: readonly string[]): void {
  const told = [...finished, ...guessesTold(desk, staff)]
  // Who is back at their own desk was told when they came.
  if (!isQuiet || told.length > 0) {
    sayHello(desk, staff, [...told, ...drawersPastDaySaid(desk), ...keyOnPaperSaid(desk)])
  }
}

function sayHello(desk: Desk, staff: SessionStaff, told: readonly string[]): void {
  // Whoever signs in should read what the desk was stopped at, so this greeting leaves it in place.
  const { recovered } = desk.session
  const { hello, signed_in } = speechOf(desk).words.outcomes.loan
  const name = hello(staff.name)
  const greeting = told.length === 0 ? silentBand(name, signed_in) : quietBand(name, signed_in, ...told)
  const greeted = withBand(desk.session, greeting)
  desk.session = { ...greeted, recovered }
}

/** Whether the person who locked the desk is the one who comes. */
function isSameBack({ session }: Desk, staff: SessionStaff): boolean {
  return session.lock !== null && session.staff?.staff_code === staff.staff_code
}

/** The person at the open desk scans their badge. Nobody asked for a PIN, so they are told nothing. */
function isHereAlready({ session }: Desk, staff: SessionStaff): boolean {
  return session.lock === null && session.staff?.staff_code === staff.staff_code
}

/** A badge was scanned that is enough by itself. */
export function signInByBadge(desk: Desk, command: Command, badge: SessionStaff): void {
  if (isHereAlready(desk, badge)) return sayHello(desk, badge, [])
  const isBack = isSameBack(desk, badge)
  greet(desk, badge, isBack, signIn(desk, command, badge, 'badge'))
  tellNews(desk, badge)
}

/**
 * By initials and PIN, or without initials by the PIN of the badge that was scanned; also while another staff member is
 * signed in. @returns why not, or null
 */
export function signInByPin(desk: Desk, command: Command, initials: string, pin: string): Refusal | null {
  const badge = badgeOfPin(desk, initials, 'sign-in')
  if ('code' in badge) return badge
  const { owner } = badge
  const found = staffOfPin(desk.library, actorOf(desk), { act: 'sign-in', initials, pin, badge: owner })
  if (isRefused(found)) return found.refused
  const { session } = desk
  const isOther = session.staff !== null && session.staff.staff_code !== found.ok.staff_code
  const count = undecidedCount(session)
  // Another person may take over a locked desk: a question that nobody can read must not keep it shut.
  if (isOther && session.lock === null && count > 0) return refuse('rows-undecided', { count })
  const isBack = isSameBack(desk, found.ok)
  const finished = signIn(desk, command, found.ok, owner === null ? 'pin' : 'badge-and-pin')
  greet(desk, found.ok, isBack || owner === null, finished)
  tellNews(desk, found.ok)
  return null
}

/** Hides everything until the same person is back, or another signs in. */
export function lockDesk(desk: Desk): void {
  desk.session = locked(desk.session)
}

export function signOut(desk: Desk, command: Command): void {
  record(desk.library, actorOf(desk), command, [{ kind: 'staff-signed-out', body: { reason: 'asked' } }])
  if (desk.session.lock === null) printForNobody(desk)
  desk.session = signedOut(desk.session)
}

/** That the recovery key is perhaps on no paper, for who can print it. */
function keyOnPaperSaid(desk: Desk): readonly string[] {
  return isKeyReminded(desk.library, actorOf(desk)) ? [speechOf(desk).words.pages.this_desk.key.reminder] : []
}

/** The drawers that nobody closed on their day, for who uses drawers. */
function drawersPastDaySaid(desk: Desk): readonly string[] {
  const { library } = desk
  if (!mayOwn(library, actorOf(desk), 'use-drawer')) return []
  const { words, date } = speechOf(desk)
  return sessionsPastDay(library).map(({ session, opened_on }) => {
    return words.pages.cash_desk.past_day.open(drawerCalled(library, words, session.drawer_code), date(opened_on))
  })
}
