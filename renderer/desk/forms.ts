/**
 * Acts of a page: done right away, or through a form first. One id for each opened form, so that a second Enter sends
 * nothing twice. Does not decide whether an act is allowed: the station does.
 */
import type { Act } from '../../shared/desk/page.ts'
import { doubtOf, firstDoubt } from '../../shared/desk/typed/ask-again.ts'
import { asksOnPage, isMendedBy, meantBy, refusedField } from '../../shared/refusals/refused-fields.ts'
import {
  amountInWords,
  amountLeftEmpty,
  fillIn,
  initialText,
  isPassedOver,
  readNamed,
} from '../../shared/desk/read-field.ts'
import type { Reading } from '../../shared/kernel/date-order.ts'
import type { Desk } from './desk.ts'
import type { PlacedAct } from './page.ts'
import { readingNow } from './state.ts'

let forms_opened_count = 0

export function needsForm(act: Act): boolean {
  return act.asks.length > 0 || act.says !== ''
}

/** Does the act, or opens its form. */
export function runAct(desk: Desk, { act, row_id }: PlacedAct): void {
  if (!needsForm(act)) {
    desk.store.change({ form: null, pay: null, more_of: null })
    void desk.perform(act.call, desk.mint())
    return
  }
  openForm(desk, { act, row_id })
}

/** Opens the form of an act, with an id of its own. */
export function openForm(desk: Desk, { act, row_id }: PlacedAct): void {
  forms_opened_count += 1
  const restored_from = desk.drafts.kept({ act, row_id })?.kept_at ?? null
  const opened = { form_id: forms_opened_count, act, row_id, command_id: desk.mint(), restored_from }
  const quiet = {
    is_sending: false,
    fault: null,
    fault_of: '',
    asks_again: null,
    has_asked_again: false,
    asked: [],
    meant: null,
    preview: [],
    pictured: null,
    alike: [],
  }
  desk.store.change({ form: { ...opened, ...quiet }, pay: null, notice: null, more_of: null })
}

/** Starts the open form over, without what was kept of it. */
export function discardDraft(desk: Desk): void {
  const { form } = desk.store.now()
  if (!form) return
  desk.drafts.drop(form)
  runAct(desk, form)
}

/**
 * @param texts the text of each field, by name. @returns whether all of it is as the form was opened first, but for
 * choices: one takes a digit to make again
 */
export function isUntyped(
  { act }: { readonly act: Act },
  texts: Readonly<Record<string, string>>,
  { order }: Reading,
): boolean {
  return Object.entries(texts).every(([name, text]) => {
    const field = act.asks.find((one) => one.name === name)
    return field?.kind === 'choice' || text === (field ? initialText(field, order) : '')
  })
}

export function closeForm(desk: Desk): void {
  const { form } = desk.store.now()
  if (form) desk.drafts.leave(form)
  desk.store.change({ form: null, pay: null, notice: null })
}

/** Says what is wrong with a field. @returns false when it cannot be read */
export function readOne(desk: Desk, name: string, text: string): boolean {
  const state = desk.store.now()
  const { form } = state
  if (!form) return true
  const reading = readingNow(state)
  const read = readNamed(form.act, name, text, reading)
  if (read && 'fault' in read) {
    desk.store.change({ form: { ...form, fault: read.fault, fault_of: name } })
    return false
  }
  const field = form.act.asks.find((one) => one.name === name)
  const doubt = field ? doubtOf(field, text, form.asked, reading) : null
  if (doubt?.fault.reason === 'which_date') {
    desk.store.change({ form: { ...form, fault: doubt.fault, fault_of: name, asked: [...form.asked, doubt.asked] } })
    return false
  }
  if (form.fault_of === name) desk.store.change({ form: { ...form, fault: null, fault_of: '' } })
  return true
}

/** Stops saying what is wrong with a field once it is mended: typed in anew, or in a field that it goes by. */
export function mendFault(desk: Desk, name: string, text: string): void {
  const state = desk.store.now()
  const { form } = state
  if (!form || form.fault === null || !isMendedBy(form.fault_of, name)) return
  const read = form.fault.reason === 'refused' ? null : readNamed(form.act, name, text, readingNow(state))
  if (read && 'fault' in read) return
  desk.store.change({ form: { ...form, fault: null, fault_of: '' } })
}

/**
 * More digits than pick one option: before it is sent, the form asks again for an amount that was skipped.
 * @param digit the digit that no option has, to be shown; null when it picked one
 */
export function doubtAmount(
  desk: Desk,
  name: string,
  digit: string | null,
  texts: Readonly<Record<string, string>>,
): void {
  const { form } = desk.store.now()
  if (!form) return
  const asks_again = amountLeftEmpty(form.act, name, texts)
  const told = digit === null ? {} : { fault: { reason: 'no_option', digit } as const, fault_of: name }
  desk.store.change({ form: { ...form, ...told, asks_again: asks_again ?? form.asks_again } })
}

/** @param texts the text of each field, by name. @returns the name of a field that cannot be read, or null */
export async function sendForm(desk: Desk, texts: Readonly<Record<string, string>>): Promise<string | null> {
  const state = desk.store.now()
  const { form } = state
  if (!form || form.is_sending) return null
  const reading = readingNow(state)
  const filled = fillIn(form.act, texts, reading)
  if ('fault' in filled) {
    desk.store.change({ form: { ...form, fault: filled.fault, fault_of: filled.name } })
    return filled.name
  }
  const doubted = form.asks_again ?? (form.has_asked_again ? null : amountInWords(form.act, texts))
  const again = form.act.asks.find((field) => field.name === doubted && isPassedOver(field, texts))
  if (again) {
    const fault = { reason: 'left_empty', label: again.label } as const
    desk.store.change({ form: { ...form, fault, fault_of: again.name, asks_again: null, has_asked_again: true } })
    return again.name
  }
  const doubt = firstDoubt(form.act, texts, form.asked, reading)
  if (doubt) {
    const { fault, name: fault_of } = doubt
    desk.store.change({ form: { ...form, fault, fault_of, asked: [...form.asked, doubt.asked] } })
    return fault_of
  }
  desk.store.change({ form: { ...form, is_sending: true, fault: null, fault_of: '' } })
  const { asks, call } = form.act
  const sent = JSON.stringify(texts)
  const meant = form.meant?.texts === sent ? { [form.meant.by]: true } : {}
  const input = { ...filled.input, ...meant }
  const dropDraft = desk.drafts.sending(form)
  const answer = await desk.perform({ method: call.method, input }, form.command_id, asks)
  const isDone = wasTaken(answer) || isCountKept(answer, asks)
  if (isDone) dropDraft()
  const now = desk.store.now().form
  if (now?.form_id !== form.form_id) return null
  if (isDone) {
    desk.store.change({ form: null })
    return null
  }
  // A refused command changed nothing, so the next one gets a new id; one that was not answered may have.
  const command_id = answer.kind === 'refused' ? desk.mint() : form.command_id
  const by = answer.kind === 'refused' ? meantBy(answer.code) : null
  const open = { ...now, command_id, is_sending: false, meant: by === null ? null : { by, texts: sent } }
  const field = answer.kind === 'refused' ? refusedField(answer, asks) : null
  if (answer.kind !== 'refused' || field === null) {
    desk.store.change({ form: open })
    return null
  }
  // Said at the field it is about, once.
  const says = [answer.says, answer.way_out].filter((part) => part !== '').join(' ')
  desk.store.change({ form: { ...open, fault: { reason: 'refused', says }, fault_of: field } })
  return field
}

/** The float was counted and kept; the page asks next why it differs. */
function isCountKept(answer: Awaited<ReturnType<Desk['perform']>>, asks: Act['asks']): boolean {
  const isKept = answer.kind === 'refused' && asksOnPage(answer.code)
  return isKept && !asks.some(({ name }) => name === 'reason')
}

/** Done, or waiting in its row for a second person. */
export function wasTaken(answer: Awaited<ReturnType<Desk['perform']>>): boolean {
  return answer.kind === 'ok' || (answer.kind === 'refused' && answer.code === 'approval-asked')
}
