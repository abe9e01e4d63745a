/** Spanish for acts at an open drawer. */
import type { DRAWER_REFUSALS } from '../../../refusals/drawer.ts'
import type { WordsFor } from '../../refusal-words.ts'

/** A drawer by its name; one that the library has not named is the drawer. */
export const theDrawer = (name: string): string => (name === '' ? 'La caja' : `La caja ${name}`)

export const DRAWER: WordsFor<typeof DRAWER_REFUSALS> = {
  'drawer-on-break': {
    short: 'Caja en descanso',
    says: ({ drawer }) => `${theDrawer(drawer)} está en descanso.`,
    way_out: 'Solo la usa quien la tomó para el descanso. Tómela, o termine el descanso.',
  },
  'drawer-not-suspended': {
    short: 'No suspendida',
    says: ({ drawer }) => `${theDrawer(drawer)} no está suspendida.`,
    way_out: 'Úsela como está.',
  },
  'drawer-not-on-break': {
    short: 'No en descanso',
    says: ({ drawer }) => `${theDrawer(drawer)} no está en descanso.`,
    way_out: 'Úsela como está.',
  },
  'cover-same': {
    short: 'Misma persona',
    says: 'Esa persona ya tiene la caja.',
    way_out: 'Elija a otra persona, o a nadie.',
  },
  'cover-other': {
    short: 'No es quien cubre',
    says: 'No le toca a usted cubrir este descanso.',
    way_out: 'Quien sale de descanso nombra a quien lo cubre.',
  },
  'cover-counts-first': {
    short: 'Falta el otro conteo',
    says: 'La persona que cubrió el descanso no ha contado la caja.',
    way_out: 'Deje que la cuente y luego recíbala. Si ya no está, pida ayuda a un supervisor.',
  },
  'break-count-needed': {
    short: 'Cuéntela',
    says: 'Una caja que pasa de una persona a otra se cuenta.',
    way_out: 'Cuente lo que hay en ella.',
  },
  'bag-sealed': {
    short: 'Bolsa sellada',
    says: 'Nada vuelve a salir de una bolsa del banco.',
    way_out: 'Tome cambio de la caja fuerte o del fondo de cambio.',
  },
  'bag-number-missing': {
    short: 'Falta el número',
    says: 'Una bolsa del banco tiene un número.',
    way_out: 'Escriba el número que está en la bolsa.',
  },
  'bag-number-used': {
    short: 'Bolsa ya usada',
    says: ({ bag }) => `La bolsa ${bag} ya espera al banco.`,
    way_out: 'Tome otra bolsa, o mire otra vez el número.',
  },
  'place-uncounted': {
    short: 'Nunca se contó',
    says: 'Este lugar nunca se contó, así que todavía no entra ni sale dinero de él.',
    way_out: 'Cuéntelo primero, en la página de la caja fuerte y el fondo de cambio.',
  },
  'receiver-missing': {
    short: 'De quién es el conteo',
    says: 'Un segundo conteo necesita a la persona que lo hizo.',
    way_out: 'Elija quién contó, u omita el conteo.',
  },
  'receiver-needed': {
    short: 'Falta quién recibe',
    says: ({ amount }) => `Más de ${amount} en una sesión lo recibe una segunda persona.`,
    way_out: 'Elija quién lo recibe, o póngalo en una bolsa para el banco.',
  },
  'receiver-same': {
    short: 'Misma persona',
    says: 'El segundo conteo debe ser de otra persona.',
    way_out: 'Elija quién lo recibió, u omita el conteo.',
  },
  'receiver-says': {
    short: 'Su propio PIN',
    says: ({ who }) => `${who} dice con su propio PIN que lo contó.`,
    way_out: 'Pídale que lo autorice, u omita el segundo conteo.',
  },
  'meter-before-missing': {
    short: 'Lectura anterior',
    says: 'Todavía no hay ninguna lectura registrada de esta caja de monedas.',
    way_out: 'Escriba lo que marcaba el contador la última vez que se vació.',
  },
  'meter-price-missing': {
    short: 'Precio de cada una',
    says: 'Todavía no está registrado lo que la máquina cobra por cada copia.',
    way_out: 'Escriba el precio de una copia o página.',
  },
  'meter-other': {
    short: 'Distinto de lo anotado',
    says: ({ last, price, copies, amount }) =>
      `La última lectura de esta caja fue ${last}, a ${price}. Lo escrito difiere en ${copies} copias y ${amount}.`,
    way_out:
      'Deje vacíos la lectura anterior y el precio para seguir desde lo anotado. Si son correctos, confírmelos. ' +
      'Otra caja de monedas lleva su propio motivo.',
  },
  'meter-turned-back': {
    short: 'Revise las lecturas',
    says: ({ before, after }) => `El contador no puede pasar de ${before} a ${after}.`,
    way_out:
      'Corrija las lecturas. Otra caja de monedas lleva su propio motivo. ' +
      'Si cambiaron el contador o volvió a cero, ingrese las monedas sin él.',
  },
  'drawer-holds-less': {
    short: 'La caja no alcanza',
    says: 'Eso es más de lo que debe haber en la caja.',
    way_out: 'Revise el monto, o cuente la caja.',
  },
  'safe-holds-less': {
    short: 'La caja fuerte no basta',
    says: 'Eso es más de lo que debe haber en la caja fuerte.',
    way_out: 'Revise el monto, o cuente la caja fuerte.',
  },
  'place-holds-less': {
    short: 'No hay tanto',
    says: 'Eso es más de lo que debe haber según sus registros.',
    way_out: 'Revise el monto, o cuéntelo primero.',
  },
}
