/** Spanish for the steps of a due date. */
import type { DueStep } from '../../journal/events/due-steps.ts'
import type { RuleStep } from '../../policy/scoped.ts'
import { countedIn } from '../plural.ts'
import type { Saying, StepOf, StepWords } from '../steps.ts'
import { the, toThe } from './outcomes/when.ts'

const counted = countedIn('es')

type Counted = StepOf<DueStep, 'days-from' | 'hours-from'>
const UNITS: Readonly<Record<Counted['unit'], readonly [one: string, other: string]>> = {
  minutes: ['minuto', 'minutos'],
  hours: ['hora', 'horas'],
  days: ['día', 'días'],
  'open days': ['día de apertura', 'días de apertura'],
  weeks: ['semana', 'semanas'],
  months: ['mes', 'meses'],
}

/** "21 días desde el mar, 24 de nov"; "renovación 2: 7 días desde el mar, 15 de dic, cuando vencía". */
function periodFrom({ period_count, unit, renewal_number, is_from_due }: Counted, from: string): string {
  const which = renewal_number === 0 ? '' : `renovación ${renewal_number}: `
  const since = is_from_due ? ', cuando vencía' : ''
  return `${which}${counted(period_count, ...UNITS[unit])} desde ${the(from)}${since}`
}

type Closed = { readonly closed_on: string; readonly is_weekly: boolean; readonly reason: string }

function closedDay({ closed_on, is_weekly, reason }: Closed, say: Saying): string {
  const closing = is_weekly ? `cada ${say.weekday(closed_on)}` : reason
  return `el ${say.date(closed_on)} está cerrado${closing === '' ? '' : ` (${closing})`}`
}

const RULES: Readonly<Record<RuleStep['of'], string>> = {
  loan: 'Regla',
  fine: 'Regla de multas',
  rental: 'Regla de alquiler',
  lost: 'Regla de artículos perdidos',
}

/** Para qué es una regla: "cualquier sucursal, categoría ADULT, tipo de artículo DVD". */
export function ruleScope({ branch_code, category_code, item_type_code }: NonNullable<RuleStep['scope']>): string {
  const part = (name: string, code: string): string => (code === '*' ? `cualquier ${name}` : `${name} ${code}`)
  return [
    part('sucursal', branch_code),
    part('categoría', category_code),
    part('tipo de artículo', item_type_code),
  ].join(', ')
}

export const DUE_STEPS: StepWords<DueStep | RuleStep> = {
  rule: ({ of, rule_code, scope, stood_on }, say) => {
    const whose = scope === null ? '' : `: para ${ruleScope(scope)}`
    return `${RULES[of]} ${rule_code}${whose}${stood_on === null ? '' : `, como estaba el ${say.date(stood_on)}`}.`
  },
  'days-from': (step, say) => periodFrom(step, say.date(step.from_on)),
  'hours-from': (step, say) => {
    const skipped = step.is_closed_skipped ? ', sin contar los días cerrados' : ''
    return `${periodFrom(step, say.moment(step.from_ms))}${skipped}`
  },
  'closed-day': (step, say) => {
    const moved = step.to_on < step.closed_on ? 'se adelanta al' : 'pasa al'
    return `${closedDay(step, say)}: ${moved} ${say.date(step.to_on)}`
  },
  'closed-day-hours': (step, say) => {
    return `${closedDay(step, say)}: ${step.is_back ? 'se adelanta' : 'pasa'} ${toThe(say.moment(step.to_ms))}`
  },
  'closed-then': ({ closed_ms, to_ms }, say) => {
    const way = to_ms < closed_ms ? 'se adelanta' : 'pasa'
    return `la sucursal está cerrada a esa hora (${say.moment(closed_ms)}): ${way} ${toThe(say.moment(to_ms))}`
  },
  'fixed-date': ({ use, due_on, range }, say) => {
    const on = say.date(due_on)
    const of =
      range === null
        ? ''
        : `calendario ${range.schedule_code}, préstamos del ${say.date(range.from_on)} al ${say.date(range.to_on)}: `
    const what = {
      passed: `la fecha de la regla, ${on}, ya pasó: no se usa`,
      'not-after': `nada vence después del ${on}: se acorta`,
      'not-before': `nada vence antes del ${on}: se alarga`,
      exactly: `la regla fija el ${on}`,
    }[use]
    return `${of}${what}`
  },
  'no-fixed-date': ({ schedule_code, on }, say) =>
    `el calendario ${schedule_code} no tiene fecha para préstamos del ${say.date(on)}: se aplica el plazo de la regla`,
  'card-expires': ({ is_closed }) =>
    is_closed
      ? 'se acorta al vencimiento de la tarjeta y, como ese día está cerrado, al último día abierto anterior'
      : 'se acorta al vencimiento de la tarjeta',
  lender: ({ to_on }, say) => `debe volver a la biblioteca que lo prestó: se acorta al ${say.date(to_on)}`,
  'from-today': () => 'se cuenta desde hoy: contado desde su vencimiento ya estaría atrasado',
  unseen: ({ unseen_count, limit_count }) => `renovado sin mostrar el artículo, ${unseen_count} de ${limit_count}`,
  'recall-promised': ({ days_count, from_on, to_on }, say) =>
    `se conserva ${counted(days_count, 'día', 'días')} desde el ${say.date(from_on)}, hasta el ${say.date(to_on)}`,
  'recall-return': ({ days_count, from_on, to_on }, say) =>
    `${counted(days_count, 'día', 'días')} desde el ${say.date(from_on)} para devolverlo: hasta el ${say.date(to_on)}`,
}
