/** Spanish for counts of the safe and the change fund. */
import type { PLACES as EN } from '../../en/outcomes/places.ts'

export const PLACES: typeof EN = {
  counted: 'Conteo guardado',
  settled: 'Conteo resuelto',
  holds: 'Tiene',
  first: 'Es su primer conteo.',
  first_settled: 'Lo que había antes queda con este primer conteo.',
}
