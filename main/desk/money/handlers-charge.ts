/** The methods about money, lost and damaged items, claims and outages: each records once and answers with the desk. */
import type { Refusal } from '../../../shared/refusals/refusals.ts'
import type { Input, Output } from '../../../shared/ipc/contract.ts'
import { isViewReason } from '../../../shared/patron/privacy.ts'
import type { CHARGE_METHODS } from '../../../shared/ipc/methods-charge.ts'
import { no, ok, type Answer } from '../../ipc/answer.ts'
import type { Handlers } from '../../ipc/router.ts'
import { countCheck, endClaim } from './claim-ending.ts'
import { makeClaim } from './claim-making.ts'
import type { Desk } from '../desk.ts'
import type { Command } from '../../library/command.ts'
import { once, snapshotAnswer } from '../handlers-desk.ts'
import { speechOf } from '../clerk-language.ts'
import { isReasonMissing, noteView } from '../privacy/record-views.ts'
import { readCharge } from '../../circulation/charges/charge-reading.ts'
import { chargeDamage, declareLost } from './material.ts'
import { addCharge, applyCredit, voidCharge, waive } from './on-account.ts'
import { previewDamage } from './damage-preview.ts'
import { declareOutage, lookAtOutage } from './declare-outage.ts'
import { withdrawOutage } from './outage-withdraw.ts'
import { answerReturn } from './return-questions.ts'
import { previewWaive } from './waive-preview.ts'
import { historyWords, whyWords } from '../../circulation/charges/charge-words.ts'
import { actorOf } from '../desk.ts'

export type ChargeMethod = keyof typeof CHARGE_METHODS
type Recording = Exclude<
  ChargeMethod,
  'charge.explain' | 'charge.waive-preview' | 'item.damage-preview' | 'outage.look'
>

export function chargeHandlers(desk: Desk): Pick<Handlers, ChargeMethod> {
  const recording =
    <Name extends Recording>(name: Name, work: (command: Command, input: Input<Name>) => Refusal | null) =>
    (input: Input<Name>): Answer<Output<'desk.snapshot'>> =>
      once(desk, name, input, (command) => work(command, input))
  return {
    'charge.add': recording('charge.add', (command, input) => addCharge(desk, command, input)),
    'charge.waive': recording('charge.waive', (command, input) => waive(desk, command, input)),
    'charge.waive-preview': (input) => ok({ lines: [...previewWaive(desk, input)] }),
    'item.damage-preview': (input) => ok({ lines: [...previewDamage(desk, input)] }),
    'charge.void': recording('charge.void', (command, input) => voidCharge(desk, command, input)),
    'charge.apply-credit': recording('charge.apply-credit', (command) => applyCredit(desk, command)),
    'charge.explain': (input) => explain(desk, input),
    'loan.lost': recording('loan.lost', (command, input) => declareLost(desk, command, input)),
    'item.damaged': recording('item.damaged', (command, input) => chargeDamage(desk, command, input)),
    'claim.make': recording('claim.make', (command, input) => makeClaim(desk, command, input)),
    'claim.check': recording('claim.check', (command, input) => countCheck(desk, command, input)),
    'claim.end': recording('claim.end', (command, input) => endClaim(desk, command, input)),
    'return.answer': recording('return.answer', (command, { question_ref, found, charge, receipt }) =>
      answerReturn(desk, command, { question_ref, found, charge, receipt }),
    ),
    'outage.look': (input) => {
      const refused = lookAtOutage(desk, input)
      return refused ? { refused } : snapshotAnswer(desk)
    },
    'outage.declare': recording('outage.declare', (command, input) => declareOutage(desk, command, input)),
    'outage.withdraw': recording('outage.withdraw', (command, input) => withdrawOutage(desk, command, input)),
  }
}

function explain(desk: Desk, { charge_ref, reason = '' }: Input<'charge.explain'>): Answer<Output<'charge.explain'>> {
  const charge = readCharge(desk.library, charge_ref)
  if (!charge) return no('charge-unknown')
  const { patron_id } = charge.row
  if ((reason !== '' && !isViewReason(reason)) || isReasonMissing(desk, patron_id, reason))
    return no('reason-unknown', { reason })
  if (patron_id !== desk.session.patron_id) noteView(desk.library, actorOf(desk), patron_id, 'script', reason)
  const { kind, amount_cents, owed_cents, refund_due_cents } = charge.row
  const speech = speechOf(desk)
  const { note, steps } = whyWords(desk.library, speech, charge_ref)
  const history = historyWords(desk.library, speech, charge)
  return ok({
    charge_ref,
    kind,
    amount_cents,
    owed_cents,
    refund_due_cents,
    note,
    steps: [...steps],
    history: [...history],
  })
}
