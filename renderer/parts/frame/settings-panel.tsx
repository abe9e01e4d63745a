/** Settings: colours, text size, sounds, keys. Each is kept as soon as it is chosen; scans go on meanwhile. */
import { useEffect, useRef, type ReactNode } from 'react'
import type { OutcomeClass } from '../../../shared/desk/screen.ts'
import type { Settings } from '../../../shared/ipc/settings.ts'
import { runIntent } from '../../desk/run.ts'
import { useDesk, useDeskState } from '../../desk/use-desk.ts'
import { player } from '../../sound/player.ts'
import css from '../../styles/panel.module.css'
import { KeySettings } from './key-settings.tsx'
import { Button } from './keys.tsx'
import { Radios } from '../page/radios.tsx'
import { OUTCOME_WORDS } from './shape.tsx'

const THEMES: readonly (readonly [Settings['theme'], string])[] = [
  ['system', 'As the computer'],
  ['light', 'Light'],
  ['dark', 'Dark'],
  ['contrast', 'High contrast'],
]
const SCALES: readonly Settings['text_scale'][] = ['100', '125', '150', '200']
const OUTCOMES: readonly OutcomeClass[] = ['done', 'route', 'decide', 'stop']

function Sounds(): ReactNode {
  const desk = useDesk()
  const { settings } = useDeskState()
  const setMuted = (outcome: OutcomeClass, isHeard: boolean): void => {
    const others = settings.muted_outcomes.filter((one) => one !== outcome)
    void desk.saveSettings({ muted_outcomes: isHeard ? others : [...others, outcome] })
  }
  return (
    <fieldset className={css['group']}>
      <legend>Sounds</legend>
      <label>
        Volume <span className="number">{settings.sound_volume}</span>
        <br />
        <input
          type="range"
          className={css['slider']}
          min={0}
          max={100}
          step={5}
          value={settings.sound_volume}
          onChange={(event) => void desk.saveSettings({ sound_volume: event.currentTarget.valueAsNumber })}
        />
      </label>
      <div className={css['choices']}>
        {OUTCOMES.map((outcome) => (
          <span key={outcome} className={css['choices']}>
            <label className={css['choice']}>
              <input
                type="checkbox"
                checked={!settings.muted_outcomes.includes(outcome)}
                onChange={(event) => setMuted(outcome, event.currentTarget.checked)}
              />
              {OUTCOME_WORDS[outcome]}
            </label>
            <Button onClick={() => player.play({ outcome, kind: null }, { ...settings, muted_outcomes: [] })}>
              Test<span className="unseen"> {OUTCOME_WORDS[outcome]}</span>
            </Button>
          </span>
        ))}
      </div>
    </fieldset>
  )
}

/** The usual choices, and the one that holds now when it is another. */
function idleChoices(now: number): readonly (readonly [string, string])[] {
  const minutes = [...new Set([2, 5, 10, 30, now])].filter((one) => one > 0).toSorted((one, other) => one - other)
  return [...minutes.map((one) => [String(one), `${one} minutes`] as const), ['0', 'Never']]
}

export function SettingsPanel(): ReactNode {
  const desk = useDesk()
  const { settings } = useDeskState()
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    panel.current?.querySelector<HTMLInputElement>('input:checked')?.focus({ preventScroll: true })
  }, [])
  return (
    <section ref={panel} className={css['panel']} aria-label="Settings" data-part="settings" data-keeps-focus>
      <div className={css['head']}>
        <h2>Settings of this desk</h2>
        <Button chord="Esc" onClick={() => runIntent(desk, { kind: 'close-panel' })}>
          Close
        </Button>
      </div>
      <Radios
        legend="Colours"
        name="theme"
        value={settings.theme}
        choices={THEMES}
        onChoose={(theme) => void desk.saveSettings({ theme })}
      />
      <Radios
        legend="Text size"
        name="text_scale"
        value={settings.text_scale}
        choices={SCALES.map((scale) => [scale, `${scale} %`] as const)}
        onChoose={(text_scale) => void desk.saveSettings({ text_scale })}
      />
      <Radios
        legend="Lock by itself when nobody does anything"
        name="idle_lock_minutes"
        value={String(settings.idle_lock_minutes)}
        choices={idleChoices(settings.idle_lock_minutes)}
        onChoose={(minutes) => void desk.saveSettings({ idle_lock_minutes: Number(minutes) })}
      />
      <Sounds />
      <KeySettings />
    </section>
  )
}
