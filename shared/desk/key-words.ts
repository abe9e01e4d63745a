/**
 * The desk's sentences name keys as they are from the first day: "F6 places one". Whoever has other keys reads theirs.
 * Pure. For
 * the desk's own words; titles and what people wrote stand as they are.
 */
import { actionOf, KEY_PRESETS, type KeyMap } from './keymap.ts'

/** A function key, or Ctrl with a letter; never part of a word or of a longer chord. */
const NAMED = /(?<![\w+-])(?:(?:Ctrl\+)?(?:Shift\+)?F\d{1,2}|Ctrl\+(?:Shift\+)?[A-Z])(?![\w+-])/g

/** The sentence with each key by the name it has in this map. */
export function inKeys(text: string, map: KeyMap): string {
  return text.replace(NAMED, (chord) => {
    const action = actionOf(KEY_PRESETS.datestamp, chord)
    return action === null ? chord : map[action]
  })
}
