/** Spanish for the reasons of an override, a waiver or a page opened by approval (shared/staff/reasons.ts). */
import type { OUTAGE_REASONS as EN } from '../../en/outcomes/reasons.ts'
import type { ReasonWords } from '../../../staff/reasons.ts'

export const REASONS: ReasonWords = {
  'settled-at-desk': 'Pagado en el mostrador',
  promised: 'Prometió pagar',
  'library-error': 'Error nuestro',
  hardship: 'Dificultades económicas',
  'one-time': 'Cortesía por única vez',
  'system-data-old': 'Datos desactualizados',
  illness: 'Enfermedad o duelo',
  weather: 'Mal tiempo o interrupción',
  'first-time': 'Primera vez',
  'returned-elsewhere': 'Devuelto a tiempo',
  'patron-asks': 'Un usuario lo pide',
  'put-right': 'Para corregir un error',
  'handed-over': 'Me pidieron que lo hiciera',
  training: 'Capacitación',
  'hold-canceled': 'Reserva cancelada',
  other: 'Otro motivo',
}

/** Why a library could not check items in. */
export const OUTAGE_REASONS: typeof EN = {
  'system-down': 'Sistema caído',
  'power-cut': 'Corte de luz',
  'network-down': 'Red caída',
  'emergency-closing': 'Cierre de emergencia',
  weather: 'Mal tiempo',
}
