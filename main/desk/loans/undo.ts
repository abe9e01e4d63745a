/**
 * Undoing at the desk: the last act by key, any other from its row. By whose role, and never without naming it when it
 * is not plainly the clerk's own last act. What an undo records is decided in circulation/loans/undo-act.ts.
 */
import { isRefusal, refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import { papersAfterUndo, VOID_KEY } from '../../../shared/desk/papers.ts'
import { changed, undone, withBand, type SessionRow } from '../../../shared/desk/session/session.ts'
import { silentBand } from '../../../shared/desk/words/words.ts'
import { eventRefText } from '../../../shared/journal/event.ts'
import { isLogged } from '../../../shared/journal/logged.ts'
import type { Grant } from '../../../shared/staff/permissions.ts'
import { logText } from '../../../shared/words/log-text.ts'
import { actAt, actsSince, newestAct, undoneBy, type PastAct } from '../../circulation/loans/past-acts.ts'
import { undoableSince, undoAct, undoingOf } from '../../circulation/loans/undo-act.ts'
import type { Command } from '../../library/command.ts'
import { roleNames, staffNames } from '../../library/staff-known.ts'
import { mayOrAsks } from '../approvals/asking.ts'
import { leaveErased, papersTaken } from '../privacy/erasing.ts'
import { askOpen } from '../money/return-questions.ts'
import { readCardAgain } from '../patrons/card-shown.ts'
import { speechOf } from '../clerk-language.ts'
import { actorOf, type Desk } from '../desk.ts'
import { beforeUndo, itemOfAct, patronsOfAct, titleOfAct, undoneBand, whoseAct } from './undone-words.ts'

/** How far a press looks behind an act that it cannot undo. */
const LOOKED_BEHIND_MAX = 30

type Why = Refusal | 'of-other' | 'of-patron'

/** What the key would do now: undo an act, or say why not and what the next press undoes. */
export type Reach =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'undoes'; readonly act: PastAct }
  | { readonly kind: 'says'; readonly last: PastAct; readonly reason: Why; readonly next: PastAct | null }

function isOwn({ session }: Desk, { staff_code }: PastAct): boolean {
  return session.staff?.staff_code === staff_code
}

/** How long after its act a patron who was finished still counts as the one at the desk. */
const JUST_LEFT_MINUTES = 5

/** Whether it was done for another patron than the open one, or for one who is gone; what is on the screen is not. */
function isForAnother(desk: Desk, act: PastAct): boolean {
  const { patron_id, recent_patron_ids, rows } = desk.session
  if (rows.some(({ event }) => event === act.ref)) return false
  const all = patronsOfAct(desk, act)
  const here = patron_id ?? recent_patron_ids[0]
  if (patron_id !== null && all.includes(patron_id)) return false
  if (here !== undefined && all.length > 0 && !all.includes(here)) return true
  return desk.library.clock.now() - act.at > JUST_LEFT_MINUTES * 60_000
}

function whyNot(desk: Desk, act: PastAct): Why | null {
  const undoing = undoingOf(desk.library, act)
  if (isRefusal(undoing)) return undoing
  if (!isOwn(desk, act)) return 'of-other'
  return isForAnother(desk, act) ? 'of-patron' : null
}

export function reachNow(desk: Desk): Reach {
  let last: { readonly act: PastAct; readonly reason: Why } | null = null
  let looked_count = 0
  for (const act of actsSince(desk.library, undoableSince(desk.library))) {
    if (undoneBy(desk.library, act)) continue
    const reason = whyNot(desk, act)
    if (last === null) {
      if (reason === null) return { kind: 'undoes', act }
      // An act of another clerk or for another patron is named before it is undone, and never reached behind.
      if (reason === 'of-other' || reason === 'of-patron') return { kind: 'says', last: act, reason, next: act }
      last = { act, reason }
    } else if (reason === null) return { kind: 'says', last: last.act, reason: last.reason, next: act }
    looked_count += 1
    if (looked_count > LOOKED_BEHIND_MAX) break
  }
  return last === null ? { kind: 'nothing' } : { kind: 'says', last: last.act, reason: last.reason, next: null }
}

/** What a second press undoes, as long as nothing else was recorded since the first. */
function isNamed(desk: Desk, act: PastAct): boolean {
  const { undo_named } = desk.session
  return undo_named !== null && undo_named.ref === act.ref && undo_named.at === headOf(desk)
}

function headOf({ library: { journal } }: Desk): string {
  return eventRefText({ ...journal.head, terminal: journal.terminal })
}

/** What a scan records: undone right after it, it is in nobody's way. */
const SCANNED: ReadonlySet<PastAct['name']> = new Set(['check-out', 'check-in', 'check-in-out', 'renewal', 'use'])

/**
 * What the key undoes if it is pressed now; null: it undoes nothing. Asked for with every snapshot: of the clerk's own
 * scan of just now it is not worked out what undoing it would record.
 */
export function offered(desk: Desk): PastAct | null {
  const newest = newestAct(desk.library.journal)
  if (newest?.kind === 'act' && SCANNED.has(newest.name) && isOwn(desk, newest) && !isForAnother(desk, newest)) {
    return newest
  }
  const reach = reachNow(desk)
  if (reach.kind === 'undoes') return reach.act
  return reach.kind === 'says' && reach.next && isNamed(desk, reach.next) ? reach.next : null
}

/** Undoes the newest act at this desk, or says why not. @returns a refusal when there is nothing */
export function undoLast(desk: Desk, command: Command): Refusal | null {
  const reach = reachNow(desk)
  if (reach.kind === 'nothing') return refuse('nothing-to-undo')
  if (reach.kind === 'undoes') return undoHere(desk, command, reach.act)
  if (reach.next && isNamed(desk, reach.next)) return undoHere(desk, command, reach.next)
  sayReach(desk, reach)
  return null
}

function nameOf(desk: Desk, act: PastAct): string {
  return speechOf(desk).words.outcomes.undo.act(act.name, titleOfAct(desk, act))
}

function whyWords(desk: Desk, last: PastAct, reason: Why): readonly [string, ...string[]] {
  const speech = speechOf(desk)
  const { look } = speech.words.outcomes.undo
  const names = { nameOf: staffNames(desk.library), roleOf: roleNames(desk.library, speech.words) }
  if (reason === 'of-other') {
    return [look.of_other(nameOf(desk, last), names.nameOf(last.staff_code))]
  }
  if (reason === 'of-patron') {
    const { who, title } = whoseAct(desk, last)
    return [look.of_patron(last.name, who, title)]
  }
  if (reason.code !== 'undo-final') return [look.cannot(nameOf(desk, last)), speech.refusal(reason).says]
  const [event] = last.events
  const isPayment = last.events.some(({ kind }) => kind === 'receipt-made')
  const said = look.final(
    event && isLogged(event.kind) ? logText(speech, event, event.kind, names) : nameOf(desk, last),
  )
  return isPayment ? [said, look.void_it(VOID_KEY)] : [said]
}

/** Undoes nothing: names the last act, and what the next press undoes. */
function sayReach(desk: Desk, { last, reason, next }: Extract<Reach, { kind: 'says' }>): void {
  const { look } = speechOf(desk).words.outcomes.undo
  const then = next === null ? look.none_before : next === last ? look.again : look.before(nameOf(desk, next))
  const [heading, ...sentences] = whyWords(desk, last, reason)
  const undo_named = next && { ref: next.ref, at: headOf(desk) }
  desk.session = { ...withBand(desk.session, silentBand(heading, ...sentences, then)), undo_named }
}

/** Undoes the act that this entry belongs to, or says why not. */
export function undoByRef(desk: Desk, command: Command, ref: string): Refusal | null {
  const act = actAt(desk.library, ref)
  return act ? undoHere(desk, command, act) : refuse('undo-unknown')
}

export function grantFor(desk: Desk, act: PastAct): Grant {
  return isOwn(desk, act) ? 'undo-own' : 'undo-others'
}

/** The rows on the screen that show it, newest first: of a card, also those of the loans that it put right. */
export function rowsOfAct({ session }: Desk, { events }: PastAct): readonly SessionRow[] {
  const refs = new Set(events.map((event) => eventRefText(event.head)))
  return session.rows.filter((one) => one.act !== 'none' && refs.has(one.event))
}

/** Its rows, what it still asks, and the papers that are kept of it say that it was undone. */
export function showUndone(desk: Desk, act: PastAct): void {
  const refs = new Set(act.events.map((event) => eventRefText(event.head)))
  const asking = desk.session.rows.filter(({ pending }) => pending?.ask === 'return' && refs.has(pending.question_ref))
  for (const one of new Set([...rowsOfAct(desk, act), ...asking])) {
    desk.session = undone(desk.session, one.row.row_id, speechOf(desk).words.outcomes.undo.row)
  }
  const papers = papersAfterUndo(desk.session.papers, refs, itemOfAct(desk, act))
  desk.session = changed({ ...desk.session, papers })
}

/** Who was registered by mistake is closed; of whom a card was taken back, the account goes by the card of before. */
function showPerson(desk: Desk, act: PastAct, taken: readonly string[]): void {
  const { library, session } = desk
  const patron_id = library.journal.partyOf(act.ref)
  if (patron_id === null) return
  if (act.name === 'registration') leaveErased(desk, patron_id, taken)
  if (session.patron_id === patron_id) readCardAgain(desk)
}

function undoHere(desk: Desk, command: Command, act: PastAct): Refusal | null {
  const undoing = undoingOf(desk.library, act)
  if (isRefusal(undoing)) return undoing
  const { undo } = speechOf(desk).words.outcomes
  const call = { method: 'desk.undo-act', input: { event: act.ref }, grant: grantFor(desk, act), reach: 0 }
  if (!mayOrAsks(desk, call, undo.wish(act.name, titleOfAct(desk, act)))) return null
  const before = beforeUndo(desk, act)
  const taken = papersTaken(desk)
  const refused = undoAct(desk.library, actorOf(desk), command, act)
  if (refused) return refused
  showUndone(desk, act)
  showPerson(desk, act, taken)
  desk.session = withBand(desk.session, undoneBand(desk, act, before))
  for (const event of act.events) if (event.kind === 'return-answered') askOpen(desk, event.body.question_ref)
  return null
}
