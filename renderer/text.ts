/**
 * Text from a library's records, made fit to show: titles hold control characters, and direction marks that would turn
 * the rest of the screen around. Must never change a letter.
 */
import { inKeys } from '../shared/desk/key-words.ts'
import type { KeyMap } from '../shared/desk/keymap.ts'

// C0 and C1 controls, soft hyphen, line and paragraph separators, and the marks that force a direction.
const UNSHOWN = /[\p{Cc}\u00ad\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu

const SHOWN_LENGTH_MAX = 600

/** The text without what cannot be seen, and no longer than a screen could show. */
export function shown(text: string): string {
  const start = text.length > SHOWN_LENGTH_MAX ? `${text.slice(0, SHOWN_LENGTH_MAX)}…` : text
  return start.replace(UNSHOWN, ' ').replace(/ {2,}/g, ' ').trim()
}

/** The desk's own words as they are read at this desk, each key by the name it has here. */
export function said(text: string, keys: KeyMap): string {
  return inKeys(shown(text), keys)
}

/** "1 row", "2 rows". */
export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`
}

/** What was typed into a field of a form, without the spaces around it. */
export function formText(data: FormData, name: string): string {
  const value = data.get(name)
  return typeof value === 'string' ? value.trim() : ''
}
