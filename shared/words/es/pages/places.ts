/** Spanish for the safe and the change fund. */
import { countedIn } from '../../plural.ts'
import type { PLACES_PAGE as EN } from '../../en/pages/places.ts'

const n = countedIn('es')

export const PLACES_PAGE: typeof EN = {
  heading: 'Caja fuerte y fondo de cambio',
  lead: 'Intro en uno de ellos lo cuenta.',
  of: { safe: 'Caja fuerte', 'change-fund': 'Fondo de cambio' },
  count: { safe: 'Contar la caja fuerte', 'change-fund': 'Contar el fondo de cambio' },
  columns: {
    place: 'Dónde',
    expected: 'Debe tener',
    counted: 'Último conteo',
    by: 'Por',
    off: 'Sobra o falta',
  },
  never: 'Nunca',
  when: (at, days) => (days === 0 ? at : `${at}, hace ${n(days, 'día', 'días')}`),
  is_open: 'El último conteo tiene una diferencia y nadie ha dicho por qué.',
  count_lead: 'Cuente todo el efectivo que hay. Lo que debe tener se muestra después.',
  count_says: 'Escriba cuántos hay de cada uno. Cada conteo queda guardado, aunque cuente otra vez.',
  move_says: {
    'safe-to-bag': 'Cuente lo que va a la bolsa. Espera hasta que el banco la reciba.',
    'safe-to-fund': 'Cuente lo que va al fondo de cambio.',
    'fund-to-safe': 'Cuente lo que va a la caja fuerte.',
  },
  keep: 'Guardar este conteo',
  again: 'Contar otra vez',
  again_says: 'Es un conteo más. El primero queda guardado.',
  last: 'El último conteo',
  counted: 'Contado',
  done: 'Conteo guardado. Coincide.',
  differs: 'Conteo guardado. No coincide: cuente otra vez o elija el motivo.',
  first_lead: 'Es el primer conteo. Lo que hay de más ya estaba antes: Intro lo guarda como lo que tiene al empezar.',
  settle: 'Empezar con este conteo',
  settle_says: 'Desde entonces tiene lo que usted contó.',
  sign_off_says: (amount) => `Una diferencia de ${amount}: otra persona debe autorizarla.`,
}
