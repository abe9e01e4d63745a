/** Changing keys: a preset, and single keys over it. A key that already does something else is refused in words. */
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import {
  ACTIONS,
  KEY_PRESETS,
  mergeKeys,
  parseChord,
  PRESET_LABELS,
  type DeskAction,
  type KeyPreset,
} from '../../../shared/desk/keymap.ts'
import { chordOf } from '../../keys/chord.ts'
import { useDesk, useDeskState } from '../../desk/use-desk.ts'
import css from '../../styles/panel.module.css'
import { ariaKeys, Button, Keys } from './keys.tsx'
import { Radios } from '../page/radios.tsx'

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
        aria-label={isListening ? `${label}: press the new key` : `${label}: ${ariaKeys(chord)}. Change the key`}
        onClick={() => setListening(true)}
        onBlur={() => setListening(false)}
        onKeyDown={onKeyDown}
      >
        {isListening ? 'Press a function key, or Ctrl with a key' : <Keys chord={chord} />}
      </button>
    </li>
  )
}

export function KeySettings(): ReactNode {
  const desk = useDesk()
  const { settings, keys } = useDeskState()
  const [said, setSaid] = useState('')
  const change = (action: DeskAction, chord: string): void => {
    const isPresetKey = KEY_PRESETS[settings.key_preset][action] === chord
    const others = Object.entries(settings.key_overrides).filter(([name]) => name !== action)
    const key_overrides = Object.fromEntries(isPresetKey ? others : [...others, [action, chord]])
    const refused = mergeKeys(settings.key_preset, key_overrides).refused[0]
    setSaid(refused ? `${refused.says} The key was not changed.` : '')
    if (!refused) void desk.saveSettings({ key_overrides })
  }
  return (
    <>
      <Radios
        legend="Keys"
        name="key_preset"
        value={settings.key_preset}
        choices={PRESETS.map((preset) => [preset, PRESET_LABELS[preset]] as const)}
        onChoose={(key_preset) => void desk.saveSettings({ key_preset, key_overrides: {} })}
      />
      <output className={said === '' ? 'unseen' : css['said']}>{said}</output>
      <ul className={css['keys']}>
        {ACTIONS.map((entry) => (
          <OneKey
            key={entry.action}
            action={entry.action}
            label={entry.label}
            chord={keys[entry.action]}
            onChord={(chord) => change(entry.action, chord)}
          />
        ))}
      </ul>
      {Object.keys(settings.key_overrides).length > 0 ? (
        <Button onClick={() => void desk.saveSettings({ key_overrides: {} })}>Back to the preset’s keys</Button>
      ) : null}
    </>
  )
}
