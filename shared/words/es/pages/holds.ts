/** Spanish for the pages of holds: placing one, the hold shelf, the pull list, items in transit. */
import type { HOLDS as EN } from '../../en/pages/holds.ts'
import { countedIn, numberIn } from '../../plural.ts'
import { asSentence } from '../../sentence.ts'

const n = countedIn('es')
const number = numberIn('es')

export const HOLDS: typeof EN = {
  item_details: 'Ver el artículo',
  print: 'Vista de impresión',
  next: 'Página siguiente',
  cancel: 'Cancelar la reserva',
  missing: 'No está en el estante: extraviado',
  place: {
    heading: 'Hacer una reserva',
    lead: 'Escanee cualquier ejemplar o escriba un título.',
    line_hint: 'Escanee o escriba un título',
    act: 'Hacer la reserva',
    act_for: (price) => `Hacer la reserva por ${price}`,
    queue: 'Reservas en espera',
    queue_place: (waiting, place) => `${waiting}; esta reserva sería la número ${place}`,
    copies_in: 'Ejemplares disponibles',
    in_of: (available, all) => `${available} de ${all}`,
    asked: 'Se pide',
    any_copy: 'Cualquier ejemplar',
    this_item: 'Solo este artículo',
    pickup: 'Se recoge en',
    notice: 'Aviso',
    notices: { email: 'por correo electrónico', phone: 'por teléfono', post: 'por correo postal' },
    wanted: 'No se necesita después de',
    wanted_always: 'sin fecha',
    costs: 'Costo',
    blocked: 'Por qué no se puede reservar',
    alerts: 'Avisos',
    options: 'Opciones de la reserva',
    looked_up: 'Datos de la reserva, aún no se registró nada',
    enter_places: 'Enter hace la reserva',
  },
  shelf: {
    heading: 'Estante de reservas',
    lead: (branch) => `${branch}. Escanee cada artículo que retire para ver adónde va.`,
    line_hint: 'Escanee cada artículo que retire',
    days: {
      heading: 'Días que quedan en el estante',
      left: 'Días que quedan',
      items: 'Artículos',
      no_hold: 'Sin reserva',
      expired: 'Vencidas',
      today: 'Hoy',
      later: (count) => `${count} o más`,
      no_date: 'Sin fecha',
      on_shelf: (count) => `En el estante: ${number(count)}.`,
      remove: (count) => `Retire hoy: ${number(count)}.`,
      remove_none: 'Nada que retirar hoy.',
      last_day: (count) => `Hoy es el último día: ${number(count)}.`,
    },
    columns: { code: 'Código', title: 'Título', barcode: 'Código de barras', until: 'Hasta', who: 'Para' },
    no_code: 'sin código',
    last_day: 'hoy, el último día',
    ready: 'En el estante de reservas',
    empty: 'No hay artículos listos para recoger.',
    expired: {
      heading: 'Vencidas: no se recogieron',
      first: (shown, all) => `Vencidas: no se recogieron, las primeras ${shown} de ${all}`,
      clear: 'No se recogió: cerrar la reserva',
      clear_all: 'Cerrar todas las vencidas',
      clear_says: (count) =>
        `${n(count, 'reserva no se recogió', 'reservas no se recogieron')} a tiempo. Cada reserva se cierra; su ` +
        'artículo va al siguiente usuario en espera o vuelve a su estante.',
      clear_first_says: (count, first) =>
        `${n(count, 'reserva no se recogió', 'reservas no se recogieron')} a tiempo. Las primeras ${first} se ` +
        'cierran ahora; presione A otra vez para las demás. Cada artículo va al siguiente usuario en espera o vuelve ' +
        'a su estante.',
      print: 'Vista de impresión de las vencidas',
    },
    remove: {
      heading: 'Retire del estante y escanee',
      first: (shown, all) => `Retire del estante y escanee, los primeros ${shown} de ${all}`,
      columns: { call_number: 'Clasificación', title: 'Título', barcode: 'Código de barras', goes: 'Destino' },
      print: 'Vista de impresión de lo que se retira',
    },
    unserved: {
      heading: 'Reservas omitidas',
      first: (shown, all) => `Reservas omitidas, las primeras ${shown} de ${all}`,
      columns: { title: 'Título', pickup: 'Se recoge en', reason: 'Por qué' },
      reason: {
        barred: 'no atender',
        closed: 'la cuenta está cerrada',
        gone: 'eliminado de los datos de la biblioteca',
      },
    },
    keep: 'Guardar más tiempo',
    keep_until: 'Guardar hasta',
    keep_hint: (day) => `${day}, 15 dic o +7`,
    start: 'Primera página',
  },
  pull: {
    heading: 'Lista de búsqueda',
    lead: (count, as_of) =>
      `${n(count, 'artículo', 'artículos')}, ${asSentence(`datos de ${as_of}`)} Escanee cada artículo que encuentre.`,
    lead_first: (count, as_of) =>
      `${n(count, 'primer artículo', 'primeros artículos')}, ${asSentence(`datos de ${as_of}`)} ` +
      'Escanee cada artículo que encuentre.',
    line_hint: 'Escanee cada artículo que encuentre',
    columns: {
      call_number: 'Clasificación',
      title: 'Título',
      author: 'Autor',
      barcode: 'Código de barras',
      branch: 'Para',
    },
    empty: 'No hay nada que buscar. R hace una lista nueva.',
    here: 'aquí',
    again: 'Hacer una lista nueva',
    back: 'Página anterior',
    trace: 'Ahora no está: buscar otra vez',
    skip: 'Omitir por ahora',
  },
  transits: {
    heading: 'En tránsito',
    lead: (coming, sent, branch) =>
      `${coming} vienen a ${branch}, ${sent} se enviaron desde aquí. Escanee cada artículo que llegue.`,
    line_hint: 'Escanee cada artículo que llegue',
    columns: {
      title: 'Título',
      barcode: 'Código de barras',
      call_number: 'Clasificación',
      from: 'De',
      to: 'A',
      reason: 'Por qué',
    },
    coming: {
      heading: 'Vienen hacia aquí',
      first: (shown, all) => `Vienen hacia aquí, los primeros ${shown} de ${all}`,
      empty: 'Nada está en tránsito hacia esta sucursal.',
    },
    sent: {
      heading: 'Enviados desde aquí',
      first: (shown, all) => `Enviados desde aquí, los primeros ${shown} de ${all}`,
      empty: 'Nada se envió desde esta sucursal.',
    },
    for_hold: 'reserva',
    home: 'pertenece allí',
    missing: 'Nunca llegó: extraviado',
  },
}
