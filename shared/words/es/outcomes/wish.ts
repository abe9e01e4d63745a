/** Spanish for an act that a second person is asked for: what will be done, to what, with its amount. */
import type { WISH as EN } from '../../en/outcomes/wish.ts'

export const WISH: typeof EN = {
  waive: (charge, amount) => `Condonar ${amount}: ${charge}`,
  void: (charge, amount) => `Anular ${amount}: ${charge}`,
  charge: (charge, amount) => `Cobrar ${amount}: ${charge}`,
  charge_below: (charge, amount, less) => `Cobrar ${amount}, ${less} menos que su precio: ${charge}`,
  claim: {
    returned: (title) => `Registrar como reclamado como devuelto, por encima del límite: ${title}`,
    'never-had': (title) => `Registrar como reclamado como nunca prestado, por encima del límite: ${title}`,
  },
  bill_claim: (title) => `Terminar el reclamo y cobrarlo como perdido: ${title}`,
  lost: (title) => `Cobrar como perdido: ${title}`,
  lost_at: (title, price, less) => `Cobrar como perdido por ${price}, ${less} menos que su precio: ${title}`,
  damage: (title) => `Cobrar por daños: ${title}`,
  damage_at: (title, amount) => `Cobrar ${amount} por daños: ${title}`,
  damage_below: (title, amount, less) => `Cobrar ${amount} por daños, ${less} menos que su precio: ${title}`,
  work: (amount) => `Descontar ${amount} por trabajo`,
  fine_of_return: (title, amount) => `Condonar la multa de ${amount} en la devolución: ${title}`,
  mark: (title, mark) => `Marcar “${mark}”: ${title}`,
  edit: (title, changes) => `Cambiar ${changes}: ${title}`,
  field: (name, before, after) => `${name} de ${before} a ${after}`,
  none: 'ninguno',
  note: (on) => (on === '' ? 'Quitar un bloqueo' : `Quitar el bloqueo del ${on}`),
}
