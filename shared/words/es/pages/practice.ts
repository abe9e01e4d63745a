/** Spanish for the practice shift. */
import type { PRACTICE as EN } from '../../en/pages/practice.ts'
import { countedIn } from '../../plural.ts'

const n = countedIn('es')

export const PRACTICE: typeof EN = {
  tasks: {
    out: {
      says: 'Preste dos libros a Dana Miller. Escanee su tarjeta y luego los libros.',
      names: ['Tarjeta de Dana Miller'],
    },
    decide: {
      says:
        'Imani Jones trae un libro que todavía está prestado a Dana. Escanee la tarjeta de Imani, luego el libro, y ' +
        'presione el número que se lo presta a Imani.',
      names: ['Tarjeta de Imani Jones'],
    },
    'book-drop': {
      says:
        'Reciba lo del buzón: presione {key:check-in} dos veces y escanee los tres artículos. Fíjese adónde va cada ' +
        'uno: a su estante, al estante de reservas, a otra sucursal.',
      names: [],
    },
    renew: {
      says:
        'Dana llama: “Renueve todo, por favor.” Presione {key:line}, escriba miller dana, elíjala, presione Enter y ' +
        'luego {key:renew-all}.',
      names: [],
    },
    find: {
      says:
        'Dos personas se llaman Maria Garcia. Busque a la que nació el 9/30/1998: escriba el nombre y la fecha, y ' +
        'presione Enter.',
      names: [],
    },
    hold: {
      says: 'Haga una reserva para Maria: presione {key:hold}, escanee un ejemplar y presione Enter.',
      names: [],
    },
    'hand-over': {
      says: 'Dana recoge su reserva. Escanee su tarjeta y luego el artículo del estante de reservas.',
      names: ['Tarjeta de Dana Miller'],
    },
    explain: {
      says: 'Dana pregunta por qué vence ese día. Presione {key:explain} y lea los pasos.',
      names: [],
    },
    waive: {
      says:
        'Condone $1.00 de lo que debe Dana. Con su cuenta abierta, presione {key:waive}, elija el cargo, escriba ' +
        '1.00 y elija un motivo.',
      names: ['Tarjeta de Dana Miller'],
    },
    undo: {
      says: 'Preste este libro a Dana y luego deshágalo con {key:undo}.',
      names: [],
    },
    paper: {
      says:
        'La impresora se queda sin papel. Abra los dispositivos de práctica con {key:training} y quite el papel. ' +
        'Preste el libro a Dana y presione Enter: su recibo espera. Ponga papel, y sale.',
      names: ['Tarjeta de Dana Miller'],
    },
    drawer: {
      says:
        'Abra la caja del día: presione {key:drawer} y cuente el fondo, $100.00, como dice la lista. La caja se ' +
        'abre. Ciérrela en los dispositivos de práctica, {key:training}.',
      names: [],
    },
    shelf: {
      says: 'Lea un estante: presione {key:shelf} y escanee los tres libros de izquierda a derecha.',
      names: [],
    },
    lock: {
      says:
        'Usted se aleja un momento. Bloquee el mostrador con {key:lock}; luego escriba su PIN, 246810, y presione ' +
        'Enter.',
      names: [],
    },
  },
  summary: (done, skipped) =>
    `El turno de práctica terminó: ${n(done, 'tarea hecha', 'tareas hechas')}` +
    `${skipped === 0 ? '' : `, ${skipped} sin hacer`}. Ya puede atender el mostrador. Presione {key:help} cuando ` +
    'tenga una duda.',
  person: 'Persona en práctica',
  desk: 'Mostrador de práctica',
  unknown: 'Código desconocido',
}
