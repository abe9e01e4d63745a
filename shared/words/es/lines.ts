/** Spanish for what stands in a line about a hold, or an item that no hold keeps any more. */
import type { Words } from '../en/en.ts'

export const LINES: Words['lines'] = {
  place: (place, of) => `${place}.º de ${of}`,
  goes: {
    hold: 'a la próxima reserva aquí',
    transit: (branch) => `a ${branch}`,
    shelf: (location) => (location === '' ? 'de vuelta a su estante' : `de vuelta a ${location}`),
  },
}
