/** Who somebody is: initials, then a PIN, which is never shown and never kept. */
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { useWords } from '../../desk/use-desk.ts'
import control from '../../styles/control.module.css'

export function fieldOf(form: HTMLFormElement, name: 'initials' | 'pin'): HTMLInputElement | null {
  const element = form.elements.namedItem(name)
  return element instanceof HTMLInputElement ? element : null
}

/** Enter after the initials moves to the PIN. */
function onEnter(event: KeyboardEvent<HTMLInputElement>): void {
  const { form } = event.currentTarget
  if (event.key !== 'Enter' || !form) return
  event.preventDefault()
  fieldOf(form, 'pin')?.focus()
}

type Props = {
  /** The initials before anything is typed. */
  readonly offered?: string
  /** The initials own the focus of the screen. */
  readonly isHome?: boolean
  readonly sizes?: readonly [initials: number, pin: number]
}

export function InitialsAndPin({ offered = '', isHome = false, sizes }: Props): ReactNode {
  const [hasInitials, setHasInitials] = useState(offered !== '')
  const words = useWords().gate.sign_in
  return (
    <>
      <label className={control['field']}>
        {words.initials}
        <input
          name="initials"
          type="text"
          data-home={isHome || undefined}
          data-use="words"
          defaultValue={offered}
          maxLength={40}
          size={sizes?.[0]}
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
          // Digits typed after the initials are a PIN, however fast; without initials they are a badge.
          data-use={hasInitials ? 'pin' : 'any'}
          maxLength={40}
          size={sizes?.[1]}
          autoComplete="off"
        />
      </label>
    </>
  )
}
