/**
 * Text from a library's records, made fit to show: titles hold control characters, and direction marks that would turn
 * the rest of the screen around. Must never change a letter.
 */
import { cleanLine } from '../shared/kernel/clean-text.ts'
import { inKeys } from '../shared/desk/key-words.ts'
import type { KeyMap } from '../shared/desk/keymap.ts'

const SHOWN_LENGTH_MAX = 600

/** The text without what cannot be seen, and no longer than a screen could show. */
export function shown(text: string): string {
  const start = text.length > SHOWN_LENGTH_MAX ? `${text.slice(0, SHOWN_LENGTH_MAX)}…` : text
  return cleanLine(start).replace(/ {2,}/g, ' ')
}

/** The desk's own words as they are read at this desk, each key by the name it has here. */
export function said(text: string, keys: KeyMap): string {
  return inKeys(shown(text), keys)
}

/** What was typed into a field of a form, without the spaces around it. */
export function formText(data: FormData, name: string): string {
  const value = data.get(name)
  return typeof value === 'string' ? value.trim() : ''
}
