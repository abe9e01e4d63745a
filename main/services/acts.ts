/**
 * What the desk does for the patron or the cart in front of it: open the account, lend, take back, renew, answer, undo.
 * Each ends in an outcome on the screen. Rules are asked in circulate.ts; words are in shared/desk/words.ts.
 */
import type { PatronFacts } from '../../shared/circulation/facts.ts'
import { refusalEntry, refuse, type Refusal, type RefusalCode } from '../../shared/circulation/refusals.ts'
import { sayMoment, sayMomentLong } from '../../shared/desk/say-date.ts'
import {
  answered,
  undecidedCount,
  lastUndoable,
  opened,
  rowById,
  undone,
  withBand,
  withRow,
  type Pending,
  type RowDraft,
} from '../../shared/desk/session.ts'
import { lentWords, plainBand, refusedWords, renewedWords, takenBackWords, type Said } from '../../shared/desk/words.ts'
import { must } from '../../shared/kernel/assert.ts'
import type { PatronId } from '../../shared/kernel/ids.ts'
import type { Instant } from '../../shared/kernel/time.ts'
import { loanOfItem, type ItemRow } from '../store/item-rows.ts'
import { cardByBarcode } from '../store/patron-rows.ts'
import { readAccount, type Account } from './account.ts'
import {
  checkIn,
  checkOut,
  findItem,
  here,
  renew,
  renewAll,
  type Lent,
  type Refused,
  type TakenBack,
} from './circulate.ts'
import type { Command, Desk } from './context.ts'
import { personName } from './search-patrons.ts'
import { undoEvent } from './undo.ts'

export function say(desk: Desk, said: Said): void {
  desk.session = withBand(withRow(desk.session, said.row), said.band)
}

/** Says something that leaves no row, such as an empty search. */
export function sayIdle(desk: Desk, heading: string, sentence: string): void {
  desk.session = withBand(desk.session, plainBand('stop', heading, sentence))
}

type Due = Pick<Parameters<typeof lentWords>[0], 'item' | 'steps' | 'event'> & {
  readonly due_at: Instant
  readonly alerts?: readonly Refusal[]
  /** When it was done, when that is not now. */
  readonly at?: Instant
}

/** What the words need of a loan that was made or renewed, with its due date for the eye and for the voice. */
export function dueSaid(desk: Desk, due: Due): Parameters<typeof lentWords>[0] {
  const { branch, today } = here(desk)
  const { item, steps, event, due_at, alerts = [], at = desk.clock.now() } = due
  const due_text = sayMoment(due_at, branch.zone, today)
  const due_spoken = sayMomentLong(due_at, branch.zone, today)
  return { item, at, due_text, due_spoken, due_at_ms: due_at, steps, alerts, event }
}

function dueText(desk: Desk, at: Instant): string {
  const { branch, today } = here(desk)
  return sayMoment(at, branch.zone, today)
}

/** Opens an account; `wasSwitched` says that another was finished by it. Returns false when it is not known here. */
export function openAccount(
  desk: Desk,
  patron_id: PatronId,
  card_status: PatronFacts['card_status'],
  wasSwitched: boolean,
): boolean {
  const { today } = here(desk)
  const account = readAccount(desk, patron_id, today, card_status)
  if (!account) return false
  const name = personName(account.row)
  const isSame = desk.session.patron_id === patron_id
  if (!isSame) desk.session = { ...opened(desk.session, patron_id), mode: 'out' }
  desk.session = { ...desk.session, card_status }
  const switched = wasSwitched ? 'The patron before is finished' : ''
  const former = card_status === 'former' ? 'That is a former card; the account is the right one' : ''
  const lost = card_status === 'lost' ? 'That card was reported lost: ask for ID' : ''
  const outcome = lost || account.row.is_barred === 1 ? 'stop' : 'done'
  const barred = account.row.is_barred === 1 ? 'Do not serve: call a supervisor' : ''
  const open = isSame ? 'Open already' : 'Account open'
  desk.session = withBand(desk.session, plainBand(outcome, name, barred, lost, open, switched, former))
  return true
}

function openedAccount(desk: Desk): Account {
  const patron_id = must(desk.session.patron_id, 'a patron is open')
  const { card_status } = desk.session
  return must(readAccount(desk, patron_id, here(desk).today, card_status), 'the open patron is known')
}

/** Lends to the open patron, after what was already answered for this row. */
export function lendHere(
  desk: Desk,
  command: Command,
  item: ItemRow,
  overridden: readonly RefusalCode[],
  takeBack = false,
): void {
  const account = openedAccount(desk)
  const result = checkOut(desk, command, { account, item, overridden, takeBack })
  if (result.kind === 'refused') sayItemRefused(desk, item, result.refusals, overridden)
  else say(desk, lentSaid(desk, result, account))
}

function lentSaid(desk: Desk, lent: Lent, account: Account): Said {
  const max = account.row.loans_count_max
  const count = account.loans.length + 1
  const count_text = max === null ? `${count} out` : `${count} of ${max}`
  return lentWords({ ...dueSaid(desk, lent), count_text })
}

/** The answers a refused item offers, by its foremost reason. */
function answersTo(
  item: ItemRow,
  refusals: readonly Refusal[],
  overridden: readonly RefusalCode[],
): { readonly choices: NonNullable<RowDraft['choices']>; readonly pending: Pending | null } {
  const [first] = refusals
  const isDecidable = refusals.every((refusal) => refusalEntry(refusal.code).kind === 'decide')
  if (!first || !isDecidable) return { choices: [], pending: null }
  const item_barcode = item.barcode
  const also = [...overridden, first.code]
  if (first.code === 'out-to-same')
    return { choices: [{ key: '1', label: 'Renew it' }], pending: { ask: 'renew', item_barcode } }
  if (first.code === 'out-to-other') {
    const pending = { ask: 'take-back-and-lend', item_barcode, overridden } as const
    return { choices: [{ key: '1', label: 'Check in, then out' }], pending }
  }
  const label = first.code === 'item-lost' ? 'It is found: lend it' : 'Lend it all the same'
  return { choices: [{ key: '1', label }], pending: { ask: 'lend-anyway', item_barcode, overridden: also } }
}

function sayItemRefused(
  desk: Desk,
  item: ItemRow,
  refusals: readonly Refusal[],
  overridden: readonly RefusalCode[],
): void {
  const { choices, pending } = answersTo(item, refusals, overridden)
  say(desk, refusedWords({ at: desk.clock.now(), item, scanned: item.barcode, refusals, choices, pending }))
}

export function takeBackHere(desk: Desk, command: Command, item: ItemRow): void {
  say(desk, takenBackSaid(desk, checkIn(desk, command, item)))
}

function takenBackSaid(desk: Desk, taken: TakenBack): Said {
  const { item, event, place } = taken
  const to = place.kind === 'transit' ? place.to_branch : item.home_branch_code
  const to_name = desk.library.branch(to)?.name ?? to
  return takenBackWords({ item, at: desk.clock.now(), decision: taken, event, to_name })
}

/** An item scanned with nobody open, and not out: what it is and where it belongs. Changes nothing. */
export function showItem(desk: Desk, item: ItemRow): void {
  const home = desk.library.branch(item.home_branch_code)?.name ?? item.home_branch_code
  const at = desk.clock.now()
  const { title, author, barcode, call_number } = item
  const where = [item.location, home].filter((part) => part !== '').join(', ')
  const sentence = `In. ${where}. Scan a card to lend it`
  desk.session = withBand(
    withRow(desk.session, {
      at,
      outcome: 'done',
      title,
      author,
      barcode,
      call_number,
      happened: 'Looked at',
      fact: where,
    }),
    { ...plainBand('done', title, sentence), fact: { label: 'belongs at', text: call_number || where } },
  )
}

/** Renews all the open patron has out; the sentence can be read to a caller. */
export function renewAllHere(desk: Desk, command: Command): void {
  const results = renewAll(desk, command, openedAccount(desk))
  const done = results.filter((one) => one.kind === 'renewed')
  for (const one of results.toReversed()) {
    if (one.kind === 'refused') sayItemRefusedQuietly(desk, one)
    else desk.session = withRow(desk.session, renewedWords(dueSaid(desk, one)).row)
  }
  const last = done.reduce((latest, one) => Math.max(latest, one.due_at), 0)
  const refused = results.length - done.length
  const until = done.length > 0 ? `The last is due ${dueText(desk, last as Instant)}` : ''
  const rest = refused > 0 ? `${refused} not: the reason stands in each row` : ''
  const heading = results.length === 0 ? 'Nothing is out' : `${done.length} renewed`
  desk.session = withBand(
    desk.session,
    plainBand(done.length > 0 || results.length === 0 ? 'done' : 'stop', heading, until, rest),
  )
}

function sayItemRefusedQuietly(desk: Desk, refused: Refused): void {
  const { item, refusals } = refused
  const scanned = item?.barcode ?? ''
  const said = refusedWords({ at: desk.clock.now(), item, scanned, refusals, choices: [], pending: null })
  desk.session = withRow(desk.session, said.row)
}

function renewHere(desk: Desk, command: Command, item: ItemRow): void {
  const result = renew(desk, command, item)
  if (result.kind === 'refused') return sayItemRefused(desk, item, result.refusals, [])
  say(desk, renewedWords(dueSaid(desk, result)))
}

/** Answers a row. Key "0" leaves it. @returns why not, or null */
export function answerRow(desk: Desk, command: Command, row_id: string, key: string): Refusal | null {
  const row = rowById(desk.session, row_id)
  if (!row?.pending) return refuse('choice-unknown')
  if (key === '0') {
    desk.session = answered(desk.session, row_id, 'Left as it was')
    return null
  }
  if (!row.row.choices.some((choice) => choice.key === key)) return refuse('choice-unknown')
  const { pending } = row
  if (pending.ask === 'card-or-item') {
    const others = undecidedCount(desk.session) - 1
    if (key === '1' && others > 0) return refuse('rows-undecided', { count: others })
    desk.session = answered(desk.session, row_id, key === '1' ? 'Taken as the card' : 'Taken as the item')
    takeAs(desk, command, pending.barcode, key)
    return null
  }
  const item = must(findItem(desk, pending.item_barcode), 'the item of a row is known')
  desk.session = answered(desk.session, row_id, 'Answered')
  if (pending.ask === 'renew') renewHere(desk, command, item)
  else lendHere(desk, command, item, pending.overridden, pending.ask === 'take-back-and-lend')
  return null
}

/** A number that is both: the card opens the account; the item goes out to whoever is open, else comes in. */
function takeAs(desk: Desk, command: Command, barcode: string, key: string): void {
  if (key === '1') {
    const card = must(desk.store.desk.get(cardByBarcode, { barcode }), 'the card of a row is known')
    openAccount(desk, card.patron_id, card.status as PatronFacts['card_status'], desk.session.patron_id !== null)
    return
  }
  const item = must(findItem(desk, barcode), 'the item of a row is known')
  const isOut = desk.store.desk.get(loanOfItem, { item_id: item.item_id }) !== null
  if (desk.session.patron_id !== null && desk.session.mode === 'out') lendHere(desk, command, item, [])
  else if (isOut || desk.session.mode === 'in') takeBackHere(desk, command, item)
  else showItem(desk, item)
}

/** Undoes the newest act of this session. @returns why not, or null */
export function undoLast(desk: Desk, command: Command): Refusal | null {
  const row = lastUndoable(desk.session)
  if (!row) return refuse('nothing-to-undo')
  const refusal = undoEvent(desk, command, row.event)
  if (refusal) return refusal
  const was = { out: 'The check-out', in: 'The check-in', renew: 'The renewal', none: '' }[row.act]
  desk.session = withBand(undone(desk.session, row.row.row_id), plainBand('done', row.row.title, `${was} is undone`))
  return null
}
