/** Spanish for the names of papers, for clerks, whatever the paper's own language. */
import type { PAPERS as EN } from '../../en/screen/papers.ts'

export const PAPERS: typeof EN = {
  kinds: {
    'check-out': 'Recibo de préstamo',
    'check-in': 'Recibo de devolución',
    renewal: 'Recibo de renovación',
    'hold-slip': 'Comprobante de reserva',
    'transit-slip': 'Comprobante de tránsito',
    statement: 'Estado de cuenta',
    welcome: 'Hoja de bienvenida',
    registration: 'Hoja para firmar',
    'item-slip': 'Comprobante de artículo',
    'recall-notice': 'Aviso de reclamo',
    'pull-list': 'Lista de búsqueda',
    'shelf-list': 'Lista del estante de reservas',
    'cart-order': 'Orden del carrito para acomodarlo',
    payment: 'Recibo de pago',
    refund: 'Recibo de reembolso',
    'refund-due': 'Reembolso pendiente por cheque',
    'drawer-report': 'Informe de caja',
    'deposit-slip': 'Comprobante de depósito',
    'count-sheet': 'Hoja de conteo',
    'cash-slip': 'Comprobante de efectivo',
    list: 'Lista',
  },
  in_spanish: 'en español',
  large: 'letra grande',
  copy: 'copia',
}
