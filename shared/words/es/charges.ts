/** Spanish for charges: what each kind is called, and what became of one. */
import type { Words } from '../en/en.ts'

export const CHARGES: Words['charges'] = {
  kinds: {
    overdue: 'Multa por atraso',
    lost: 'Artículo perdido',
    processing: 'Cargo por procesamiento',
    damaged: 'Daño',
    part: 'Pieza faltante',
    rental: 'Alquiler',
    card: 'Cargo por reponer la tarjeta',
    program: 'Programa',
    manual: 'Cargo manual',
    other: 'Otro cargo',
    credit: 'Crédito en la cuenta',
  },
  credits: {
    'opening-credit': 'Crédito en la cuenta',
    'opening-drawer': 'Reembolso de la caja',
    'opening-check': 'Reembolso con un cheque de la oficina',
  },
  when: {
    returned: (due, on) => `vencía el ${due}, devuelto el ${on}`,
    renewed: (due, on) => `vencía el ${due}, renovado el ${on}`,
    billed: (due, on) => `vencía el ${due}, cobrado el ${on}`,
    charged: (on) => `cargado el ${on}`,
    credited: (on) => `acreditado el ${on}`,
  },
  opened: {
    charged: (amount) => `${amount} cargados antes de llegar a este mostrador`,
    settled: (amount) => `${amount} de eso, saldados antes de llegar a este mostrador`,
    credited: (amount) => `${amount} acreditados antes de llegar a este mostrador`,
  },
  moved: {
    charged: 'cargado',
    waived: 'condonado',
    amnesty: 'condonado en la devolución',
    backdated: 'condonado: devolución con fecha anterior',
    found: 'cancelado: artículo encontrado',
    'claim-found': 'cancelado: reclamo confirmado',
    outage: 'cancelado: interrupción',
    voided: 'anulado',
    refunded: 'reembolsado',
    billed: 'cancelado: cobrado como perdido',
    applied: 'pagado con lo que la biblioteca debía',
    restored: 'cargado otra vez',
    paid: 'pagado',
    'paid-back': 'reembolsado',
    'in-kind': 'pagado en especie',
  },
  refund_due: {
    'refund-due-credit': 'por reembolsar',
    'refund-due-drawer': 'por reembolsar de la caja',
    'refund-due-check': 'por reembolsar con un cheque de la oficina',
  },
  undone: (what) => `${what}: deshecho`,
  entry: (at, what) => `${at}: ${what}`,
}
