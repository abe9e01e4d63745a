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
import { useDesk, useDeskState } from '../../desk/use-desk.ts'
import css from '../../styles/chrome.module.css'
import { ariaKeys, Keys } from './keys.tsx'

type Place = { readonly action: DeskAction; readonly label: string; readonly icon: LucideIcon }

const PLACES: readonly Place[] = [
  { action: 'line', label: 'Line', icon: ScanIcon },
  { action: 'check-in', label: 'In', icon: BookDown },
  { action: 'find-title', label: 'Title', icon: Search },
  { action: 'find-person', label: 'Person', icon: Users },
  { action: 'item', label: 'Item', icon: BookOpen },
  { action: 'hold', label: 'Hold', icon: Bookmark },
  { action: 'account', label: 'Account', icon: CircleUser },
  { action: 'recent', label: 'Recent', icon: Clock },
  { action: 'last-patron', label: 'Last', icon: History },
]
const SETTINGS: Place = { action: 'settings', label: 'Settings', icon: Settings }

function currentPlace(state: DeskState): DeskAction {
  if (state.search?.kind === 'titles') return 'find-title'
  if (state.search?.kind === 'people') return 'find-person'
  if (state.panel === 'settings') return 'settings'
  const page = state.snapshot?.page
  const onPage = ACTIONS.find(({ action }) => isPageAction(action) && placeOf(action) === page?.ref.place)
  if (onPage) return onPage.action
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
  const button = ({ action, label, icon: Icon }: Place, className?: string): ReactNode => (
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
      {label}
    </button>
  )
  return (
    <nav className={css['rail']} aria-label="Places">
      {PLACES.map((place) => button(place))}
      {button(SETTINGS, css['foot'])}
    </nav>
  )
}
