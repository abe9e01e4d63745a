/** Spanish for the kinds of outcome at check-in: what it is, and what the hands do with it now. */
import type { KINDS as EN } from '../../en/screen/kinds.ts'

export const KINDS: typeof EN = {
  hold: { label: 'Reservado aquí', next: 'Ponga el comprobante; colóquelo según su código' },
  transit: { label: 'Para otra sucursal', next: 'Ponga el comprobante; déjelo en la caja de esa sucursal' },
  lender: {
    label: 'Préstamo interbibliotecario',
    next: 'Ponga el comprobante; déjelo en la caja del mensajero. No va al estante',
  },
  'not-ours': { label: 'De otra biblioteca', next: 'Ponga el comprobante; déjelo en la caja del mensajero' },
  damaged: { label: 'Dañado', next: 'Ponga el comprobante; déjelo en el estante de reparaciones' },
  withdrawn: { label: 'Descartado', next: 'No va al estante' },
  'lost-found': { label: 'Perdido, ya encontrado', next: 'Revíselo antes de ponerlo en el estante' },
  'claim-found': { label: 'Reclamado, ya encontrado', next: 'El reclamo está resuelto: no se busca más' },
  'missing-found': { label: 'Extraviado, ya encontrado', next: 'Se puede prestar de nuevo' },
  'not-out': { label: 'No estaba prestado', next: 'Ninguna cuenta de usuario cambia' },
  unknown: { label: 'Sin registro', next: 'Apártelo, o cree un registro breve' },
}
