/**
 * Which commands fit what is typed, best first: the very label, the very other word, a beginning, words inside. Case,
 * accents, spaces and hyphens do not count: "logout", "Log out" and "log-out" are one word.
 */
import { fold } from '../../catalog/fold.ts'
import type { Command } from './command-list.ts'

/** A word of a command to compare: as words, and closed up. */
type Key = { readonly words: readonly string[]; readonly closed: string }

function keyOf(text: string): Key {
  const words = fold(text).split(' ').filter(Boolean)
  // A lone sign, such as "?", is all that there is of it.
  return words.length === 0 ? { words: [text.trim()], closed: text.trim() } : { words, closed: words.join('') }
}

const keys = new Map<string, Key>()

/** The key of a command's own word, which is asked for with every letter that is typed. */
function keyOfOwn(text: string): Key {
  const known = keys.get(text) ?? keyOf(text)
  keys.set(text, known)
  return known
}

/** "Set a PIN" is "Set the PIN": an article tells no command from another, in either language. */
const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'the', 'el', 'la', 'los', 'las', 'un', 'una'])

/** Each typed word begins a word of it; an article need not. */
function beginsEach(typed: Key, { words }: Key): boolean {
  const told = typed.words.filter((one) => !ARTICLES.has(one))
  return (told.length === 0 ? typed.words : told).every((one) => words.some((word) => word.startsWith(one)))
}

function isInside(typed: Key, closed: string): boolean {
  return typed.words.every((one) => closed.includes(one))
}

type Named = Pick<Command, 'label' | 'also' | 'does'>

/** The last rank that means the command itself, and not a mention of it. */
const RANK_MEANT = 5
/** The label or another word, whole. */
const RANK_NAMED = 1
const RANK_INSIDE = 8
/** Words of the other language come after all of one's own. */
const FOREIGN = 10

/** 0 for the very label; null when it does not fit. */
function rankOf(typed: Key, { label, also, does }: Named): number | null {
  const own = keyOfOwn(label)
  const others = also.map(keyOfOwn)
  const tests: readonly (() => boolean)[] = [
    () => own.closed === typed.closed,
    () => others.some((one) => one.closed === typed.closed),
    () => own.closed.startsWith(typed.closed),
    () => others.some((one) => one.closed.startsWith(typed.closed)),
    () => beginsEach(typed, own),
    () => others.some((one) => beginsEach(typed, one)),
    () => isInside(typed, own.closed),
    () => others.some((one) => isInside(typed, one.closed)),
    () => isInside(typed, `${own.closed} ${keyOfOwn(does).closed}`),
  ]
  const rank = tests.findIndex((test) => test())
  return rank < 0 ? null : rank
}

function rankIn(typed: Key, { label, does, also, foreign }: Named & { readonly foreign: readonly string[] }) {
  const own = rankOf(typed, { label, does, also })
  if (own !== null && own < RANK_INSIDE) return own
  const [first = '', ...rest] = foreign
  const abroad = first === '' ? null : rankOf(typed, { label: first, also: rest, does: '' })
  // A foreign word that is meant tells more than letters found somewhere inside.
  return abroad !== null && abroad <= RANK_MEANT ? FOREIGN + abroad : own === null ? null : FOREIGN * 2 + own
}

/** An act of the open page has a label alone. */
type Ranked<Kind> = { readonly one: Kind; readonly rank: number }

function sorted<Kind>(ranked: readonly (Ranked<Kind> | null)[]): readonly Ranked<Kind>[] {
  return ranked.filter((one) => one !== null).toSorted((a, b) => a.rank - b.rank)
}

/** The commands that fit, best first; all that are listed when nothing is typed. */
export function rankCommands(commands: readonly Command[], text: string): readonly Ranked<Command>[] {
  if (text.trim() === '') return commands.filter((one) => one.is_listed).map((one) => ({ one, rank: RANK_INSIDE }))
  const typed = keyOf(text)
  return sorted(
    commands.map((one) => {
      const rank = rankIn(typed, one)
      return rank === null ? null : { one, rank }
    }),
  )
}

/** The labels that fit, best first; all of them when nothing is typed. */
export function rankLabels<Kind>(all: readonly Kind[], labelOf: (one: Kind) => string, text: string) {
  if (text.trim() === '') return all.map((one) => ({ one, rank: RANK_INSIDE }))
  const typed = keyOf(text)
  return sorted(
    all.map((one) => {
      const rank = rankOf(typed, { label: labelOf(one), also: [], does: '' })
      return rank === null ? null : { one, rank }
    }),
  )
}

/** Whether the command itself is meant, by its label or another word for it, and not only mentioned. */
export function isMeant(rank: number): boolean {
  return rank % FOREIGN <= RANK_MEANT && rank < FOREIGN * 2
}

/** Whether all of its label or of another word for it is typed. */
export function isNamed(rank: number): boolean {
  return rank % FOREIGN <= RANK_NAMED && rank < FOREIGN * 2
}
