/** Spanish for closing a drawer and what follows from it. */
import type { CASH_CLOSE as EN } from '../../en/outcomes/cash-close.ts'
import { countedIn } from '../../plural.ts'

const n = countedIn('es')

export const CASH_CLOSE: typeof EN = {
  closed: 'Caja cerrada',
  z: (number) => `Informe Z ${number}`,
  agrees: 'El conteo coincide.',
  over: (amount) => `Sobran ${amount}`,
  short: (amount) => `Faltan ${amount}`,
  differs: 'La caja no cuadra',
  is_over: 'Sobran',
  is_short: 'Faltan',
  is_off_in: (tender, isOver) => `${tender}: ${isOver ? 'sobran' : 'faltan'}`,
  off_in: (tender, amount, isOver) => `${tender}: ${isOver ? 'sobran' : 'faltan'} ${amount}`,
  unread: (amount) => `Nadie leyó en la terminal el total de tarjetas de ${amount}.`,
  float_by: (amount, isMore) => `${amount} ${isMore ? 'más' : 'menos'} que el fondo habitual.`,
  left: (amount) => `${amount} se quedan en la caja`,
  bag: (amount) => `${amount} van al banco`,
  review_needed: 'Otra persona del personal debe revisar este cierre.',
  reviewed: 'Cierre revisado',
  review_open: 'Sigue en la lista hasta que otra persona esté de acuerdo o alguien anote lo que se encontró.',
  close_others: (drawer) => `Cerrar la caja de otra persona: ${drawer}`,
  sign_off: (drawer, amount) => `Autorizar una diferencia de ${amount}: ${drawer}`,
  handed_over: 'Caja recibida',
  banked: 'Depósito confirmado',
  settled: 'Liquidación de tarjetas confirmada',
  matched: (count) => `${n(count, 'pago coincide', 'pagos coinciden')} con el archivo.`,
  missing: (receipt, amount) => `No está en el archivo: ${receipt}, ${amount}.`,
  extra: (card, amount) => `En el archivo sin recibo: ${card === '' ? '' : `${card}, `}${amount}.`,
  copied: 'Copia impresa',
  copy: (count) => `Copia ${count}`,
}
