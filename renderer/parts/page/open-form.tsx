/**
 * The frame of a form that is open on a page: it takes the focus, sends on Enter, says what it still holds from before,
 * and gives the focus back when it goes.
 */
import { useEffect, type FormEvent, type ReactNode } from 'react'
import { discardDraft } from '../../desk/forms.ts'
import type { Form } from '../../desk/state.ts'
import { useDesk, useWords } from '../../desk/use-desk.ts'
import { focusHomeIfLost } from '../../fields/field.ts'
import { focusForm } from '../../fields/form-fields.ts'
import css from '../../styles/form/form.module.css'
import { shown } from '../../text.ts'
import { Button } from '../frame/keys.tsx'

type Frame = {
  readonly form: Form
  readonly label: string
  readonly part: string
  readonly className: string | undefined
  /** The field that takes the focus; the first one where none is named. */
  readonly first?: Parameters<typeof focusForm>[0]
  readonly onSend: () => void
  readonly onInput?: (() => void) | undefined
  /** What else is done when its draft is discarded. */
  readonly onDiscard?: (() => void) | undefined
  /** What is beside the fields. */
  readonly side?: 'picture' | 'alike' | undefined
  readonly children: ReactNode
}

/** Says that the form holds what was typed before, and offers to start over. */
function Restored({ form, onDiscard }: Pick<Frame, 'form' | 'onDiscard'>): ReactNode {
  const desk = useDesk()
  const words = useWords().page.form
  if (form.restored_from === null) return null
  const discard = (): void => {
    discardDraft(desk)
    onDiscard?.()
  }
  return (
    <div className={css['restored']} data-part="restored">
      <span role="status">{shown(words.restored(form.restored_from))}</span>
      <Button onClick={discard}>{words.discard}</Button>
    </div>
  )
}

export function OpenForm({
  form,
  label,
  part,
  className,
  first,
  onSend,
  onInput,
  onDiscard,
  side,
  children,
}: Frame): ReactNode {
  const desk = useDesk()
  useEffect(() => {
    focusForm(first)
    // A field that leaves the page with its form takes the focus with it, and no event says so everywhere.
    return () => {
      desk.drafts.flush()
      queueMicrotask(focusHomeIfLost)
    }
  }, [desk, first])
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault()
    onSend()
  }
  return (
    <form
      className={className}
      aria-label={shown(label)}
      autoComplete="off"
      noValidate
      onSubmit={onSubmit}
      onInput={onInput}
      data-form
      data-part={part}
      data-side={side}
      data-keeps-focus
    >
      <Restored form={form} onDiscard={onDiscard} />
      {children}
    </form>
  )
}
