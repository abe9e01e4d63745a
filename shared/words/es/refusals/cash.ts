/** Spanish for drawers and payments. */
import type { CASH_REFUSALS } from '../../../refusals/cash.ts'
import { countedIn } from '../../plural.ts'
import type { WordsFor } from '../../refusal-words.ts'
import { theDrawer } from './drawer.ts'
import { asSentence } from '../../sentence.ts'

const n = countedIn('es')

export const CASH: WordsFor<typeof CASH_REFUSALS> = {
  'drawer-unknown': {
    short: 'No existe la caja',
    says: ({ drawer }) => `No existe la caja ${drawer}.`,
    way_out: 'Elija una de las cajas de la biblioteca.',
  },
  'drawer-elsewhere': {
    short: 'Caja de otra sucursal',
    says: ({ drawer, branch }) => `${drawer} es una caja de ${branch}.`,
    way_out: 'Elija una caja de esta sucursal, o pida que cambien su sucursal en las reglas.',
  },
  'drawer-open-already': {
    short: 'Ya está abierta',
    says: ({ drawer }) => `${theDrawer(drawer)} ya está abierta.`,
    way_out: 'Ciérrela primero, o úsela como está.',
  },
  'drawer-in-use': {
    short: 'Caja en uso',
    says: ({ drawer }) => `${theDrawer(drawer)} está abierta, o quedó dinero en ella.`,
    way_out: 'Ciérrela antes sin dejar nada en ella.',
  },
  'drawer-not-open': {
    short: 'Caja sin abrir',
    says: 'Aquí no hay ninguna caja abierta.',
    way_out: 'Abra una con su fondo de caja contado.',
  },
  'drawer-which': {
    short: 'Qué caja',
    says: ({ count }) => `Aquí hay ${n(count, 'caja abierta', 'cajas abiertas')}.`,
    way_out: 'Indique la caja.',
  },
  'drawer-suspended': {
    short: 'Caja suspendida',
    says: ({ drawer }) => `${theDrawer(drawer)} está suspendida.`,
    way_out: 'Reanúdela primero.',
  },
  'count-wrong': {
    short: 'Conteo no válido',
    says: ({ piece }) => (piece === '' ? 'Eso no es un conteo.' : `El conteo de ${piece} no es válido.`),
    way_out: 'Cuente la cantidad de cada valor o escriba un total.',
  },
  'nothing-to-pay': {
    short: 'Nada que pagar',
    says: 'No se eligió nada para pagar.',
    way_out: 'Elija un cargo o agregue una venta.',
  },
  'product-unknown': {
    short: 'No se vende aquí',
    says: ({ product }) => `Nada de lo que se vende aquí tiene la tecla o el código ${product}.`,
    way_out: 'Elíjalo en Vender, en la página de cobro.',
  },
  'price-needed': {
    short: 'Falta el precio',
    says: ({ product }) => `${product} no tiene precio fijo.`,
    way_out: 'Presione su tecla en Vender, en la página de cobro, y escriba el precio.',
  },
  'price-fixed': {
    short: 'Precio fijo',
    says: ({ product, price }) => `${product} cuesta ${price}, como lo fijó la biblioteca.`,
    way_out: 'Véndalo a ese precio.',
  },
  'amount-too-large': {
    short: 'Monto demasiado grande',
    says: ({ amount }) => `Un pago llega a ${amount} como máximo.`,
    way_out: 'Revise las unidades y el precio.',
  },
  'left-to-pay': {
    short: 'No alcanza',
    says: ({ amount }) => `Faltan ${amount} por pagar.`,
    way_out: 'Reciba más, o pague una parte de los cargos.',
  },
  'part-not-rounded': {
    short: 'No se redondea',
    says: ({ amount }) => `Una parte de un cargo no se redondea: ${amount} en efectivo se paga al centavo.`,
    way_out: 'Reciba el importe exacto, una parte que no necesite centavos u otro medio de pago.',
  },
  'tender-over': {
    short: 'Demasiado',
    says: ({ amount }) => `Los cheques y tarjetas suman ${amount} más de lo que se paga.`,
    way_out: 'Solo hay cambio del efectivo. Reciba el monto exacto.',
  },
  'cash-not-needed': {
    short: 'No hace falta efectivo',
    says: ({ amount }) => `No queda nada que pagar en efectivo: los ${amount} se devolverían enteros.`,
    way_out: 'Quite el efectivo, o reciba menos por otro medio de pago.',
  },
  'credit-short': {
    short: 'Saldo insuficiente',
    says: ({ amount }) => `El saldo a favor paga ${amount} de lo elegido.`,
    way_out: 'Use menos saldo a favor, y otro medio de pago para el resto.',
  },
  'in-kind-unknown': {
    short: 'No se acepta así',
    says: ({ kind }) => `${kind} no se acepta así.`,
    way_out: 'Elija una vez un donativo o trabajo de la lista de la biblioteca y escriba cuánto.',
  },
  'in-kind-pays-nothing': {
    short: 'No paga ninguno',
    says: ({ kind }) => `${kind} no paga ninguno de estos cargos, o se llegó al límite del mes.`,
    way_out: 'Cobre con otro medio de pago.',
  },
  'basket-full': {
    short: 'Demasiado de una vez',
    says: 'Es más de lo que admite un pago.',
    way_out: 'Cobre primero este pago y venda después el resto.',
  },
  'amount-unusual': {
    short: 'Monto inusual',
    says: ({ amount }) => `${amount} es más de lo que se suele recibir aquí.`,
    way_out: 'Revise el monto y confírmelo.',
  },
  'check-number-again': {
    short: 'Cheque ya recibido',
    says: ({ at }) => asSentence(`Ya se recibió un cheque con este número: ${at}`),
    way_out: 'Mire el número del cheque. Si es otro cheque, confírmelo.',
  },
  'card-code-again': {
    short: 'Autorización repetida',
    says: ({ at }) => asSentence(`Este código de autorización ya se registró con esta tarjeta: ${at}`),
    way_out: 'Revise el código en el comprobante de la terminal. Si está bien, confírmelo.',
  },
  'paper-number-used': {
    short: 'Ya registrado',
    says: ({ number }) => `El recibo de papel ${number} ya fue registrado.`,
    way_out: 'Mire otra vez el número del papel.',
  },
  'paper-day-ahead': {
    short: 'Día futuro',
    says: ({ on }) => `El ${on} está en el futuro.`,
    way_out: 'Escriba el día que está en el papel.',
  },
  'paper-day-old': {
    short: 'Demasiado antiguo',
    says: ({ on }) => `El ${on} fue hace más de un mes.`,
    way_out: 'Escriba el día que está en el papel. Si es tan antiguo, lleve el papel a la oficina.',
  },
  'paper-time-ahead': {
    short: 'Hora futura',
    says: ({ at }) => `${at}: esa hora aún no ha llegado.`,
    way_out: 'Escriba la hora que está en el papel, o déjela en blanco.',
  },
  'paper-time-unread': {
    short: 'No es una hora',
    says: 'Eso no es una hora del día.',
    way_out: 'Escríbala como 14:15 o 2:15 PM, o déjela en blanco.',
  },
  'receipt-unknown': {
    short: 'No existe el recibo',
    says: 'Este mostrador no tiene ese recibo.',
    way_out: 'Escriba el número del papel.',
  },
  'receipt-of-nobody': {
    short: 'De ningún usuario solo',
    says: 'No es de un solo usuario: es de una venta, de varios, o de uno cuyo registro ya no existe.',
    way_out: 'Mire sus líneas.',
  },
  'receipt-voided-already': {
    short: 'Ya anulado',
    says: 'Ese recibo ya fue anulado.',
    way_out: 'Véalo en la lista de recibos.',
  },
  'receipt-of-closed': {
    short: 'Caja ya cerrada',
    says: 'La caja de ese recibo ya se cerró.',
    way_out: 'Haga un reembolso.',
  },
  'days-swapped': {
    short: 'Días al revés',
    says: 'El último día es anterior al primero.',
    way_out: 'Elija los días otra vez.',
  },
}
