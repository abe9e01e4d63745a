/** The places of the desk with their keys. Only what works today: no button waits for a later version. */
import {
  Bookmark,
  BookDown,
  BookOpen,
  CircleUser,
  Clock,
  History,
  ScanLine as ScanIcon,
  Search,
  Settings,
  Users,
  type LucideIcon,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { ACTIONS, isPageAction, placeOf, type DeskAction } from '../../../shared/desk/keymap.ts'
import { runAction } from '../../desk/run.ts'
import type { DeskState } from '../../desk/state.ts'
import { useDesk, useDeskState, useWords } from '../../desk/use-desk.ts'
import css from '../../styles/chrome.module.css'
import type { ScreenWords } from '../../screen-words.ts'
import { ariaKeys, Keys } from './keys.tsx'

type Place = { readonly action: Exclude<keyof ScreenWords['rail'], 'places'>; readonly icon: LucideIcon }

const PLACES: readonly Place[] = [
  { action: 'line', icon: ScanIcon },
  { action: 'check-in', icon: BookDown },
  { action: 'find-title', icon: Search },
  { action: 'find-person', icon: Users },
  { action: 'item', icon: BookOpen },
  { action: 'hold', icon: Bookmark },
  { action: 'account', icon: CircleUser },
  { action: 'recent', icon: Clock },
  { action: 'last-patron', icon: History },
]
const SETTINGS: Place = { action: 'settings', icon: Settings }

function currentPlace(state: DeskState): DeskAction {
  if (state.search?.kind === 'titles') return 'find-title'
  if (state.search?.kind === 'people') return 'find-person'
  if (state.panel === 'settings') return 'settings'
  const page = state.snapshot?.page
  const onPage = ACTIONS.find((action) => isPageAction(action) && placeOf(action) === page?.ref.place)
  if (onPage) return onPage
  if (page?.ref.place === 'title') return 'find-title'
  if (page?.ref.place.startsWith('policy')) return 'policy'
  if (page?.ref.place === 'recovery-key') return 'this-desk'
  const mode = state.snapshot?.mode
  // Counting what is used here and taking stock are chosen among the ways of scanning, which have no button.
  if (mode === 'in-house' || mode === 'inventory') return 'modes'
  return mode === 'in' ? 'check-in' : 'line'
}

export function Rail(): ReactNode {
  const desk = useDesk()
  const state = useDeskState()
  const current = currentPlace(state)
  const words = useWords().rail
  const button = ({ action, icon: Icon }: Place, className?: string): ReactNode => (
    <button
      key={action}
      type="button"
      className={className}
      aria-current={action === current ? 'page' : undefined}
      aria-keyshortcuts={ariaKeys(state.keys[action])}
      onClick={() => runAction(desk, action)}
    >
      <span className={css['key']} aria-hidden="true">
        <Icon className="icon" />
        {action === 'settings' ? null : <Keys chord={state.keys[action].replace('Shift+', '⇧')} />}
      </span>
      {words[action]}
    </button>
  )
  return (
    <nav className={css['rail']} aria-label={words.places}>
      {PLACES.map((place) => button(place))}
      {button(SETTINGS, css['foot'])}
    </nav>
  )
}
