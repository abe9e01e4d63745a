/** Spanish for the kinds of outcome at check-in: what it is, and what the hands do with it now. */
import type { KINDS as EN } from '../../en/screen/kinds.ts'

export const KINDS: typeof EN = {
  hold: { label: 'Reservado aquí', next: 'Ponga el comprobante y colóquelo bajo su código' },
  transit: { label: 'Para otra sucursal', next: 'Ponga el comprobante y déjelo en la caja de esa sucursal' },
  lender: {
    label: 'Préstamo interbibliotecario',
    next: 'Ponga el comprobante y déjelo para el mensajero: ni estante ni reserva',
  },
  'not-ours': { label: 'De otra biblioteca', next: 'Ponga el comprobante y déjelo en la caja del mensajero' },
  damaged: { label: 'Dañado', next: 'Ponga el comprobante y déjelo en el estante de reparaciones' },
  withdrawn: { label: 'Descartado', next: 'Sale de la biblioteca: no va a ningún estante' },
  'lost-found': { label: 'Perdido y encontrado', next: 'Revíselo antes de ponerlo en el estante' },
  'claim-found': { label: 'Reclamado y encontrado', next: 'El reclamo está resuelto: ya nadie tiene que buscarlo' },
  'missing-found': { label: 'Extraviado y encontrado', next: 'Se puede prestar de nuevo' },
  'not-out': { label: 'No estaba prestado', next: 'Ninguna cuenta cambia' },
  unknown: { label: 'Sin registro', next: 'Apártelo o cree un registro' },
}
