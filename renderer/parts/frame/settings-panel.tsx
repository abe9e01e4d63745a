/**
 * Settings: colors, text size, the clerk's language, sounds, keys. Each is kept as soon as it is chosen; scans go on
 * meanwhile.
 */
import { useEffect, useRef, type ReactNode } from 'react'
import type { OutcomeClass } from '../../../shared/desk/screen.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import type { Settings } from '../../../shared/ipc/settings.ts'
import { runIntent } from '../../desk/run.ts'
import { useDesk, useDeskState, useWords } from '../../desk/use-desk.ts'
import { player } from '../../sound/player.ts'
import css from '../../styles/panel.module.css'
import type { ScreenWords } from '../../screen-words.ts'
import { KeySettings } from './key-settings.tsx'
import { Button } from './keys.tsx'
import { Radios } from './radios.tsx'

const THEMES: readonly Settings['theme'][] = ['system', 'light', 'dark', 'contrast']
/** Each in its own language, so that whoever reads only one finds it. */
const LANGUAGES: readonly (readonly [Language, string])[] = [
  ['en', 'English'],
  ['es', 'Español'],
]
const SCALES: readonly Settings['text_scale'][] = ['100', '125', '150', '200']
const OUTCOMES: readonly OutcomeClass[] = ['done', 'route', 'decide', 'stop']

function Sounds(): ReactNode {
  const desk = useDesk()
  const { settings } = useDeskState()
  const { settings: words, outcome: classes } = useWords()
  const setMuted = (outcome: OutcomeClass, isHeard: boolean): void => {
    const others = settings.muted_outcomes.filter((one) => one !== outcome)
    void desk.saveSettings({ muted_outcomes: isHeard ? others : [...others, outcome] })
  }
  return (
    <fieldset className={css['group']}>
      <legend>{words.sounds}</legend>
      <label>
        {words.volume} <span className="number">{settings.sound_volume}</span>
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
              {classes[outcome]}
            </label>
            <Button onClick={() => player.play({ outcome, kind: null }, { ...settings, muted_outcomes: [] })}>
              {words.test}
              <span className="unseen"> {classes[outcome]}</span>
            </Button>
          </span>
        ))}
      </div>
    </fieldset>
  )
}

/** The usual choices, and the one that holds now when it is another. */
function idleChoices(words: ScreenWords['settings'], now: number): readonly (readonly [string, string])[] {
  const minutes = [...new Set([2, 5, 10, 30, now])].filter((one) => one > 0).toSorted((one, other) => one - other)
  return [...minutes.map((one) => [String(one), words.minutes(one)] as const), ['0', words.never]]
}

export function SettingsPanel(): ReactNode {
  const desk = useDesk()
  const { settings, snapshot } = useDeskState()
  const { settings: words, close, page } = useWords()
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    panel.current?.querySelector<HTMLInputElement>('input:checked')?.focus({ preventScroll: true })
  }, [])
  return (
    <section ref={panel} className={css['panel']} aria-label={words.panel} data-part="settings" data-keeps-focus>
      <div className={css['head']}>
        <h2>{words.heading}</h2>
        <Button chord="Esc" onClick={() => runIntent(desk, { kind: 'close-panel' })}>
          {close}
        </Button>
      </div>
      <Radios
        legend={words.theme}
        name="theme"
        value={settings.theme}
        choices={THEMES.map((theme) => [theme, words.themes[theme]] as const)}
        onChoose={(theme) => void desk.saveSettings({ theme })}
      />
      <Radios
        legend={words.text_size}
        name="text_scale"
        value={settings.text_scale}
        choices={SCALES.map((scale) => [scale, page.percent(Number(scale))] as const)}
        onChoose={(text_scale) => void desk.saveSettings({ text_scale })}
      />
      <Radios
        legend={words.language}
        name="language"
        value={snapshot?.language ?? 'en'}
        choices={LANGUAGES}
        onChoose={(language) => void desk.perform({ method: 'staff.set-language', input: { language } }, desk.mint())}
      />
      <Radios
        legend={words.idle_lock}
        name="idle_lock_minutes"
        value={String(settings.idle_lock_minutes)}
        choices={idleChoices(words, settings.idle_lock_minutes)}
        onChoose={(minutes) => void desk.saveSettings({ idle_lock_minutes: Number(minutes) })}
      />
      <Sounds />
      <KeySettings />
    </section>
  )
}
