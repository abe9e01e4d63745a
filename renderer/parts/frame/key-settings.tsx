/** Changing keys: a preset, and single keys over it. A key that already does something else is refused in words. */
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import {
  ACTIONS,
  KEY_PRESETS,
  mergeKeys,
  parseChord,
  type DeskAction,
  type KeyPreset,
  type RefusedKey,
} from '../../../shared/desk/keymap.ts'
import { chordOf } from '../../keys/chord.ts'
import { useDesk, useDeskState, useWords } from '../../desk/use-desk.ts'
import css from '../../styles/panel.module.css'
import type { ScreenWords } from '../../screen-words.ts'
import { ariaKeys, Button, Keys } from './keys.tsx'
import { Radios } from './radios.tsx'

const PRESETS: readonly KeyPreset[] = ['datestamp', 'evergreen', 'polaris']

type OneKeyProps = {
  readonly action: DeskAction
  readonly label: string
  readonly chord: string
  readonly onChord: (chord: string) => void
}

/** A button that takes the next function key or Ctrl chord pressed on it. */
function OneKey({ action, label, chord, onChord }: OneKeyProps): ReactNode {
  const [isListening, setListening] = useState(false)
  const words = useWords().settings
  const onKeyDown = (event: KeyboardEvent): void => {
    const pressed = parseChord(chordOf(event))
    if (!isListening || pressed === null) return
    event.preventDefault()
    setListening(false)
    onChord(pressed)
  }
  return (
    <li>
      <span>{label}</span>
      <button
        type="button"
        className={css['choice']}
        data-takes-chords={isListening || undefined}
        data-action={action}
        aria-label={isListening ? words.press_new_key(label) : words.change_key(label, ariaKeys(chord))}
        onClick={() => setListening(true)}
        onBlur={() => setListening(false)}
        onKeyDown={onKeyDown}
      >
        {isListening ? words.press_a_key : <Keys chord={chord} />}
      </button>
    </li>
  )
}

function whyRefused({ acts, refused: words }: ScreenWords['keys'], refused: RefusedKey): string {
  if (refused.reason === 'taken') return words.taken(refused.chord, acts[refused.keeper].label)
  return refused.reason === 'no-key' ? words['no-key'](refused.chord) : words['unknown-act'](refused.action)
}

export function KeySettings(): ReactNode {
  const desk = useDesk()
  const { settings, keys } = useDeskState()
  const { settings: words, keys: names } = useWords()
  const [refused, setRefused] = useState<RefusedKey | null>(null)
  const change = (action: DeskAction, chord: string): void => {
    const isPresetKey = KEY_PRESETS[settings.key_preset][action] === chord
    const others = Object.entries(settings.key_overrides).filter(([name]) => name !== action)
    const key_overrides = Object.fromEntries(isPresetKey ? others : [...others, [action, chord]])
    const [first = null] = mergeKeys(settings.key_preset, key_overrides).refused
    setRefused(first)
    if (first === null) void desk.saveSettings({ key_overrides })
  }
  return (
    <>
      <Radios
        legend={words.keys}
        name="key_preset"
        value={settings.key_preset}
        choices={PRESETS.map((preset) => [preset, names.presets[preset]] as const)}
        onChoose={(key_preset) => void desk.saveSettings({ key_preset, key_overrides: {} })}
      />
      <output className={refused === null ? 'unseen' : css['said']}>
        {refused && `${whyRefused(names, refused)} ${words.not_changed}`}
      </output>
      <ul className={css['keys']}>
        {ACTIONS.map((action) => (
          <OneKey
            key={action}
            action={action}
            label={names.acts[action].label}
            chord={keys[action]}
            onChord={(chord) => change(action, chord)}
          />
        ))}
      </ul>
      {Object.keys(settings.key_overrides).length > 0 ? (
        <Button onClick={() => void desk.saveSettings({ key_overrides: {} })}>{words.back_to_preset}</Button>
      ) : null}
    </>
  )
}
