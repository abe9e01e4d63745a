/** Spanish for what is done at a drawer. */
import type { CASH as EN } from '../../en/outcomes/cash.ts'

export const CASH: typeof EN = {
  opened: 'Caja abierta',
  float: (amount) => `Fondo ${amount}`,
  float_over: (amount) => `${amount} más de lo que se dejó`,
  float_short: (amount) => `${amount} menos de lo que se dejó`,
  counted: 'Caja contada',
  took: 'Pago recibido',
  receipt: (number) => `Recibo ${number}`,
  change: 'Cambio',
  no_change: 'Sin cambio',
  paid: 'Pagado',
  voided: 'Recibo anulado',
  give_back: 'Devuelva',
}
