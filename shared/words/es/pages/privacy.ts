/** Spanish for the pages of confidentiality: disclosures, who looked at a record, own data, erasing. */
import type { PRIVACY_PAGE as EN } from '../../en/pages/privacy.ts'

export const PRIVACY_PAGE: typeof EN = {
  basis: {
    'patron-asked': 'El usuario lo pidió',
    'guardian-asked': 'Lo pidió el padre, la madre o el tutor',
    'court-order': 'Orden judicial',
    emergency: 'Agente jurado, una persona en peligro ahora',
    other: 'Otro fundamento',
  },
  what: {
    identity: 'Quién es: nombre, dirección, teléfono',
    account: 'La cuenta: qué tiene prestado y qué debe',
    everything: 'Todo lo que la biblioteca tiene',
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
  places: { card: 'Con la tarjeta', name: 'Sin la tarjeta', script: 'Por un programa' },
  why: {
    heading: '¿Por qué abre esta cuenta?',
    lead:
      'Su biblioteca registra quién consultó qué cuenta, y por qué. Presione la letra del motivo para abrir la ' +
      'cuenta.',
  },
  lead: 'Confidencial por ley: revele datos solo por un motivo legal, y regístrelo aquí.',
  identity: {
    heading: 'Lo que se puede decir a un agente jurado en una emergencia, y nada más',
    name: 'Nombre',
    address: 'Dirección',
    telephone: 'Teléfono',
  },
  print: 'Imprimir',
  to_log: 'Todas las divulgaciones',
  to_viewers: 'Quién consulta cuentas',
  disclose: {
    label: 'Registrar una divulgación',
    says: 'En una emergencia solo se puede decir quién es.',
    basis: 'Con qué fundamento',
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
      'Todo lo que el mostrador tiene de esta persona se escribe en un archivo nuevo, sin cifrar: entrégueselo ' +
      'solo a ella.',
    to_file: 'En qué archivo',
    title: 'Sus datos',
    exported: 'Exportados',
    is_in: (file) => `Todo lo que se tiene está en ${file}`,
    to_read: (file) => `Para leer: ${file}`,
  },
  erase: {
    label: 'Borrar a este usuario',
    says:
      'Nombre, tarjetas, dirección y notas se borran para siempre, y los informes de importación también. Las sumas ' +
      'quedan. Si otro sistema lo tiene, bórrelo allí también.',
    not_yet: (says, way_out) => `Todavía no. ${says} ${way_out}`,
    erased: 'Borrado',
    erased_says: 'Quién era el usuario ya no consta; todas las sumas se conservan',
    still_in: (places) => `Estas copias quizá aún lo contengan: ${places}`,
    card_tail: 'Últimos cuatro de la tarjeta',
    card_tail_hint: 'Escríbalos para confirmar',
    no_card_hint: (word) => `No hay tarjeta: escriba ${word}`,
  },
  disclosures: {
    heading: 'Divulgaciones',
    log_lead: 'Las más recientes primero. Los usuarios borrados aparecen sin nombre.',
    columns: { when: 'Cuándo, por', whose: 'De quién', basis: 'Fundamento', what: 'Qué', to_whom: 'A quién' },
    when_by: (at, initials) => `${at}, ${initials}`,
    erased: 'borrado',
    empty: 'No se divulgó nada.',
    when: 'Cuándo',
  },
  views: {
    heading: 'Quién consultó esta cuenta',
    columns: { day: 'Día', by: 'Por', whose: 'De quién', how: 'Cómo', why: 'Por qué', times: 'Veces' },
    empty: 'Nadie, o su biblioteca no lo registra.',
  },
  viewers: {
    heading: 'Quién consulta cuentas',
    lead: (days) =>
      `Los últimos ${days} días. Las listas son las de buscar gente. Enter muestra qué cuentas consultó una persona.`,
    columns: { name: 'Nombre', records: 'Cuentas', times: 'Veces', lists: 'Listas', last: 'Última' },
    the_desk: 'El mostrador mismo',
    open: 'Qué cuentas',
    of: (name) => `Cuentas que consultó ${name}`,
    of_lead: 'Por día, y no más exacto: una hora diría quién pidió prestado qué.',
    of_empty: 'Ninguna registrada.',
  },
  lists: { heading: 'Listas de personas', columns: { day: 'Día', times: 'Listas' } },
}
