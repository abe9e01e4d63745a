/**
 * The desk is locked: nothing about a patron is on the screen. The same person's badge or PIN brings everything back;
 * anyone else's starts over. A scan is answered here, never lost silently.
 */
import { Lock } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { useDeskState, useSaid, useWords } from '../desk/use-desk.ts'
import { focusHome } from '../keys/field.ts'
import { Banners } from '../parts/frame/banners.tsx'
import { Strip } from '../parts/frame/strip.tsx'
import css from '../styles/gate.module.css'
import { shown } from '../text.ts'
import { SignInForm, useRefusal } from './sign-in.tsx'

export function LockedScreen(): ReactNode {
  const state = useDeskState()
  useEffect(focusHome, [])
  const staff = state.snapshot?.staff
  const [refused, setRefused] = useRefusal(state)
  const said = useSaid()
  const words = useWords().gate.locked
  return (
    <div className={css['gate']} data-screen="locked">
      <div>
        <Strip />
        <Banners />
      </div>
      <main className={css['middle']}>
        <div className={css['sheet']}>
          <div className={css['mark']}>
            <Lock aria-hidden="true" strokeWidth={1.5} />
            <div>
              <h1>{words.heading}</h1>
              <p className={css['lead']}>
                <bdi>{words.lead(shown(staff?.name ?? ''))}</bdi>
              </p>
            </div>
          </div>
          <SignInForm initials={staff?.initials ?? ''} onRefused={setRefused} />
          <p role="alert" className={refused === '' ? 'unseen' : css['error']}>
            {said(refused)}
          </p>
        </div>
      </main>
    </div>
  )
}
