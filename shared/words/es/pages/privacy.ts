/** Spanish for the pages of confidentiality: disclosures, who looked at a record, own data, erasing. */
import type { PRIVACY_PAGE as EN } from '../../en/pages/privacy.ts'

export const PRIVACY_PAGE: typeof EN = {
  basis: {
    'patron-asked': 'El usuario lo pidió',
    'guardian-asked': 'Lo pidió el padre, la madre o el tutor',
    'court-order': 'Orden judicial',
    emergency: 'Agente de la ley, una persona en peligro inmediato',
    other: 'Otro fundamento legal',
  },
  what: {
    identity: 'Quién es: nombre, dirección, teléfono',
    account: 'La cuenta: qué tiene prestado y qué debe',
    everything: 'Todo lo que la biblioteca tiene de esta persona',
  },
  reasons: {
    here: 'Está aquí sin la tarjeta',
    telephone: 'Por teléfono',
    letter: 'Una carta o un correo',
    hold: 'Una reserva o un recordatorio',
    money: 'Algo que se debe o se devolvió',
    mend: 'Para corregir el registro',
    other: 'Otro motivo',
  },
  places: {
    card: 'Con la tarjeta',
    typed: 'Número de tarjeta escrito',
    name: 'Sin la tarjeta',
    script: 'Por un programa',
  },
  reason: {
    heading: '¿Por qué abre esta cuenta?',
    lead:
      'Su biblioteca registra quién consultó qué cuenta, y por qué. Presione la letra del motivo para abrir la ' +
      'cuenta.',
  },
  lead: 'Confidencial por ley: revele datos solo por un motivo legal, y regístrelo aquí.',
  identity: {
    heading: 'Lo que se puede decir a un agente de la ley en una emergencia, y nada más',
    name: 'Nombre',
    address: 'Dirección',
    telephone: 'Teléfono',
  },
  print: 'Imprimir',
  to_log: 'Todas las divulgaciones',
  to_viewers: 'Cuentas consultadas',
  disclose: {
    label: 'Registrar una divulgación',
    says: 'En una emergencia, revele solo quién es.',
    basis: 'Fundamento legal',
    what: 'Qué',
    to_whom: 'A quién',
    to_whom_hint: 'Nombre, oficina, número de la orden',
    title: 'Divulgación',
    recorded: 'Registrada',
    no_titles: 'Sin títulos, sin fechas',
  },
  own_data: {
    label: 'Exportar sus datos',
    says:
      'Escribe todo lo que este mostrador tiene de esta persona en un archivo nuevo. No está cifrado: entrégueselo ' +
      'solo a ella.',
    to_file: 'Archivo',
    title: 'Sus datos',
    exported: 'Exportados',
    is_in: (file) => `Todo está en ${file}`,
    to_read: (file) => `Para leer: ${file}`,
  },
  erase: {
    label: 'Borrar a este usuario',
    says:
      'Borra para siempre nombre, tarjetas, dirección y notas, y los informes de importación. Los montos ' +
      'quedan. Si otro sistema lo tiene, bórrelo allí también.',
    not_yet: (says, way_out) => `Todavía no. ${says} ${way_out}`,
    erased: 'Borrado',
    erased_says: 'La identidad del usuario se borró; todos los montos se conservan',
    still_in: (places) => `Estas copias quizá aún lo contengan: ${places}`,
    card_tail: 'Últimos cuatro dígitos de la tarjeta',
    card_tail_hint: 'Escríbalos para confirmar',
    no_card_hint: (word) => `No hay tarjeta: escriba ${word}`,
  },
  disclosures: {
    heading: 'Divulgaciones',
    log_lead: 'Las más recientes primero. Los usuarios borrados aparecen sin nombre.',
    columns: { when: 'Cuándo, por', whose: 'Usuario', basis: 'Fundamento legal', what: 'Qué', to_whom: 'A quién' },
    when_by: (at, initials) => `${at}, ${initials}`,
    erased: 'borrado',
    empty: 'No se divulgó nada.',
    when: 'Cuándo',
  },
  views: {
    heading: 'Quién consultó esta cuenta',
    columns: { day: 'Día', by: 'Por', whose: 'Usuario', how: 'Cómo', reason: 'Por qué', times: 'Veces' },
    empty: 'Nadie, o su biblioteca no lo registra.',
  },
  viewers: {
    heading: 'Cuentas consultadas',
    lead: (days) =>
      `Los últimos ${days} días. Las listas son de búsquedas. Enter muestra qué cuentas consultó una persona.`,
    columns: { name: 'Nombre', records: 'Cuentas', times: 'Veces', lists: 'Listas', last: 'Última' },
    the_desk: 'Sin sesión iniciada',
    open: 'Qué cuentas',
    of: (name) => `Cuentas que consultó ${name}`,
    of_lead: 'Solo por día: una hora podría mostrar quién pidió prestado qué.',
    of_empty: 'Ninguna registrada.',
  },
  lists: { heading: 'Listas de usuarios', columns: { day: 'Día', times: 'Listas' } },
}
