/**
 * The words on paper, Spanish as United States libraries write it: "usted", 12-hour times, dollars as they are.
 * Complete by its type; a test finds any English left in it. Words only, no rules.
 */
import type { ChargeKind } from '../../ledger/charge-kinds.ts'
import type { ItemTask, NotRenewedReason, TransitReason } from '../paper-kinds.ts'
import { CASH } from './cash-es.ts'
import type { Words } from './en.ts'

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`

const CHARGES: Readonly<Record<ChargeKind, string>> = {
  overdue: 'Multa por atraso',
  lost: 'Artículo perdido',
  processing: 'Cargo por procesamiento',
  damaged: 'Daños',
  part: 'Pieza faltante',
  card: 'Tarjeta nueva',
  rental: 'Alquiler',
  manual: 'Otro cargo',
  other: 'Otro cargo',
  credit: 'Crédito',
}

const NOT_RENEWED: Readonly<Record<NotRenewedReason, string>> = {
  'somebody-waits': 'Está reservado para otro usuario.',
  recalled: 'La biblioteca lo ha reclamado.',
  'no-more-renewals': 'Ya no se puede renovar más.',
  'no-later-date': 'Renovarlo no cambiaría el vencimiento.',
  'card-expired': 'Su tarjeta está vencida.',
  'money-owed': 'Debe demasiado para renovar.',
  'ask-at-the-desk': 'Pregunte en el mostrador, por favor.',
}

const TRANSIT: Readonly<Record<TransitReason, string>> = {
  hold: 'Para una reserva allí',
  home: 'Pertenece a esa sucursal',
  repair: 'Para reparar',
  other: 'Enviado por el personal',
  lender: 'Préstamo interbibliotecario: devolver a la biblioteca que lo prestó',
  'not-ours': 'No es nuestro: por favor, devuélvalo a su biblioteca',
}

const WHERE_TO_LOOK =
  'Busque en su lugar, un estante arriba y otro abajo, en los carritos, el buzón y el estante de reservas.'

const TASKS: Readonly<Record<ItemTask, { readonly title: string; readonly reason: string; readonly next: string }>> = {
  damaged: {
    title: 'Dañado',
    reason: 'Este artículo está dañado.',
    next: 'No lo devuelva al estante. Decida: reparar, reemplazar o descartar.',
  },
  'missing-parts': {
    title: 'Faltan piezas',
    reason: 'Faltan estas piezas:',
    next: 'No lo devuelva al estante hasta que las piezas vuelvan o se reemplacen.',
  },
  'claims-returned': {
    title: 'Buscar en el estante',
    reason: 'El usuario dice que lo devolvió.',
    next: WHERE_TO_LOOK,
  },
  'claims-never-had': {
    title: 'Buscar en el estante',
    reason: 'El usuario dice que nunca lo tuvo.',
    next: WHERE_TO_LOOK,
  },
}

export const es: Words = {
  language: 'es',
  minutes: (number) => count(number, 'minuto', 'minutos'),
  hours: (number) => count(number, 'hora', 'horas'),
  days: (number) => count(number, 'día', 'días'),

  copy: 'COPIA',
  reprint: 'REIMPRESIÓN',
  undone_since: (item) => `Anulado después: ${item}`,
  card: (tail) => `Tarjeta ${tail}`,
  item: (tail) => `Artículo ${tail}`,
  items: (number) => count(number, 'artículo', 'artículos'),
  total: 'Total',

  checked_out: 'Préstamo',
  due: (when) => `vence ${when}`,
  renewals_left: (number) => {
    if (number === null) return 'se puede renovar'
    if (number === 0) return 'sin renovaciones'
    return number === 1 ? 'queda 1 renovación' : `quedan ${number} renovaciones`
  },
  items_out_now: (number) => count(number, 'artículo prestado', 'artículos prestados'),
  out_in_all: 'Préstamos en total',
  you_owe: 'Usted debe',
  your_credit: 'Saldo a su favor',
  holds_ready: (number) => `${count(number, 'reserva lista', 'reservas listas')} para usted.`,

  returned: 'Devolución',
  items_returned: (number) => count(number, 'artículo devuelto', 'artículos devueltos'),
  late_fine: 'Multa por atraso',
  charged_now: 'Cargado hoy',
  still_out: 'Aún en préstamo',

  renewal: 'Renovaciones',
  renewed: 'Renovados',
  not_renewed: 'No renovados',
  still_due: (when) => `aún vence ${when}`,
  was_due: (when) => `venció ${when}`,
  items_renewed: (number) => count(number, 'artículo renovado', 'artículos renovados'),
  items_not_renewed: (number) => count(number, 'artículo no renovado', 'artículos no renovados'),
  not_renewed_because: NOT_RENEWED,

  recall_notice: 'Aviso de reclamo',
  recall_asks: 'Otro usuario reservó este artículo, por eso la biblioteca lo necesita antes.',
  due_until_now: (when) => `vencía ${when}`,
  bring_back_by: 'Devuélvalo a más tardar el',
  recall_no_renewal: 'No se puede renovar.',
  recall_thanks: 'Gracias.',
  recalled: 'reclamado por la biblioteca',

  hold: 'Reserva',
  pick_up_code: 'Código de recogida',
  shelf_until: (when) => `En el estante hasta ${when}`,
  hold_data_old: (age) => `Apartado sin conexión, con datos de reservas de hace ${age}.`,
  hold_data_check: 'Revise la reserva otra vez antes de entregarlo.',

  transit: 'Enviar a otra sucursal',
  to_library: 'Enviar a otra biblioteca',
  back_by: (when) => `Debe volver a más tardar el ${when}`,
  other_library: (prefix) => `Biblioteca con códigos ${prefix}…`,
  send_to: 'Enviar a',
  from: (branch) => `De ${branch}`,
  transit_because: TRANSIT,

  printer_test: 'Prueba de impresora',
  printer_test_columns: (count) => `Columnas: ${count}. Los dígitos llenan una línea.`,
  printer_test_letters: 'Letras',
  printer_test_drawn: 'Dibujadas, porque no tiene letras para ellas',
  printer_test_barcode: 'Código de barras: escanéelo',

  welcome: 'Bienvenida a la biblioteca',
  your_card: 'Su número de tarjeta',
  non_resident: 'Non-Resident (no residente)',
  online: 'En línea',
  go_to: (address) => `Visite ${address}`,
  sign_in: 'Entre con su número de tarjeta y su PIN.',
  sign_in_no_pin: 'Para entrar necesita su número de tarjeta y un PIN. Elija uno en el mostrador.',
  keep_number: 'No comparta este número, y avísenos en seguida si pierde la tarjeta.',
  open_hours: 'Horario',
  closed: 'Cerrado',

  form: {
    title: 'Solicitud de tarjeta de la biblioteca',
    address: 'Dirección',
    born: 'Fecha de nacimiento',
    phone: 'Teléfono',
    email: 'Correo electrónico',
    category: 'Tarjeta',
    guardian: 'Padre, madre o tutor',
    terms: 'Estoy de acuerdo',
    usual_terms: [
      'Sigo las reglas de la biblioteca.',
      'Respondo por todo lo que se preste con esta tarjeta y pago lo que se pierda o se dañe.',
      'Aviso en seguida a la biblioteca si pierdo la tarjeta o si cambia mi dirección.',
    ],
    guardian_terms: 'Como padre, madre o tutor respondo por todo lo que se preste a este menor.',
    signature: 'Firma',
    contact: 'Contacto',
    organization_signature: 'Por la organización: firma',
    guardian_signature: 'Firma del padre, de la madre o del tutor',
    date: 'Fecha',
  },

  statement: 'Estado de cuenta',
  card_expires: (when) => `La tarjeta vence: ${when}`,
  loans: 'En préstamo a su nombre',
  no_loans: 'No tiene nada en préstamo.',
  overdue: 'VENCIDO',
  fine_so_far: (amount) => `multa hasta ahora ${amount}`,
  charges: 'Lo que usted debe',
  no_charges: 'No debe nada.',
  of_amount: (amount) => `de ${amount}`,
  charge: CHARGES,
  fines_not_charged_yet: 'Multas aún no cargadas',
  holds: 'Sus reservas',
  no_holds: 'No tiene reservas.',
  hold_place: (place) => `número ${place} en la lista`,
  hold_waiting: 'en espera',
  hold_over: (on) => `no recogida antes del ${on}`,
  hold_ready: (branch) => `lista en ${branch}`,
  hold_on_its_way: (branch) => `en camino a ${branch}`,
  hold_suspended: 'suspendida',
  until: (when) => `hasta ${when}`,

  task: TASKS,
  noted: (when, initials) => (initials === '' ? `Anotado ${when}` : `Anotado ${when}, ${initials}`),
  looked_on: 'Revisado el',

  pull_list: 'Lista de búsqueda',
  shelf_list: 'Estante de reservas',
  cart_order: 'Orden del carrito',
  call_number: 'Clasificación',
  title: 'Título',
  code: 'Código',
  number: 'N.º',
  until_label: 'Hasta',
  wanted_at: (branch) => `para ${branch}`,
  list_empty: 'No hay nada en esta lista.',

  cash: CASH,
}
