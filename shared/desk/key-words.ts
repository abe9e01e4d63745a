/**
 * Keys in the desk's sentences, by the name they have at this desk. The catalog names a key by its act, `{key:hold}`;
 * sentences that are not in it yet use the default keys: "F6 places one". Pure. For the desk's own words; titles and
 * what people wrote stay as they are.
 */
import { actionOf, KEY_PRESETS, type DeskAction, type KeyMap } from './keymap.ts'

/** An act; or a function key, or Ctrl with a letter, never part of a word or of a longer chord. */
const NAMED = /\{key:([a-z-]+)\}|(?<![\w+-])(?:(?:Ctrl\+)?(?:Shift\+)?F\d{1,2}|Ctrl\+(?:Shift\+)?[A-Z])(?![\w+-])/g

/** The sentence with each key by the name it has in this map. */
export function inKeys(text: string, map: KeyMap): string {
  return text.replace(NAMED, (found, named?: string) => {
    const action = named === undefined ? actionOf(KEY_PRESETS.datestamp, found) : (named as DeskAction)
    return (action && map[action]) ?? found
  })
}
