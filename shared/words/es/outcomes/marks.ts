/** Spanish for what a person may mark an item as: for the choice, and once it is marked. */
import type { Words } from '../../en/en.ts'

export const MARKS: Words['outcomes']['marks'] = {
  available: { label: 'Disponible, en su estante', says: 'Está disponible y se puede prestar' },
  missing: {
    label: 'Extraviado: no está en su lugar',
    says: 'Está extraviado; la próxima persona que lo escanee lo encuentra',
  },
  trace: { label: 'Se está buscando', says: 'Se está buscando; la próxima persona que lo escanee lo encuentra' },
  damaged: { label: 'Dañado, o faltan piezas', says: 'Está dañado: apártelo' },
  'in-process': { label: 'En proceso, aún no está listo', says: 'Está en proceso y aún no es para el público' },
  'on-order': { label: 'Pedido', says: 'Está pedido' },
  reference: { label: 'Solo para uso en la biblioteca', says: 'Es para uso en la biblioteca' },
  withdrawn: { label: 'Retirado para siempre', says: 'Está retirado y ya no se puede prestar' },
}
