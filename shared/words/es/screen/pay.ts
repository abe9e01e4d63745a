/** Spanish for the payment part: what is due, the tenders and their keys, what is missing, and the button. */
import type { PAY as EN } from '../../en/screen/pay.ts'

export const PAY: typeof EN = {
  change: 'Cambio',
  still_due: 'Falta',
  given: 'Entregado',
  amount: 'Monto entregado',
  amount_of: {
    cash: 'Efectivo entregado',
    check: 'Monto del cheque',
    card: 'Monto de la tarjeta',
    credit: 'Crédito usado',
  },
  tenders: { cash: 'Efectivo', check: 'Cheque', card: 'Tarjeta', credit: 'Crédito' },
  check_number: 'Número de cheque',
  authorization: 'Autorización',
  last_four: 'Últimos cuatro dígitos',
  exact: (amount) => `Exacto ${amount}`,
  next_note: (amount) => `Billete siguiente ${amount}`,
  credit: (amount) => `Crédito ${amount}`,
  credit_own: (amount) => `Crédito ${amount}: cargos propios. Otra vez: todos`,
  credit_for_all: (amount) => `Crédito ${amount}: todos los cargos`,
  split: 'Agregar otra forma de pago',
  lines: 'Cargos por pagar',
  columns: { what: 'Cargo', since: 'Desde', fund: 'Fondo', owed: 'Se debe', now: 'Paga ahora' },
  is_part: 'parte',
  hint: 'Escriba 500 o 5.00. Arriba y Abajo con Espacio eligen los cargos. Las letras de abajo venden.',
  take: 'Cobrar',
  take_exact: (amount) => `Cobrar ${amount}`,
  take_change: (amount, change) => `Cobrar ${amount}, dar ${change} de cambio`,
  take_part: (amount, stays) =>
    `Cobrar ${amount} como pago parcial; primero lo más antiguo; se siguen debiendo ${stays}`,
  faults: {
    no_tender:
      'Aún no se entregó nada. Presione = si es exacto, + para el billete siguiente, K para cheque o D para tarjeta.',
    no_line: 'No hay ningún cargo elegido. Presione Abajo y luego Espacio.',
    letters: 'Un monto lleva solo dígitos: escriba 500 o 5.00. No se cobró nada.',
    too_long: 'Demasiado largo para un monto: 999.99 como máximo. No se cobró nada.',
    amount: 'Escriba el monto como 500 o 5.00.',
    check_number: 'Escriba el número de cheque: solo dígitos.',
    authorization: 'Escriba la autorización del comprobante de la tarjeta.',
    last_four: 'Escriba los últimos cuatro dígitos de la tarjeta.',
    digit: (digit) => `Escriba ${digit}00 para $${digit}.00, 0${digit} para $0.0${digit}.`,
    over: (most) => `Aquí no se da cambio: ${most} como máximo.`,
    too_much_credit: (most) => `El crédito es de ${most}.`,
  },
}
