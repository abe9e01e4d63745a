/**
 * What sends a payment and what leaves it: Enter and Esc. Must never send a payment without a tender that the clerk
 * chose or an amount that they typed.
 */
import { paymentInput } from '../../shared/desk/pay/payment.ts'
import { missingNumber, numberFault, numbersOf, readAmount } from '../../shared/desk/pay/read-tender.ts'
import { meantBy } from '../../shared/refusals/refused-fields.ts'
import { focusHome } from '../fields/field.ts'
import { focusedField, focusForm } from '../fields/form-fields.ts'
import type { Desk } from './desk.ts'
import { wasTaken } from './forms.ts'
import { isTouched, payTexts, readAll } from './pay.ts'
import { openNow, sayFault, startOver } from './run-pay.ts'
import { leavePage } from './run-places.ts'

/**
 * Enter does what the button says: it goes to the number that is missing, and with none missing takes the payment. What
 * is wrong with the field in hand is said first.
 */
export function payEnter(desk: Desk): void {
  const open = openNow(desk)
  if (!open) return
  const { tender, texts } = open.pay
  const at = focusedField()
  const amount = tender === 'in-kind' ? null : readAmount(texts.amount)
  if (at === 'amount' && amount && 'fault' in amount) return sayFault(desk, amount.fault)
  const number = numbersOf(tender).find((field) => field === at)
  const fault = number ? numberFault(number, texts) : null
  if (fault) return sayFault(desk, fault)
  const missing = missingNumber(tender, texts)
  if (missing !== null && amount) return focusForm(missing)
  void takePayment(desk)
}

/** Takes the payment; what is missing is said at its field, and then nothing is sent. */
export async function takePayment(desk: Desk): Promise<void> {
  const open = openNow(desk)
  const { form } = desk.store.now()
  if (!open || !form || form.is_sending) return
  const read = readAll(open)
  if ('fault' in read) return sayFault(desk, read.fault)
  const { call } = open.section
  const input = {
    ...paymentInput(call, open.section, new Set(read.pay.chosen), read.pay.added, open.pay),
    ...open.pay.meant,
  }
  // A page that is gone with its payment has no draft to drop.
  desk.drafts.drop(form)
  desk.store.change({ form: { ...form, is_sending: true }, pay: { ...open.pay, fault: null } })
  const answer = await desk.perform({ method: call.method, input }, form.command_id)
  const now = desk.store.now().form
  if (now?.form_id !== form.form_id) return
  if (wasTaken(answer)) {
    desk.store.change({ form: null, pay: null })
    return focusHome()
  }
  // A refused payment took nothing, so the next one gets a new id; one that was not answered may have.
  const command_id = answer.kind === 'refused' ? desk.mint() : form.command_id
  desk.store.change({ form: { ...now, command_id, is_sending: false } })
  const { pay } = desk.store.now()
  if (pay) desk.drafts.note(now, payTexts(pay, open.section))
  // It asks again: Enter once more means it.
  const asked = answer.kind === 'refused' ? meantBy(answer.code) : null
  if (pay && asked) desk.store.change({ pay: { ...pay, meant: { ...pay.meant, [asked]: true } } })
}

/** Takes away what was typed; with nothing typed goes back to where the page was opened from. */
export function payEscape(desk: Desk): void {
  const open = openNow(desk)
  const { form } = desk.store.now()
  if (open && isTouched(open.pay) && !form?.is_sending) return startOver(desk)
  if (form) desk.drafts.leave(form)
  leavePage(desk)
}
