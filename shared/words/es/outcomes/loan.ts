/** Spanish for what is lent, renewed or refused, and for an account that opens or is finished. */
import type { LOAN as EN } from '../../en/outcomes/loan.ts'
import { countedIn } from '../../plural.ts'
import { onThe, the } from './when.ts'

const n = countedIn('es')
const of = (count: number, one: string, other: string): string => (count === 1 ? one : other)
const wrongPins = (count: number): string => n(count, 'PIN incorrecto', 'PIN incorrectos')

const PERIODS: Readonly<Record<'days' | 'open days' | 'weeks' | 'months', readonly [one: string, other: string]>> = {
  days: ['día', 'días'],
  'open days': ['día de apertura', 'días de apertura'],
  weeks: ['semana', 'semanas'],
  months: ['mes', 'meses'],
}

export const LOAN: typeof EN = {
  due: 'vence',
  out: 'Prestado',
  renewed: 'Renovado',
  due_spoken: (on) => `Vence el ${on}`,
  period: (count, unit) => `Préstamo de ${n(count, ...PERIODS[unit])}`,
  out_count: (count, max) => (max === null ? n(count, 'prestado', 'prestados') : `${count} de ${max}`),
  nothing_recorded: 'No se registró nada',
  open: {
    now: 'Cuenta abierta',
    already: 'Ya está abierta',
    switched: 'El préstamo del usuario anterior está terminado',
    their_receipt: '{key:paper-now} muestra su recibo',
    brought: (count) =>
      `${n(count, 'de las devoluciones era suya', 'de las devoluciones eran suyas')}: ` +
      '{key:receipt-so-far} muestra el recibo',
    own: 'Escanee un artículo; luego 1 = anular la regla y prestar',
    ask: 'Escanee un artículo; luego 1 = pedir autorización',
  },
  waits: {
    card: (barcode) => `Tarjeta ${barcode}`,
    for_answer: 'Queda en espera hasta que responda arriba',
    for_finish: 'Queda en espera hasta que presione Enter para terminar con este usuario',
    count: (count) => `${count} en espera`,
    removed: (count) => `Quitado: estaba en espera y no se registró nada. ${count} en espera`,
  },
  shown: {
    happened: 'Datos del artículo',
    label: 'su lugar',
    lend: 'Escanee una tarjeta para prestarlo',
    look: '{key:item} lo muestra',
    /** It is out, and nobody is open. */
    out: (due) => `Está prestado, vence el ${due}`,
    out_how: '1 = devolver; escanee primero una tarjeta para renovar o prestar',
  },
  /** A card or a scanner turned the desk to this side. */
  turned: { out: 'Ahora en Préstamo', in: 'Ahora en Devolución' },
  /** The scanner read it twice. */
  twice: 'Ya se escaneó',
  renew_all: {
    none: 'No hay nada que renovar',
    renewed: (count) => (count === 0 ? 'No se renovó nada' : n(count, 'renovado', 'renovados')),
    until: (count, due) => `${n(count, 'renovado', 'renovados')} hasta ${the(due)}`,
    part: (count, due) => `${count} hasta ${the(due)}`,
    refused: (count, reason) => `${count} sin renovar${reason === '' ? '' : `: ${reason}`}`,
    already_due: (count, due) => `${of(count, 'ya vence', 'ya vencen')} ${onThe(due)}`,
    already_due_between: (count, first, last) =>
      `${of(count, 'ya vence', 'ya vencen')} entre ${the(first)} y ${the(last)}`,
    reason: {
      'renewal-hold-waits': (count) => of(count, 'reservado por otro usuario', 'reservados por otros usuarios'),
      'renewals-used': () => 'sin más renovaciones',
      'unseen-renewals-used': (count) => of(count, 'se debe traer a un mostrador', 'se deben traer a un mostrador'),
      'renewal-recalled': () => 'con devolución reclamada',
      'renewal-withdrawn': (count) => of(count, 'descartado', 'descartados'),
      'due-date-stands': (count) => of(count, 'cobrado o reclamado', 'cobrados o reclamados'),
    },
    other: () => 'por otro motivo',
    each: (count, reason) => `${count} ${reason}`,
    fines: (amount) => `Multas cobradas por atraso: ${amount}`,
    rentals: (amount) => `Alquiler cobrado: ${amount}`,
  },
  later: 'Vence después',
  due_date: {
    set: 'Fecha de vencimiento cambiada',
    was: (due) => `Vencía: ${due}`,
    wish: (title, due) => `${title}: vence ${due}`,
  },
  finished: {
    patron: 'Terminado',
    cart: 'Devolución terminada',
    recorded: (count) => n(count, 'operación registrada', 'operaciones registradas'),
    held: 'Sin terminar',
    again: 'Apártelo, o agregue un registro breve en su fila. Enter otra vez termina',
    not_recorded: (count, barcodes) => `${count} sin registrar: ${barcodes}`,
    stay: (count) => `${count === 1 ? 'Sigue' : 'Siguen'} en la lista; Esc la borra`,
    receipt: 'El recibo se muestra, no se imprime',
  },
  hello: (name) => `Hola, ${name}`,
  signed_in: 'Sesión iniciada',
  guessed: {
    own: (count) => `Se ${count === 1 ? 'escribió' : 'escribieron'} ${wrongPins(count)} a su nombre`,
    desk: (count) => `Se ${count === 1 ? 'escribió' : 'escribieron'} ${wrongPins(count)} en este mostrador`,
    badges: (count) =>
      `En este mostrador se ${count === 1 ? 'leyó' : 'leyeron'} ` +
      n(count, 'número de credencial incorrecto', 'números de credencial incorrectos'),
  },
  no_barcode: (text) => `Sin resultado para “${text}”`,
  no_barcode_how: '{key:find-title} busca un título, {key:find-person} busca a un usuario',
}
