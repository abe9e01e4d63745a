/** Which screen is shown, by the stage of the desk; and what all have in common: colors, text size, sounds, speech. */
import { useEffect, useLayoutEffect, useSyncExternalStore, type ReactNode } from 'react'
import type { Settings } from '../shared/ipc/settings.ts'
import type { DeskState } from './desk/state.ts'
import { useDeskState, useWords } from './desk/use-desk.ts'
import { Announcer, useSounds } from './parts/frame/announcer.tsx'
import { DeskScreen } from './screens/desk.tsx'
import { RescueScreen } from './screens/rescue.tsx'
import { SetUpScreen } from './screens/set-up.tsx'
import { LockedScreen, SignInScreen } from './screens/sign-in.tsx'
import gate from './styles/gate.module.css'

const DARK = '(prefers-color-scheme: dark)'
const MORE_CONTRAST = '(prefers-contrast: more)'

function subscribeToSystem(listener: () => void): () => void {
  const queries = [matchMedia(DARK), matchMedia(MORE_CONTRAST)]
  for (const query of queries) query.addEventListener('change', listener)
  return () => {
    for (const query of queries) query.removeEventListener('change', listener)
  }
}

function systemTheme(): 'light' | 'dark' | 'contrast' {
  if (matchMedia(MORE_CONTRAST).matches) return 'contrast'
  return matchMedia(DARK).matches ? 'dark' : 'light'
}

/** Applies the colors and the text size to the page. */
function useLook(settings: Settings): void {
  const system = useSyncExternalStore(subscribeToSystem, systemTheme)
  const theme = settings.theme === 'system' ? system : settings.theme
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme
    document.documentElement.dataset['scale'] = settings.text_scale
  }, [theme, settings.text_scale])
}

/** Says in which language the page is, for whoever has it read out. */
function useLanguage({ snapshot }: DeskState): void {
  const language = snapshot?.language
  useEffect(() => {
    if (language) document.documentElement.lang = language
  }, [language])
}

/**
 * Writes the version of the snapshot to the page once it is drawn and no step is under way. A screen test waits for
 * this, so that its next key finds what a person would see.
 */
function useDrawn({ snapshot, under_way_count }: DeskState): void {
  const drawn = under_way_count > 0 ? '' : String(snapshot?.version ?? '')
  useLayoutEffect(() => {
    document.documentElement.dataset['drawn'] = drawn
  }, [drawn])
}

function Screen(): ReactNode {
  const { snapshot, station } = useDeskState()
  const words = useWords()
  switch (snapshot?.stage) {
    case 'desk':
      return <DeskScreen />
    case 'locked':
      return <LockedScreen />
    case 'sign-in':
      return <SignInScreen />
    case 'set-up':
      return <SetUpScreen />
    case 'rescue':
      return <RescueScreen />
    case undefined:
      return (
        <main className={gate['middle']} data-screen="starting">
          <h1 className={gate['lead']}>{words.gate.starting[station]}</h1>
        </main>
      )
  }
}

export function App(): ReactNode {
  const state = useDeskState()
  useLook(state.settings)
  useLanguage(state)
  useDrawn(state)
  useSounds()
  return (
    <>
      <Screen />
      <Announcer />
    </>
  )
}
