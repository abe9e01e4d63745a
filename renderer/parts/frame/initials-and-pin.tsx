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

/** Where the focus waits in the PIN, a letter is the first of another person's initials: a PIN has digits only. */
function onPinKey({ key, ctrlKey, altKey, metaKey, currentTarget }: KeyboardEvent<HTMLInputElement>): void {
  const { form, value } = currentTarget
  if (!form || value !== '' || ctrlKey || altKey || metaKey || !/^\p{L}$/u.test(key)) return
  const initials = fieldOf(form, 'initials')
  initials?.focus()
  initials?.select()
}

type Props = {
  /** The initials before anything is typed. */
  readonly offered?: string
  /** The first field to be typed owns the focus of the screen: the initials, or the PIN where initials are offered. */
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
          data-home={(isHome && offered === '') || undefined}
          data-offered={offered === '' ? undefined : true}
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
          data-home={(isHome && offered !== '') || undefined}
          onKeyDown={isHome ? onPinKey : undefined}
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
