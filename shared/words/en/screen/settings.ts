/** English for the settings of this desk and of the staff member who is signed in. */

export const SETTINGS = {
  panel: 'Settings',
  heading: 'Settings for this desk',
  language: 'Your language',
  theme: 'Colors',
  themes: { system: 'Same as the computer', light: 'Light', dark: 'Dark', contrast: 'High contrast' },
  text_size: 'Text size',
  idle_lock: 'Lock automatically after',
  minutes: (count: number) => `${count} minutes`,
  never: 'Never',
  sounds: 'Sounds',
  volume: 'Volume',
  test: 'Test',
  keys: 'Keys',
  press_new_key: (act: string) => `${act}: press the new key`,
  change_key: (act: string, chord: string) => `${act}: ${chord}. Change the key`,
  press_a_key: 'Press a function key, or Ctrl with another key',
  not_changed: 'The key was not changed.',
  back_to_preset: 'Reset to the preset’s keys',
}
