/**
 * Help: the guide's page for the place the clerk is at, over the work. The work stays mounted under it, so nothing
 * typed is lost; a scan goes to the desk and closes it (desk.ts).
 */
import type { HelpPlace } from '../../shared/help/topic.ts'
import type { Desk } from './desk.ts'
import { undecided, type DeskState } from './state.ts'

const OF_SEARCH = { titles: 'find-title', people: 'find-person', commands: 'commands' } as const

/** What the clerk is looking at, in the words of the guide. */
export function helpPlace(state: DeskState): HelpPlace {
  const { snapshot, panel, search } = state
  if (snapshot && snapshot.stage !== 'desk') return snapshot.stage
  if (panel === 'settings' || panel === 'keys') return panel
  if (search) return OF_SEARCH[search.kind]
  if (undecided(state).rows.length > 0) return 'waiting'
  if (snapshot?.page) return snapshot.page.ref.place
  const mode = snapshot?.mode ?? 'out'
  if (mode !== 'out') return mode === 'in' ? 'check-in' : mode
  return snapshot?.patron ? 'patron' : 'line'
}

/** @param place what it is about; null: where the clerk is. @param help_text what it is searched for */
export function openHelp(desk: Desk, place: HelpPlace | null = null, help_text = ''): void {
  const help_place = place ?? helpPlace(desk.store.now())
  desk.store.change({ panel: 'help', help_place, help_text, came_from: null, search: null })
}

/** On a page the key of the line is help first, where no other key is F1: pressed again, it goes to the line. */
export function isHelpFirst({ keys, snapshot, panel, search }: DeskState): boolean {
  return keys.line === 'F1' && (snapshot?.page ?? null) !== null && panel === 'none' && search === null
}

export function closeHelp(desk: Desk): void {
  if (desk.store.now().panel === 'help') desk.store.change({ panel: 'none' })
}

/** Typed on the line instead of a number: by itself it is no barcode. */
const ASKS_FOR_HELP = /^(?:\?+|help|ayuda|guide|gu[ií]a)$/i

export function asksForHelp(text: string): boolean {
  return ASKS_FOR_HELP.test(text.trim())
}
