/**
 * The PIN of a badge that was just scanned. Never a dialog: a scan goes to the desk meanwhile, another badge takes the
 * place of this one, and Esc starts over.
 */
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useDesk, useDeskState, useWords } from '../../desk/use-desk.ts'
import { focusHome } from '../../fields/field.ts'
import control from '../../styles/control.module.css'
import css from '../../styles/rows.module.css'
import { shown } from '../../text.ts'
import { Button } from './keys.tsx'

type FieldProps = {
  /** Whose badge it is; empty where a locked desk does not say. */
  readonly name: string
  readonly isHome?: boolean
  readonly size?: number
}

export function BadgePin({ name, isHome = false, size }: FieldProps): ReactNode {
  const desk = useDesk()
  const words = useWords().gate.badge_pin
  // On a screen without a desk; at the desk the key map does it.
  const onKeyDown = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') desk.dropBadge()
  }
  return (
    <label className={control['field']}>
      {name === '' ? words.pin : words.pin_of(shown(name))}
      <input
        name="pin"
        type="password"
        inputMode="numeric"
        data-home={isHome || undefined}
        data-use="pin"
        maxLength={40}
        size={size}
        onKeyDown={onKeyDown}
        autoComplete="off"
      />
    </label>
  )
}

/** At a desk where another person is signed in: whoever scanned the badge takes over once the PIN is typed. */
export function ComingBadge(): ReactNode {
  const desk = useDesk()
  const { snapshot } = useDeskState()
  const { badge_pin: words, sign_in } = useWords().gate
  const field = useRef<HTMLFormElement>(null)
  const asked = snapshot?.asked_pin ?? null
  const isAsked = asked?.for === 'sign-in'
  useEffect(() => {
    if (isAsked) field.current?.querySelector('input')?.focus()
  }, [isAsked])
  if (asked === null || !isAsked) return null
  const send = async (form: HTMLFormElement): Promise<void> => {
    const pin = form.elements.namedItem('pin')
    if (!(pin instanceof HTMLInputElement) || pin.value === '') return
    const input = { initials: '', pin: pin.value }
    pin.value = ''
    const { kind } = await desk.perform({ method: 'staff.sign-in', input }, desk.mint())
    if (kind === 'ok') focusHome()
    else pin.focus()
  }
  return (
    <form
      ref={field}
      className={css['approval']}
      data-row-form="badge"
      data-part="badge-pin"
      onSubmit={(event) => {
        event.preventDefault()
        void send(event.currentTarget)
      }}
      autoComplete="off"
    >
      <BadgePin name={asked.name} size={10} />
      <Button type="submit" chord="Enter">
        {sign_in.sign_in}
      </Button>
      <p className={css['until']}>{words.or_esc}</p>
    </form>
  )
}
