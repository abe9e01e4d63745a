/**
 * The desk is locked: nothing of a patron is on the screen. The same person's badge or PIN brings everything back;
 * anybody else's begins anew. A scan is answered here, never lost silently.
 */
import { Lock } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { useDeskState, useSaid } from '../desk/use-desk.ts'
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
  const [words, setRefused] = useRefusal(state)
  const said = useSaid()
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
              <h1>Locked: scan your badge</h1>
              <p className={css['lead']}>
                or type your initials and PIN. Everything comes back for <bdi>{shown(staff?.name ?? '')}</bdi>; anybody
                else begins with an empty desk.
              </p>
            </div>
          </div>
          <SignInForm initials={staff?.initials ?? ''} onRefused={setRefused} />
          <p role="alert" className={words === '' ? 'unseen' : css['error']}>
            {said(words)}
          </p>
        </div>
      </main>
    </div>
  )
}
