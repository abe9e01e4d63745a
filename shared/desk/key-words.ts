/**
 * Keys in the desk's sentences, by the name they have at this desk. The catalog names a key by its act: `{key:hold}`.
 * Pure. For the desk's own words; titles and what people wrote stay as they are.
 */
import type { DeskAction, KeyMap } from './keymap.ts'

const NAMED = /\{key:([a-z-]+)\}/g

/** The sentence with each key by the name it has in this map. */
export function inKeys(text: string, map: KeyMap): string {
  return text.replace(NAMED, (found, named: string) => map[named as DeskAction] ?? found)
}
