/** Spanish for the page of a receipt, a slip or a list. */
import { asSentence } from '../../sentence.ts'
import type { PAPER_PAGE as EN } from '../../en/pages/paper-page.ts'

export const PAPER_PAGE: typeof EN = {
  heading: (name) => `Imprimir: ${name}`,
  by_dialog: 'Nada se imprime solo. Imprimir abre el diálogo de impresión del sistema.',
  by_printer: (printer) => `Imprimir lo envía a ${printer}.`,
  of_left_at: (at) => asSentence(`Para el usuario que se fue a las ${at}`),
  of_earlier_at: (name, at) => asSentence(`De una visita anterior de ${name}, terminada a las ${at}`),
  cart: 'Orden del carrito para acomodarlo',
  no_receipt: 'Este usuario aún no tiene recibo',
  no_receipt_lead:
    '{key:paper-now} hace un recibo de lo hecho hasta ahora. Enter muestra el último recibo de otro usuario.',
  show: 'Mostrar',
  others: 'Otros recibos y comprobantes de esta sesión',
  columns: { paper: 'Recibo o comprobante', item: 'Artículo', made_at: 'Hecho a las' },
  of_left: (name) => `${name}, de un usuario que se fue`,
  of_earlier: (name) => `${name}, de una visita anterior`,
}
