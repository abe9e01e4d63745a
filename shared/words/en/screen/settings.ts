/** English for the settings of this desk and of whoever is signed in. */

export const SETTINGS = {
  panel: 'Settings',
  heading: 'Settings of this desk',
  language: 'Your language',
  theme: 'Colors',
  themes: { system: 'As the computer', light: 'Light', dark: 'Dark', contrast: 'High contrast' },
  text_size: 'Text size',
  idle_lock: 'Lock by itself when nobody does anything',
  minutes: (count: number) => `${count} minutes`,
  never: 'Never',
  sounds: 'Sounds',
  volume: 'Volume',
  test: 'Test',
  keys: 'Keys',
  press_new_key: (act: string) => `${act}: press the new key`,
  change_key: (act: string, chord: string) => `${act}: ${chord}. Change the key`,
  press_a_key: 'Press a function key, or Ctrl with a key',
  not_changed: 'The key was not changed.',
  back_to_preset: 'Back to the preset’s keys',
}
