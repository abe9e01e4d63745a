/** What a key or a button does in a form: from field to field, and at last send. */
import { focusHome } from '../fields/field.ts'
import { chooseByDigit, focusedField, focusForm, nextField, textsOfForm } from '../fields/form-fields.ts'
import type { Desk } from './desk.ts'
import { closeForm, doubtAmount, readOne, runAct, sendForm } from './forms.ts'
import { asksAtOnce, stepBefore } from './page.ts'

/** Leaves the form; from a step of the page to the step before it, and then what was typed is kept. */
export function leaveForm(desk: Desk): void {
  const before = stepBefore(desk.store.now())
  if (before === null) {
    closeForm(desk)
    return focusHome()
  }
  desk.drafts.flush()
  runAct(desk, { act: before, row_id: null })
}

/** Opens the account of somebody who is shown beside the form; what was typed is kept as a draft. */
export function openAlike(desk: Desk, at: number): void {
  const chosen = desk.store.now().form?.alike[at]
  if (!chosen) return
  desk.drafts.flush()
  closeForm(desk)
  desk.openPatron(chosen.patron_id)
  focusHome()
}

/** Sends the form; a field that cannot be read gets the focus instead. */
export async function submitForm(desk: Desk): Promise<void> {
  const { form } = desk.store.now()
  const unread = await sendForm(desk, textsOfForm())
  if (unread !== null) return focusForm(unread)
  if (desk.store.now().form !== null) return
  focusHome()
  if (form) goOnFromStep(desk, form.act.act_id)
}

/**
 * An earlier step was done again: the one that it was left for is open again. Not the same one, which waits in its row
 * for a second person then: the digit that asks for that person would be typed into its form.
 */
function goOnFromStep(desk: Desk, act_id: string): void {
  const page = desk.store.now().snapshot?.page
  if (page?.enter && page.enter.act_id !== act_id && page.steps_back.includes(act_id) && asksAtOnce(page))
    runAct(desk, { act: page.enter, row_id: null })
}

/**
 * To the next field; from the last one, sends. A field that cannot be read keeps the focus, so that typing goes there.
 */
export function goOn(desk: Desk): void {
  const name = focusedField()
  if (name !== null && !readOne(desk, name, textsOfForm()[name] ?? '')) return focusForm(name)
  if (!nextField()) void submitForm(desk)
}

/** A digit in a choice. One that picks nothing, or a second one, may have been meant for the amount before it. */
export function pickByDigit(desk: Desk, digit: string): void {
  const name = focusedField()
  const picked = chooseByDigit(digit)
  if (name !== null && picked !== 'picked') doubtAmount(desk, name, picked === 'none' ? digit : null, textsOfForm())
}
