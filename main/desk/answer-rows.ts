/**
 * Answers to waiting rows: a key, a supervisor's approval, a reason. Then carries out the act, with the approver and
 * the reason on the entry. Must never carry out what nobody with the grant has answered: approvals would mean nothing.
 */
import { refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import { approvalRow, waitingFor, withOverrides } from '../../shared/desk/approvals.ts'
import { isAskedAct } from '../../shared/desk/page-grants.ts'
import {
  APPROVAL_MS,
  reasonsFor,
  renewalKey,
  type LoanWish,
  type Override,
  type Pending,
  type Wish,
} from '../../shared/desk/pending.ts'
import {
  answered,
  leftRow,
  rowById,
  withBand,
  type Session,
  type SessionRow,
} from '../../shared/desk/session/session.ts'
import { undecidedCount } from '../../shared/desk/tally.ts'
import { plainBand, sentences } from '../../shared/desk/words/words.ts'
import type { Words } from '../../shared/words/en/en.ts'
import { must } from '../../shared/kernel/assert.ts'
import { isPatronLevel, needsReason } from '../../shared/refusals/overrides.ts'
import { loanOfItem } from '../store/circulation/item-rows.ts'
import { cardByBarcode, patronById } from '../store/patrons/patron-rows.ts'
import { isAsked, leaveRow, type Asked } from './loans/leave-rows.ts'
import { lendHere, openByCard, takeBackHere } from './acts.ts'
import { renewHere } from './loans/renewals-here.ts'
import { answerInRow } from './money/return-questions.ts'
import type { Desk } from './desk.ts'
import { record } from '../library/record.ts'
import type { Command } from '../library/command.ts'
import { followingCommand, ownCommand } from '../library/follow.ts'
import { findItem } from '../library/here.ts'
import { takeTitle } from './items/scanned-isbn.ts'
import { showItem, takeOffer } from './items/offer.ts'
import { renewAtSameAddress } from './patrons/card-acts.ts'
import { recordNow } from './patrons/card-grants.ts'
import type { CardShown } from './patrons/card-shown.ts'
import { takeNewCardOffer, takeWhichCard } from './patrons/new-card.ts'
import { staffOfCode } from '../library/staff-known.ts'
import { HOLD_CANCELED } from '../circulation/holds/lending.ts'
import { handOver, offerHandOver, offerPickup } from './holds/hand-over.ts'
import { isAsNamed } from './approvals/act-names.ts'
import { actorOf } from './desk.ts'
import { speechOf } from './clerk-language.ts'

/** Answers a row. Key "0" leaves it. @returns why not, or null */
export function answerRow(desk: Desk, command: Command, row_id: string, key: string): Refusal | null {
  const row = rowById(desk.session, row_id)
  if (!row?.pending) return refuse('choice-unknown')
  if (key === '0') return leaveRow(desk, row)
  if (!row.row.choices.some((choice) => choice.key === key)) return refuse('choice-unknown')
  const { pending } = row
  switch (pending.ask) {
    case 'card-or-item':
      return takeCardOrItem(desk, command, row_id, pending, key)
    case 'new-card':
      return takeNewCardOffer(desk, command, row_id, pending, key)
    case 'which-card':
      return takeWhichCard(desk, command, row_id, pending, key)
    case 'renew-card':
      return renewAtSameAddress(desk, command)
    case 'try-again':
      desk.session = answered(desk.session, row_id, wordsOf(desk).done)
      fulfil(desk, command, pending.wish)
      return null
    case 'take-back': {
      desk.session = answered(desk.session, row_id, wordsOf(desk).done)
      takeBackHere(desk, command, must(findItem(desk.library, pending.item_barcode), 'the item of a row is known'))
      return null
    }
    case 'make-item':
      return takeOffer(desk, row_id, pending.barcode)
    case 'return':
      return answerInRow(desk, command, pending, key)
    case 'which-title':
      takeTitle(desk, row_id, pending, key)
      return null
    case 'hand-over':
      return handOver(desk, command, row)
    case 'answer':
      if (key === renewalKey(pending)) return renewFirst(desk, command, row, pending)
      return goOn(desk, command, row, key === '2' ? endingTheirHold(pending) : pending, '')
    case 'offer': {
      if (key === renewalKey(pending)) return renewFirst(desk, command, row, pending)
      // Never at the same moment as another row: a badge is for the one that asked last.
      const until_ms = Math.max(
        desk.library.clock.now() + APPROVAL_MS,
        1 + (approvalRow(desk.session)?.pending.until_ms ?? 0),
      )
      const { waits, waits_how } = wordsOf(desk)
      waitIn(desk, row, { ...pending, ask: 'approval', until_ms }, waits)
      desk.session = withBand(desk.session, plainBand('decide', row.row.title, waits, waits_how))
      return null
    }
    case 'approval':
      // The screen takes the initials and the PIN; nothing changes before they are right.
      return null
    case 'reason': {
      const reasons = reasonsFor(pending.wish, true) ?? []
      const reason = must(reasons[Number(key) - 1], 'a reason for each key shown')
      return carryOut(desk, command, row, pending, { approved_by: pending.approved_by, reason })
    }
  }
}

/** The row is answered, by the clerk's own role or by `approved_by`: done right away, or after the reason. */
export function goOn(
  desk: Desk,
  command: Command,
  row: SessionRow,
  { wish, codes }: Asked,
  approved_by: string,
): Refusal | null {
  const isRule = needsReason(codes.map((code) => ({ code })))
  if (reasonsFor(wish, isRule) === null)
    return carryOut(desk, command, row, { wish, codes }, { approved_by, reason: '' })
  const { reason, why_how, approved } = wordsOf(desk)
  // The approver is gone by then: a reason that is given much later would be for another moment.
  const until_ms = approved_by === '' ? null : desk.library.clock.now() + APPROVAL_MS
  waitIn(desk, row, { ask: 'reason', wish, codes, approved_by, until_ms }, reason)
  const by = approved_by === '' ? '' : approved
  desk.session = withBand(desk.session, plainBand('decide', row.row.title, by, why_how))
  return null
}

function wordsOf(desk: Desk): Words['outcomes']['answer'] {
  return speechOf(desk).words.outcomes.answer
}

function waitIn(desk: Desk, { row }: SessionRow, pending: Pending, happened: string): void {
  desk.session = waitingFor(desk.session, speechOf(desk).words.outcomes, row.row_id, pending, happened)
}

/** Renews the card, as a command of its own; what was asked is tried again, and asks what still is in its way. */
function renewFirst(desk: Desk, command: Command, { row }: SessionRow, { wish }: Asked): Refusal | null {
  if (wish.act === 'call') return refuse('choice-unknown')
  const refused = renewAtSameAddress(desk, command)
  if (refused) return refused
  const { band: renewed } = desk.session
  desk.session = answered(desk.session, row.row_id, wordsOf(desk).done)
  fulfil(desk, followingCommand(command), wish)
  desk.session = withRenewal(desk, desk.session, renewed)
  return null
}

/** Where the item is refused all the same, as by the fee, the band says that the card was renewed. */
function withRenewal(desk: Desk, session: Session, renewed: Session['band']): Session {
  const { band } = session
  if (renewed === null || band === null || band.outcome === 'done') return session
  const { loan, patron } = speechOf(desk).words.outcomes
  const without = (text: string, part: string): string => text.replace(sentences(part), '').trim()
  // The refusal says how the fee is paid.
  const done = without(renewed.sentence, patron.card.fee_stops)
  const sentence = sentences(done, without(band.sentence, loan.nothing_recorded))
  return { ...session, band: { ...band, sentence, spoken: sentences(done, band.spoken) } }
}

/** The check-out ends the hold that the item was set aside for. */
function endingTheirHold({ wish, ...asked }: Extract<Asked, { ask: 'answer' }>): Extract<Asked, { ask: 'answer' }> {
  if (wish.act === 'call') return { ...asked, wish }
  return { ...asked, wish: { ...wish, overrides: [...wish.overrides, HOLD_CANCELED] } }
}

type Given = Pick<Override, 'approved_by' | 'reason'>

function carryOut(
  desk: Desk,
  command: Command,
  row: SessionRow,
  { wish, codes }: Pick<Asked, 'wish' | 'codes'>,
  given: Given,
): Refusal | null {
  if (wish.act === 'call') return callApproved(desk, row, wish, given)
  const overrides = codes.map((code): Override => ({ code, ...given }))
  const { done, overridden } = wordsOf(desk)
  desk.session = answered(desk.session, row.row.row_id, given.reason === '' ? done : overridden)
  const held = overrides.filter((one) => isPatronLevel(one.code))
  if (held.length > 0 && desk.library.policy().source.settings.is_override_asked_once) {
    desk.session = withOverrides(desk.session, held)
  }
  fulfil(desk, command, { ...wish, overrides: [...wish.overrides, ...overrides] })
  fulfilOthers(desk)
  return null
}

function fulfil(desk: Desk, command: Command, wish: LoanWish): void {
  const { act, item_barcode, overrides, limits_shown = [], is_unseen = false } = wish
  const item = must(findItem(desk.library, item_barcode), 'the item of a row is known')
  if (act === 'renew') renewHere(desk, command, item, { overrides, is_unseen })
  else lendHere(desk, command, item, { overrides, takeBack: act === 'take-back-and-lend', limits_shown })
}

/** Rows that waited for the same answer about this patron have it now: a command of its own carries out each. */
function fulfilOthers(desk: Desk): void {
  const held = new Set(desk.session.overrides.map((one) => one.code))
  const same = desk.session.rows.filter(
    ({ pending }) => isAsked(pending) && pending.codes.every((one) => held.has(one)),
  )
  for (const { row, pending } of same.toReversed()) {
    if (!isAsked(pending) || pending.wish.act === 'call') continue
    desk.session = answered(desk.session, row.row_id, wordsOf(desk).overridden)
    fulfil(desk, ownCommand(desk.library, `follows ${row.row_id}`), pending.wish)
  }
}

function callApproved(
  desk: Desk,
  row: SessionRow,
  wish: Extract<Wish, { act: 'call' }>,
  { approved_by, reason }: Given,
): Refusal | null {
  // Approved again after a crash, it is done already.
  const isNew = !desk.library.journal.past(wish.command_id)
  const isOther = isNew && wish.as_of !== undefined && wish.as_of !== recordNow(desk)
  if (isOther || (isAskedAct(wish.grant, wish.method) && !isAsNamed(desk, wish.method, wish.input, row.row.title))) {
    desk.session = leftRow(desk.session, row.row.row_id, wordsOf(desk).left)
    return refuse('approval-over')
  }
  // Not every entry has a field for the approver: this one names them, before anything is done by their approval. A
  // rule that the clerk's own role overrides has the clerk for it.
  const isOwn = approved_by === '' && wish.reason === 'overridden'
  const approver = isOwn ? (desk.session.staff?.staff_code ?? '') : approved_by
  if (approver !== '') {
    const body = { act: wish.method, grant: wish.grant, approver, reason }
    record(desk.library, actorOf(desk), ownCommand(desk.library, `approved ${wish.method}`), [
      { kind: 'act-approved', body },
    ])
  }
  const bands_before = desk.session.bands_count
  desk.approved = { grant: wish.grant, reach: wish.reach, approved_by, reason }
  try {
    const refused = desk.carryOut(wish.method, { ...wish.input, commandId: wish.command_id })
    if (refused) return refused
  } finally {
    desk.approved = null
  }
  const words = wordsOf(desk)
  // A registration opens the new account: the row left with the one before.
  if (rowById(desk.session, row.row.row_id)) desk.session = answered(desk.session, row.row.row_id, words.approved)
  // An act that says nothing itself must not leave the question in the band.
  if (desk.session.bands_count === bands_before) {
    const by = staffOfCode(desk.library, approved_by)?.name ?? approved_by
    const until = wish.reason === 'opened' ? words.open_until_left : ''
    const weight = wish.reason === 'opened' ? 'silent' : 'full'
    const approved = plainBand('done', row.row.title, words.approved_by(by), until)
    desk.session = withBand(desk.session, { ...approved, weight })
  }
  return null
}

/**
 * A number that is both card and item: the card opens the account; the item goes out to the open patron, or else is
 * checked in.
 */
function takeCardOrItem(
  desk: Desk,
  command: Command,
  row_id: string,
  { barcode, is_typed }: Extract<Pending, { ask: 'card-or-item' }>,
  key: string,
): Refusal | null {
  const others = undecidedCount(desk.session) - 1
  if (key === '1' && others > 0) return refuse('rows-undecided', { count: others })
  const card = desk.library.db.get(cardByBarcode, { barcode })
  if (key === '1' && !(card && desk.library.db.get(patronById, card))) return refuse('patron-gone')
  const { taken_as_card, taken_as_item } = wordsOf(desk)
  desk.session = answered(desk.session, row_id, key === '1' ? taken_as_card : taken_as_item)
  if (key === '1' && card) {
    openByCard(desk, card.patron_id, { barcode, status: card.status as CardShown['status'], is_seen: !is_typed })
    return null
  }
  const item = must(findItem(desk.library, barcode), 'the item of a row is known')
  const isOut = desk.library.db.get(loanOfItem, { item_id: item.item_id }) !== null
  if (desk.session.patron_id !== null && desk.session.mode === 'out') {
    if (!offerPickup(desk, item)) lendHere(desk, command, item)
  } else if (isOut || desk.session.mode === 'in') takeBackHere(desk, command, item)
  else if (!offerHandOver(desk, item)) showItem(desk, item)
  return null
}
