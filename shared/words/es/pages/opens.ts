/** Spanish for opening a page that a role may not open, while a second person is asked. */
import type { OPENS as EN } from '../../en/pages/opens.ts'

export const OPENS: typeof EN = {
  rules: 'Abrir las reglas de la biblioteca',
  staff: 'Abrir el personal y las funciones',
  work_log: 'Abrir el registro de trabajo',
  supervisor: 'Abrir el día del mostrador',
  outages: 'Abrir las interrupciones',
  this_desk: 'Abrir este mostrador',
  devices: 'Abrir los dispositivos',
  recovery_key: 'Abrir la clave de recuperación',
  drawer: 'Abrir la página de la caja',
  card_lists: 'Abrir el seguimiento de tarjetas',
  cash_desk: 'Abrir el control de cajas',
  data_in: 'Abrir la importación de datos',
  pay: 'Abrir los pagos',
  views: 'Abrir el registro de consultas',
}
