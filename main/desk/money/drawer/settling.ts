/**
 * Confirms a card batch by a total or by the file of the processor. A difference is shown on a page of its own, which
 * asks why; a second person signs off a large one, as at a close.
 */
import { plainBand } from '../../../../shared/desk/words/words.ts'
import { withBand } from '../../../../shared/desk/session/session.ts'
import { went } from '../../../../shared/desk/session/session-pages.ts'
import type { SettlingSoFar } from '../../../../shared/desk/session/settling.ts'
import type { Input } from '../../../../shared/ipc/contract.ts'
import { cents } from '../../../../shared/kernel/money.ts'
import { asksOnPage } from '../../../../shared/refusals/refused-fields.ts'
import { isRefusal, type Refusal } from '../../../../shared/refusals/refusals.ts'
import {
  heldFile,
  heldTotal,
  receiptOf,
  settleHeld,
  settlementIssue,
  settlementSignedBy,
  type Held,
} from '../../../cash/closing/card-batches.ts'
import type { Command } from '../../../library/command.ts'
import { askApproval } from '../../approvals/asking.ts'
import { speechOf } from '../../clerk-language.ts'
import { actorOf, type Desk } from '../../desk.ts'
import { ownSignOffRefusal } from '../../staff/own-pin.ts'
import { largestOff } from './differences-said.ts'
import { sayArrived } from './say-arrived.ts'
import { settlementLines } from './settlement-lines.ts'

type Method = 'card.settle' | 'card.import'

export function settle(desk: Desk, command: Command, input: Input<'card.settle'>): Refusal | null {
  const held = heldTotal(desk.library, actorOf(desk), input, cents(input.settled_cents))
  if (isRefusal(held)) return held
  return confirm(desk, command, 'card.settle', input, held, { settled_cents: input.settled_cents })
}

export function importCards(desk: Desk, command: Command, input: Input<'card.import'>): Refusal | null {
  const lines = settlementLines(input.file)
  if (isRefusal(lines)) return lines
  const held = heldFile(desk.library, actorOf(desk), input, lines)
  if (isRefusal(held)) return held
  return confirm(desk, command, 'card.import', input, held, { file: input.file })
}

function confirm(
  desk: Desk,
  command: Command,
  method: Method,
  input: Input<Method>,
  held: Held,
  of: SettlingSoFar['of'],
): Refusal | null {
  const { library } = desk
  const { commandId: _, own_pin, ...said } = input
  const { batch, off_cents } = held
  const wrong = settlementIssue(library, held, said)
  if (wrong !== null) {
    if (asksOnPage(wrong.code)) sayDiffers(desk, wrong, held, of)
    return wrong
  }
  const signedBy = settlementSignedBy(library, actorOf(desk), batch, off_cents)
  const { words, money } = speechOf(desk)
  if (signedBy === null) {
    const wish = { method, input: said, grant: 'sign-off-variance' as const, reach: off_cents }
    askApproval(desk, wish, words.outcomes.cash_close.sign_off(batch.full_z_number, money(off_cents)))
    return null
  }
  const unsigned = ownSignOffRefusal(desk, method, signedBy, own_pin)
  if (unsigned) return unsigned
  const events = settleHeld(library, actorOf(desk), command, held, { ...said, approved_by: signedBy })
  desk.session = { ...desk.session, settling: null }
  const happened = words.outcomes.cash_close.settled
  const told = { title: batch.full_z_number, happened, notes: notesOf(desk, held) }
  return sayArrived(desk, command, events, told, [held.settled_cents, batch.batch_cents])
}

/** What was matched, and each payment that was not, by code, last four digits and amount. */
function notesOf(desk: Desk, { matched_count, missing, extra }: Held): readonly string[] {
  if (matched_count === null) return []
  const { words, money } = speechOf(desk)
  const { cash_close } = words.outcomes
  const { named } = words.pages.drawer.close.batches
  return [
    cash_close.matched(matched_count),
    ...missing.map((one) => cash_close.missing(receiptOf(desk.library, one.of_ref), money(one.amount_cents))),
    ...extra.map((one) => cash_close.extra(named(one.authorization, one.last_four), money(one.amount_cents))),
  ]
}

/** The page shows what differs, and asks why; the band says by how much. */
function sayDiffers(desk: Desk, wrong: Refusal, held: Held, of: SettlingSoFar['of']): void {
  const { batch, settled_on, settled_cents: found_cents, missing, extra, off_cents } = held
  const { session_ref } = batch.session
  const { batch_cents } = batch
  const settling = { session_ref, settled_on, of, batch_cents, found_cents, off_cents, missing, extra }
  const page = { place: 'drawer', about: `settle ${session_ref}` } as const
  const speech = speechOf(desk)
  const band = plainBand('decide', speech.short(wrong.code), speech.refusal(wrong).says)
  const fact = largestOff(desk, { card: cents(found_cents - batch_cents) })
  desk.session = withBand(went({ ...desk.session, settling }, page), { ...band, fact })
}
