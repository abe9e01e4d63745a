/** What is wrong with a field of a form, said at the field, which names it for a screen reader. */
import { useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import type { Form } from '../../desk/state.ts'
import { useDates, useSaid, useWords } from '../../desk/use-desk.ts'
import { faultWords } from '../../screen-words.ts'
import css from '../../styles/form/form.module.css'

const wrongId = (form: Form): string => `form-${form.form_id}-wrong`

type Described<Box> = {
  readonly invalid: true | undefined
  readonly by: string
  /** For the element around the field. */
  readonly box: { readonly ref: RefObject<Box | null>; readonly onBlur: () => void }
}

/**
 * What describes the field to a screen reader: its hint, and what is wrong with it. While the focus is in the field,
 * the alert alone says what is wrong, or it would be read twice; once the focus has left, the field says it on return.
 */
export function useDescribed<Box extends HTMLElement>(form: Form, name: string, hint_id: string): Described<Box> {
  const ref = useRef<Box>(null)
  const fault = form.fault_of === name ? form.fault : null
  const [described, setDescribed] = useState(fault)
  useLayoutEffect(() => {
    if (!ref.current?.contains(document.activeElement)) setDescribed(fault)
  }, [fault])
  return {
    invalid: fault === null ? undefined : true,
    by: fault !== null && described === fault ? `${hint_id} ${wrongId(form)}` : hint_id,
    box: { ref, onBlur: () => setDescribed(fault) },
  }
}

type AlertProps = { readonly id: string; readonly part: string | undefined; readonly children: ReactNode }

/** Words at a field. Drawn, they come into sight: on a small screen the foot of the form would cover them. */
export function FieldAlert({ id, part, children }: AlertProps): ReactNode {
  const ref = useRef<HTMLParagraphElement>(null)
  useLayoutEffect(() => {
    ref.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <p ref={ref} className={css['unread']} id={id} data-part={part} role="alert">
      {children}
    </p>
  )
}

/** @param name of the field, or of the box of several whose names begin with it */
export function Wrong({ name, form }: { readonly name: string; readonly form: Form }): ReactNode {
  const said = useSaid()
  const words = useWords().page.form
  const dates = useDates()
  if (form.fault === null || (form.fault_of !== name && !form.fault_of.startsWith(`${name}.`))) return null
  const text = said(faultWords(words, form.fault, dates))
  return (
    <FieldAlert key={text} id={wrongId(form)} part={undefined}>
      {text}
    </FieldAlert>
  )
}
