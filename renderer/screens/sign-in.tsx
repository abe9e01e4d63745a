/** Nobody is signed in, or the desk is locked: scan a badge, or initials and PIN. Nothing about a patron is shown. */
import { Lock, Stamp, type LucideIcon } from 'lucide-react'
import { useEffect, type FormEvent, type ReactNode, useState } from 'react'
import type { DeskSnapshot } from '../../shared/desk/screen.ts'
import { useDesk, useDeskState, useWords } from '../desk/use-desk.ts'
import { whyNot } from '../desk/wire.ts'
import { focusHome, setField } from '../fields/field.ts'
import { BadgePin } from '../parts/frame/badge-pin.tsx'
import { fieldOf, InitialsAndPin } from '../parts/frame/initials-and-pin.tsx'
import { Button } from '../parts/frame/keys.tsx'
import css from '../styles/gate.module.css'
import { shown } from '../text.ts'
import { Gate, Refused } from './gate.tsx'

type AskedPin = NonNullable<DeskSnapshot['asked_pin']>

type SignInProps = {
  /** The text of the first field before anything is typed. */
  readonly initials: string
  /** The badge whose PIN is typed instead of initials; null when none was scanned. */
  readonly badge: AskedPin | null
  readonly onRefused: (words: string) => void
}

function SignInForm({ initials: offered, badge, onRefused }: SignInProps): ReactNode {
  const desk = useDesk()
  const { sign_in: words, badge_pin } = useWords().gate
  const [isChecking, setChecking] = useState(false)
  const signIn = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const [initials, pin] = [fieldOf(event.currentTarget, 'initials'), fieldOf(event.currentTarget, 'pin')]
    if (!pin) return
    // Without initials it is the PIN of the badge that was scanned.
    const input = { initials: initials?.value.trim() ?? '', pin: pin.value }
    setField(pin, '')
    // What was typed of initials stays: most often only the PIN was wrong.
    const askAgain = (reason: string): void => {
      onRefused(reason)
      const missing = initials && initials.value.trim() === '' ? initials : pin
      missing.focus()
    }
    if ((initials && input.initials === '') || input.pin === '')
      return askAgain(initials ? words.type_both : badge_pin.type_pin)
    onRefused('')
    setChecking(true)
    const answer = await desk.command('staff.sign-in', { commandId: desk.mint(), ...input })
    if (answer.kind === 'ok') return desk.take(answer.output.snapshot)
    setChecking(false)
    askAgain(whyNot(answer))
  }
  return (
    <form className={css['form']} onSubmit={(event) => void signIn(event)} autoComplete="off">
      <div className={css['pair']}>
        {badge === null ? <InitialsAndPin offered={offered} isHome /> : <BadgePin name={badge.name} isHome />}
      </div>
      <div className={css['buttons']}>
        <Button type="submit" look="main" chord="Enter">
          {words.sign_in}
        </Button>
        <span role="status" className={css['checking']}>
          {isChecking ? words.checking : ''}
        </span>
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
function useRefusal(state: ReturnType<typeof useDeskState>): readonly [string, (words: string) => void] {
  const [refused, setRefused] = useState({ words: '', band: '' })
  const band = bandWords(state)
  const number = `${state.snapshot?.band?.number ?? ''} ${band}`
  const isLast = refused.words !== '' && refused.band === number
  return [isLast ? refused.words : band, (words) => setRefused({ words, band: number })]
}

type DoorProps = {
  readonly name: 'sign-in' | 'locked'
  readonly icon: LucideIcon
  readonly heading: string
  readonly lead: string
  readonly initials: string
}

function Door({ initials, ...gate }: DoorProps): ReactNode {
  const state = useDeskState()
  const { heading, lead } = useWords().gate.badge_pin
  const badge = state.snapshot?.asked_pin ?? null
  // Each badge is asked for anew, by its band: a locked desk names none.
  const asked_number = badge === null ? null : (state.snapshot?.band?.number ?? 0)
  useEffect(focusHome, [asked_number])
  const [refused, setRefused] = useRefusal(state)
  return (
    <Gate {...gate} {...(badge === null ? {} : { heading, lead })}>
      <SignInForm key={asked_number} initials={initials} badge={badge} onRefused={setRefused} />
      <Refused says={refused} />
    </Gate>
  )
}

export function SignInScreen(): ReactNode {
  const { heading, lead } = useWords().gate.sign_in
  return <Door name="sign-in" icon={Stamp} heading={heading} lead={lead} initials="" />
}

/** The same person's badge or PIN brings everything back; another person's starts over. */
export function LockedScreen(): ReactNode {
  const staff = useDeskState().snapshot?.staff
  const { heading, lead } = useWords().gate.locked
  const name = shown(staff?.name ?? '')
  return <Door name="locked" icon={Lock} heading={heading} lead={lead(name)} initials={staff?.initials ?? ''} />
}
