/** Spanish for the desk: its modifiers, its staff, its rules. */
import type { DESK as EN } from '../../en/outcomes/desk.ts'
import { countedIn } from '../../plural.ts'

const n = countedIn('es')

export const DESK: typeof EN = {
  modifiers: {
    book_drop: 'Buzón',
    book_drop_closing: (closed) => `Buzón: con fecha del cierre, ${closed}`,
    back_on: (on) => `Con fecha del ${on}`,
    amnesty: 'No se cobran multas',
    holds_off: 'Se ignoran las reservas, nada sale en tránsito',
    special: 'Préstamo más largo para este usuario',
    back_on_wish: (on) => `Devoluciones con fecha del ${on}`,
  },
  stands_in: (branch) => `Este mostrador está ahora en ${branch}`,
  clock: {
    back:
      'El reloj de esta computadora se atrasó. Datestamp sigue contando desde el último registro. Ajuste el reloj; ' +
      'si ya está bien, un gerente lo confirma: / Este mostrador, luego C.',
    ahead:
      'El reloj de esta computadora se adelantó. Revise la fecha antes de prestar; si está bien, un gerente ' +
      'lo confirma: / Este mostrador, luego C.',
  },
  no_keyring:
    'Esta computadora no tiene llavero: la clave de los datos no está protegida, y quien copie este disco puede leer ' +
    'a todos los usuarios. Pida a su contacto de informática que instale uno.',
  policy: {
    applied: 'Vale también para los préstamos existentes',
    loan_rule: (code) => `Regla de préstamo ${code}`,
    moved: (count) => n(count, 'préstamo tiene nueva fecha', 'préstamos tienen nueva fecha'),
    left: (count) => `${n(count, 'queda', 'quedan')}: presione otra vez`,
    not_saved: (count) => `Aún sin guardar: ${n(count, 'advertencia', 'advertencias')} por revisar`,
    saved: 'Guardado',
    dropped: 'Eliminado',
    same: 'Nada cambió',
    undone: 'Deshecho',
    keeps_dates: 'Los préstamos existentes conservan sus fechas',
    keeps: 'Los préstamos existentes lo conservan como estaba',
  },
}
