/** Nobody is signed in: scan a badge, or initials and PIN. The PIN is never shown and never kept. */
import { Stamp } from 'lucide-react'
import { useEffect, useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react'
import { useDesk, useDeskState, useSaid, useWords } from '../desk/use-desk.ts'
import { focusHome } from '../keys/field.ts'
import { Banners } from '../parts/frame/banners.tsx'
import { Button } from '../parts/frame/keys.tsx'
import { Strip } from '../parts/frame/strip.tsx'
import control from '../styles/control.module.css'
import css from '../styles/gate.module.css'

function field(form: HTMLFormElement, name: string): HTMLInputElement | null {
  const element = form.elements.namedItem(name)
  return element instanceof HTMLInputElement ? element : null
}

/** Enter after the initials moves to the PIN. */
function onEnter(event: KeyboardEvent<HTMLInputElement>): void {
  const { form } = event.currentTarget
  if (event.key !== 'Enter' || !form) return
  event.preventDefault()
  field(form, 'pin')?.focus()
}

type SignInProps = {
  /** The text of the first field before anything is typed. */
  readonly initials?: string
  readonly onRefused: (words: string) => void
}

export function SignInForm({ initials: offered = '', onRefused }: SignInProps): ReactNode {
  const desk = useDesk()
  const [hasInitials, setHasInitials] = useState(offered !== '')
  const words = useWords().gate.sign_in
  const signIn = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const form = event.currentTarget
    const initials = field(form, 'initials')?.value.trim() ?? ''
    const pin = field(form, 'pin')?.value ?? ''
    form.reset()
    setHasInitials(offered !== '')
    if (initials === '' || pin === '') {
      onRefused(words.type_both)
      return focusHome()
    }
    onRefused('')
    const answer = await desk.command('staff.sign-in', { commandId: desk.mint(), initials, pin })
    if (answer.kind === 'ok') return desk.take(answer.output.snapshot)
    onRefused(answer.kind === 'refused' ? `${answer.says} ${answer.way_out}` : answer.says)
    focusHome()
  }
  return (
    <form className={css['form']} onSubmit={(event) => void signIn(event)} autoComplete="off">
      <div className={css['pair']}>
        <label className={control['field']}>
          {words.initials}
          <input
            name="initials"
            type="text"
            data-home
            data-use="words"
            defaultValue={offered}
            maxLength={40}
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
            autoComplete="off"
          />
        </label>
      </div>
      <div className={css['buttons']}>
        <Button type="submit" look="main" chord="Enter">
          {words.sign_in}
        </Button>
      </div>
    </form>
  )
}

/** The refusal of a badge scan. */
function bandWords(state: ReturnType<typeof useDeskState>): string {
  if (state.notice) return `${state.notice.heading} ${state.notice.sentence}`
  const band = state.snapshot?.band
  return band && band.outcome === 'stop' ? `${band.heading} ${band.sentence}` : ''
}

/** The latest refusal, typed or scanned: one of a later scan replaces that of a wrong PIN. */
export function useRefusal(state: ReturnType<typeof useDeskState>): readonly [string, (words: string) => void] {
  const [refused, setRefused] = useState({ words: '', band: '' })
  const band = bandWords(state)
  const number = `${state.snapshot?.band?.number ?? ''} ${band}`
  const isLast = refused.words !== '' && refused.band === number
  return [isLast ? refused.words : band, (words) => setRefused({ words, band: number })]
}

export function SignInScreen(): ReactNode {
  useEffect(focusHome, [])
  const state = useDeskState()
  const [refused, setRefused] = useRefusal(state)
  const said = useSaid()
  const words = useWords().gate.sign_in
  return (
    <div className={css['gate']} data-screen="sign-in">
      <div>
        <Strip />
        <Banners />
      </div>
      <main className={css['middle']}>
        <div className={css['sheet']}>
          <div className={css['mark']}>
            <Stamp aria-hidden="true" strokeWidth={1.5} />
            <div>
              <h1>{words.heading}</h1>
              <p className={css['lead']}>{words.lead}</p>
            </div>
          </div>
          <SignInForm onRefused={setRefused} />
          <p role="alert" className={refused === '' ? 'unseen' : css['error']}>
            {said(refused)}
          </p>
        </div>
      </main>
    </div>
  )
}
