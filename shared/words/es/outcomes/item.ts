/** Spanish for the records of items: marked, changed, made at the desk, found by ISBN. */
import type { ITEM as EN } from '../../en/outcomes/item.ts'

export const ITEM: typeof EN = {
  marked: 'Marcado',
  noted: 'Anotado',
  out_noted: 'Está prestado, así que no cambia nada más: revíselo cuando vuelva',
  note_kept: 'La nota está en su registro',
  note_damaged: 'dañado, o faltan piezas',
  changed: 'Cambiado',
  fields: {
    item_type_code: 'tipo de artículo',
    home_branch: 'sucursal a la que pertenece',
    call_number: 'clasificación',
    location: 'ubicación',
    price_cents: 'precio',
    note: 'nota',
    lender_name: 'biblioteca que lo presta',
    lender_due_on: 'fecha de devolución a la biblioteca que lo presta',
  },
  made: 'Registro creado',
  made_says: 'Está en la lista de registros breves por catalogar.',
  offer: 'O 1 = crear un registro breve ahora',
  offer_none: 'Sin registro',
  offer_title: 'Escriba unas palabras de su título, o presione N para crear uno nuevo',
  isbn: {
    which: '¿Qué título?',
    heading: (count) => `${count} títulos tienen este ISBN`,
    how: 'Presione su número para ver uno; Esc = omitir',
    shown: 'Mostrado',
    shown_says: 'Mostrado, nada cambió',
    own: 'El ISBN es el número del título. Para prestar o devolver, escanee el código de barras de la biblioteca',
  },
}
