/** Spanish for the open account: its panel, its notes, its receipts, and what is told of its record. */
import type { PATRON as EN } from '../../en/outcomes/patron.ts'
import { countedIn } from '../../plural.ts'

const n = countedIn('es')
const then = (text: string): string => (text === '' ? '' : `, ${text}`)

export const PATRON: typeof EN = {
  panel: {
    expires: (month) => `hasta ${month}`,
    no_expiry: 'no vence',
    due_recalled: (due) => `${due}, reclamado`,
    renewed: (count) => `renovado ${count}×`,
    barred: { heading: 'No atender', detail: 'Llame a un supervisor.' },
    closed: { heading: 'Cuenta cerrada', detail: 'No se le puede prestar nada.' },
    blocked: (until) => (until === '' ? 'Bloqueada' : `Bloqueada hasta el ${until}`),
    ready: (count) => n(count, 'reserva lista para recoger', 'reservas listas para recoger'),
    ready_here: 'en el estante de reservas',
    ready_at: (branches) => `en ${branches}`,
    owes: (amount) => `Debe ${amount}`,
    no_limit: 'sin límite',
    limit: (amount) => `límite ${amount}`,
    overdue: (count) => n(count, 'atrasado', 'atrasados'),
    overdue_limit: (count) => `límite ${count}`,
    overdue_below: 'primero en los préstamos de abajo',
    recalled: (title) => `${title}. Reservado para otro usuario: no se puede renovar.`,
    recalled_more: (title, count) => `${title}; ${count} más. Reservado para otro usuario: no se puede renovar.`,
    guardian: 'Responsable',
    tell: (on, by) => `Dígale${then(on)}${then(by)}`,
    note: (on, by) => `Nota${then(on)}${then(by)}`,
    expired: (on) => ({ heading: `La tarjeta venció el ${on}`, detail: 'Renueve la tarjeta antes de prestar.' }),
    expires_soon: (on) => ({ heading: `La tarjeta vence el ${on}`, detail: 'Los vencimientos llegan hasta ese día.' }),
  },
  note: {
    title: 'Nota',
    written: { note: 'Nota escrita', block: 'Préstamo bloqueado', message: 'Mensaje dejado' },
    means: {
      note: 'Está en la cuenta',
      block: 'No se presta nada hasta que se quite',
      message: 'Se muestra la próxima vez que se abra la cuenta',
    },
    until: (on) => `hasta el ${on}`,
    remove_wish: 'Quitar un bloqueo',
    removed: 'Nota quitada',
    block_removed: 'Bloqueo quitado',
    told: 'Mensaje dado',
  },
  receipts: 'Recibos',
  choice: {
    print: 'En papel',
    email: 'Por correo electrónico, cuando exista el servidor central; mientras tanto, en papel',
    none: 'Ninguno',
  },
  large: 'letra grande',
  language: { en: 'en inglés', es: 'en español' },
  languages: { en: 'inglés', es: 'español' },
}
