/** Each step of a due date, of a charge, of a loss and of a return, as it is said in both languages. */
import { expect, test } from 'vitest'
import { must } from '../../../shared/kernel/assert.ts'
import { branchCode, categoryCode, itemTypeCode } from '../../../shared/kernel/ids.ts'
import { localDate } from '../../../shared/kernel/time.ts'
import { parseZoneName } from '../../../shared/kernel/zone.ts'
import { speechIn } from '../../../shared/words/speech.ts'
import type { Step } from '../../../shared/words/steps.ts'
import { momentOf } from '../../support/given.ts'
import { COSTS, FINES, LOSSES } from './money-steps.ts'

const zone = must(parseZoneName('America/Chicago'), 'a zone')
const at = (local: string): number => momentOf(local, zone)
const said = (language: 'en' | 'es', step: Step): string =>
  speechIn({
    language,
    locale: 'en-US',
    zone,
    today: localDate('2026-11-24'),
  }).step(step)

const COUNTED = { renewal_number: 0, is_from_due: false }
const AGAIN = { renewal_number: 2, is_from_due: true }
const SCOPE = {
  branch_code: '*',
  category_code: categoryCode('ADULT'),
  item_type_code: itemTypeCode('DVD'),
} as const
const HERE = {
  branch_code: branchCode('MAPLE'),
  category_code: '*',
  item_type_code: '*',
} as const
const THANKSGIVING = {
  closed_on: '2026-11-26',
  is_weekly: false,
  reason: 'Thanksgiving',
}
const TERM = {
  schedule_code: 'TERMS',
  from_on: '2026-08-24',
  to_on: '2026-12-18',
}

const CASES: readonly (readonly [Step, en: string, es: string])[] = [
  [
    {
      code: 'rule',
      of: 'loan',
      rule_code: 'ADULT-DVD',
      scope: SCOPE,
      stood_on: null,
    },
    'Rule ADULT-DVD: for any branch, category ADULT, item type DVD.',
    'Regla ADULT-DVD: para cualquier sucursal, categoría ADULT, tipo de artículo DVD.',
  ],
  [
    {
      code: 'rule',
      of: 'fine',
      rule_code: 'BOOKS',
      scope: HERE,
      stood_on: localDate('2026-11-20'),
    },
    'Fine rule BOOKS: for branch MAPLE, any category, any item type, as of Fri, Nov 20.',
    'Regla de multas BOOKS: para sucursal MAPLE, cualquier categoría, cualquier tipo de artículo, ' +
      'como estaba el vie, 20 de nov.',
  ],
  [
    { code: 'rule', of: 'lost', rule_code: 'X', scope: null, stood_on: null },
    'Lost rule X.',
    'Regla de artículos perdidos X.',
  ],
  [
    {
      code: 'days-from',
      period_count: 21,
      unit: 'days',
      from_on: '2026-11-24',
      ...COUNTED,
    },
    '21 days from Tue, Nov 24',
    '21 días desde el mar, 24 de nov',
  ],
  [
    {
      code: 'days-from',
      period_count: 1,
      unit: 'open days',
      from_on: '2026-12-15',
      ...AGAIN,
    },
    'renewal 2: 1 open day from Tue, Dec 15, when it was due',
    'renovación 2: 1 día de apertura desde el mar, 15 de dic, cuando vencía',
  ],
  [
    {
      code: 'hours-from',
      period_count: 2,
      unit: 'hours',
      from_ms: at('2026-11-24T14:15'),
      is_closed_skipped: true,
      ...COUNTED,
    },
    '2 hours from 2:15 PM, closed days not counted',
    '2 horas desde las 2:15 p.m., sin contar los días cerrados',
  ],
  [
    { code: 'closed-day', ...THANKSGIVING, to_on: '2026-11-27' },
    'Thu, Nov 26 is closed (Thanksgiving): moved to Fri, Nov 27',
    'el jue, 26 de nov está cerrado (Thanksgiving): pasa al vie, 27 de nov',
  ],
  [
    {
      code: 'closed-day',
      closed_on: '2026-11-29',
      is_weekly: true,
      reason: '',
      to_on: '2026-11-28',
    },
    'Sun, Nov 29 is closed (every Sunday): moved back to Sat, Nov 28',
    'el dom, 29 de nov está cerrado (cada domingo): se adelanta al sáb, 28 de nov',
  ],
  [
    {
      code: 'closed-day-hours',
      ...THANKSGIVING,
      to_ms: at('2026-11-25T18:00'),
      is_back: true,
    },
    'Thu, Nov 26 is closed (Thanksgiving): moved back to Wed, Nov 25, 6:00 PM',
    'el jue, 26 de nov está cerrado (Thanksgiving): se adelanta al mié, 25 de nov, 6:00 p.m.',
  ],
  [
    {
      code: 'closed-then',
      closed_ms: at('2026-11-24T19:00'),
      to_ms: at('2026-11-25T09:00'),
    },
    'the branch is closed at 7:00 PM: moved to Wed, Nov 25, 9:00 AM',
    'la sucursal está cerrada a esa hora (7:00 p.m.): pasa al mié, 25 de nov, 9:00 a.m.',
  ],
  [
    { code: 'fixed-date', use: 'not-after', due_on: '2026-12-11', range: null },
    'nothing is due after Fri, Dec 11: shortened',
    'nada vence después del vie, 11 de dic: se acorta',
  ],
  [
    { code: 'fixed-date', use: 'exactly', due_on: '2026-12-18', range: TERM },
    'schedule TERMS, loans from Mon, Aug 24 to Fri, Dec 18: the rule sets Fri, Dec 18',
    'calendario TERMS, préstamos del lun, 24 de ago al vie, 18 de dic: la regla fija el vie, 18 de dic',
  ],
  [
    { code: 'no-fixed-date', schedule_code: 'TERMS', on: '2026-11-24' },
    'schedule TERMS has no date for loans on Tue, Nov 24: the rule’s loan period applies',
    'el calendario TERMS no tiene fecha para préstamos del mar, 24 de nov: se aplica el plazo de la regla',
  ],
  [
    { code: 'card-expires', is_closed: false },
    'shortened to the card’s expiration',
    'se acorta al vencimiento de la tarjeta',
  ],
  [
    { code: 'lender', to_on: '2026-12-09' },
    'it goes back to the lending library: shortened to Wed, Dec 9',
    'debe volver a la biblioteca que lo prestó: se acorta al mié, 9 de dic',
  ],
  [
    { code: 'from-today' },
    'counted from today: from its due date it would already be overdue',
    'se cuenta desde hoy: contado desde su vencimiento ya estaría atrasado',
  ],
  [
    { code: 'unseen', unseen_count: 3, limit_count: 4 },
    'renewed without seeing the item, 3 of 4',
    'renovado sin mostrar el artículo, 3 de 4',
  ],
  [
    {
      code: 'recall-promised',
      days_count: 14,
      from_on: '2026-11-24',
      to_on: '2026-12-08',
    },
    'kept for 14 days from Tue, Nov 24 at least: Tue, Dec 8',
    'se conserva 14 días desde el mar, 24 de nov, hasta el mar, 8 de dic',
  ],
  [
    {
      code: 'counted-between',
      from_ms: at('2026-11-20T23:59'),
      to_ms: at('2026-11-23T23:59'),
    },
    'counted from Fri, Nov 20 to Mon, Nov 23',
    'se cuenta desde vie, 20 de nov hasta lun, 23 de nov',
  ],
  [
    { code: 'late', late_count: 4, late_unit: 'days', closed_days_count: 1 },
    '4 days late, 1 closed day not counted',
    '4 días de atraso, sin contar 1 día cerrado',
  ],
  [
    {
      code: 'late',
      late_count: 1,
      late_unit: 'open-hours',
      closed_days_count: 0,
    },
    '1 open hour late',
    '1 hora de apertura de atraso',
  ],
  [{ code: 'rate', units_count: 4, rate_cents: 25 }, '4 × $0.25', '4 × $0.25'],
  [{ code: 'rental-rate', units_count: 3, unit: 'days', rate_cents: 100 }, '3 days × $1.00', '3 días × $1.00'],
  [{ code: 'rental-rate', units_count: 1, unit: null, rate_cents: 100 }, '$1.00', '$1.00'],
  [
    { code: 'no-more-than', is_price: true, cap_cents: 500 },
    'no more than its price, $5.00',
    'su precio como máximo,  $5.00',
  ],
  [{ code: 'charged-before', already_cents: 125 }, '$1.25 of it was already charged', '$1.25 ya se habían cobrado'],
  [{ code: 'processing', amount_cents: 500 }, 'processing fee, $5.00', 'cargo por procesamiento, $5.00'],
  [
    { code: 'price', price: 'default', amount_cents: 2000 },
    'the default price of its type, $20.00',
    'el precio predeterminado de su tipo, $20.00',
  ],
  [
    {
      code: 'damage',
      part: '',
      is_part: true,
      is_stated: true,
      amount_cents: 300,
    },
    'part: $3.00, set by staff',
    'pieza: $3.00, fijado por el personal',
  ],
  [{ code: 'beyond-use', amount_cents: 1500 }, 'beyond repair: its price, $15.00', 'sin arreglo: su precio, $15.00'],
  [{ code: 'not-above-price' }, 'no more than its price', 'su precio como máximo'],
  [
    {
      code: 'fee',
      fee_code: 'CARD',
      fee_kind: 'replacement-card',
      name: 'New card',
      listed_cents: 200,
    },
    'Fee CARD: New card, $2.00',
    'Cargo CARD: New card, $2.00',
  ],
  [{ code: 'amount-stated', amount_cents: 150 }, '$1.50, set by staff', '$1.50, fijado por el personal'],
  [{ code: 'by-hand' }, 'added by staff', 'agregado por el personal'],
  [
    {
      code: 'recall-return',
      days_count: 1,
      from_on: '2026-11-24',
      to_on: '2026-11-25',
    },
    '1 day from Tue, Nov 24 to bring it back: Wed, Nov 25',
    '1 día desde el mar, 24 de nov para devolverlo: hasta el mié, 25 de nov',
  ],
]

test.each([...CASES, ...FINES, ...COSTS, ...LOSSES])('%j', (step, en, es) => {
  expect(said('en', step)).toBe(en)
  expect(said('es', step)).toBe(es)
})
