/**
 * What a key or a button does in the payment part: exact, the next note, a tender, a line. Must never take away figures
 * that a person typed without asking.
 */
import { nextNote } from '../../shared/cash/pay/next-notes.ts'
import { creditReach, offered, paymentInput, type Payment } from '../../shared/desk/pay/payment.ts'
import { signOf, type PayKey } from '../../shared/desk/pay/pay-keys.ts'
import type { PayTender } from '../../shared/desk/pay/payment-section.ts'
import {
  ASKED,
  faultWhileTyped,
  NO_TEXTS,
  readAmount,
  type PayFault,
  type PayField,
} from '../../shared/desk/pay/read-tender.ts'
import { cents, centsText, type Cents } from '../../shared/kernel/money.ts'
import { setField } from '../fields/field.ts'
import { focusedField, focusForm, formFocus, textsOfForm } from '../fields/form-fields.ts'
import type { Desk } from './desk.ts'
import { openForm } from './forms.ts'
import {
  hasChange,
  hasOthers,
  isTypedFor,
  newPay,
  nextKind,
  NOTHING_TYPED,
  payAct,
  payNow,
  paymentOf,
  payTexts,
  toggled,
  readAll,
  walkedLine,
  wouldLose,
  type Pay,
} from './pay.ts'

export type OpenPay = { readonly pay: Pay; readonly section: Payment }

export function openNow(desk: Desk): OpenPay | null {
  const { pay, snapshot } = desk.store.now()
  const section = paymentOf(snapshot?.page)
  return pay && section ? { pay, section } : null
}

/** Where in the part the focus is. */
export function payFocus(desk: Desk): 'amount' | 'other' | 'button' | null {
  const focus = formFocus()
  if (!desk.store.now().pay || focus === null) return null
  if (focus === 'button') return focus
  return focusedField() === 'amount' ? 'amount' : 'other'
}

/** Goes to the amount to type there: behind figures that were typed, in the place of one that a key filled in. */
export function typeAmount(desk: Desk): void {
  focusForm('amount')
  const { activeElement: field } = document
  if (desk.store.now().pay?.is_filled === false && field instanceof HTMLInputElement)
    field.setSelectionRange(field.value.length, field.value.length)
}

/** Opens the part of the page, or starts it over. */
export function openPay(desk: Desk): void {
  const section = paymentOf(desk.store.now().snapshot?.page)
  if (!section) return
  const placed = { act: payAct(section), row_id: null }
  const kept = desk.drafts.kept(placed)
  if (kept && !isTypedFor(section, kept.texts)) {
    desk.drafts.drop(placed)
    return openPay(desk)
  }
  openForm(desk, placed)
  desk.store.change({ pay: newPay(section, kept?.texts ?? null) })
}

/** Changes the part, and asks again what would come of it. */
function changePay(desk: Desk, part: Partial<Pay>): void {
  const open = openNow(desk)
  if (!open) return
  const pay = { ...open.pay, asked: null, meant: {}, ...part }
  desk.store.change({ pay })
  const { form } = desk.store.now()
  if (form) desk.drafts.note(form, payTexts(pay, open.section))
  askPayPreview(desk)
}

/** What would come of it as it stands. */
export function askPayPreview(desk: Desk): void {
  const open = openNow(desk)
  const { form } = desk.store.now()
  if (!open || !form) return
  const { section, pay } = open
  const input = paymentInput(section.preview, section, new Set(pay.chosen), payNow(pay, section).tenders, pay)
  desk.preview(form.form_id, { method: section.preview.method, input })
}

/** Something was typed. */
export function typedPay(desk: Desk): void {
  const texts = { ...NO_TEXTS, ...textsOfForm() }
  changePay(desk, { texts, is_filled: false, fault: faultWhileTyped(texts) })
}

/** Fills in an amount as a person would type it; typing replaces it. */
function fillAmount(desk: Desk, amount: Cents): void {
  const field = document.querySelector<HTMLInputElement>('[data-form] [data-field="amount"] input')
  if (!field) return
  setField(field, centsText(amount))
  changePay(desk, { is_filled: true })
  if (document.activeElement === field) field.select()
}

/** Cash to the cent. */
function payExact(desk: Desk): void {
  const open = openNow(desk)
  if (!open) return
  chooseTender(desk, 'cash')
  const { left_cents } = payNow(open.pay, open.section)
  if (left_cents > 0) fillAmount(desk, left_cents)
}

/** The next note up, in cash; again, the one above. */
function payNextNote(desk: Desk): void {
  const open = openNow(desk)
  if (!open) return
  const { tender, texts } = open.pay
  const read = readAmount(texts.amount)
  const isCash = tender === null || tender === 'cash'
  const given = isCash && read && 'amount_cents' in read ? read.amount_cents : null
  const { left_cents } = payNow(open.pay, open.section)
  chooseTender(desk, 'cash')
  if (left_cents > 0) fillAmount(desk, nextNote(left_cents, given))
}

/** What each key of the part does, but for those of every form: Enter and Esc. */
export function runPayKey(desk: Desk, key: PayKey): void {
  const open = openNow(desk)
  if (open && open.pay.asked !== key && wouldLose(open.pay, open.section, key)) return askFirst(desk, open, key)
  switch (key) {
    case 'exact':
      return payExact(desk)
    case 'next-note':
      return payNextNote(desk)
    case 'split':
      return paySplit(desk)
    case 'keep':
      return keepChange(desk)
    case 'no-exact':
      return roundChange(desk)
    case 'up':
      return payWalk(desk, -1)
    case 'down':
      return payWalk(desk, 1)
    case 'toggle':
      return payToggle(desk)
    default:
      return payWith(desk, key)
  }
}

/** Figures that were typed go only when the key is pressed again. */
function askFirst(desk: Desk, { pay }: OpenPay, key: PayKey): void {
  desk.store.change({ pay: { ...pay, asked: key, fault: { at: 'amount', reason: 'replaces', key: signOf(key) } } })
}

/** The change stays on the account; again, it is given. */
function keepChange(desk: Desk): void {
  const open = openNow(desk)
  if (!open || !hasChange(open.pay, open.section)) return sayNoKey(desk)
  changePay(desk, { keeps_change: !open.pay.keeps_change })
}

/** The drawer cannot make exact change; again, it can. */
function roundChange(desk: Desk): void {
  const open = openNow(desk)
  if (open?.section.rounding !== 'no-exact-change') return sayNoKey(desk)
  changePay(desk, { is_exact_possible: !open.pay.is_exact_possible })
}

function chooseTender(desk: Desk, tender: PayTender): void {
  changePay(desk, { tender, fault: null })
}

/** A check or a card is for what is left to pay unless an amount was typed; credit is for as much of it as there is. */
function payWith(desk: Desk, tender: PayTender): void {
  const open = openNow(desk)
  if (!open || !offered(open.section).includes(tender)) return sayNoKey(desk)
  if (tender === 'cash') return payExact(desk)
  if (tender === 'in-kind') {
    emptyFields()
    changePay(desk, nextKind(open.pay, open.section))
    return focusSoon(desk, 'amount')
  }
  // What was typed there counts goods or hours.
  if (open.pay.tender === 'in-kind') emptyFields()
  // The same key again says that the credit pays what others owe, too.
  const isAgain = tender === 'credit' && open.pay.tender === 'credit' && hasOthers(open.pay, open.section)
  const is_for_others = tender === 'credit' && isAgain !== open.pay.is_for_others
  changePay(desk, { tender, is_for_others, fault: null })
  const { left_cents } = payNow(open.pay, open.section)
  const reach = creditReach(open.section, new Set(open.pay.chosen), is_for_others)
  const most = tender === 'credit' ? Math.min(left_cents, reach) : left_cents
  const isTyped = open.pay.tender !== 'in-kind' && open.pay.texts.amount !== '' && !open.pay.is_filled
  if (!isTyped && most > 0) fillAmount(desk, cents(most))
  focusSoon(desk, ASKED[tender][1] ?? 'amount')
}

/** The fields of a tender are drawn in the next frame. */
function focusSoon(desk: Desk, name: PayField): void {
  desk.ports.nextFrame(() => focusForm(name))
}

function payWalk(desk: Desk, by: 1 | -1): void {
  const open = openNow(desk)
  if (open) desk.store.change({ pay: { ...open.pay, line_id: walkedLine(open.pay, open.section, by) } })
}

/** Chooses a line or takes it away: this one, or the one at the cursor. */
export function payToggle(desk: Desk, line_id?: string): void {
  const open = openNow(desk)
  const id = line_id ?? open?.pay.line_id ?? null
  if (!open || id === null) return
  changePay(desk, { chosen: toggled(open.pay, open.section, id), line_id: id, fault: null })
}

/** A key that does nothing as it stands says so; what is typed stays as it is, and typing goes on. */
function sayNoKey(desk: Desk): void {
  const open = openNow(desk)
  if (open) desk.store.change({ pay: { ...open.pay, fault: { at: 'amount', reason: 'no_key' } } })
}

export function sayFault(desk: Desk, fault: PayFault): void {
  const open = openNow(desk)
  if (open) desk.store.change({ pay: { ...open.pay, fault } })
  focusForm(fault.at)
}

/** Adds this tender, and goes on with the next one for what is left. */
function paySplit(desk: Desk): void {
  const open = openNow(desk)
  if (!open) return
  const read = readAll(open)
  if ('fault' in read) return sayFault(desk, read.fault)
  emptyFields()
  const { is_exact_possible } = open.pay
  changePay(desk, { ...NOTHING_TYPED, is_exact_possible, added: read.pay.added })
  focusSoon(desk, 'amount')
}

/** Takes away what is typed or filled in, and keeps the tenders before it. */
export function forgetTyped(desk: Desk): void {
  const open = openNow(desk)
  if (!open) return
  emptyFields()
  changePay(desk, { ...NOTHING_TYPED, added: open.pay.added })
}

/** Takes away all that is given so far. */
export function startOver(desk: Desk): void {
  emptyFields()
  changePay(desk, NOTHING_TYPED)
  focusForm('amount')
}

function emptyFields(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>('[data-form] [data-field] input')) setField(field, '')
}
