/** What a key or a button does in a form: from field to field, and at last send. */
import { focusHome } from '../fields/field.ts'
import { chooseByDigit, focusedField, focusForm, nextField, textsOfForm } from '../fields/form-fields.ts'
import type { Desk } from './desk.ts'
import { closeForm, doubtAmount, readOne, sendForm } from './forms.ts'

export function leaveForm(desk: Desk): void {
  closeForm(desk)
  focusHome()
}

/** Sends the form; a field that cannot be read gets the focus instead. */
export async function submitForm(desk: Desk): Promise<void> {
  const unread = await sendForm(desk, textsOfForm())
  if (unread !== null) focusForm(unread)
  else if (desk.store.now().form === null) focusHome()
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
