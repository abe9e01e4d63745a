/** Spanish for holds. */
import type { HOLD_REFUSALS } from '../../../refusals/hold.ts'
import { countedIn } from '../../plural.ts'
import type { WordsFor } from '../../refusal-words.ts'

const n = countedIn('es')

export const HOLD: WordsFor<typeof HOLD_REFUSALS> = {
  'hold-gone': {
    short: 'Reserva cerrada',
    says: 'Esa reserva está cerrada.',
    way_out: 'Mire la cuenta otra vez.',
  },
  'hold-of-nobody': {
    short: 'Usuario eliminado',
    says: 'Está en el estante de reservas para un usuario que se eliminó de los datos de la biblioteca.',
    way_out: '{key:check-in} y escanéelo otra vez para cerrar la reserva y ver adónde va.',
  },
  'hold-not-over': {
    short: 'No ha vencido',
    says: ({ until }) =>
      until === '' ? 'Esta reserva no tiene último día.' : `Esta reserva se guarda hasta el ${until}.`,
    way_out: 'Si el usuario ya no lo quiere, cancélela en la cuenta.',
  },
  'hold-not-on-shelf': {
    short: 'No está en reservas',
    says: 'No está en el estante de reservas.',
    way_out: 'Mire la lista otra vez.',
  },
  'hold-copy-unnamed': {
    short: '¿Qué artículo?',
    says: 'No se eligió ningún artículo.',
    way_out: 'Escanéelo o elíjalo en la página de su título.',
  },
  'hold-twice': {
    short: 'Ya reservado',
    says: 'Este usuario ya lo tiene reservado.',
    way_out: 'La reserva está en la cuenta.',
  },
  'hold-has-it': {
    short: 'Ya lo tiene',
    says: 'Este usuario lo tiene prestado.',
    way_out: '1 = reservar de todos modos; o renueve el préstamo.',
  },
  'holds-too-many': {
    short: 'Muchas reservas',
    says: ({ count, limit }) => `${n(count, 'reserva', 'reservas')} (límite: ${limit}).`,
    way_out: 'Cancele una reserva o pida una autorización.',
  },
  'hold-no-copies': {
    short: 'Sin ejemplares',
    says: 'La biblioteca no tiene ningún ejemplar de este título.',
    way_out: 'Sugiera otra edición o un préstamo interbibliotecario.',
  },
  'hold-not-holdable': {
    short: 'No se presta',
    says: 'Ningún ejemplar de este título se presta.',
    way_out: 'Se puede usar en la biblioteca.',
  },
  'hold-on-shelf': {
    short: 'En el estante',
    says: ({ where }) => `Está en el estante: ${where}.`,
    way_out: 'Tráigalo del estante; o 1 = reservar de todos modos.',
  },
  'hold-captured': {
    short: 'Ya apartado',
    says: 'Ya hay un ejemplar apartado para esta reserva.',
    way_out: 'Préstelo o cancele la reserva.',
  },
  'hold-not-suspended': {
    short: 'No suspendida',
    says: 'Esta reserva no está suspendida.',
    way_out: 'No hay nada que hacer.',
  },
  'hold-date-past': {
    short: 'Fecha pasada',
    says: ({ on }) => `El ${on} ya pasó.`,
    way_out: 'Elija un día posterior.',
  },
  'hold-date-too-far': {
    short: 'Demasiado lejos',
    says: ({ limit }) => `Una reserva se puede suspender, a más tardar, hasta el ${limit}.`,
    way_out: 'Elija un día anterior o cancele la reserva.',
  },
  'item-not-in': {
    short: 'No está en el estante',
    says: 'El sistema no muestra este artículo en el estante.',
    way_out: 'Haga una lista nueva.',
  },
}
