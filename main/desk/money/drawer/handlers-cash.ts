/** The methods about drawers and payments: each records once and answers with the desk and what it did. */
import { receiptNumber } from '../../../../shared/cash/numbers/receipt-number.ts'
import { withoutSlips } from '../../../../shared/desk/papers.ts'
import { must } from '../../../../shared/kernel/assert.ts'
import { cents } from '../../../../shared/kernel/money.ts'
import { notExplained } from '../../../../shared/desk/session/closing-so-far.ts'
import { changed, withBand } from '../../../../shared/desk/session/session.ts'
import { plainBand } from '../../../../shared/desk/words/words.ts'
import type { Input } from '../../../../shared/ipc/contract.ts'
import type { CASH_METHODS } from '../../../../shared/ipc/methods-cash.ts'
import type { EventOf } from '../../../../shared/journal/event.ts'
import { isRefusal, refuse, type Refusal } from '../../../../shared/refusals/refusals.ts'
import { cashReason, drawerCalled } from '../../../cash/cash-rules.ts'
import {
  countDraft,
  countDrawer,
  floatIssue,
  floatOf,
  floatSignedOffBy,
  keepFloat,
  openDrawer,
  type Floated,
  type Opening,
} from '../../../cash/open-drawer.ts'
import { isInHandsOf } from '../../../cash/custody.ts'
import { drawerOfVoid, voidedAlone } from '../../../cash/outs.ts'
import { voidingOf, voidReceipt } from '../../../cash/void-receipt.ts'
import type { Handlers } from '../../../ipc/router.ts'
import type { Command } from '../../../library/command.ts'
import { mayOwn } from '../../../library/grants.ts'
import { sessionByRef, type SessionRow } from '../../../store/money/cash-rows.ts'
import { askApproval, mayOfDayOrAsks, mayOrAsks, mayWithAnother } from '../../approvals/asking.ts'
import { speechOf } from '../../clerk-language.ts'
import { actorOf, type Desk } from '../../desk.ts'
import { ownSignOffRefusal } from '../../staff/own-pin.ts'
import { largestOff } from './differences-said.ts'
import { mayGoOut } from './handlers-drawer.ts'
import { cashRecording } from './recording.ts'
import { takeHere, sayTaken } from './taken.ts'
import { sayCash } from './say-cash.ts'

export type CashMethod = keyof typeof CASH_METHODS

export function cashHandlers(desk: Desk): Pick<Handlers, CashMethod> {
  const recording = cashRecording(desk)
  return {
    'drawer.open': recording('drawer.open', open),
    'drawer.count': recording('drawer.count', count),
    'payment.take': recording('payment.take', takeHere, sayTaken),
    'payment.void': recording('payment.void', voidOne),
  }
}

function open(desk: Desk, command: Command, input: Input<'drawer.open'>): Refusal | null {
  const { commandId: _, own_pin, reason = '', note = '', ...given } = input
  const opening = { ...given, reason, note }
  const wrong = openIssue(desk, opening, own_pin)
  if (wrong !== null) return wrong === 'asked' ? null : wrong
  const events = openDrawer(desk.library, actorOf(desk), command, opening)
  if (isRefusal(events)) return events
  const [opened] = events
  if (opened?.kind !== 'drawer-opened') return null
  const { words, money } = speechOf(desk)
  const { cash } = words.outcomes
  const { counted_cents, left_cents, drawer_code } = opened.body
  const by = counted_cents - left_cents
  const over = by > 0 ? [cash.float_over(money(cents(by)))] : []
  const short = by < 0 ? [cash.float_short(money(cents(-by)))] : []
  const sentences = [cash.float(money(cents(counted_cents))), ...over, ...short]
  const title = drawerCalled(desk.library, words, drawer_code)
  // The draw of a surprise count is recorded with it, and is not told.
  const said = { happened: cash.opened, fact: null, sentences, off: [...over, ...short] }
  sayCash(desk, command, [opened], { title, ...said })
  return null
}

/** Why it is not opened so; the count is kept, and what it differs by is told then. `asked`: a second person is. */
function openIssue(desk: Desk, opening: Opening, own_pin: string | undefined): Refusal | 'asked' | null {
  const { library } = desk
  const actor = actorOf(desk)
  const floated = floatOf(library, opening)
  if (isRefusal(floated)) return floated
  const wrong = floatIssue(library, floated, opening)
  const signedBy = floatSignedOffBy(library, actor, floated)
  if (wrong === null && signedBy !== null) return ownSignOffRefusal(desk, 'drawer.open', signedBy, own_pin)
  keepFloat(library, actor, floated)
  if (wrong?.code === 'float-reason-needed') sayFloatDiffers(desk, wrong, floated)
  if (wrong !== null) return wrong
  const { words, money } = speechOf(desk)
  const reach = Math.abs(floated.by_cents)
  const name = drawerCalled(library, words, floated.drawer_code)
  const wish = { method: 'drawer.open', input: opening, grant: 'sign-off-variance' as const, reach }
  askApproval(desk, wish, words.outcomes.cash_close.sign_off(name, money(cents(reach))))
  return 'asked'
}

/** The page asks next why it differs; the band says by how much. */
function sayFloatDiffers(desk: Desk, wrong: Refusal, { by_cents }: Floated): void {
  const speech = speechOf(desk)
  const band = plainBand('decide', speech.short(wrong.code), speech.refusal(wrong).says)
  desk.session = withBand(desk.session, { ...band, fact: largestOff(desk, { cash: by_cents }) })
}

function count(desk: Desk, command: Command, input: Input<'drawer.count'>): Refusal | null {
  const { commandId: _, ...asked } = input
  const { words, money } = speechOf(desk)
  const { cash, drawer } = words.outcomes
  if (input.reason === 'surprise') {
    const draft = countDraft(desk.library, asked)
    if (isRefusal(draft)) return draft
    const session = must(desk.library.db.get(sessionByRef, draft.body), 'a count is of a session')
    if (!maySurprise(desk, session, asked)) return null
  }
  const events = countDrawer(desk.library, actorOf(desk), command, input)
  if (isRefusal(events)) return events
  const [counted] = events
  if (counted?.kind !== 'drawer-counted') return null
  const { closing } = desk.session
  if (closing?.session_ref === counted.body.session_ref)
    desk.session = changed({ ...desk.session, closing: notExplained(closing.session_ref) })
  const fact = { label: drawer.amount, text: money(cents(counted.body.counted_cents)) }
  const sentences = againstExpected(desk, counted)
  sayCash(desk, command, events, { title: cash.counted, happened: cash.counted, fact, sentences })
  return null
}

/** Nobody surprises themselves: a count of one's own drawer takes a second person, whatever one may do. */
function maySurprise(desk: Desk, session: SessionRow, input: Omit<Input<'drawer.count'>, 'commandId'>): boolean {
  const { words } = speechOf(desk)
  const title = words.outcomes.drawer.wish.count(drawerCalled(desk.library, words, session.drawer_code))
  const wish = { method: 'drawer.count', input, grant: 'surprise-count' as const, reach: 0 }
  return (isInHandsOf(desk.library, session, actorOf(desk)) ? mayWithAnother : mayOrAsks)(desk, wish, title)
}

/** Over or short by the entries, for a person who may know. */
function againstExpected(desk: Desk, { body }: EventOf<'drawer-counted'>): readonly string[] {
  if (body.reason !== 'surprise' || !mayOwn(desk.library, actorOf(desk), 'see-cash')) return []
  const { words, money } = speechOf(desk)
  const { drawer } = words.outcomes
  const by = body.counted_cents - body.expected_cents
  if (by === 0) return [drawer.as_expected]
  return [by > 0 ? drawer.over(money(cents(by))) : drawer.short(money(cents(-by)))]
}

function voidOne(desk: Desk, command: Command, { receipt_ref, reason }: Input<'payment.void'>): Refusal | null {
  const { library } = desk
  if (cashReason(library, 'void', reason) === null) return refuse('reason-unknown', { reason })
  const asked = { method: 'payment.void', input: { receipt_ref, reason } }
  const drawer_code = drawerOfVoid(library, receipt_ref)
  if (drawer_code !== null && !mayGoOut(desk, asked, drawer_code)) return null
  const wanted = voidingOf(library, actorOf(desk), receipt_ref)
  if (isRefusal(wanted)) return wanted
  const { words, money } = speechOf(desk)
  const { cash, drawer } = words.outcomes
  const { head, body } = wanted.receipt
  const title = cash.receipt(receiptNumber(head, body.receipt_number))
  const wish = { ...asked, grant: 'void-receipt' as const }
  const asks = drawer.wish.void(receiptNumber(head, body.receipt_number), money(cents(wanted.amount_cents)))
  const today = { before: voidedAlone(library, actorOf(desk)), amount: wanted.amount_cents }
  if (!mayOfDayOrAsks(desk, { ...wish, reach: wanted.amount_cents }, asks, today)) return null
  const events = voidReceipt(library, actorOf(desk), command, { receipt: receipt_ref, reason_code: reason })
  if (isRefusal(events)) return events
  const [gone] = events
  if (gone?.kind !== 'receipt-voided') return null
  const { receipt } = gone.body
  const back = receipt.tendered_cents - receipt.change_cents
  const fact = back > 0 ? { label: cash.give_back, text: money(cents(back)) } : null
  // What is not handed back stays with the library, and no drawer expects it any more.
  const sentences = receipt.others.map((one) => cash.others_back[one.tender](money(cents(one.amount_cents))))
  sayCash(desk, command, events, { title, happened: cash.voided, fact, sentences })
  desk.session = { ...desk.session, papers: withoutSlips(desk.session.papers, new Set([receipt_ref])) }
  return null
}
