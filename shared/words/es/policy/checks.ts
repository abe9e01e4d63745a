/** Spanish for what the check of the rules finds. */
import type { KeyOpen } from '../../../kernel/key-kept.ts'
import type { StaffFact, StrangerKind } from '../../../policy/policy-finding.ts'
import type { Span } from '../../../catalog/shelf/sign-check.ts'
import type { FindingWords } from '../../policy-words.ts'
import { countedIn } from '../../plural.ts'
import { ruleScope } from '../due-steps.ts'
import { CARD_CHECKS } from './checks-cards.ts'
import { CASH_CHECKS } from './checks-cash.ts'
import { fineRule, period } from './rows.ts'

const counted = countedIn('es')
const and = (names: readonly string[]): string => names.join(' y ')
const span = ({ from, to }: Span): string => `${from} a ${to}`

export const LEADS = { stops: 'Error', warns: 'Aviso', staff: 'Personal' }

const STRANGERS: Readonly<Record<StrangerKind, string>> = {
  branch: 'una sucursal',
  category: 'una categoría de usuario',
  'item-type': 'un tipo de artículo',
  group: 'un grupo',
  schedule: 'un calendario',
}

const BADGES: Readonly<Record<StaffFact['badge'], string>> = {
  same: '',
  none: 'sin credencial',
  first: 'con credencial',
  other: 'con otra credencial',
}

const STAFF: Readonly<Record<StaffFact['code'], (who: string) => string>> = {
  added: (who) => `Agrega a ${who}`,
  edited: (who) => `Cambia a ${who}`,
  closed: (who) => `Desactiva a ${who}`,
  reopened: (who) => `Reactiva a ${who}`,
}

/** "Cambia a Ben Cole (BC): función Gerente, era Personal; con otra credencial." */
function staff(fact: StaffFact): string {
  const { code, name, initials, new_name, new_initials, role, badge, has_new_pin, may_accept } = fact
  const details = [
    new_name === null ? '' : `nombre ${new_name}, era ${name}`,
    new_initials === null ? '' : `iniciales ${new_initials}, eran ${initials}`,
    role === null ? '' : `función ${role.now}${role.was === null ? '' : `, era ${role.was}`}`,
    BADGES[badge],
    has_new_pin ? 'con PIN' : '',
  ].filter((part) => part !== '')
  const said = STAFF[code](`${name} (${initials})`)
  const whole = `${said}${details.length === 0 ? '' : `: ${details.join('; ')}`}.`
  return may_accept ? whole : `${whole} Solo puede importarlo quien puede cambiar al personal por su propia función.`
}

const KEY_OPEN: Readonly<Record<KeyOpen, string>> = {
  'no-keyring': 'Esta computadora no tiene llavero: la clave de los datos está sin protección junto a ellos.',
  'stand-in': 'Este mostrador funciona sin Electron, de prueba: la clave de los datos está junto a ellos.',
}

export const CHECKS: FindingWords = {
  ...CASH_CHECKS,
  ...CARD_CHECKS,
  period: ({ row }) => `${row} presta, pero no tiene un plazo de préstamo válido.`,
  'renewal-period': ({ row }) => `${row} renueva, pero no tiene un plazo de renovación válido.`,
  'renewal-idle': ({ row }) => `${row} tiene un plazo de renovación, pero no permite renovar.`,
  'special-period': ({ row }) => `${row} no tiene un plazo válido para el préstamo más largo.`,
  'special-shorter': ({ row }) => `${row} tiene un préstamo más largo que no dura más que el normal.`,
  'two-dates': ({ row }) => `${row} tiene una fecha fija y un calendario: solo puede aplicarse uno de los dos.`,
  'date-idle': ({ row }) => `${row} tiene una fecha fija o un calendario. Elija qué hace.`,
  'no-date': ({ row }) => `${row} necesita una fecha fija o un calendario, y no tiene ninguno.`,
  'limit-zero': ({ row }) => `${row} presta, pero cero a la vez: no se puede prestar nada.`,
  per: ({ row }) => `${row} no cobra por un número entero de períodos.`,
  amount: ({ row }) => `${row} le pagaría al usuario por un artículo atrasado.`,
  'cap-idle': ({ row }) => `${row} tiene una multa máxima, pero no cobra nada.`,
  'suspension-idle': ({ row }) => `${row} tiene una suspensión máxima, pero no suspende ningún día.`,
  'window-open': ({ row }) => `${row} tiene un plazo de reembolso sin duración: siempre reembolsa.`,
  'refund-idle': ({ row }) => `${row} no reembolsa, pero dice cuándo reembolsar.`,
  'restore-idle': ({ row }) => `${row} restaura una multa que nunca cancela.`,
  'restore-twice': ({ row }) => `${row} restaura la multa y la cuenta otra vez: solo se aplica contarla otra vez.`,
  double: ({ rows, scope }) => `${and(rows)} cubren lo mismo: ${ruleScope(scope)}. Solo se aplicaría ${rows[0]}.`,
  'limit-double': ({ rows }) => `${and(rows)} limitan los mismos préstamos.`,
  stranger: ({ row, of, named }) => `${row} nombra ${STRANGERS[of]} que no existe: ${named}.`,
  'group-empty': ({ group_name }) => `${group_name} no tiene tipos de artículo.`,
  unreachable: ({ row, scope }) =>
    `${row} nunca se aplica: reglas más específicas cubren todo lo de ${ruleScope(scope)}.`,
  gap: ({ category, item_type, branches }) => {
    const where = branches.length === 0 ? '' : ` en ${branches.join(', ')}`
    return `No hay regla de préstamo para ${category} y ${item_type}${where}: estos artículos no se pueden prestar.`
  },
  'limit-over-limit': ({ row, allows_count, by, stops_count }) =>
    `${row} permite ${allows_count}, pero ${by} se detiene antes, en ${stops_count}.`,
  'limit-over-category': ({ row, allows_count, by, stops_count }) =>
    `${row} permite ${allows_count}, pero la categoría ${by} se detiene en ${stops_count} en total.`,
  'date-passed': ({ row, on }, say) => `${row} tiene una fecha fija que ya pasó, ${say.date(on)}: no se usa.`,
  order: ({ row, from_on, to_on }, say) =>
    `${row} termina antes de empezar: del ${say.date(from_on)} al ${say.date(to_on)}.`,
  'due-before-end': ({ row, due_on, to_on }, say) =>
    `${row} vence el ${say.date(due_on)}, pero sus préstamos siguen hasta el ${say.date(to_on)}.`,
  overlap: ({ schedule, on, rows }, say) =>
    `El calendario ${schedule} tiene dos vencimientos para préstamos del ${say.date(on)}: ${and(rows)}.`,
  'days-left-out': ({ schedule, from_on, to_on }, say) =>
    `El calendario ${schedule} no tiene vencimiento para préstamos del ${say.date(from_on)} al ${say.date(to_on)}.`,
  ended: ({ schedule, on }, say) =>
    `El calendario ${schedule} terminó el ${say.date(on)}: agregue las fechas del próximo período.`,
  ending: ({ schedule, on }, say) =>
    `El calendario ${schedule} termina el ${say.date(on)}: agregue las fechas del próximo período.`,
  'cap-under-unit': ({ row, is_recall, cap_cents, rule }, say) => {
    const most = is_recall ? 'una multa máxima, si la biblioteca lo reclamó,' : 'una multa máxima'
    return `${row} tiene ${most} de ${say.money(cap_cents)}, menos que un solo cargo: ${fineRule(rule, say)}.`
  },
  'grace-over-lost': ({ row, fine_rule }) => `${row} cobra como perdido dentro del período de gracia de ${fine_rule}.`,
  'no-return-under-lost': ({ row, days_count, lost_after_count, lost_after_unit }) => {
    const kept = `${row} deja el cargo después de ${counted(days_count, 'día', 'días')} de atraso`
    return `${kept} y cobra como perdido después de ${period(lost_after_count, lost_after_unit)}: nunca cuenta.`
  },
  'window-under-lost': ({ row, within_count, within_unit, lost_after_count, lost_after_unit }) => {
    const refunds = `${row} reembolsa hasta ${period(within_count, within_unit)} después del vencimiento`
    return `${refunds} y cobra como perdido después de ${period(lost_after_count, lost_after_unit)}: no reembolsa nada.`
  },
  'no-price': ({ row, item_types }) => `${row} cobra un precio predeterminado que no existe para ${and(item_types)}.`,
  'family-under-own': ({ category_name }) =>
    `${category_name}: la deuda del hogar bloquea al usuario antes que su propia deuda.`,
  'sign-half': ({ sign }) =>
    `El letrero “${sign}” necesita las dos clasificaciones. Escriba también la otra, o ninguna para toda la ubicación.`,
  'sign-mixed': (fact) =>
    `El letrero “${fact.sign}” va de una clasificación a otra: ${span(fact.span)}. Haga un letrero para cada una.`,
  'sign-unreadable': (fact) =>
    `El letrero “${fact.sign}” no tiene clasificaciones que se puedan leer: ${span(fact.span)}. ` +
    'Escriba la primera y la última, por ejemplo 800 a 899, PN a PZ o FIC A a FIC M.',
  'sign-order': (fact) =>
    `El letrero “${fact.sign}” termina antes de empezar: ${span(fact.span)}. Escriba primero la clasificación menor.`,
  'sign-prefix': (fact) =>
    `El letrero “${fact.sign}” va de una sección a otra: ${span(fact.span)}. Escriba el mismo prefijo en las dos.`,
  'sign-double': (fact) => `Los letreros “${fact.signs.join('” y “')}” son los dos ${span(fact.span)}. Elimine uno.`,
  'sign-wholes': ({ signs }) =>
    `Los letreros “${signs.join('” y “')}” son para toda la ubicación, y solo se usa el primero. ` +
    'Elimine los demás, o escriba clasificaciones.',
  'sign-overlap': ({ signs, spans }) =>
    `Los letreros “${signs.join('” y “')}” se superponen: ${spans.map(span).join(' y ')}. Los artículos de ambos se ` +
    `envían a “${signs[1]}”; si no es lo que desea, termine antes el primero.`,
  'sign-empty': ({ sign, location, span: of }) =>
    `El letrero “${sign}” no cubre ningún artículo: ${location}${of === null ? '' : `, ${span(of)}`}. ` +
    'Compare la ubicación y las clasificaciones con las etiquetas.',
  'sign-gap': ({ items_count, location, branch_code, example }) => {
    const such = example.trim() === '' ? 'uno no tiene clasificación' : `por ejemplo ${example}`
    const items = counted(items_count, 'artículo', 'artículos')
    return `${items} de ${location} en ${branch_code} sin letrero, ${such}. Amplíe un letrero o agregue uno.`
  },
  'key-open': ({ reason }) =>
    `${KEY_OPEN[reason]} Quien tenga este disco puede leer a todos. Importe usuarios solo si aquí es aceptable.`,
  added: staff,
  edited: staff,
  closed: staff,
  reopened: staff,
}
