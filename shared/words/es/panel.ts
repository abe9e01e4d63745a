/** Spanish for the panel of the patron whose account is open. */
import type { PANEL as ENGLISH } from '../en/panel.ts'
import { countedIn } from '../plural.ts'

const counted = countedIn('es')

const written = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ')

export const PANEL: typeof ENGLISH = {
  expires: (month) => `hasta ${month}`,
  never_expires: 'no vence',
  non_resident: 'No residente',
  contact: 'Contacto',
  recalled_loan: (due) => `${due}, reclamado`,
  renewed: (count) => `renovado ${count}×`,
  barred: 'No atender',
  barred_detail: 'Llame a un supervisor.',
  barred_own: 'Su función permite autorizarlo.',
  closed: 'Cuenta cerrada',
  closed_detail: 'No se le puede prestar nada. {key:account} y luego I la abre de nuevo.',
  blocked: (until) => (until === '' ? 'Bloqueado' : `Bloqueado hasta el ${until}`),
  card_expired: (on) => `La tarjeta venció el ${on}`,
  card_expired_detail: '{key:account}, luego I la renueva.',
  card_expires: (on) => `La tarjeta vence el ${on}`,
  card_expires_detail: 'Los préstamos se acortan a esa fecha. {key:account}, luego I la renueva.',
  card_unfit: 'La tarjeta ya no corresponde a la dirección',
  card_unfit_detail: '{key:account}, luego I lo resuelve.',
  mail_back: 'Correo postal devuelto',
  email_bounced: 'El correo electrónico volvió',
  email_bounced_detail: 'Pida la dirección. {key:account} y luego Q la corrige.',
  holds_ready: (count) => counted(count, 'reserva lista para recoger', 'reservas listas para recoger'),
  for_others: (count) => counted(count, 'reserva lista para otro usuario', 'reservas listas para otro usuario'),
  for_others_detail: 'Este usuario puede recoger.',
  ready_at: (branches) => `en ${branches}`,
  on_hold_shelf: 'en el estante de reservas',
  owes: (amount) => `Debe ${amount}`,
  borrowing_stops: (at) => `no se presta a partir de ${at}`,
  no_limit: 'sin límite',
  overdue: (count) => counted(count, 'atrasado', 'atrasados'),
  overdue_detail: 'aparecen primero',
  recalled: (due) => `Reclamado, vence ${due}`,
  recalled_detail: (title, others_count) =>
    `${title}${others_count === 0 ? '' : ` y ${others_count} más`}. Reservado para otro usuario: no se renueva.`,
  guardian: 'Tutor',
  guardian_sees: {
    titles: 'Al tutor se le pueden decir los títulos',
    sums: 'Al tutor se le dicen cuántos y cuánto debe, no los títulos',
    nothing: 'Mayor de edad: al tutor no se le dice nada',
  },
  note: (on, by) => written('Nota', on, by),
  tell_them: (on, by) => written('Dígale', on, by),
}
