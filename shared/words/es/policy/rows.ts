/** Spanish for a row of the rules: whom it is for, and what it says, phrase by phrase. */
import type { FineRule } from '../../../policy/policy-facts.ts'
import type { ROWS as ENGLISH, Unit } from '../../en/policy/rows.ts'
import { countedIn } from '../../plural.ts'
import type { Saying } from '../../steps.ts'

const counted = countedIn('es')

const UNITS: Readonly<Record<Unit, readonly [one: string, other: string]>> = {
  minutes: ['minuto', 'minutos'],
  'open-minutes': ['minuto de apertura', 'minutos de apertura'],
  hours: ['hora', 'horas'],
  'open-hours': ['hora de apertura', 'horas de apertura'],
  days: ['día', 'días'],
  'open-days': ['día abierto', 'días abiertos'],
  weeks: ['semana', 'semanas'],
  months: ['mes', 'meses'],
  years: ['año', 'años'],
}

export const period = (count: number, unit: Unit): string => counted(count, ...UNITS[unit])

/** "por día", "por cada 3 días". */
const per = (count: number, unit: Unit): string =>
  count === 1 ? `por ${UNITS[unit][0]}` : `por cada ${period(count, unit)}`

/** "$0.25 por día, como máximo $5.00, 1 día de gracia", "sin multa". */
export function fineRule(rule: FineRule, say: Saying): string {
  const { amount_cents, per_count, per_unit, fine_cents_max, grace_count, grace_unit } = rule
  const suspended =
    rule.suspension_days_count > 0 &&
    `${period(rule.suspension_days_count, 'days')} de suspensión ${per(per_count, per_unit)} de atraso`
  if (amount_cents === 0) return suspended || 'sin multa'
  return [
    `${say.money(amount_cents)} ${per(per_count, per_unit)}`,
    fine_cents_max !== null && `como máximo ${say.money(fine_cents_max)}`,
    rule.is_capped_at_price && 'como máximo su precio',
    grace_count > 0 && `${period(grace_count, grace_unit)} de gracia`,
    !rule.is_closed_counted && 'sin contar los días cerrados',
    suspended,
  ]
    .filter((part) => part !== false)
    .join(', ')
}

export const ROWS: typeof ENGLISH = {
  any: 'Cualquiera',
  all_branches: 'Todas las sucursales',
  all_items: 'Todo',
  yes: 'sí',
  no: 'no',
  as_usual: 'predeterminado',
  whom: (who, what, branch) => `${who ?? 'Todos'}, ${what ?? 'todo'}${branch === null ? '' : ` en ${branch}`}`,
  days: (from, to) => (from === to ? from : `${from} a ${to}`),
  line: (whom, says) => `${whom}: ${says}`,
  change: (label, was, is) => `${label}: ${was}, ahora ${is}`,
  named: (one, key) => `${one} ${key}`,
  added: (what) => `${what}: se agregó`,
  changed: (what) => `${what}: se cambió`,
  deleted: (what) => `${what}: se eliminó`,
  applied: (what) => `${what}: se aplicó a los préstamos existentes`,
  setting_change: (was, is) => `${was}, ahora ${is}`,
  conflict: {
    changed: (what, on) => `${what}, cambiado aquí el ${on}`,
    staff: (name, on) => `Personal ${name}, cambiado aquí el ${on}, y también en la carpeta.`,
    deleted_here: (folder) => `Eliminado aquí; en la carpeta: ${folder}`,
    not_in_folder: (here) => `Aquí: ${here}; no está en la carpeta`,
    value: (here, folder) => `${here || 'nada'} aquí, ${folder || 'nada'} en la carpeta`,
    column: (label, here, folder) => `${label}: ${here || 'nada'} aquí, ${folder || 'nada'} en la carpeta`,
    all: (parts) => `${parts.join('. ')}.`,
  },
  period,
  fineRule,
  not_lent: 'no se presta',
  renewals: (count, each) => {
    if (count === null) return 'renovaciones sin límite'
    if (count === 0) return 'sin renovaciones'
    return `${counted(count, 'renovación', 'renovaciones')}${each === '' ? '' : ` de ${each}`}`
  },
  closed_days: {
    'next-open': '',
    'previous-open': 'los días cerrados lo adelantan',
    'same-weekday': 'los días cerrados lo pasan al mismo día de la semana',
    'skip-closed': 'solo cuentan los días abiertos',
    'ignore-closed': 'vence también en días cerrados',
  },
  fixed_date: {
    none: () => '',
    'not-after': (date) => `vence a más tardar ${date}`,
    'not-before': (date) => `no vence antes de ${date}`,
    exactly: (date) => `vence ${date}`,
  },
  schedule: (schedule, is_refused) =>
    `la fecha del calendario ${schedule}${is_refused ? ', no se presta los días sin fecha' : ''}`,
  at_once: (count) => `${count} a la vez`,
  extended: (each) => `${each} si se pide`,
  card_expiry: 'nunca después de que venza la tarjeta',
  billed: (after) => (after === '' ? 'lo cobra solo el personal' : `se cobra después de ${after}`),
  no_price: 'sin precio',
  fee: (amount) => `cargo ${amount}`,
  found_unpaid: {
    waive: 'encontrado sin pagar se cancela el cargo',
    leave: 'encontrado sin pagar queda el cargo',
    ask: 'encontrado sin pagar se pregunta al personal',
  },
  found_paid: {
    credit: (within) => `pagado queda a favor${within === '' ? '' : ` si se encuentra en ${within}`}`,
    refund: (within) => `pagado se reembolsa${within === '' ? '' : ` si se encuentra en ${within}`}`,
    leave: () => 'pagado no se reembolsa',
  },
  at_most: (count) => (count === null ? 'sin límite' : `como máximo ${count}`),
  in_household: 'en todo el hogar',
  at_this_branch: 'prestados en esta sucursal',
  blocked_at: {
    owed: (amount) => `se bloquea con ${amount} de deuda`,
    household_owed: (amount) => `se bloquea con ${amount} de deuda del hogar`,
    overdue: (count) => `se bloquea con ${counted(count, 'atrasado', 'atrasados')}`,
    overdue_days: (count) => `se bloquea con ${counted(count, 'día', 'días')} de atraso`,
    lost: (count) => `se bloquea con ${counted(count, 'perdido', 'perdidos')}`,
    claims: (count) => `se bloquea con ${counted(count, 'reclamo', 'reclamos')}`,
  },
  fine_free: 'no paga multas',
  rental: {
    loan: (amount) => `${amount} por el préstamo`,
    days: (amount) => `${amount} por día`,
    hours: (amount) => `${amount} por hora`,
  },
  again_on_renewal: 'otra vez al renovar',
  lent_days: (days) => `prestado ${days}`,
  due_on: (date) => `vence ${date}`,
  numbers: (from, to) => `${from} a ${to}`,
  no_fine: (branch) => `sin multa por lo devuelto en ${branch ?? 'todas las sucursales'}`,
  lent: 'se presta',
  never_leaves: 'nunca sale de la biblioteca',
  from_amount: (amount) => `Desde ${amount}`,
  asked_price: 'el precio se pregunta en el mostrador',
  held_for: (payee) => `se guarda para ${payee}`,
  donation: 'donación',
  plus_tax: (percent) => `más ${percent} % de impuesto`,
  key: (letter) => `tecla ${letter}`,
  off_sale: 'no está a la venta',
  of_fund: (fund) => `fondo ${fund}`,
  pieces: (count, amount) => `${counted(count, 'unidad', 'unidades')}, ${amount}`,
  everywhere_else: 'Cualquier otro lugar',
  ages: (from, to) =>
    to === null ? `desde los ${from ?? 0} años` : from === null ? `hasta los ${to} años` : `de ${from} a ${to} años`,
  at_most_days_old: (count) => `de ${counted(count, 'día', 'días')} o menos`,
  not_accepted: 'ya no se acepta',
  when_lost: (amount) => `${amount} si se pierde`,
}
