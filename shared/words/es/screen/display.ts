/** Spanish for the displays that face the patron. */
import type { DISPLAY as EN } from '../../en/screen/display.ts'

export const DISPLAY: typeof EN = {
  training: 'PRÁCTICA',
  closed: 'Cerrado',
  welcome: 'Bienvenidos',
  welcome_name: (name) => `Hola, ${name}`,
  due_amount: 'A pagar',
  paid: 'Pagado',
  given: 'Entregado',
  change: 'Cambio',
  thanks: 'Gracias',
  paid_back: 'Devuelto',
  checked_out: 'Prestados',
  renewed: 'Renovados',
  due: 'Vence',
  due_range: (first, last) => `del ${first} al ${last}`,
  due_from: (first) => `desde ${first}`,
}
