/**
 * What the screen knows: the newest snapshot, and a few things of its own (the text of a search, which panel is open).
 * Losing all of it in a reload loses nothing that was recorded. Listeners are called once a frame.
 */
import { type PatronHit, type TitleHit } from '../../shared/ipc/contract.ts'
import type { AlikeShown } from '../../shared/ipc/method.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../shared/ipc/settings.ts'
import type { LongWork } from '../../shared/kernel/long-work.ts'
import type { Act, PreviewLine } from '../../shared/desk/page.ts'
import type { HelpPlace } from '../../shared/help/topic.ts'
import type { Curve } from '../../shared/desk/pictures.ts'
import { dateOrder, type DateOrder, type Reading } from '../../shared/kernel/date-order.ts'
import { localDate, parseLocalDate } from '../../shared/kernel/time.ts'
import type { CommandId } from '../../shared/kernel/ids.ts'
import type { BandWeight, DeskSnapshot, OutcomeClass } from '../../shared/desk/screen.ts'
import type { FormFault } from '../../shared/desk/read-field.ts'
import type { Command } from '../../shared/desk/words/command-list.ts'
import type { KeyMap } from '../../shared/desk/keymap.ts'
import { KEY_PRESETS } from '../../shared/desk/keymap.ts'
import type { Pay } from './pay.ts'

export type ProcessState = 'up' | 'restarting' | 'down'

/** A message from the screen itself: a refused act, or that something was not recorded. Shown in place of the band. */
export type Notice = {
  readonly outcome: OutcomeClass
  readonly weight: BandWeight
  readonly heading: string
  readonly sentence: string
}

export type Hit =
  | { readonly kind: 'titles'; readonly id: string; readonly title: TitleHit }
  | { readonly kind: 'people'; readonly id: string; readonly person: PatronHit }
  /** `is_absent`: an act of an account that the open account does not have. */
  | {
      readonly kind: 'commands'
      readonly id: string
      readonly command: Command
      readonly is_absent: boolean
      /** What was typed and found nothing here: the command searches for it. */
      readonly text?: string
    }
  /** An act of the open page, or of the row at its cursor. */
  | { readonly kind: 'acts'; readonly id: string; readonly act: Act; readonly row_id: string | null }
export type SearchKind = 'titles' | 'people' | 'commands'

export type Search = {
  readonly kind: SearchKind
  readonly text: string
  readonly hits: readonly Hit[]
  readonly has_more: boolean
  /** The hit that Enter takes; null when none is chosen. */
  readonly chosen_id: string | null
  /** When the chosen hit last changed place, on the monotonic clock. */
  readonly moved_at_ms: number
  /** True once the answer for `text` has arrived. */
  readonly is_answered: boolean
  /** Why Enter could not be taken; null when nothing is to be said. */
  readonly hint: 'choose_first' | 'has_changed' | 'not_on_account' | null
}

export type Panel = 'none' | 'keys' | 'settings' | 'help'

/** An act with a form. The text in its fields belongs to the browser. */
export type Form = {
  /** Unique for each opened form. */
  readonly form_id: number
  readonly act: Act
  /** Its row; null for the head of the page. */
  readonly row_id: string | null
  /** One for each opened form, so that a second Enter sends nothing twice. */
  readonly command_id: CommandId
  readonly is_sending: boolean
  /** When the draft that it was opened with was kept: "2:14 PM"; null without one, and empty for one just typed. */
  readonly restored_from: string | null
  /** What could not be read, and in which field; null and empty for none. */
  readonly fault: FormFault | null
  readonly fault_of: string
  /** The name of an amount left empty that may have been meant to be typed, until it was asked for again. */
  readonly asks_again: string | null
  /** The preview of the form as it is; empty while unknown. */
  readonly preview: readonly PreviewLine[]
  /** What of it can be seen; null while unknown, and where there is nothing to see. */
  readonly pictured: Curve | null
  /** Who may be the patron whom the form registers; the last known until the next is. */
  readonly alike: readonly AlikeShown[]
  /** Asked for once already; Enter then means that it stays empty. */
  readonly has_asked_again: boolean
  /** What the station asked again about, and the texts that it was about: sent once more as they are, it is meant. */
  readonly meant: { readonly by: string; readonly texts: string } | null
  /** Totals and dates that were asked again; Enter then means them. */
  readonly asked: readonly string[]
}

export type DeskState = {
  readonly snapshot: DeskSnapshot | null
  readonly settings: Settings
  readonly keys: KeyMap
  readonly station: ProcessState
  readonly devices: ProcessState
  /** A request is waiting, and the station has been silent for a while. */
  readonly is_silent: boolean
  /** Scans and typed lines without an answer yet. */
  readonly waiting_count: number
  /** Steps sent to the station without an answer yet. */
  readonly under_way_count: number
  /** Scans that were refused or not confirmed, newest last. */
  readonly unrecorded: readonly string[]
  readonly notice: Notice | null
  readonly panel: Panel
  /** What help is about while it is open. */
  readonly help_place: HelpPlace
  /** What help is searched for as it opens. */
  readonly help_text: string
  /** The place that the line was just reached from: help there is about it. */
  readonly came_from: HelpPlace | null
  readonly search: Search | null
  /** The search that a title was opened from: Esc goes back to it. */
  readonly search_behind: Search | null
  /** The row of the page that letters and Enter act on; null when the cursor is on none. */
  readonly page_row_id: string | null
  /** How often Down was pressed for a page that is still loading: its cursor begins there. */
  readonly steps_ahead_count: number
  readonly form: Form | null
  /** What the payment part holds while its form is the open one; null for every other form. */
  readonly pay: Pay | null
  /** Whose acts under "More" are shown: those of this row, of the page (empty), or of none (null). */
  readonly more_of: string | null
  /** The undecided row the clerk walked to; null means the newest. */
  readonly walked_row_id: string | null
  /** The latest progress of long work. */
  readonly progress: Partial<Readonly<Record<LongWork, { readonly progress: number; readonly says: string }>>>
}

export const FIRST_STATE: DeskState = {
  snapshot: null,
  settings: DEFAULT_SETTINGS,
  keys: KEY_PRESETS.datestamp,
  station: 'up',
  devices: 'up',
  is_silent: false,
  waiting_count: 0,
  under_way_count: 0,
  unrecorded: [],
  notice: null,
  panel: 'none',
  help_place: 'line',
  help_text: '',
  came_from: null,
  search: null,
  search_behind: null,
  page_row_id: null,
  steps_ahead_count: 0,
  form: null,
  pay: null,
  more_of: null,
  walked_row_id: null,
  progress: {},
}

export type Store = {
  /** The newest state, for key handling. */
  readonly now: () => DeskState
  /** The state of the last frame, for drawing. */
  readonly drawn: () => DeskState
  readonly change: (part: Partial<DeskState>) => void
  readonly subscribe: (listener: () => void) => () => void
}

/** A store that calls its listeners at most once a frame, however many changes there were. */
export function createStore(nextFrame: (run: () => void) => void): Store {
  let now = FIRST_STATE
  let drawn = FIRST_STATE
  let isFrameAsked = false
  const listeners = new Set<() => void>()
  const publish = (): void => {
    isFrameAsked = false
    drawn = now
    for (const listener of listeners) listener()
  }
  return {
    now: () => now,
    drawn: () => drawn,
    change: (part) => {
      now = { ...now, ...part }
      if (isFrameAsked) return
      isFrameAsked = true
      nextFrame(publish)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The rows that wait for an answer, newest first, and the one that a digit would answer. */
export function undecided(state: DeskState): {
  rows: DeskSnapshot['rows']
  current: DeskSnapshot['rows'][number] | null
} {
  const rows = state.snapshot?.rows.filter((row) => row.choices.length > 0) ?? []
  const walked = rows.find((row) => row.row_id === state.walked_row_id)
  return { rows, current: walked ?? rows[0] ?? null }
}

/** A row whose reason is newly asked for gets the keys, wherever the clerk had walked to. */
export function followAsked(state: DeskState, { asked_row_id }: DeskSnapshot): Partial<DeskState> {
  const isNew = asked_row_id !== null && asked_row_id !== state.snapshot?.asked_row_id
  return isNew ? { walked_row_id: asked_row_id } : {}
}

/** In which order the figures of a date are typed here. */
export function orderNow({ snapshot }: Pick<DeskState, 'snapshot'>): DateOrder {
  return dateOrder(snapshot?.language ?? 'en', snapshot?.locale ?? 'en-US')
}

/** How dates are read in the forms of the open page. */
export function readingNow({ snapshot }: Pick<DeskState, 'snapshot'>): Reading {
  const today = parseLocalDate(snapshot?.page?.today ?? '') ?? localDate('2000-01-01')
  return { today, order: orderNow({ snapshot }) }
}
