/** Spanish for the safe and the change fund: counts of them, and what goes out of them. */
import type { PLACES as EN } from '../../en/outcomes/places.ts'

export const PLACES: typeof EN = {
  counted: 'Conteo guardado',
  settled: 'Conteo resuelto',
  holds: 'Tiene',
  first: 'Es su primer conteo.',
  first_settled: 'Lo que había antes queda con este primer conteo.',
  moved: {
    'safe-to-bag': 'De la caja fuerte a una bolsa',
    'safe-to-fund': 'De la caja fuerte al fondo de cambio',
    'fund-to-safe': 'Del fondo de cambio a la caja fuerte',
  },
  wish: (what, amount) => `${what}: ${amount}`,
}
