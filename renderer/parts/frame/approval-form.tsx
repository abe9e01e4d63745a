/**
 * A second person's initials and PIN, in place on the row that waits for them. Never a dialog: a scan goes to the desk
 * meanwhile, and leaves these fields as they are.
 */
import { useEffect, useState, type FormEvent, type ReactNode } from 'react'
import type { Row } from '../../../shared/desk/screen.ts'
import { useDesk, useDeskState, useWords } from '../../desk/use-desk.ts'
import { focusApproval, focusHome, homeField } from '../../fields/field.ts'
import css from '../../styles/rows.module.css'
import { BadgePin } from './badge-pin.tsx'
import { fieldOf, InitialsAndPin } from './initials-and-pin.tsx'
import { Button } from './keys.tsx'
import { clockText } from './strip.tsx'

export function ApprovalForm({ row, until_ms }: { readonly row: Row; readonly until_ms: number }): ReactNode {
  const desk = useDesk()
  const { snapshot } = useDeskState()
  const words = useWords().page.approval
  const [isSending, setSending] = useState(false)
  const asked = snapshot?.asked_pin?.row_id === row.row_id ? snapshot.asked_pin : null
  const isPinAsked = asked !== null
  useEffect(() => {
    // Whoever was asked, or scanned a badge, types next; somebody who is typing on the line goes on typing there.
    if (isPinAsked || homeField()?.value === '') focusApproval(row.row_id)
  }, [row.row_id, isPinAsked])
  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const initials = fieldOf(event.currentTarget, 'initials')
    const pin = fieldOf(event.currentTarget, 'pin')
    if (!pin || isSending) return
    const missing = [initials, pin].find((one) => one?.value.trim() === '')
    if (missing) return missing.focus()
    // Without initials it is the PIN of the badge that was scanned.
    const input = { row_id: row.row_id, initials: initials?.value.trim() ?? '', pin: pin.value }
    pin.value = ''
    setSending(true)
    const { kind } = await desk.perform({ method: 'approval.give', input }, desk.mint())
    setSending(false)
    if (kind === 'ok') focusHome()
    else pin.focus()
  }
  const until = snapshot ? clockText(until_ms, snapshot) : ''
  return (
    <form
      className={css['approval']}
      data-row-form={row.row_id}
      onSubmit={(event) => void send(event)}
      autoComplete="off"
    >
      {asked === null ? <InitialsAndPin sizes={[6, 10]} /> : <BadgePin name={asked.name} size={10} />}
      <Button type="submit" chord="Enter">
        {words.approve}
      </Button>
      <p className={css['until']}>{(asked === null ? words.until : words.until_badge)(until)}</p>
    </form>
  )
}
