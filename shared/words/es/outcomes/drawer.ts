/** Spanish for acts at an open drawer besides payments. */
import type { DRAWER as EN } from '../../en/outcomes/drawer.ts'

export const DRAWER: typeof EN = {
  amount: 'Monto',
  placed: {
    out: {
      safe: 'Puesto en la caja fuerte',
      'change-fund': 'Puesto en el fondo de cambio',
      'bank-bag': 'Puesto en la bolsa del banco',
    },
    in: {
      safe: 'Tomado de la caja fuerte',
      'change-fund': 'Tomado del fondo de cambio',
      'bank-bag': 'Tomado de la bolsa',
    },
  },
  bag: (number) => `Bolsa ${number}`,
  counted_same: (who) => `${who} contó lo mismo`,
  counted_other: (who, amount, by, is_more) => `${who} contó ${amount}, ${by} ${is_more ? 'más' : 'menos'}`,
  paid: { in: 'Entrada de dinero', out: 'Salida de dinero' },
  metered: (amount) => `${amount} según el contador.`,
  unlocked: { 'no-sale': 'Caja abierta sin venta', 'make-change': 'Billetes cambiados' },
  pulsed: { test: 'Caja abierta para probarla', count: 'Caja abierta para contar', again: 'Caja abierta de nuevo' },
  times: (count) => `${count} veces`,
  key_opened: {
    key: 'Caja abierta con llave',
    unseen: 'Caja abierta mientras no se recibía su sensor',
  },
  custody: {
    suspend: 'Caja suspendida',
    resume: 'Caja reanudada',
    break: 'Caja en descanso',
    cover: 'Caja tomada para el descanso',
    back: 'De vuelta del descanso',
  },
  covered: (who) => `Espera a que ${who} la tome`,
  refund: (number) => `Reembolso ${number}`,
  refund_paid: 'Reembolso pagado',
  refund_due: 'Reembolso pendiente por cheque',
  refunded: { cash: 'Devuelva', card: 'De vuelta a la tarjeta', 'office-check': 'La oficina envía' },
  as_expected: 'Coincide',
  over: (amount) => `${amount} de sobrante`,
  short: (amount) => `${amount} de faltante`,
  wish: {
    void: (number, amount) => `Anular el recibo ${number}: ${amount}`,
    refund: (amount, reason) => `Reembolsar ${amount}: ${reason}`,
    'refund-in-cash': (amount, reason) => `Reembolsar ${amount} en efectivo, pagado de otra forma: ${reason}`,
    pay_out: (amount, reason) => `Pagar ${amount} de la caja: ${reason}`,
    out: 'Sacar dinero de la caja',
    receive: (what, amount, who, counted) => `${what}, ${amount}: ${who}${counted === null ? '' : ` contó ${counted}`}`,
    no_sale: (reason) => `Abrir la caja sin venta: ${reason}`,
    make_change: (amount) => `Abrir la caja para cambiar ${amount}`,
    count: (drawer) => `Arqueo sorpresa: ${drawer}`,
    pulse: (drawer) => `Abrir sin venta: ${drawer}`,
    custody: {
      suspend: (drawer) => `Suspender la caja de otra persona: ${drawer}`,
      resume: (drawer) => `Reanudar la caja de otra persona: ${drawer}`,
      break: (drawer) => `Poner en descanso la caja de otra persona: ${drawer}`,
      cover: (drawer) => `Cubrir un descanso: ${drawer}`,
      back: (drawer) => `Terminar el descanso de la caja de otra persona: ${drawer}`,
    },
  },
}
