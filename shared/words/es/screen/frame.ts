/** Spanish for what stands around the work: the strip, the rail, the band, the banners, the bar at the foot. */
import type { FRAME as EN } from '../../en/screen/frame.ts'
import { countedIn, numberIn } from '../../plural.ts'

const n = countedIn('es')

export const FRAME: typeof EN = {
  title: 'Datestamp, el mostrador',
  close: 'Cerrar',
  back: 'Atrás',
  number: numberIn('es'),
  outcome: { done: 'HECHO', route: 'DESTINO', decide: 'DECIDA', stop: 'ALTO' },
  outcome_spoken: { done: 'Hecho.', route: 'Destino.', decide: 'Decida.', stop: 'Alto.' },
  rail: {
    places: 'Lugares',
    line: 'Préstamo',
    'check-in': 'Devolución',
    'find-title': 'Catálogo',
    'find-person': 'Usuarios',
    item: 'Artículo',
    account: 'Cuenta',
    drawer: 'Caja',
    pay: 'Cobro',
    settings: 'Ajustes',
    desk: 'Mostrador',
    admin: 'Administración',
    recent: 'Recientes',
    holds: 'Reservas',
    shelving: 'Estantes',
    office: 'Oficina',
    overdue: 'Informe de atrasos',
  },
  strip: {
    own_data: 'Autónomo,',
    data_of: (as_of) => `datos de ${as_of}`,
    no_data: 'aún sin datos de la biblioteca',
    sample: 'Biblioteca de muestra',
    on_network: 'Con red',
    no_network: 'Sin red: siga trabajando',
    drawers: {
      ready: 'Caja lista',
      open: (drawer) => `${drawer}: abierta`,
      left_open: (drawer) => `${drawer} sigue abierta`,
      away: (drawer) => `${drawer}: no se puede abrir`,
    },
    scanners: {
      keyboard: 'Escáner: modo teclado',
      ready: (count) => (count === 1 ? 'Escáner listo' : `${count} escáneres listos`),
      opening: 'Conectando el escáner',
      missing: (count) => (count === 1 ? 'Escáner no listo' : `${count} escáneres no listos`),
    },
    jobs: {
      waiting: (count) => n(count, 'papel en espera', 'papeles en espera'),
      failed: (count) => n(count, 'papel no impreso', 'papeles no impresos'),
    },
    devices: {
      restarting: 'Los dispositivos se están reiniciando',
      down: 'Los dispositivos se detuvieron',
    },
  },
  band: {
    what: 'Lo que acaba de pasar',
    esc_goes_back: 'Esc = atrás.',
    idle: {
      out: {
        heading: 'Escanee una tarjeta y luego los artículos',
        detail: 'Cada escaneo se guarda antes del sonido, con red o sin ella.',
      },
      in: { heading: 'Escanee las devoluciones', detail: 'Cada artículo muestra adónde va.' },
      'in-house': {
        heading: 'Escanee los artículos usados en la sala',
        detail: 'Cada artículo se cuenta y vuelve a su estante.',
      },
      inventory: {
        heading: 'Escanee el estante',
        detail: 'Se anota que cada artículo está aquí, y se avisa si el registro decía otra cosa.',
      },
    },
  },
  banner: {
    station: {
      up:
        'Datestamp aún no responde. Siga escaneando: todo se guarda y se procesa en orden. Si no responde en un ' +
        'minuto, se reinicia solo.',
      restarting: 'Datestamp se está reiniciando. Siga escaneando: los escaneos se guardan y se procesan solos.',
      down:
        'Datestamp se detuvo, y ahora no se registra nada. Su próximo escaneo o tecla lo reinicia; luego escanee de ' +
        'nuevo lo que aparece sin confirmar. Si se detiene otra vez, use papel y llame a la persona encargada.',
    },
    until_taken_off: '{key:modes} muestra cómo quitarlo',
    unconfirmed: (count) => n(count, 'escaneo sin confirmar', 'escaneos sin confirmar'),
    scan_again: (which) => `; escanee de nuevo: ${which}. Esc borra este aviso.`,
    sign_in_to_see: '. Inicie sesión para ver cuáles.',
  },
  bottom: {
    out: (count) => (count === 1 ? 'prestado' : 'prestados'),
    in: (count) => (count === 1 ? 'devuelto' : 'devueltos'),
    scanned: (count) => (count === 1 ? 'escaneado' : 'escaneados'),
    renewed: (count) => (count === 1 ? 'renovado' : 'renovados'),
    undo: 'Deshacer',
    to_decide: (count) => `${count} por responder`,
    due: (on) => `Vence ${on}`,
    due_range: (first, last) => `Vencen del ${first} al ${last}`,
    finish: {
      cart: 'Finalizar la devolución',
      round: 'Finalizar',
      clear: 'Limpiar la pantalla',
      finish: 'Finalizar',
      no_receipt: 'Finalizar sin recibo',
      email: 'Finalizar, recibo por correo',
      print: {
        wanted: 'Finalizar, imprimir recibo',
        'no-email': 'Finalizar, imprimir recibo (sin correo)',
        'no-mail-yet': 'Finalizar, imprimir recibo (aún sin correo)',
      },
      print_large: {
        wanted: 'Finalizar, imprimir recibo en letra grande',
        'no-email': 'Finalizar, imprimir recibo en letra grande (sin correo)',
        'no-mail-yet': 'Finalizar, imprimir recibo en letra grande (aún sin correo)',
      },
      /** Without a receipt printer. */
      show: {
        wanted: 'Finalizar, mostrar el recibo',
        'no-email': 'Finalizar, mostrar el recibo (sin correo)',
        'no-mail-yet': 'Finalizar, mostrar el recibo (aún sin correo)',
      },
      show_large: {
        wanted: 'Finalizar, mostrar el recibo en letra grande',
        'no-email': 'Finalizar, mostrar el recibo en letra grande (sin correo)',
        'no-mail-yet': 'Finalizar, mostrar el recibo en letra grande (aún sin correo)',
      },
    },
  },
  side: {
    who: 'Usuario',
    session: 'Esta sesión',
    out: (count) => (count === 1 ? 'prestado' : 'prestados'),
    out_late: (count, late_count) => `${count === 1 ? 'prestado' : 'prestados'}, ${late_count} con atraso`,
    holds_ready: (count) => (count === 1 ? 'reserva lista' : 'reservas listas'),
    owed: 'debe',
    notices: 'Avisos',
    this_cart: 'Esta devolución',
    this_round: 'Esta sesión',
    returned: (count) => (count === 1 ? 'devuelto' : 'devueltos'),
    scanned: (count) => (count === 1 ? 'escaneado' : 'escaneados'),
    elsewhere: 'con otro destino',
    to_decide: 'por responder',
    scan_on: 'Siga escaneando: lo que necesita una respuesta se queda en la lista.',
    nothing_printed: 'Nada se imprime solo.',
    paper: 'Recibo o comprobante',
    and: ' y ',
    renew_all: 'Renovar todo',
    commands: 'Comandos',
    more: 'Más',
    account: 'Cuenta',
    hold: 'Reservar',
    modes: 'Modos de escaneo',
    print: 'Imprimir',
    print_dialog: 'Imprimir (diálogo del sistema)',
    receipt: 'Recibo',
    keys: 'Teclas',
  },
  out_now: {
    heading: (count) => `Ya en préstamo (${count})`,
    none: 'Nada en préstamo.',
    overdue: 'con atraso',
    holds: (count) => `Reservas listas (${count})`,
    shelf: 'Código del estante de reservas',
    kept: 'Guardado hasta',
    until: (on) => `hasta el ${on}`,
  },
  begin: {
    heading: 'Cómo prestar',
    steps: [
      { does: 'Escanee la tarjeta', detail: 'O escriba el nombre o el teléfono.' },
      { does: 'Escanee los artículos', detail: 'Cada uno muestra su fecha de vencimiento.' },
      { does: 'Presione Enter', detail: 'Luego escanee la tarjeta del siguiente usuario.' },
    ],
    also: 'Un artículo sin tarjeta se consulta. Si está prestado, se registra su devolución.',
  },
  more_done: (count) => `${count} más hechos.`,
}
