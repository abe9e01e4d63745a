/** A key as it is written on the keyboard, and a button that shows its key. */
import type { MouseEventHandler, ReactNode } from 'react'
import css from '../../styles/control.module.css'

/** "Ctrl+F2" as two keys side by side. */
export function Keys({ chord }: { readonly chord: string }): ReactNode {
  const keys = chord.split(/\+(?=.)/)
  return (
    <span className={css['keys']}>
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  )
}

const ARIA_NAMES: Readonly<Record<string, string>> = { Ctrl: 'Control', Esc: 'Escape' }

/** The same chord as assistive technology wants it. */
export function ariaKeys(chord: string): string {
  return chord
    .split(/\+(?=.)/)
    .map((key) => ARIA_NAMES[key] ?? key)
    .join('+')
}

type ButtonProps = {
  readonly children: ReactNode
  readonly chord?: string
  readonly look?: 'plain' | 'main' | 'waits' | 'grave'
  readonly onClick?: MouseEventHandler<HTMLButtonElement>
  readonly type?: 'button' | 'submit'
  readonly isRefused?: boolean
  readonly isDisabled?: boolean
  /** Gets the focus when its form opens and has no field. */
  readonly isFirst?: boolean
}

export function Button(props: ButtonProps): ReactNode {
  const { children, chord, look = 'plain', onClick, isRefused = false, isDisabled = false } = props
  const classes = [css['button'], look === 'plain' ? '' : css[look]].filter(Boolean).join(' ')
  return (
    <button
      type={props.type === 'submit' ? 'submit' : 'button'}
      className={classes}
      onClick={onClick}
      disabled={isDisabled}
      data-first={props.isFirst || undefined}
      aria-disabled={isRefused || undefined}
      aria-keyshortcuts={chord === undefined ? undefined : ariaKeys(chord)}
    >
      <span>{children}</span>
      {chord === undefined ? null : (
        <span aria-hidden="true">
          <Keys chord={chord} />
        </span>
      )}
    </button>
  )
}
