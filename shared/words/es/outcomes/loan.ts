/** Spanish for what is lent, renewed or refused, and for an account that opens or is finished. */
import type { LOAN as EN } from '../../en/outcomes/loan.ts'
import { countedIn } from '../../plural.ts'

const n = countedIn('es')
const wrongPins = (count: number): string => n(count, 'PIN incorrecto', 'PIN incorrectos')

export const LOAN: typeof EN = {
  due: 'vence',
  out: 'Prestado',
  renewed: 'Renovado',
  due_spoken: (on) => `Vence el ${on}`,
  out_count: (count, max) => (max === null ? n(count, 'prestado', 'prestados') : `${count} de ${max}`),
  nothing_recorded: 'No se registró nada',
  open: {
    now: 'Cuenta abierta',
    already: 'Ya está abierta',
    switched: 'El usuario anterior está terminado',
    their_receipt: '{key:paper-now} muestra su recibo',
    brought: (count) =>
      `${n(count, 'de las devoluciones era suya', 'de las devoluciones eran suyas')}: ` +
      '{key:receipt-so-far} muestra el recibo',
    own: 'Escanee un ejemplar; luego 1 = anular la regla y prestar',
    ask: 'Escanee un ejemplar; luego 1 = pedir autorización',
  },
  shown: {
    happened: 'Consultado',
    label: 'su lugar',
    lend: 'Escanee una tarjeta para prestarlo',
    look: '{key:item} lo muestra',
  },
  renew_all: {
    none: 'No tiene nada prestado',
    heading: (count) => n(count, 'renovado', 'renovados'),
    last: (due) => `El último vence: ${due}`,
    refused: (count) => `${n(count, 'no se renovó', 'no se renovaron')}: vea cada fila`,
  },
  due_date: {
    set: 'Fecha de vencimiento cambiada',
    was: (due) => `Vencía: ${due}`,
    wish: (title, due) => `${title}: vence ${due}`,
  },
  undone_row: 'Deshecho',
  undone: {
    out: 'El préstamo está deshecho',
    in: 'La devolución está deshecha',
    renew: 'La renovación está deshecha',
    account: '',
    used: 'El conteo está deshecho',
    seen: 'El inventario está deshecho',
    hold: 'La reserva está deshecha',
    none: '',
  },
  finished: {
    patron: 'Terminado',
    cart: 'Devolución terminada',
    recorded: (count) => n(count, 'registrado', 'registrados'),
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
  no_barcode_how: '{key:find-title} busca un título, {key:find-person} busca un usuario',
}
