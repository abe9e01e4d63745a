/** Spanish for inventory and in-house use. Never says who has an item. */
import type { STOCK as EN } from '../../en/outcomes/stock.ts'

export const STOCK: typeof EN = {
  status: {
    missing: 'extraviado',
    trace: 'en búsqueda',
    lost: 'perdido',
    'in-transit': 'en tránsito',
    'on-order': 'pedido',
    'in-process': 'en proceso',
    damaged: 'dañado',
    withdrawn: 'descartado',
  },
  seen: 'Visto aquí',
  happened: {
    'is-out': 'Prestado',
    'needs-check-in': 'Registrar la devolución',
    'was-gone': 'Encontrado',
    'is-on-hold': 'Al estante de reservas',
    'is-set-aside': 'Apartar',
    'is-elsewhere': 'Es de otra sucursal',
  },
  next: {
    'is-out': 'Registrar la devolución',
    'needs-check-in': 'Registrar la devolución',
    'is-on-hold': 'Estante de reservas',
    'is-set-aside': 'Apartar',
    'is-elsewhere': 'Registrar la devolución',
  },
  is_out: 'El sistema muestra prestado: regístrelo como devuelto con {key:check-in}',
  needs_check_in: (status) => `El sistema muestra ${status}: regístrelo como devuelto con {key:check-in}`,
  was_gone: (status) => `Estaba ${status}: disponible otra vez`,
  is_on_hold: 'Va en el estante de reservas',
  is_set_aside: (status) => `Está marcado como ${status}: apártelo`,
  is_elsewhere: (branch) => `Pertenece a ${branch}: regístrelo como devuelto para enviarlo allí`,
  label_next: 'ahora',
  label_place: 'su lugar',
  used: 'Uso en sala',
  used_says: 'Contado como uso en sala',
  label_used: 'al estante',
}
