/** Each step of a fine, of what was charged, of a loss and of a return, with its sentence in both languages. */
import { must } from '../../../shared/kernel/assert.ts'
import { instant, localDate } from '../../../shared/kernel/time.ts'
import { parseZoneName } from '../../../shared/kernel/zone.ts'
import type { Step } from '../../../shared/words/steps.ts'
import { momentOf } from '../../support/given.ts'

const zone = must(parseZoneName('America/Chicago'), 'a zone')
const at = (local: string) => momentOf(local, zone)
type Said = readonly (readonly [Step, en: string, es: string])[]

export const FINES: Said = [
  [
    { code: 'no-fine-rule' },
    'no fine rule applies: nothing is charged',
    'ninguna regla de multas se aplica: no se cobra nada',
  ],
  [{ code: 'rule-charges-nothing' }, 'this rule charges nothing', 'esta regla no cobra nada'],
  [
    { code: 'patron-pays-no-fines' },
    'patrons of this category pay no fines',
    'los usuarios de esta categoría no pagan multas',
  ],
  [{ code: 'fine-let-off' }, 'the fine is waived', 'la multa se condona'],
  [
    { code: 'counted-to-claim', claimed_ms: at('2026-11-12T12:00') },
    'counted to Thu, Nov 12, noon, when it was claimed',
    'se cuenta hasta el jue, 12 de nov, mediodía, cuando se reclamó',
  ],
  [
    { code: 'fine-free-day', on: '2026-11-27', reason: 'Fine amnesty day' },
    'Fri, Nov 27 is fine-free (Fine amnesty day)',
    'el vie, 27 de nov es un día sin multas (Fine amnesty day)',
  ],
  [
    { code: 'due-in-outage', reason: '' },
    'due while the system was down: that time is not charged',
    'vencía con el sistema caído: ese tiempo no se cobra',
  ],
  [
    { code: 'due-in-outage', reason: 'power-cut' },
    'due while the system was down (Power outage): that time is not charged',
    'vencía con el sistema caído (Corte de luz): ese tiempo no se cobra',
  ],
  [
    {
      code: 'back-in-outage',
      reason: 'flood',
      since_ms: at('2026-11-14T09:00'),
    },
    'returned while the system was down (flood): charged up to Sat, Nov 14, 9:00 AM',
    'se devolvió con el sistema caído (flood): se cobra hasta el sáb, 14 de nov, 9:00 a.m.',
  ],
  [
    { code: 'within-grace', grace_count: 1, grace_unit: 'days' },
    'within the 1 day of grace',
    'dentro del período de gracia de 1 día',
  ],
  [
    { code: 'grace-not-charged', grace_count: 2, grace_unit: 'open-days' },
    'grace of 2 open days is not charged',
    'el período de gracia de 2 días abiertos no se cobra',
  ],
  [{ code: 'nothing-to-charge', late_count: 0, late_unit: 'days' }, '0 days to charge', '0 días por cobrar'],
  [{ code: 'days-without-borrowing', days_count: 6 }, '6 days suspended', '6 días sin préstamos'],
  [{ code: 'no-more-than', is_price: false, cap_cents: 500 }, 'no more than $5.00', '$5.00 como máximo'],
]

export const COSTS: Said = [
  [{ code: 'rental-charged', amount_cents: 100 }, 'rental $1.00', 'alquiler $1.00'],
  [{ code: 'fine-until-now', amount_cents: 75 }, 'overdue fine $0.75 charged', 'multa por atraso cobrada: $0.75'],
  [{ code: 'fine-charged', amount_cents: 75 }, 'fine $0.75', 'multa de $0.75'],
  [{ code: 'fine-charged-before' }, 'the fine was already charged', 'la multa ya se había cobrado'],
  [{ code: 'no-fine' }, 'no fine', 'sin multa'],
  [
    { code: 'no-borrowing-until', on: '2026-11-30' },
    'no checkouts until Mon, Nov 30',
    'sin préstamos hasta el lun, 30 de nov',
  ],
  [
    {
      code: 'own-fee',
      kind: 'book-drop',
      name: 'media in the book drop',
      amount_cents: 100,
    },
    'fee $1.00: media in the book drop',
    'cargo de $1.00: media in the book drop',
  ],
  [
    { code: 'own-fee', kind: 'hold', name: '', amount_cents: 100 },
    'fee $1.00: placing a hold',
    'cargo de $1.00: hacer una reserva',
  ],
  [
    {
      code: 'fee',
      fee_code: 'H',
      fee_kind: 'hold',
      name: '',
      listed_cents: 100,
    },
    'Fee H: placing a hold, $1.00',
    'Cargo H: hacer una reserva, $1.00',
  ],
  [
    { code: 'last-patron-gone' },
    'the patron who had it is no longer in the library’s data: nothing is charged',
    'el usuario que lo tenía ya no está en los datos de la biblioteca: no se cobra nada',
  ],
  [
    { code: 'not-let-off' },
    'the fine is more than your role may waive, so it is charged. Scan their card, then press {key:waive} to waive ' +
      'it with approval',
    'la multa es más de lo que su función puede condonar, así que se cobra. Escanee la tarjeta y presione ' +
      '{key:waive} para condonarla con autorización',
  ],
  [
    { code: 'claim-given-up' },
    'the search ended: the item is marked missing',
    'la búsqueda terminó: el artículo se marca como extraviado',
  ],
  [{ code: 'claim-was-right' }, 'claim confirmed: no fine', 'reclamo confirmado: sin multa'],
  [{ code: 'no-lost-rule' }, 'no rule covers its charges: they stay', 'ninguna regla cubre sus cargos: se quedan'],
  [
    { code: 'recalled', due_ms: at('2026-12-04T23:59') },
    'recalled, due Fri, Dec 4',
    'reclamado, vence el vie, 4 de dic',
  ],
  [
    { code: 'return-day-ahead', on: localDate('2026-11-25') },
    'Wed, Nov 25 is in the future: counted as returned now',
    'el mié, 25 de nov está en el futuro: cuenta como devuelto ahora',
  ],
  [
    { code: 'dated-back-at-most', days_count: 30 },
    'returns can be backdated 30 days at most',
    'una devolución se puede fechar 30 días atrás como máximo',
  ],
  [{ code: 'dated-back', on: localDate('2026-11-23') }, 'backdated to Mon, Nov 23', 'con fecha del lun, 23 de nov'],
  [
    { code: 'from-book-drop', closed_ms: instant(at('2026-11-23T18:00')) },
    'book drop: backdated to closing, Mon, Nov 23, 6:00 PM',
    'buzón de devoluciones: con fecha del cierre, lun, 23 de nov, 6:00 p.m.',
  ],
  [{ code: 'not-before-lent' }, 'not before it was checked out', 'no antes de que se prestara'],
]

export const LOSSES: Said = [
  [
    { code: 'billed-as-lost', on: '2027-01-12' },
    'billed as lost after Tue, Jan 12',
    'se cobra como perdido después del mar, 12 de ene',
  ],
  [
    { code: 'billed-as-lost', on: null },
    'billed as lost only if staff mark it lost',
    'se cobra como perdido solo si el personal lo marca como perdido',
  ],
  [
    { code: 'no-fine-never-had' },
    'no fine: the patron says they never had it',
    'sin multa: el usuario dice que nunca lo tuvo',
  ],
  [{ code: 'fine-stops-at-claim' }, 'the fine stops on the day of the claim', 'la multa se detiene el día del reclamo'],
  [
    { code: 'too-long-overdue', days_count: 180 },
    'more than 180 days overdue: the charge stays',
    'más de 180 días de atraso: el cargo se queda',
  ],
  [{ code: 'lost-charge-stays' }, 'the lost charge stays as it is', 'el cargo por pérdida se queda como está'],
  [
    { code: 'lost-charge-canceled', amount_cents: 2000 },
    'the lost charge of $20.00 is canceled',
    'el cargo por pérdida de $20.00 se cancela',
  ],
  [{ code: 'processing-fee-stays' }, 'the processing fee stays', 'el cargo por procesamiento se queda'],
  [
    { code: 'fine-up-to-return', amount_cents: 500 },
    'the fine up to the return is $5.00',
    'la multa hasta la devolución es de $5.00',
  ],
  [
    { code: 'fine-comes-back', amount_cents: 300 },
    'the fine of $3.00 is charged again',
    'la multa de $3.00 se vuelve a cobrar',
  ],
  [{ code: 'refund-too-late' }, 'too late for a refund', 'demasiado tarde para un reembolso'],
  [{ code: 'refund-needs-receipt' }, 'a refund needs the receipt', 'para un reembolso se necesita el recibo'],
  [
    { code: 'refund-too-small', least_cents: 2500 },
    'less than $25.00 is not refunded',
    'menos de $25.00 no se reembolsa',
  ],
  [{ code: 'stays-paid', amount_cents: 2000 }, '$20.00 stays paid', '$20.00 quedan pagados'],
  [{ code: 'pays-other-debts', amount_cents: 200 }, '$2.00 pays other charges', '$2.00 pagan otros cargos'],
  [
    { code: 'goes-back', amount_cents: 1300, method: 'check' },
    '$13.00 is refunded by check from the office',
    '$13.00 se reembolsan con un cheque de la oficina',
  ],
  [
    { code: 'goes-back', amount_cents: 2000, method: 'credit' },
    '$20.00 is credited to the account',
    '$20.00 se acreditan a la cuenta',
  ],
]
