/** What is wrong with a field of a form, said at the field, which names it for a screen reader. */
import type { ReactNode } from 'react'
import type { Form } from '../../desk/state.ts'
import { useSaid, useWords } from '../../desk/use-desk.ts'
import { faultWords } from '../../screen-words.ts'
import css from '../../styles/form.module.css'

export const wrongId = (form: Form): string => `form-${form.form_id}-wrong`

/** @param name of the field, or of the box of several whose names begin with it */
export function Wrong({ name, form }: { readonly name: string; readonly form: Form }): ReactNode {
  const said = useSaid()
  const words = useWords().page.form
  if (form.fault === null || (form.fault_of !== name && !form.fault_of.startsWith(`${name}.`))) return null
  return (
    <p className={css['unread']} id={wrongId(form)} role="alert">
      {said(faultWords(words, form.fault))}
    </p>
  )
}
