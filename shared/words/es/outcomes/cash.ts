/** Spanish for what is done at a drawer. */
import type { CASH as EN } from '../../en/outcomes/cash.ts'
import { countedIn } from '../../plural.ts'

const n = countedIn('es')

export const CASH: typeof EN = {
  opened: 'Caja abierta',
  float: (amount) => `Fondo de caja ${amount}`,
  float_over: (amount) => `${amount} más de lo que se dejó`,
  float_short: (amount) => `${amount} menos de lo que se dejó`,
  counted: 'Caja contada',
  took: 'Pago recibido',
  receipt: (number) => `Recibo ${number}`,
  change: 'Cambio',
  no_change: 'Sin cambio',
  paid: 'Pagado',
  in_kind: (amount) => `${amount} pagados con donativos o trabajo`,
  kept: (amount) => `${amount} quedan como saldo a favor en la cuenta`,
  voided: 'Recibo anulado',
  give_back: 'Devuelva',
  others_back: {
    check: (amount) => `Devuelva también el cheque de ${amount}`,
    card: (amount) => `Anule también ${amount} en la terminal de tarjetas`,
  },
  exported: 'Registros de caja guardados',
  exported_says: (count, file) => `${n(count, 'sesión de caja', 'sesiones de caja')}: ${file}`,
}
