/** Spanish for the bar of a practice shift. */
import type { PRACTICE_BAR as EN } from '../../en/screen/practice.ts'

export const PRACTICE_BAR: typeof EN = {
  name: 'Turno de práctica',
  mark: 'PRÁCTICA',
  task: (number, count) => `Tarea ${number} de ${count}`,
  done: (done, count) => `${done} de ${count} hechas`,
  scan_for_me: 'Escanear por mí',
  skip: 'Omitir esta tarea',
  again: 'Practicar otra vez',
  pin: 'Sus iniciales son PR y su PIN es 246810.',
}
