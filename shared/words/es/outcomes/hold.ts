/** Spanish for holds: placed, changed, captured at check-in, picked up, expired. Never names one patron to another. */
import type { HOLD as EN } from '../../en/outcomes/hold.ts'
import { countedIn } from '../../plural.ts'

const n = countedIn('es')

export const HOLD: typeof EN = {
  shelf: 'estante de reservas',
  placed: {
    happened: 'Reservado',
    label: 'en la fila',
    pickup: (branch) => `Para recoger en ${branch}`,
    until: (on) => `No se necesita después del ${on}`,
  },
  changed: {
    suspended: (until) => ['Suspendida', until === '' ? 'hasta que se cancele' : `hasta el ${until}`],
    resumed: () => ['Activa otra vez', ''],
    canceled: () => ['Reserva cancelada', ''],
    moved: (branch) => ['Para recoger en', branch],
    kept: (until) => ['Se guarda hasta', until === '' ? 'que se cancele' : `el ${until}`],
  },
  take_off: (barcode) => `Saque el artículo ${barcode} del estante de reservas y regístrelo como devuelto`,
  not_sent: (code) => `Aún no se ha enviado: déjelo en el estante de reservas, bajo ${code}`,
  expired: {
    happened: 'No se recogió',
    heading: (count) => n(count, 'reserva vencida', 'reservas vencidas'),
    more: (count) => `${n(count, 'más venció', 'más vencieron')}: presione A otra vez para quitarlas`,
    take_off: 'Saque los artículos del estante de reservas y escanee cada uno para ver adónde va',
  },
  not_found: { missing: 'Marcado como extraviado', trace: 'Marcado para buscar' },
  pull_list: 'Lista de búsqueda',
  to_pull: (count) => n(count, 'artículo por sacar', 'artículos por sacar'),
  waits_again: 'El usuario que lo tenía reservado vuelve a la fila',
  at_check_in: {
    again: 'Ya está en el estante de reservas',
    code: (code, until) => `Código de recogida ${code}${until === '' ? '' : `, se guarda hasta el ${until}`}`,
    as_of: (moment) => `Reservas según datos de ${moment}`,
    let_go: {
      'not-picked-up': 'Esa reserva venció: no se recogió',
      'account-closed': 'Esa reserva terminó: su cuenta está cerrada',
      'patron-gone': 'Esa reserva terminó: su usuario ya no está en los datos de la biblioteca',
      released: 'El usuario que lo tenía reservado vuelve a la fila',
    },
    passed: {
      suspended: 'Se omitió una reserva suspendida',
      'not-for-them': 'Se omitió la reserva de un usuario que no puede llevarse este artículo',
      expired: 'Se omitió una reserva vencida',
      barred: 'Se omitió la reserva de un usuario al que no se atiende: está en la página de reservas',
      closed: 'Se omitió la reserva de una cuenta cerrada: está en la página de reservas',
      gone: 'Se omitió la reserva de un usuario que ya no está en los datos: está en la página de reservas',
    },
  },
  at_check_out: {
    filled: 'Reserva atendida',
    other_item: (barcode) =>
      `El artículo ${barcode} está apartado para este usuario en el estante de reservas: sáquelo`,
    canceled: 'La reserva para la que estaba apartado se canceló',
  },
  pick_up: {
    happened: (initials) => `Reservado para ${initials}`,
    label: 'para',
    born: (on) => `Nació el ${on}`,
    code: (code) => `Código de recogida ${code}`,
    picker_open: 'La cuenta abierta puede recogerlo',
    picker: (initials, born) => (born === '' ? `O a ${initials}` : `O a ${initials}, nació el ${born}`),
    over: (since) => `Se guardó hasta el ${since}`,
    nothing: 'No se registró nada',
    esc: 'Esc = cancelar',
    done: 'Recogido',
  },
  recall: {
    happened: 'Reclamado, vence',
    wish: (title, due) => `${title}: reclamado, vence ${due}`,
    notice_beside: 'El aviso para quien lo tiene está {place:papers}: entréguelo o envíelo por correo',
    notice: '{key:paper-now} muestra el aviso para quien lo tiene: entréguelo o envíelo por correo',
  },
}
