/** Spanish for what a person may mark an item as: for the choice, and once it is marked. */
import type { Words } from '../../en/en.ts'

export const MARKS: Words['outcomes']['marks'] = {
  available: { label: 'Disponible', says: 'Está disponible y se puede prestar' },
  missing: {
    label: 'Extraviado',
    says: 'Está extraviado hasta que alguien lo escanee',
  },
  trace: { label: 'En búsqueda', says: 'Está en búsqueda hasta que alguien lo escanee' },
  damaged: { label: 'Dañado, o faltan piezas', says: 'Está dañado: apártelo' },
  'in-process': { label: 'En proceso, aún no está listo', says: 'Está en proceso y aún no es para el público' },
  'on-order': { label: 'Pedido', says: 'Está pedido' },
  reference: { label: 'Solo para uso en sala', says: 'Es solo para uso en sala' },
  withdrawn: { label: 'Descartado', says: 'Está descartado y ya no se puede prestar' },
}
