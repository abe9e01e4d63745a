/**
 * Searches on the line: titles (F3), patrons (F4) and commands (/), including the open page's. The focus stays in the
 * line; a hit is chosen by the arrow keys, or automatically when it is the only one. Must never open a patron by name
 * without an Enter: two people may share it.
 */
import {
  asksForHelp,
  commandsIn,
  isOnAccount,
  isUnderMore,
  type Command,
} from '../../shared/desk/words/command-list.ts'
import { isSaleBegun } from '../../shared/cash/pay/quick-sale.ts'
import { isMeant, isNamed, rankCommands, rankLabels } from '../../shared/desk/words/command-rank.ts'
import type { Desk } from './desk.ts'
import type { Language } from '../../shared/kernel/language.ts'
import { pageActs, type PlacedAct } from './page.ts'
import type { DeskState, Hit, Search, SearchKind } from './state.ts'

const HITS_MAX = 12
/** A hit that moved into the chosen place less than this long ago is not taken by Enter. */
export const MOVED_MS = 250

export function openSearch(desk: Desk, kind: SearchKind): void {
  const moved_at_ms = desk.ports.steady_ms()
  const search: Search = {
    kind,
    text: '',
    hits: kind === 'commands' ? commandHits(desk.store.now(), '') : [],
    has_more: false,
    chosen_id: null,
    moved_at_ms,
    is_answered: kind === 'commands',
    hint: null,
  }
  desk.store.change({ search, panel: 'none', notice: null })
}

function hitOfAct({ act, row_id }: PlacedAct): Hit {
  return { kind: 'acts', id: `act ${row_id ?? ''} ${act.act_id}`, act, row_id }
}

/**
 * The page's acts come first where they are meant: the page is what the clerk is looking at. An act of the account that
 * is found by another word for it is that act where the page has it.
 */
function commandHits(state: DeskState, text: string): Hit[] {
  const { language } = state.snapshot ?? { language: 'en' }
  const acts = pageActs(state)
  const isAtAccount = state.snapshot?.page?.ref.place === 'account'
  const own = rankLabels(acts, ({ act }) => act.label, text).map(({ one, rank }) => ({ hit: hitOfAct(one), rank }))
  const commands = rankCommands(commandsIn(language), text).map(({ one, rank }) => {
    const placed = isOnAccount(one) ? acts.find(({ act }) => act.label === one.label) : undefined
    return { hit: placed ? hitOfAct(placed) : hitOf(one, isAtAccount && isUnderMore(one)), rank }
  })
  const ranked = [...own, ...commands].map(({ hit, rank }) => ({
    hit,
    rank: hit.kind === 'acts' && isMeant(rank) ? -1 : rank,
  }))
  if (ranked.length === 0) return elsewhereHits(language, text)
  const sorted = ranked.toSorted((a, b) => a.rank - b.rank).map(({ hit }) => hit)
  return sorted.filter(({ id }, at) => sorted.findIndex((one) => one.id === id) === at)
}

/** Where else the text of no command can be looked for, each with that text. */
const ELSEWHERE = ['help', 'find-person', 'find-title'] as const

function elsewhereHits(language: Language, text: string): Hit[] {
  return ELSEWHERE.flatMap((id) =>
    commandsIn(language)
      .filter(({ command_id }) => command_id === id)
      .map((command): Hit => ({ kind: 'commands', id, command, is_absent: false, text: text.trim() })),
  )
}

function hitOf(command: Command, is_absent = false): Hit {
  return { kind: 'commands', id: command.command_id, command, is_absent }
}

/** Commands named in full by words that no patron has: "log out", "help". Less may be the start of a number. */
function namedHits({ snapshot }: DeskState, text: string): Hit[] {
  const ranked = rankCommands(commandsIn(snapshot?.language ?? 'en'), text)
  return ranked.filter(({ rank }) => isNamed(rank)).map(({ one }) => hitOf(one))
}

async function findHits(desk: Desk, kind: SearchKind, text: string): Promise<{ hits: Hit[]; has_more: boolean }> {
  if (kind === 'commands') return { hits: commandHits(desk.store.now(), text), has_more: false }
  if (text.trim() === '') return { hits: [], has_more: false }
  if (kind === 'titles') {
    const answer = await desk.ask('search.titles', { text: text.slice(0, 200), limit: HITS_MAX })
    if (answer.kind !== 'ok') return { hits: [], has_more: false }
    const hits = answer.output.hits.map((title): Hit => ({ kind: 'titles', id: `t${title.title_id}`, title }))
    return { hits, has_more: answer.output.has_more }
  }
  if (isSaleBegun(text)) return { hits: [], has_more: false }
  const answer = await desk.ask('search.patrons', { text: text.slice(0, 200), limit: HITS_MAX })
  if (answer.kind !== 'ok') return { hits: [], has_more: false }
  const hits = answer.output.hits.map((person): Hit => ({ kind: 'people', id: `p${person.patron_id}`, person }))
  if (hits.length === 0) return { hits: namedHits(desk.store.now(), text), has_more: false }
  return { hits, has_more: answer.output.has_more }
}

/** The only hit; or the only one whose name begins with the text, before others that have it inside. */
function soleHit({ hits, has_more }: { hits: Hit[]; has_more: boolean }): Hit | null {
  const own = hits.filter((hit) => hit.kind !== 'people' || !hit.person.is_inside)
  return own.length === 1 && (!has_more || own.length < hits.length) ? (own[0] ?? null) : null
}

/**
 * Among commands the best is chosen as soon as something is typed. Beside a search for patrons only help is: a name
 * that no patron has must not sign anyone out.
 */
function commandToChoose({ kind, text }: Search, first: CommandsOrActs): Hit | null {
  if (kind === 'commands') return text.trim() === '' ? null : first
  return first.kind === 'commands' && asksForHelp(first.command) ? first : null
}

type CommandsOrActs = Extract<Hit, { kind: 'commands' | 'acts' }>

function toChoose(search: Search, found: { hits: Hit[]; has_more: boolean }): Hit | null {
  const [first] = found.hits
  if (first?.kind === 'commands' || first?.kind === 'acts') return commandToChoose(search, first)
  return found.hits.find((hit) => hit.id === search.chosen_id) ?? soleHit(found)
}

/** The search with new hits: a chosen hit stays chosen, an only hit is chosen automatically, and a move is noted. */
export function withHits(search: Search, found: { hits: Hit[]; has_more: boolean }, now_ms: number): Search {
  const wasAt = search.hits.findIndex((hit) => hit.id === search.chosen_id)
  const isAt = found.hits.findIndex((hit) => hit.id === search.chosen_id)
  const chosen_id = toChoose(search, found)?.id ?? null
  const hasMoved = chosen_id !== search.chosen_id || isAt !== wasAt
  const moved_at_ms = hasMoved ? now_ms : search.moved_at_ms
  return { ...search, ...found, chosen_id, moved_at_ms, is_answered: true, hint: null }
}

/** The line changed: searches for its new text, and drops answers to the former one. */
export function searchFor(desk: Desk, text: string): void {
  const search = desk.store.now().search
  if (!search) return
  const { kind } = search
  desk.store.change({ search: { ...search, text, is_answered: false, hint: null } })
  void findHits(desk, kind, text).then((found) => {
    const now = desk.store.now().search
    if (now?.kind !== kind || now.text !== text) return
    desk.store.change({ search: withHits(now, found, desk.ports.steady_ms()) })
  })
}

/** Up and Down. The clerk's own move does not count as a hit that moved. */
export function moveHit(desk: Desk, by: 1 | -1): void {
  const search = desk.store.now().search
  if (!search || search.hits.length === 0) return
  const at = search.hits.findIndex((hit) => hit.id === search.chosen_id)
  const next = at < 0 ? (by === 1 ? 0 : search.hits.length - 1) : at + by
  const hit = search.hits[Math.min(Math.max(next, 0), search.hits.length - 1)]
  desk.store.change({ search: { ...search, chosen_id: hit?.id ?? null, moved_at_ms: -Infinity, hint: null } })
}

/** What Enter takes, or what to press instead. */
export function hitToTake(search: Search, now_ms: number): { hit: Hit } | { hint: Search['hint'] } {
  const hit = search.hits.find((one) => one.id === search.chosen_id)
  if (!hit) return { hint: search.hits.length === 0 ? null : 'choose_first' }
  // A command follows from the text alone, so what the clerk sees is what was typed.
  const hasMoved = hit.kind !== 'commands' && hit.kind !== 'acts' && now_ms - search.moved_at_ms < MOVED_MS
  if (!search.is_answered || hasMoved) {
    return { hint: 'has_changed' }
  }
  // It would lead to the account that is open already.
  if (hit.kind === 'commands' && hit.is_absent) return { hint: 'not_on_account' }
  return { hit }
}
