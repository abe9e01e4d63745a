/** Does what a key or a button means in a form: on from field to field, and at last on its way. */
import { focusHome } from '../keys/field.ts'
import { chooseByDigit, focusedField, focusForm, nextField, textsOfForm } from '../keys/form-fields.ts'
import type { Desk } from './desk.ts'
import { closeForm, doubtAmount, readOne, sendForm } from './forms.ts'

export function leaveForm(desk: Desk): void {
  closeForm(desk)
  focusHome()
}

/** Sends the form; what cannot be read gets the focus instead. */
export async function submitForm(desk: Desk): Promise<void> {
  const unread = await sendForm(desk, textsOfForm())
  if (unread !== null) focusForm(unread)
  else if (desk.store.now().form === null) focusHome()
}

/**
 * On to the next field, from the last one on its way. A field that cannot be read keeps the focus, so that what is
 * typed next is typed there.
 */
export function goOn(desk: Desk): void {
  const name = focusedField()
  if (name !== null && !readOne(desk, name, textsOfForm()[name] ?? '')) return focusForm(name)
  if (!nextField()) void submitForm(desk)
}

/** A digit in a choice. One that picks nothing, or a second one, was perhaps meant for an amount before it. */
export function pickByDigit(desk: Desk, digit: string): void {
  const name = focusedField()
  const picked = chooseByDigit(digit)
  if (name !== null && picked !== 'picked') doubtAmount(desk, name, picked === 'none' ? digit : null, textsOfForm())
}
