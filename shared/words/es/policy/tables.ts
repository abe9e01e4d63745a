/** Spanish for the tables of the library's rules, their columns and the options of each. */
import type { TableWords } from '../../policy-words.ts'
import { CARD_TABLES } from './tables-cards.ts'
import { CASH_TABLES } from './tables-cash.ts'

const CODE_HINT = 'Letras, dígitos y espacios; después no se puede cambiar'
const RULE = { label: 'Nombre de la regla', hint: CODE_HINT }
const SHORT_NAME = { label: 'Nombre corto', hint: CODE_HINT }
const BRANCH = { label: 'Sucursal' }
const SCOPE = {
  branch_code: BRANCH,
  category_code: { label: 'Categoría de usuario' },
  item_type_code: { label: 'Tipo de artículo' },
}
const UNITS = { days: 'Días', weeks: 'Semanas', months: 'Meses', hours: 'Horas' }
const UNITS_MINUTES = { ...UNITS, minutes: 'Minutos' }
const REFUNDS = { 'within-window': 'Dentro del plazo de abajo', always: 'Siempre', never: 'Nunca' }
const COUNTED_IN = { label: 'Se cuenta en' }
const MOST_AT_ONCE = { label: 'Máximo a la vez', none: 'sin límite' }

export const TABLES: TableWords = {
  ...CASH_TABLES,
  ...CARD_TABLES,
  loan_rule: {
    title: 'Reglas de préstamo',
    one: 'Regla de préstamo',
    columns: {
      rule_code: RULE,
      ...SCOPE,
      is_for_loan: { label: 'Se presta', hint: 'Sin marcar, estos usuarios nunca se llevan estos artículos' },
      period_count: { label: 'Plazo del préstamo' },
      period_unit: { ...COUNTED_IN, options: UNITS_MINUTES },
      days_mode: {
        label: 'Si vence un día cerrado',
        options: {
          'next-open': 'Pasa al siguiente día abierto',
          'previous-open': 'Se adelanta al último día abierto',
          'same-weekday': 'Pasa al mismo día de la semana',
          'skip-closed': 'Solo cuentan los días abiertos',
          'ignore-closed': 'Se deja ese día',
        },
      },
      past_closing: {
        label: 'Si vence después de cerrar',
        options: {
          'shorten-to-close': 'Se adelanta a la hora de cierre',
          'extend-to-open': 'Pasa a la siguiente apertura',
          keep: 'Se deja esa hora',
        },
      },
      renewals_count_max: { label: 'Renovaciones', none: 'sin límite' },
      renewal_period_count: { label: 'Plazo de la renovación', none: 'el mismo del préstamo' },
      renewal_from: { label: 'Se renueva desde', options: { today: 'Hoy', due: 'El vencimiento' } },
      loans_count_max: { label: 'Máximo a la vez con esta regla', none: 'sin límite' },
      special_period_count: { label: 'Préstamo más largo si se pide', none: 'no se ofrece' },
      hard_due_kind: {
        label: 'Fecha fija de vencimiento',
        options: {
          none: 'Ninguna',
          'not-after': 'Nada vence después',
          'not-before': 'Nada vence antes',
          exactly: 'Todo vence ese día',
        },
      },
      hard_due_on: { label: 'Esa fecha', none: 'ninguna' },
      schedule_code: { label: 'O la fecha de un calendario', none: 'ninguno' },
      outside_kind: {
        label: 'Prestado un día que no está en el calendario',
        options: { refuse: 'No se presta', ordinary: 'Se usa el plazo del préstamo' },
      },
      is_capped_at_expiry: { label: 'Nunca vence después de la tarjeta' },
    },
  },
  fine_rule: {
    title: 'Multas',
    one: 'Regla de multas',
    columns: {
      rule_code: RULE,
      ...SCOPE,
      amount_cents: { label: 'Monto', hint: '0.00 quiere decir sin multas' },
      per_count: { label: 'Por cada' },
      per_unit: {
        ...COUNTED_IN,
        options: {
          ...UNITS_MINUTES,
          years: 'Años',
          'open-hours': 'Horas de apertura',
          'open-minutes': 'Minutos de apertura',
        },
      },
      is_partial_unit_charged: { label: 'Cobrar enteros los períodos empezados' },
      is_closed_counted: { label: 'Cobrar también los días cerrados' },
      grace_count: { label: 'Período de gracia' },
      grace_unit: {
        label: 'El período de gracia se cuenta en',
        options: { ...UNITS_MINUTES, 'open-days': 'Días abiertos' },
      },
      grace_kind: {
        label: 'Atraso mayor que el período de gracia',
        options: {
          'whole-period-once-exceeded': 'Se cobra desde el día 1',
          deducted: 'Se cobran solo los días posteriores',
        },
      },
      fine_cents_max: { label: 'Multa máxima por artículo', none: 'sin máximo' },
      is_capped_at_price: { label: 'Nunca más que el precio del artículo' },
      recall_amount_cents: { label: 'Monto si la biblioteca lo reclamó', none: 'el mismo' },
      recall_fine_cents_max: { label: 'Multa máxima si la biblioteca lo reclamó', none: 'la misma' },
      is_grace_kept_on_recall: { label: 'Hay período de gracia si la biblioteca lo reclamó' },
      suspension_days_count: { label: 'Días de suspensión por período de atraso' },
      suspension_days_count_max: { label: 'Suspensión máxima, en días', none: 'sin límite' },
    },
  },
  lost_rule: {
    title: 'Perdidos y encontrados',
    one: 'Regla de artículos perdidos',
    columns: {
      rule_code: RULE,
      ...SCOPE,
      lost_after_count: { label: 'Se cobra como perdido con un atraso de', none: 'solo por el personal' },
      lost_after_unit: { ...COUNTED_IN, options: UNITS },
      replacement_kind: {
        label: 'Precio que se cobra',
        options: {
          'price-or-default': 'El del artículo, o el predeterminado',
          price: 'Solo el del artículo',
          default: 'Solo el predeterminado',
          none: 'Ninguno',
        },
      },
      replacement_cents: { label: 'Precio predeterminado', none: 'el del tipo de artículo' },
      processing_cents: { label: 'Cargo por procesamiento' },
      is_overdue_kept: { label: 'La multa por atraso queda en la cuenta' },
      found_unpaid_kind: {
        label: 'Encontrado sin pagar',
        options: { waive: 'Se cancela el cargo', leave: 'Queda el cargo', ask: 'Se pregunta al personal' },
      },
      found_paid_kind: {
        label: 'Encontrado ya pagado',
        options: { credit: 'Saldo a favor', refund: 'Reembolso', leave: 'Sin reembolso' },
      },
      is_processing_refundable: { label: 'Reembolsar también el procesamiento' },
      is_overdue_restored: { label: 'Restaurar la multa cancelada' },
      is_overdue_counted_anew: { label: 'Contar la multa hasta la devolución' },
      lost_refund_kind: { label: 'Reembolsar un precio pagado', options: REFUNDS },
      overdue_refund_kind: { label: 'Reembolsar una multa pagada', options: REFUNDS },
      refund_within_count: { label: 'Plazo para un reembolso', none: 'sin límite' },
      refund_within_unit: { ...COUNTED_IN, options: UNITS },
      refund_from_kind: { label: 'Se cuenta desde', options: { payment: 'El pago', due: 'El vencimiento' } },
      refund_cents_min: { label: 'Reembolso mínimo' },
      is_refund_less_owed: { label: 'Pagar antes otras deudas con el reembolso' },
      is_receipt_required: { label: 'Se necesita el recibo para un reembolso' },
      refund_paid_kind: {
        label: 'Paga los reembolsos',
        options: { drawer: 'El mostrador', 'office-check': 'La oficina, con cheque' },
      },
      no_return_after_days_count: {
        label: 'El cargo queda con un atraso de más de estos días',
        none: 'una devolución siempre cuenta',
      },
    },
  },
  limit_rule: {
    title: 'Límites',
    one: 'Límite',
    columns: {
      limit_code: { label: 'Nombre del límite', hint: CODE_HINT },
      target: { label: 'Qué cuenta' },
      loans_count_max: MOST_AT_ONCE,
      branch_code: BRANCH,
      category_code: SCOPE.category_code,
      for_kind: { label: 'Préstamos de quién', options: { patron: 'Del usuario', family: 'De todo el hogar' } },
      place_kind: {
        label: 'Prestado dónde',
        options: { everywhere: 'En cualquier parte', 'this-branch': 'En esta sucursal' },
      },
    },
  },
  limit_group: {
    title: 'Grupos de tipos de artículo',
    one: 'Grupo',
    columns: { group_code: SHORT_NAME, name: { label: 'Nombre' }, item_type_codes: { label: 'Tipos de artículo' } },
  },
  rental_rule: {
    title: 'Alquiler',
    one: 'Regla de alquiler',
    columns: {
      rule_code: RULE,
      ...SCOPE,
      amount_cents: { label: 'Monto' },
      per_unit: { label: 'Por', options: { loan: 'Todo el préstamo', days: 'Cada día', hours: 'Cada hora' } },
      is_closed_counted: { label: 'Cobrar también los días cerrados' },
      is_charged_on_renewal: { label: 'Cobrar otra vez al renovar' },
    },
  },
  fee_rule: {
    title: 'Cargos',
    one: 'Cargo',
    columns: {
      fee_code: SHORT_NAME,
      fee_kind: {
        label: 'Por qué',
        options: {
          other: 'Otra cosa',
          'replacement-card': 'Una tarjeta de reemplazo',
          hold: 'Una reserva',
          part: 'Una pieza que falta',
          damage: 'Daños',
          'returned-check': 'Un cheque devuelto',
          'book-drop': 'Un artículo que no va en el buzón',
        },
      },
      name: { label: 'Nombre', hint: 'De una pieza, la pieza: “folleto”' },
      amount_cents: { label: 'Monto' },
      ...SCOPE,
    },
  },
  patron_category: {
    title: 'Categorías de usuarios',
    one: 'Categoría de usuario',
    columns: {
      category_code: SHORT_NAME,
      name: { label: 'Nombre' },
      loans_count_max: MOST_AT_ONCE,
      owed_cents_max: { label: 'Bloquear si debe este monto', none: 'nunca' },
      family_owed_cents_max: { label: 'Bloquear si el hogar debe este monto', none: 'nunca' },
      overdue_count_max: { label: 'Bloquear con tantos atrasados', none: 'nunca' },
      overdue_days_count_max: { label: 'Bloquear si algo lleva tantos días de atraso', none: 'nunca' },
      lost_count_max: { label: 'Bloquear con tantos perdidos', none: 'nunca' },
      claims_count_max: { label: 'Bloquear con tantos reclamos abiertos', none: 'nunca' },
      card_months_count: { label: 'Vigencia de la tarjeta, en meses', none: 'no vence' },
      is_fine_free: { label: 'No paga multas' },
    },
  },
  item_type: {
    title: 'Tipos de artículo',
    one: 'Tipo de artículo',
    columns: {
      item_type_code: SHORT_NAME,
      name: { label: 'Nombre' },
      is_for_loan: { label: 'Se presta', hint: 'Sin marcar, estos artículos nunca salen de la biblioteca' },
      replacement_cents: { label: 'Precio de reposición si el artículo no lo tiene', none: 'no se conoce' },
    },
  },
  shelf_sign: {
    title: 'Letreros de los estantes',
    one: 'Letrero',
    columns: {
      sign_code: SHORT_NAME,
      branch_code: BRANCH,
      location: { label: 'Ubicación', hint: 'Como en los registros de los artículos: “Ficción”' },
      from_number: { label: 'Primera clasificación', none: 'toda la ubicación' },
      to_number: { label: 'Última clasificación', none: 'toda la ubicación' },
      words: { label: 'Indicaciones', hint: 'Por ejemplo: pasillo 7, a la izquierda' },
    },
  },
  fine_free_day: {
    title: 'Días sin multas',
    one: 'Día sin multas',
    columns: {
      day_code: { label: 'Nombre', hint: CODE_HINT },
      from_on: { label: 'Primer día' },
      to_on: { label: 'Último día', hint: 'El mismo si es un solo día' },
      branch_code: BRANCH,
      reason: { label: 'Motivo', hint: 'Se le dice al usuario: “Nieve”' },
    },
  },
  fixed_date: {
    title: 'Fechas fijas de vencimiento',
    one: 'Fecha fija de vencimiento',
    columns: {
      date_code: { label: 'Nombre', hint: CODE_HINT },
      schedule_code: { label: 'Calendario', hint: 'El nombre que le dan las reglas: “Año escolar”' },
      loans_from_on: { label: 'Para préstamos desde' },
      loans_to_on: { label: 'Para préstamos hasta' },
      due_on: { label: 'Vence el' },
    },
  },
}
