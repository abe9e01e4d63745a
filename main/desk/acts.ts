/**
 * What the desk does for the open patron or the cart: open the account, check out, check in, renew, answer, undo. Each
 * ends in an outcome on the screen. The rules are asked in lend.ts, take-back.ts and renewing.ts; words are in
 * shared/desk/words/words.ts.
 */
import { refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import { NOTHING_SAID, type ReturnSaid } from '../../shared/circulation/lost/return-question.ts'
import { toldOnce } from '../../shared/desk/approvals.ts'
import { choicesOf, type Override } from '../../shared/desk/pending.ts'
import { opened, withBand, withRow } from '../../shared/desk/session/session.ts'
import type { CostStep } from '../../shared/circulation/fines/cost-steps.ts'
import { wasTakenBack } from '../../shared/desk/tally.ts'
import { lentWords, plainBand, refusedWords, sentences, type Said } from '../../shared/desk/words/words.ts'
import { takenBackWords } from '../../shared/desk/words/words-in.ts'
import { withFilled, withHeld, type HeldSaid } from '../../shared/desk/words/words-hold.ts'
import { withQuestion } from '../../shared/desk/words/words-return.ts'
import type { DueStep } from '../../shared/journal/events/due-steps.ts'
import { isBasketEmpty } from '../../shared/desk/session/basket.ts'
import type { PatronId } from '../../shared/kernel/ids.ts'
import type { Instant } from '../../shared/kernel/time.ts'
import { isPatronLevel } from '../../shared/refusals/overrides.ts'
import type { ItemRow } from '../store/circulation/item-rows.ts'
import { afterLettingOff } from '../circulation/charges/let-off.ts'
import { outCount, readAccount, type Account } from '../circulation/accounts/account.ts'
import { howToAnswer, pendingFor } from './approvals/asking.ts'
import { here } from '../library/here.ts'
import { questionSaid } from './money/return-questions.ts'
import { checkOut, type Lent } from '../circulation/loans/lend.ts'
import { leftBehind } from './loans/left-behind.ts'
import { keepBrought, keepPaper, keepSlip, receiptOfLeaving } from './papers/keeping.ts'
import { slipPrinted } from './papers/queueing.ts'
import { broughtBy } from './papers/receipts.ts'
import { slipFor } from '../papers/slips.ts'
import { accountOrGone } from './patrons/open-patron.ts'
import type { CardShown } from './patrons/card-shown.ts'
import { renewalFee, withRenewalOffer } from './patrons/renewal-offer.ts'
import { messagesFor } from './patrons/messages.ts'
import { openingSaid, openingWords } from './patrons/stops.ts'
import type { RenewOptions } from '../circulation/loans/renewing.ts'
import { recordReturn, takeBack, type TakenBack } from '../circulation/loans/take-back.ts'
import type { Desk } from './desk.ts'
import type { Command } from '../library/command.ts'
import { askReason, isReasonMissing, noteView } from './privacy/record-views.ts'
import { personName } from '../search/search-patrons.ts'
import { modifiersNow } from './loans/modifying.ts'
import { speechOf, stepsSaid } from './clerk-language.ts'
import { actorOf } from './desk.ts'

/** @param command what recorded it, so that everything that followed from it is undone together */
export function say(desk: Desk, said: Said, command?: Command): void {
  const row = command ? { ...said.row, command_id: command.command_id } : said.row
  desk.session = withBand(withRow(desk.session, row), said.band)
}

/** Shows a message without a row, such as an empty search. */
export function sayIdle(desk: Desk, heading: string, sentence: string): void {
  desk.session = withBand(desk.session, plainBand('stop', heading, sentence))
}

type Due = Pick<Parameters<typeof lentWords>[1], 'item' | 'event'> & {
  readonly due_at: Instant
  readonly steps: readonly DueStep[]
  readonly costs?: readonly CostStep[]
  readonly alerts?: readonly Refusal[]
  /** When it was done, if not now. */
  readonly at?: Instant
}

/** What the words need about a new or renewed loan, with its due date for the screen and for speech. */
export function dueSaid(desk: Desk, due: Due): Parameters<typeof lentWords>[1] {
  const { moment, momentLong } = speechOf(desk)
  const { item, event, due_at, steps, costs = [], alerts = [], at = desk.library.clock.now() } = due
  const dues = { due_text: moment(due_at), due_spoken: momentLong(due_at), due_at_ms: due_at }
  return { item, at, ...dues, steps, costs, alerts, event }
}

/** What is sold with nobody open is of whoever scans a card next. */
function wasBasketKept({ session }: Desk): boolean {
  return session.patron_id === null || isBasketEmpty(session.basket)
}

/**
 * Opens an account; `wasSwitched`: this finished the previous patron, `reason`: why it was opened without its card,
 * `news`: what was recorded just before. Returns false when the account is not known here.
 */
export function openAccount(
  desk: Desk,
  patron_id: PatronId,
  card: CardShown | null,
  wasSwitched: boolean,
  reason = '',
  news: readonly string[] = [],
): boolean {
  const { today } = here(desk.library)
  const card_status = card?.status ?? null
  const account = readAccount(desk.library, patron_id, today, card_status)
  if (!account) return false
  const name = personName(account.row)
  const isSame = desk.session.patron_id === patron_id
  const by = card === null ? 'name' : card.is_seen ? 'card' : 'typed'
  if (!isSame) noteView(desk.library, actorOf(desk), patron_id, by, reason)
  const receipt = isSame ? null : receiptOfLeaving(desk, 'preferred', false)
  const unpaid = isSame || wasBasketKept(desk) ? '' : speechOf(desk).words.pages.pay.dropped
  const brought = isSame ? [] : broughtBy(desk, patron_id)
  const { turned } = speechOf(desk).words.outcomes.loan
  const moved = desk.session.mode === 'out' ? '' : turned.out
  const left = isSame ? '' : leftBehind(desk)
  if (!isSame) desk.session = { ...opened(desk.session, patron_id), mode: 'out' }
  keepPaper(desk, receipt)
  keepBrought(desk, brought)
  const seen_card = card?.is_seen ? card.barcode : isSame ? desk.session.seen_card : ''
  desk.session = { ...desk.session, card_status, card_barcode: card?.barcode ?? '', seen_card }
  const speech = speechOf(desk)
  const { open } = speech.words.outcomes.loan
  const switched = wasSwitched ? open.switched : ''
  const theirs = receipt?.is_wanted ? open.their_receipt : ''
  const back = brought.length === 0 ? '' : open.brought(brought.length)
  const former = card_status === 'former' ? speech.refusal(refuse('card-replaced')).says : ''
  // Said here, it is not said again with the first item.
  if (former) desk.session = toldOnce(desk.session, ['card-replaced']).session
  const isNews = news.length > 0
  // What was done has its next step with it: a fee that stops a checkout is no refusal of it.
  const { outcome, words } = openingWords(desk, account, isNews ? ['owes-too-much'] : [])
  const opening = isNews ? '' : openingSaid(speech, account, isSame)
  const messages = isSame ? [] : messagesFor(desk.library, patron_id).map(speech.words.outcomes.patron.note.tell)
  const told = plainBand(
    isNews ? 'done' : outcome,
    name,
    ...news,
    ...words,
    opening,
    ...messages,
    back,
    moved,
    switched,
    left,
    theirs,
    unpaid,
    former,
  )
  const opened_by = card_status === null ? 'silent' : 'quiet'
  const isQuiet = outcome === 'done' && !isNews
  desk.session = withBand(desk.session, { ...told, weight: isQuiet ? opened_by : 'full' })
  return true
}

/**
 * By the number of a card. One that is typed says nothing of who has the card: where the library asks why, it is asked
 * before anything is shown. @returns no when the account is not known here
 */
export function openByCard(desk: Desk, patron_id: PatronId, card: CardShown): boolean {
  if (!card.is_seen && isReasonMissing(desk, patron_id, '')) {
    askReason(desk, patron_id, card.barcode)
    return true
  }
  const open = desk.session.patron_id
  return openAccount(desk, patron_id, card, open !== null && open !== patron_id)
}

/** A record is shown beside the open one: a view of it. @returns no where the library asks why first */
export function lookBeside(desk: Desk, patron_id: PatronId, by: 'card' | 'typed' | 'name'): boolean {
  if (by !== 'card' && isReasonMissing(desk, patron_id, '')) return false
  noteView(desk.library, actorOf(desk), patron_id, by)
  return true
}

/** What was answered or overridden for this item, and whether it is checked in first. */
export type LendOptions = {
  readonly overrides?: readonly Override[]
  readonly takeBack?: boolean
  /** The counts of the limits shown before they were overridden. */
  readonly limits_shown?: readonly string[]
}

/** Checks out to the open patron, given what was already answered. */
export function lendHere(desk: Desk, command: Command, item: ItemRow, options: LendOptions = {}): void {
  const account = accountOrGone(desk, item.barcode)
  if (!account) return
  const overrides = [...desk.session.overrides, ...(options.overrides ?? [])]
  const result = checkOut(desk.library, actorOf(desk), command, {
    account,
    item,
    overrides,
    takeBack: options.takeBack ?? false,
    limits_shown: options.limits_shown ?? [],
    is_special: modifiersNow(desk).is_special_loan,
  })
  if (result.kind === 'refused') return sayItemRefused(desk, item, result.refusals, 'lend', options)
  const told = alertsTold(desk, result.alerts)
  const said = lentSaid(desk, { ...result, alerts: told }, account)
  say(desk, withRenewalOffer(desk, said, result.steps), command)
}

/** An alert about the patron is shown once in their session; one about the item every time. */
function alertsTold(desk: Desk, alerts: readonly Refusal[]): readonly Refusal[] {
  const about = alerts.map((alert) => alert.code).filter(isPatronLevel)
  const { fresh, session } = toldOnce(desk.session, about)
  desk.session = session
  return alerts.filter((alert) => !isPatronLevel(alert.code) || fresh.has(alert.code))
}

function lentSaid(desk: Desk, lent: Lent, account: Account): Said {
  const speech = speechOf(desk)
  const count_text = speech.words.outcomes.loan.out_count(outCount(account) + 1, account.row.loans_count_max)
  return withFilled(speech, lentWords(speech, { ...dueSaid(desk, lent), count_text }), lent.holds)
}

/** Says why not, with the keys that answer it where that is possible. */
export function sayItemRefused(
  desk: Desk,
  item: ItemRow,
  refusals: readonly Refusal[],
  act: 'lend' | 'renew',
  { overrides = [], takeBack = false, limits_shown = [], is_unseen = false }: LendOptions & RenewOptions = {},
): void {
  const pending = pendingFor(desk.library, actorOf(desk), {
    item,
    refusals,
    act,
    overrides,
    takeBack,
    limits_shown,
    is_unseen,
    renewal_fee: renewalFee(desk, refusals),
  })
  const speech = speechOf(desk)
  const choices = pending ? choicesOf(speech.words.outcomes, pending) : []
  const how = pending ? howToAnswer(speech.words.outcomes.answer, pending) : ''
  const said = { at: desk.library.clock.now(), item, scanned: item.barcode, refusals, choices, pending, how, act }
  say(desk, refusedWords(speech, said))
}

/** Takes an item back and says so. A slip that comes out by itself is queued with the entry, or neither is there. */
export function takeBackHere(
  desk: Desk,
  command: Command,
  item: ItemRow,
  modifiers = modifiersNow(desk),
  answered: ReturnSaid = NOTHING_SAID,
): void {
  const { library } = desk
  const actor = actorOf(desk)
  const taking = takeBack(library, actor, item, here(library), modifiers, answered)
  const slip = slipFor(library, actor, item, { place: taking.decision.place, held: taking.held })
  const printed = slipPrinted(desk, slip)
  const taken = recordReturn(library, actor, command, item, taking, printed?.jobs)
  desk.session = { ...desk.session, allowed: afterLettingOff(actor.allowed, taken.money) }
  say(desk, withSent(takenBackSaid(desk, taken), printed?.says ?? null), command)
  keepSlip(desk, slip, printed !== null)
}

function takenBackSaid(desk: Desk, taken: TakenBack): Said {
  const { item, event, place } = taken
  const to = place.kind === 'transit' ? place.to_branch : item.home_branch_code
  const to_name = desk.library.branch(to)?.name ?? to
  const { question, told } = taken.money
  // A pile from the book drop does not stop for money: its questions wait among the tasks.
  const isLeft = question !== null && modifiersNow(desk).is_book_drop
  const speech = speechOf(desk)
  const { waits } = speech.words.outcomes.return
  const asks = question === null ? '' : questionSaid(desk, question)
  const also = [...stepsSaid(desk, [...taken.steps, ...told]), ...(isLeft ? [asks, waits] : [])]
  const is_again = taken.oddities.includes('was-not-out') && wasTakenBack(desk.session, item.barcode)
  const said = takenBackWords(speech, {
    item,
    at: desk.library.clock.now(),
    decision: taken,
    event,
    to_name,
    is_again,
    also,
  })
  const held = withHeld(speech, said, heldSaid(taken.held))
  if (question === null || taken.question_ref === null || isLeft) return held
  const { about } = question
  const pending = { ask: 'return', question_ref: taken.question_ref, about, said: NOTHING_SAID } as const
  return withQuestion(speech, held, { says: asks, pending })
}

/** Where the slip went: in the band, not in the row. */
function withSent({ band, row }: Said, sent: string | null): Said {
  if (sent === null) return { band, row }
  const said = sentences(sent)
  return { band: { ...band, sentence: `${band.sentence} ${said}`, spoken: `${band.spoken} ${said}` }, row }
}

function heldSaid({ captured, passed, let_go }: TakenBack['held']): HeldSaid {
  return {
    turn: captured?.turn ?? 'nobody',
    pickup_code: captured?.pickup_code ?? '',
    until: captured?.shelf_until_on ?? null,
    passed,
    let_go,
    holds_as_of: captured?.hold_data_as_of ?? null,
  }
}
