/** Spanish for an act on an approved page, while a second person is asked for this act alone. */
import { countedIn } from '../../plural.ts'
import type { ASKS as EN } from '../../en/pages/asks.ts'

const n = countedIn('es')

export const ASKS: typeof EN = {
  backup: (folder) => `Hacer una copia de seguridad en ${folder}`,
  export: (file) => `Exportar el diario a ${file}`,
  move: (desk, branch) => `Trasladar este mostrador: ${desk}, ${branch}`,
  clock: (now) => `Confiar en el reloj de esta computadora: ${now}`,
  outage: (from, to, is_extending) =>
    `Declarar una interrupción: de ${from} a ${to}${is_extending ? ', con más plazo para lo que vencía' : ''}`,
  outage_back: (from, to) => `Retirar la interrupción: de ${from} a ${to}`,
  rule: (change) => `Cambiar las reglas: ${change}`,
  undo_rule: (change) => `Deshacer el último cambio de las reglas: ${change}`,
  apply_rule: (rule) => `Aplicar a los préstamos existentes: ${rule}`,
  apply_dates: (rule, count, before, after) =>
    `Dar a ${n(count, 'préstamo existente', 'préstamos existentes')} las fechas de ${rule}: ${before}, luego ${after}`,
  span: (first, last) => `del ${first} al ${last}`,
}
