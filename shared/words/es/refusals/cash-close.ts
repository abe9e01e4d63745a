/** Spanish for closing a drawer and what follows from it. */
import type { CASH_CLOSE_REFUSALS } from '../../../refusals/cash-close.ts'
import type { WordsFor } from '../../refusal-words.ts'
import { countedIn } from '../../plural.ts'

const n = countedIn('es')

const cardNamed = (code: string, last_four: string): string =>
  (code === '' ? '' : `código ${code}, `) + (last_four === '' ? '' : `tarjeta terminada en ${last_four}, `)

export const CASH_CLOSE: WordsFor<typeof CASH_CLOSE_REFUSALS> = {
  'session-unknown': {
    short: 'No existe esa sesión',
    says: 'Este mostrador no tiene esa sesión de caja.',
    way_out: 'Elija una de la lista.',
  },
  'session-open': {
    short: 'Aún no está cerrada',
    says: 'Esta caja aún no está cerrada.',
    way_out: 'Ciérrela primero.',
  },
  'session-closed': {
    short: 'Ya está cerrada',
    says: 'Esta caja se cerró después de abrir esta página. Su cierre queda como está.',
    way_out: '{key:drawer} muestra cómo está la caja ahora.',
  },
  'payment-half-entered': {
    short: 'Pago sin terminar',
    says: 'Hay un pago a medio registrar en este mostrador.',
    way_out: 'Reciba el pago, o descártelo en esta página: Esc y luego W. Después inténtelo de nuevo.',
  },
  'count-first': {
    short: 'Cuente primero',
    says: 'Hay que contar la caja antes de cerrarla.',
    way_out: 'Cuéntela ahora. No reciba más pagos hasta cerrarla.',
  },
  'count-own': {
    short: 'Cuéntela usted',
    says: 'Otra persona contó esta caja.',
    way_out: 'Cuéntela usted y luego siga.',
  },
  'variance-reason-needed': {
    short: 'Falta el motivo',
    says: ({ amount }) => `El conteo tiene una diferencia de ${amount}.`,
    way_out: 'Cuente otra vez o elija un motivo.',
  },
  'float-reason-needed': {
    short: 'El fondo difiere',
    says: ({ amount }) => `El conteo difiere en ${amount} de lo que quedó en la caja. Queda guardado.`,
    way_out: 'Cuente otra vez, o elija un motivo.',
  },
  'leave-reason-needed': {
    short: 'Fondo distinto',
    says: ({ amount }) => `Lo que queda difiere del fondo habitual en ${amount}.`,
    way_out: 'Deje el fondo habitual o elija un motivo.',
  },
  'variance-note-needed': {
    short: 'Falta una nota',
    says: ({ amount }) => `Una diferencia de ${amount} requiere una nota.`,
    way_out: 'Escriba lo que se sabe de ella.',
  },
  'leave-over-counted': {
    short: 'Más de lo contado',
    says: ({ counted, amount }) => `No puede quedar ${amount}: se contó ${counted}.`,
    way_out: 'Escriba lo que queda de eso, o Esc y cuente la caja otra vez.',
  },
  'review-not-needed': {
    short: 'Nada que revisar',
    says: 'Este cierre no espera revisión.',
    way_out: 'Vea su informe.',
  },
  'review-by-closer': {
    short: 'Revisa otra persona',
    says: 'Usted cerró esta caja o autorizó su diferencia.',
    way_out: 'Pida a otra persona del personal que la revise.',
  },
  'review-disagreed': {
    short: 'No estuvo de acuerdo',
    says: 'Usted ya revisó este cierre y no estuvo de acuerdo.',
    way_out: 'Anote lo que se encontró o pida a otra persona del personal que lo revise.',
  },
  'hand-over-to-self': {
    short: 'Recibe otra persona',
    says: 'Usted tiene esta caja o la contó.',
    way_out: 'Deje que la persona que la recibe inicie sesión y cuente.',
  },
  'hand-over-seen': {
    short: 'Montos ya vistos',
    says: 'Usted miró los montos de esta caja después del conteo.',
    way_out: 'Deje que la reciba otra persona, o ciérrela y ábrala de nuevo.',
  },
  'place-agrees': {
    short: 'Nada que resolver',
    says: 'Ningún conteo tiene diferencia.',
    way_out: 'Cuéntelo si no está seguro.',
  },
  'place-count-own': {
    short: 'Cuéntelo usted',
    says: 'Lo contó otra persona.',
    way_out: 'Cuéntelo usted y continúe.',
  },
  'place-moved': {
    short: 'Cuente otra vez',
    says: 'Entró o salió dinero después del conteo.',
    way_out: 'Cuéntelo otra vez.',
  },
  'deposit-none': {
    short: 'Nada que depositar',
    says: 'Esto no puso nada en una bolsa para el banco.',
    way_out: 'Elija una bolsa de la lista.',
  },
  'card-not-waiting': {
    short: 'Nada pendiente',
    says: 'Ningún lote de tarjetas de este cierre está pendiente.',
    way_out: 'Mire la lista de cajas cerradas.',
  },
  'card-by-closer': {
    short: 'Otra persona',
    says: 'Quien tuvo o cerró la caja no confirma sus tarjetas.',
    way_out: 'Pídalo a otra persona, o haga que alguien revise antes el cierre.',
  },
  'settlement-differs': {
    short: 'Total distinto',
    says: ({ batch, amount }) => `El lote era de ${batch} y el procesador liquidó ${amount}.`,
    way_out: 'Revise el total en el estado de cuenta y elija el motivo.',
  },
  'settlement-file-none': {
    short: 'Archivo no encontrado',
    says: ({ file }) => `No se puede leer ${file}.`,
    way_out: 'Escriba la ruta completa del archivo que guardó del procesador.',
  },
  'settlement-file-not-csv': {
    short: 'No es un archivo CSV',
    says: ({ file }) => `${file} no es un archivo CSV, o pasa de 2 MB.`,
    way_out: 'Expórtelo del procesador como CSV, de pocos días.',
  },
  'settlement-columns-missing': {
    short: 'Faltan columnas',
    says: ({ found }) =>
      'El archivo necesita una fila con los nombres de sus columnas: un monto (como Amount, Gross o Settled amount) ' +
      `y un código de autorización (Auth code) o los últimos cuatro dígitos (Card last 4). Tiene: ${found}.`,
    way_out: 'Exporte cada transacción, no los totales, o cambie el nombre de las columnas.',
  },
  'settlement-line-unread': {
    short: 'Monto ilegible',
    says: ({ line, cell }) =>
      `La línea ${line} no tiene un monto que se pueda leer: ${cell}. No se usó nada del archivo.`,
    way_out: 'Corrija esa línea o exporte el archivo otra vez.',
  },
  'settlement-none-match': {
    short: 'Otro lote',
    says: ({ lines }) =>
      lines === 0 ? 'El archivo no tiene ningún pago.' : 'Ningún pago del archivo es de este lote.',
    way_out: 'Elija el archivo de ese día. Si el procesador no liquidó nada, escriba el total.',
  },
  'settlement-file-differs': {
    short: 'El archivo no coincide',
    says: ({ missing, receipts, extra, code, last_four, stray, batch, amount }) =>
      [
        ...(missing === 0 ? [] : [`${n(missing, 'recibo no está', 'recibos no están')} en el archivo: ${receipts}.`]),
        ...(extra === 0 ? [] : [`${n(extra, 'pago', 'pagos')} del archivo sin recibo:`]),
        ...(extra === 0 ? [] : [`${cardNamed(code, last_four)}${stray}${extra > 1 ? ' …' : ''}.`]),
        `El lote era de ${batch} y el archivo suma ${amount}.`,
      ].join(' '),
    way_out: 'Revise los comprobantes de la terminal y confírmelo.',
  },
  'deposit-banked-already': {
    short: 'Ya confirmado',
    says: 'Este depósito ya se confirmó.',
    way_out: 'Véalo en la lista de cajas cerradas.',
  },
  'deposit-by-closer': {
    short: 'Confirma otra persona',
    says: 'Usted llenó esta bolsa.',
    way_out: 'Pida a otra persona del personal que lo confirme o que revise el cierre.',
  },
  'banked-ahead': {
    short: 'Día no llegado',
    says: ({ on }) => `El ${on} todavía no llega.`,
    way_out: 'Escriba el día que dice el recibo del banco.',
  },
  'banked-before-bag': {
    short: 'Antes de llenar la bolsa',
    says: ({ on, filled }) => `La bolsa se llenó el ${filled}, después del ${on}.`,
    way_out: 'Escriba el día que dice el recibo del banco.',
  },
  'deposit-differs': {
    short: 'No es lo de la bolsa',
    says: ({ bag, amount }) => `La bolsa se llenó con ${bag}, y esto es ${amount}.`,
    way_out: 'Mire otra vez el recibo del banco. Envíelo de nuevo si el monto es correcto.',
  },
}
