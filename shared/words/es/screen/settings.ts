/** Spanish for the settings of this desk and of the staff member who is signed in. */
import type { SETTINGS as EN } from '../../en/screen/settings.ts'

export const SETTINGS: typeof EN = {
  panel: 'Ajustes',
  heading: 'Ajustes de este mostrador',
  language: 'Su idioma',
  theme: 'Colores',
  themes: { system: 'Igual que la computadora', light: 'Claro', dark: 'Oscuro', contrast: 'Alto contraste' },
  text_size: 'Tamaño del texto',
  idle_lock: 'Bloquear automáticamente después de',
  minutes: (count) => `${count} minutos`,
  never: 'Nunca',
  sounds: 'Sonidos',
  volume: 'Volumen',
  test: 'Probar',
  keys: 'Teclas',
  press_new_key: (act) => `${act}: presione la tecla nueva`,
  change_key: (act, chord) => `${act}: ${chord}. Cambiar la tecla`,
  press_a_key: 'Presione una tecla de función, o Ctrl con una tecla',
  not_changed: 'La tecla no se cambió.',
  back_to_preset: 'Restablecer las teclas predefinidas',
}
