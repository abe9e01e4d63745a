/** Spanish for the line, and for what is searched on it. */
import type { LINE as EN } from '../../en/screen/line.ts'

export const LINE: typeof EN = {
  esc_goes_back: 'Esc = atrás',
  is_here: 'abierto',
  checking_out_to: 'Préstamo a',
  waiting: (count) => `${count} en espera`,
  queue: {
    label: 'Escaneos en espera',
    for_answer: 'Se procesan después de la respuesta.',
    for_finish: 'Enter termina con este usuario y luego se procesan.',
    remove: 'Quitar el último',
  },
  pasted: {
    heading: (count) => `No se escaneó nada: se pegaron ${count} líneas.`,
    sentence: (count) => `Pegue ${count} como máximo cada vez.`,
  },
  modes: {
    out: { now: 'Préstamo', hint: 'Escanee tarjeta o artículo, o escriba un nombre' },
    in: { now: 'Devolución', hint: 'Escanee las devoluciones' },
    'in-house': { now: 'Uso en sala', hint: 'Escanee lo que quedó en las mesas' },
    inventory: { now: 'Inventario', hint: 'Escanee lo que está en el estante' },
  },
  patron_hint: 'Escanee o escriba un nombre',
  search: {
    titles: {
      label: 'Título, autor o ISBN',
      heading: 'Buscar en el catálogo',
      empty: 'Escriba unas letras del título o del autor, o escanee el ISBN.',
    },
    people: {
      label: 'Nombre, tarjeta, teléfono o nacimiento',
      heading: 'Buscar a un usuario',
      empty:
        'Escriba parte del nombre, la tarjeta, el teléfono, el correo o la dirección, o la fecha de nacimiento, ' +
        'como 3/6/1971; o dos de ellos, en cualquier orden.',
    },
    commands: { label: '¿Qué quiere hacer?', heading: 'Comandos', empty: '' },
  },
  born: (on, age) => `nac. ${on}${age === null ? '' : `, ${age}`}`,
  formerly: (name) => `antes ${name}`,
  no_card: 'sin tarjeta',
  card: (tail) => `tarjeta …${tail}`,
  nothing_enter: (act) => `No se encontró nada. Enter = ${act}.`,
  nobody:
    'Ningún usuario coincide. Escriba menos, u otra cosa: 3 letras de un nombre, 4 dígitos de una tarjeta o un ' +
    'teléfono, un correo, una calle o la fecha de nacimiento (3/6/1971). {key:find-title} busca en el catálogo.',
  sale: 'Una venta. Enter abre el pago; = cobra el monto exacto, + el siguiente billete.',
  nothing_elsewhere:
    'Ningún comando. Búsquelo en la ayuda, entre usuarios o títulos: ↓ para elegir, Enter para buscar.',
  nothing_back: 'No se encontró nada. Esc = atrás.',
  nothing_people: 'No se encontró nada. {key:find-person} busca usuarios.',
  more: 'Hay más: escriba más letras.',
  choose: '↓ para elegir, Enter para abrir.',
  enter: 'Enter para abrir.',
  choose_first: '↓ para elegir uno, luego Enter',
  not_on_account: 'No en esta cuenta tal como está, o no con su función',
  has_changed: 'La lista acaba de cambiar. Revísela y presione Enter otra vez',
}
