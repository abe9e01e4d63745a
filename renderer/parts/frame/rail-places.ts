/** The places of the rail in two groups: work with patrons and items, and the office. Who may go is not known here. */
import {
  Banknote,
  BookDown,
  BookOpen,
  Bookmark,
  BriefcaseBusiness,
  CircleUser,
  Coins,
  History,
  LibraryBig,
  ScanLine,
  Search,
  Settings,
  Users,
  type LucideIcon,
} from 'lucide-react'
import { ACTIONS, isPageAction, placeOf, type DeskAction } from '../../../shared/desk/keymap.ts'
import type { Place } from '../../../shared/desk/page.ts'
import type { DeskState } from '../../desk/state.ts'

/** Where the clerk can be: at an act with its key, or on a page that has none. */
export type Whereabouts = DeskAction | Place
/** Of these, what the rail leads to. */
export type Stop = Extract<Whereabouts, DeskAction | 'overdue' | 'card-lists'>

type One = {
  readonly kind: 'one'
  readonly action:
    'line' | 'check-in' | 'find-title' | 'find-person' | 'item' | 'account' | 'pay' | 'drawer' | 'settings'
  readonly icon: LucideIcon
}
export type MenuName = 'recent' | 'holds' | 'shelving' | 'office'
export type MenuEntry = {
  readonly kind: 'menu'
  readonly name: MenuName
  readonly icon: LucideIcon
  readonly stops: readonly Stop[]
}
type Entry = One | MenuEntry

export const GROUPS: readonly { readonly name: 'desk' | 'admin'; readonly entries: readonly Entry[] }[] = [
  {
    name: 'desk',
    entries: [
      { kind: 'one', action: 'line', icon: ScanLine },
      { kind: 'one', action: 'check-in', icon: BookDown },
      { kind: 'one', action: 'find-title', icon: Search },
      { kind: 'one', action: 'find-person', icon: Users },
      { kind: 'one', action: 'account', icon: CircleUser },
      { kind: 'one', action: 'pay', icon: Banknote },
      { kind: 'menu', name: 'recent', icon: History, stops: ['recent', 'last-patron'] },
      { kind: 'one', action: 'item', icon: BookOpen },
      { kind: 'menu', name: 'holds', icon: Bookmark, stops: ['hold', 'pull-list', 'hold-shelf', 'transits'] },
      { kind: 'one', action: 'drawer', icon: Coins },
      { kind: 'menu', name: 'shelving', icon: LibraryBig, stops: ['cart', 'shelf', 'modes', 'used-here', 'tasks'] },
    ],
  },
  {
    name: 'admin',
    entries: [
      {
        kind: 'menu',
        name: 'office',
        icon: BriefcaseBusiness,
        stops: ['supervisor', 'work-log', 'overdue', 'card-lists', 'policy', 'outage', 'staff', 'data-in', 'this-desk'],
      },
      { kind: 'one', action: 'settings', icon: Settings },
    ],
  },
]

/** Pages that belong to a place of another name. */
const BELONGS: Readonly<Partial<Record<Place, Stop>>> = {
  title: 'find-title',
  'item-new': 'item',
  'patron-new': 'find-person',
  'patron-merge': 'account',
  'items-made': 'item',
  waive: 'account',
  renewals: 'account',
  privacy: 'account',
  'hold-new': 'hold',
  news: 'staff',
  'recovery-key': 'this-desk',
}

export function isAction(stop: Whereabouts): stop is DeskAction {
  return ACTIONS.some((action) => action === stop)
}

/** The page behind a stop; null: it is none. */
export function pageOf(stop: Stop): Place | null {
  if (!isAction(stop)) return stop
  return isPageAction(stop) ? placeOf(stop) : null
}

/** Where the clerk is. */
export function currentStop({ search, panel, snapshot }: DeskState): Whereabouts {
  if (search?.kind === 'titles') return 'find-title'
  if (search?.kind === 'people') return 'find-person'
  if (panel === 'settings') return 'settings'
  const place = snapshot?.page?.ref.place
  if (place !== undefined) return BELONGS[place] ?? (place.startsWith('policy') ? 'policy' : place)
  const mode = snapshot?.mode
  // Counting what is used here and taking stock are chosen among the ways of scanning.
  if (mode === 'in-house' || mode === 'inventory') return 'modes'
  return mode === 'in' ? 'check-in' : 'line'
}
