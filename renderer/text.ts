/**
 * Makes text from a library's records fit to show: titles contain control characters, and direction marks that would
 * reverse the rest of the screen. Never changes a letter.
 */
import { cleanLine } from '../shared/kernel/clean-text.ts'
import { inKeys } from '../shared/desk/key-words.ts'
import type { KeyMap } from '../shared/desk/keymap.ts'

const SHOWN_LENGTH_MAX = 600

/** The text without invisible characters, and no longer than a screen could show. */
export function shown(text: string): string {
  const start = text.length > SHOWN_LENGTH_MAX ? `${text.slice(0, SHOWN_LENGTH_MAX)}…` : text
  return cleanLine(start).replace(/ {2,}/g, ' ')
}

/** The desk's own words as read at this desk, each key by the name it has here. */
export function said(text: string, keys: KeyMap): string {
  return inKeys(shown(text), keys)
}

/** What was typed into a field of a form, without the spaces around it. */
export function formText(data: FormData, name: string): string {
  const value = data.get(name)
  return typeof value === 'string' ? value.trim() : ''
}
