/** Spanish for receipts that were made, and for money that goes back. */
import type { REFUND_REFUSALS } from '../../../refusals/refund.ts'
import type { WordsFor } from '../../refusal-words.ts'

export const REFUND: WordsFor<typeof REFUND_REFUSALS> = {
  'receipt-refunded': {
    short: 'Reembolsado en parte',
    says: 'Ya se reembolsó algo de ese recibo.',
    way_out: 'Reembolse mejor el resto.',
  },
  'receipt-changed-since': {
    short: 'Cambió desde entonces',
    says: 'Un cargo de ese recibo cambió después del pago.',
    way_out: 'Haga mejor un reembolso.',
  },
  'line-unknown': {
    short: 'No existe la línea',
    says: 'Ese recibo no tiene esa línea.',
    way_out: 'Elija cada línea una vez.',
  },
  'more-than-paid': {
    short: 'Más de lo pagado',
    says: ({ left }) => `De lo que se pagó ahí quedan ${left} por reembolsar.`,
    way_out: 'No reembolse más que eso.',
  },
  'refund-tender': {
    short: 'Otra forma de pago',
    says: ({ amount }) => `De ese recibo se pueden devolver ${amount} así.`,
    way_out: 'El efectivo vuelve en efectivo, la tarjeta a la tarjeta, el cheque con cheque de la oficina.',
  },
  'charge-still-owed': {
    short: 'No pagado del todo',
    says: ({ owed }) => `De ese cargo aún se deben ${owed}.`,
    way_out: 'Primero condone o cobre el resto, luego reembolse.',
  },
  'nothing-to-refund': {
    short: 'Sin reembolso',
    says: 'No hay nada que reembolsar de ese cargo.',
    way_out: 'Reembolse mejor una línea de su recibo.',
  },
  'more-than-due': {
    short: 'Más de lo debido',
    says: ({ due }) => `De ese cargo se reembolsan ${due}.`,
    way_out: 'No reembolse más que eso.',
  },
  'refund-is-credit': {
    short: 'Es saldo a favor',
    says: 'La biblioteca da ese reembolso como saldo a favor en la cuenta.',
    way_out: 'Úselo para lo que se debe, ahora o después.',
  },
  'refund-other-way': {
    short: 'Se reembolsa distinto',
    says: 'Las reglas decidieron otra forma para ese reembolso.',
    way_out: 'Elija efectivo, o cheque de la oficina, como dice la cuenta.',
  },
  'refund-needs-receipt': {
    short: 'Falta el recibo',
    says: 'A una tarjeta solo se reembolsa con su recibo.',
    way_out: 'Escriba el número del recibo.',
  },
  'payee-missing': {
    short: '¿Quién lo recibe?',
    says: 'Ese recibo no es de una sola cuenta, así que el reembolso necesita un nombre.',
    way_out: 'Escriba quién recibe el dinero.',
  },
  'card-numbers-missing': {
    short: 'Faltan los números',
    says: 'Un reembolso a tarjeta necesita lo que dice la terminal y los últimos cuatro dígitos.',
    way_out: 'Escriba la autorización y los últimos cuatro dígitos. Nunca escriba el número completo.',
  },
}
