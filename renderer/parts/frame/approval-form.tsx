/**
 * A second person's initials and PIN, in place on the row that waits for them. Never a dialog: a scan goes to the desk
 * meanwhile, and leaves these fields as they are. The PIN is never shown and never kept.
 */
import { useEffect, useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react'
import type { Row } from '../../../shared/desk/screen.ts'
import { useDesk, useDeskState, useWords } from '../../desk/use-desk.ts'
import { focusApproval, focusHome, homeField } from '../../keys/field.ts'
import control from '../../styles/control.module.css'
import css from '../../styles/rows.module.css'
import { Button } from './keys.tsx'
import { clockText } from './strip.tsx'

function fieldOf(form: HTMLFormElement, name: string): HTMLInputElement | null {
  const element = form.elements.namedItem(name)
  return element instanceof HTMLInputElement ? element : null
}

/** Enter after the initials goes on to the PIN. */
function onEnter(event: KeyboardEvent<HTMLInputElement>): void {
  const { form } = event.currentTarget
  if (event.key !== 'Enter' || !form) return
  event.preventDefault()
  fieldOf(form, 'pin')?.focus()
}

/** The two fields. Digits typed after the initials are a PIN, however fast; without initials they are a badge. */
function Fields(): ReactNode {
  const [hasInitials, setHasInitials] = useState(false)
  const words = useWords().page.approval
  return (
    <>
      <label className={control['field']}>
        {words.initials}
        <input
          name="initials"
          type="text"
          data-use="words"
          maxLength={40}
          size={6}
          autoComplete="off"
          spellCheck={false}
          onInput={(event) => setHasInitials(event.currentTarget.value.trim() !== '')}
          onKeyDown={onEnter}
        />
      </label>
      <label className={control['field']}>
        {words.pin}
        <input
          name="pin"
          type="password"
          inputMode="numeric"
          data-use={hasInitials ? 'pin' : 'any'}
          maxLength={40}
          size={10}
          autoComplete="off"
        />
      </label>
    </>
  )
}

export function ApprovalForm({ row, until_ms }: { readonly row: Row; readonly until_ms: number }): ReactNode {
  const desk = useDesk()
  const { snapshot } = useDeskState()
  const words = useWords().page.approval
  const [isSending, setSending] = useState(false)
  useEffect(() => {
    // Whoever was asked types next; somebody who is typing on the line goes on typing there.
    if (homeField()?.value === '') focusApproval(row.row_id)
  }, [row.row_id])
  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const initials = fieldOf(event.currentTarget, 'initials')
    const pin = fieldOf(event.currentTarget, 'pin')
    if (!initials || !pin || isSending) return
    const missing = [initials, pin].find((one) => one.value.trim() === '')
    if (missing) return missing.focus()
    const input = { row_id: row.row_id, initials: initials.value.trim(), pin: pin.value }
    pin.value = ''
    setSending(true)
    const kind = await desk.perform({ method: 'approval.give', input }, desk.mint())
    setSending(false)
    if (kind === 'ok') focusHome()
    else pin.focus()
  }
  return (
    <form
      className={css['approval']}
      data-row-form={row.row_id}
      onSubmit={(event) => void send(event)}
      autoComplete="off"
    >
      <Fields />
      <Button type="submit" chord="Enter">
        {words.approve}
      </Button>
      <p className={css['until']}>{words.until(snapshot ? clockText(until_ms, snapshot) : '')}</p>
    </form>
  )
}
