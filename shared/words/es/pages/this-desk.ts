/** Spanish for the pages of this desk: itself, its key, scan modes, data in, outages, papers, shelf checks. */
import type { THIS_DESK_PAGE as EN } from '../../en/pages/this-desk.ts'
import { countedIn, numberIn } from '../../plural.ts'

const n = countedIn('es')
const number = numberIn('es')

export const THIS_DESK_PAGE: typeof EN = {
  print: 'Imprimir',
  desk: {
    heading: 'Este mostrador',
    lead:
      'Una copia de seguridad son dos archivos que solo abren la clave de recuperación o esta computadora. ' +
      'Guárdela en otro disco.',
    place: 'Ubicación',
    branch: 'Sucursal',
    name: 'Nombre',
    clock: 'Reloj',
    clock_right: (now) => `Correcto: ${now}`,
    data: 'Datos',
    folder: 'Carpeta',
    key: 'Clave de los datos',
    key_kept: {
      sealed: 'Protegida por esta computadora',
      'no-keyring': 'Sin protección: esta computadora no tiene llavero',
      'stand-in': 'Junto a los datos: para probar, no para usuarios',
    },
    key_meant: (kept, at, initials) =>
      `${kept}. Aceptado ${at}${initials === '' ? ', antes de instalar' : `, ${initials}`}`,
    backup: 'Última copia de seguridad',
    no_backup: 'Aún ninguna. Presione B para hacerla.',
    backed_up: (at, folder) => `${at}, en ${folder}`,
    backed_up_in: (at, folder, took) => `${at}, en ${folder}, hecha en ${took}`,
    journal: 'Diario',
    entries: (count) => n(count, 'entrada', 'entradas'),
    missing: 'Falta',
    head: 'Cabeza del diario',
    moment: 'menos de un segundo',
    seconds: (count) => n(count, 'segundo', 'segundos'),
    minutes: (count) => n(count, 'minuto', 'minutos'),
    backing_up: 'Copia de seguridad en curso',
    beginning: 'Comenzando',
    copying: (place, count, done, all) => `Copiando el archivo ${place} de ${count}, ${done} de ${all}`,
    reading: (place, count, done, all) => `Comprobando el archivo ${place} de ${count}, ${done} de ${all}`,
    back_up: 'Hacer una copia ahora',
    back_up_says: 'Los dos archivos de datos se copian y se comprueban. Puede seguir trabajando.',
    into_folder: 'En la carpeta',
    into_folder_hint: 'Una carpeta nueva, en otro disco: /media/usb/datestamp-friday',
    check: 'Comprobar el diario',
    check_says: 'Lee cada entrada y comprueba sus sumas. El mostrador responde de nuevo al terminar.',
    export: 'Exportar el diario',
    export_says: 'Cada entrada como una línea de texto. No contiene a ningún usuario.',
    into_file: 'En el archivo',
    restore: 'Restaurar una copia de seguridad',
    restore_says:
      'Lo registrado desde esa copia sale del mostrador, y el personal y las funciones son los de la copia. Los ' +
      'archivos de hoy se guardan al lado.',
    from_folder: 'Desde la carpeta',
    recovery_key: 'Clave de recuperación',
    recovery_key_hint: 'Solo si otro mostrador hizo la copia',
    trust_clock: 'El reloj es correcto',
    trust_clock_says: (now) =>
      `Esta computadora dice ${now}. Si es correcto, el mostrador sigue desde ahí. Las fechas dadas mientras ` +
      'estuvo mal no cambian: revise el registro de trabajo.',
    seen_missing: 'He visto lo que falta',
    seen_missing_says:
      'El aviso desaparece; el diario lo conserva. Primero compruebe si la última copia o los recibos tienen lo ' +
      'que falta.',
    move: 'Cambiar la sucursal',
    move_says: 'Desde entonces se aplican las reglas, el horario y el calendario de esa sucursal.',
    at_branch: 'Sucursal de este mostrador',
    show_key: 'Mostrar la clave de recuperación',
    show_key_says:
      'Quien la lee puede abrir los datos de esta biblioteca. Asegúrese de que nadie mire por encima del hombro.',
  },
  key: {
    heading: 'La clave de recuperación de este mostrador',
    lead:
      'Imprímala ahora ' +
      '({key:paper-now}) o anótela, y guárdela bajo llave. Abre los datos y cada copia si se pierde esta ' +
      'computadora. Sin ella los datos no se pueden abrir. Quien la tiene puede leer los datos.',
    printed: 'Ya la imprimí',
  },
  modes: {
    heading: 'Modos de escaneo',
    modes: { out: 'Préstamo', in: 'Devolución', 'in-house': 'Uso en sala', inventory: 'Inventario' },
    active: 'Opciones activas',
    none: 'Ninguna',
    backdate: 'Cambiar la fecha de devolución',
    other_day: 'Otra fecha de devolución',
    back_on: 'Devuelto con fecha de',
    back_on_hint: 'Vacío: ahora',
    backdate_says: 'Cada devolución cuenta con esta fecha hasta que la quite. Una fecha futura cuenta como ahora.',
    book_drop: { on: 'Modo de buzón', off: 'Quitar el modo de buzón' },
    amnesty: { on: 'Condonar multas', off: 'Volver a cobrar multas', larger: 'Condonar también multas mayores' },
    holds: { off: 'Ignorar reservas', on: 'Volver a apartar reservas' },
    longer: { on: 'Préstamo más largo', off: 'Sin préstamo más largo' },
    to_cart: 'Ordenar un carrito',
    to_shelf: 'Leer un estante',
  },
  data_in: {
    heading: 'Importar datos',
    lead: 'Archivos CSV o MARC en una carpeta. Lo que este mostrador cambió después se conserva.',
    looking: 'Leyendo la carpeta',
    folder: 'Carpeta con los archivos de la biblioteca',
    take: 'Importar una carpeta',
    anyway: 'Importar de todos modos',
    anyway_says: (folder) =>
      `Se importa ${folder} con lo que se indica abajo. Las reglas se aplican a los préstamos nuevos.`,
    keep_ours: 'Importar y conservar nuestras reglas',
    keep_ours_says: (folder) => `Se importa ${folder}. Una regla sin marca queda como se cambió aquí.`,
    keep_ours_odd_says: (folder) =>
      `Se importa ${folder}, con los avisos de abajo. Una regla sin marca queda como se cambió aquí.`,
    take_theirs: (what) => `Tomar la de la carpeta: ${what}`,
    number: 'Numerar los registros que no tienen número',
    number_in: 'Su número está en',
    number_offer: (place, count) => `En ${place}: ${number(count)}`,
    number_says: (folder) => `Se importa otra vez ${folder}, con los registros sin número. El mostrador lo recuerda.`,
    erased: 'Importar otra vez a un usuario borrado',
    erased_says: (folder) => `Se importa otra vez ${folder}, con este único usuario. Solo si lo pide en persona.`,
    erased_number: 'Su número en los datos de la biblioteca',
    finding: (lead, says) => `${lead}. ${says}`,
    more: (count) => `${number(count)} más; el informe los tiene todos.`,
    correct: 'Lo incorrecto debe corregirse en los archivos.',
    review: 'Aún no se importó nada: revise lo que cambia esta carpeta',
    changed: 'Aún no se importó nada: esto se cambió en este mostrador, y la carpeta dice otra cosa',
    numberless: (count) =>
      n(count, 'registro MARC no tiene número y se omitió', 'registros MARC no tienen número y se omitieron'),
    numberless_offer: (records_count, count, place) =>
      `${number(records_count)} de ${number(count)} tienen uno propio en ${place}.`,
    no_offer: 'Ningún campo sirve. Agregue un 001 en el origen; el informe tiene sus títulos.',
    erased_left_out: (count) =>
      `${n(count, 'usuario de esta carpeta fue borrado', 'usuarios de esta carpeta fueron borrados')} aquí a ` +
      'petición propia y no se importan. El informe dice en qué líneas.',
    report: 'El último informe, solo para usted',
    nothing_yet: 'Aún no se importó nada',
    files: 'Archivos',
    file: 'Archivo',
    taken: 'Importadas',
    left_out: 'Omitidas',
    result: 'Resultado',
    no_files: 'No hay archivos.',
    lines: 'Qué se omitió o cambió; el informe tiene los valores, y lo que no cabe aquí',
    line: 'Línea',
    column: 'Columna',
    why: 'Por qué',
    no_lines: 'No se omitió ni cambió nada.',
  },
  outage: {
    heading: 'Interrupción',
    lead: 'Escriba el comienzo y el fin. Revise los préstamos afectados antes de guardar.',
    look: 'Mostrar qué afecta',
    from_on: 'Desde, día',
    from_time: 'Desde, hora',
    from_hint: 'Como 9:15',
    to_on: 'Hasta, día',
    to_time: 'Hasta, hora',
    to_hint: 'Como 14:00',
    declared: 'Declaradas',
    columns: { from: 'Desde', to: 'Hasta', why: 'Por qué' },
    still: 'sigue',
    withdraw: 'Retirarla',
    withdraw_says:
      'Las multas que anuló se deben otra vez y los préstamos tienen sus fechas anteriores. Ambas cosas se ' +
      'registran.',
    stretch: (branch, from, to) => `${branch}, desde ${from} hasta ${to}.`,
    affected: 'Qué afecta',
    due: 'Préstamos que vencieron en ella y siguen fuera',
    fines: 'Multas cobradas por ella',
    no_fines: 'ninguna',
    fines_less: (count, less) => `${number(count)}, ${less} menos`,
    paid: 'De eso, ya pagado y por reembolsar',
    from_now: 'Desde ahora',
    not_charged: 'Quien devuelve tarde por esta causa no paga por ese tiempo',
    declare: 'Declararla',
    declare_says: 'Un error se puede retirar después, en esta página.',
    extend: (count) =>
      n(count, 'préstamo vence al final del próximo día abierto', 'préstamos vencen al final del próximo día abierto'),
    why: 'Por qué',
    reasons: {
      'system down': 'Sistema caído',
      'power cut': 'Corte de luz',
      'network down': 'Red caída',
      'closed in haste': 'Cierre de emergencia',
      weather: 'Mal tiempo',
    },
  },
  paper: {
    heading: (name) => `En papel: ${name}`,
    lead: 'Nada se imprime solo. Imprimir abre el diálogo de impresión del sistema.',
    lead_of_left: (at) =>
      `Para el usuario que se fue a las ${at}. Nada se imprime solo. Imprimir abre el diálogo de impresión del ` +
      'sistema.',
    cart: 'Orden del carrito para acomodarlo',
    no_receipt: 'Este usuario aún no tiene recibo',
    no_receipt_lead:
      '{key:paper-now} hace uno de lo hecho hasta ahora. Enter muestra el último recibo de otro usuario.',
    show: 'Mostrarlo',
    others: 'Otros papeles de esta sesión',
    columns: { paper: 'Papel', item: 'Artículo', made_at: 'Hecho a las' },
    of_left: (name) => `${name}, de un usuario que se fue`,
  },
  tasks: {
    heading: 'Búsquedas en estante (reclamos)',
    lead:
      'Lo que los usuarios dicen que devolvieron o nunca tuvieron: presione F si está allí, N si no. Después, ' +
      'las devoluciones por resolver.',
    now: 'Ahora',
    later: 'Después',
    none_now: 'No hay búsquedas para hoy.',
    none_later: 'Ninguna.',
    to_overdue: 'Informe de atrasos',
    columns: { where: 'Dónde', title: 'Título', claim: 'Reclamo', searches: 'Búsquedas', again: 'Próxima búsqueda' },
    claim: {
      returned: (on) => `Dice que lo devolvió, ${on}`,
      'never-had': (on) => `Dice que nunca lo tuvo, ${on}`,
    },
    decide: 'Búsquedas terminadas: decida',
    look: 'Detalles del artículo',
    found: 'Hallado: registrar la devolución',
    not_there: 'No está',
    bill: 'Cobrar como perdido',
    bill_says: 'Se cobra su precio al usuario. El reclamo termina.',
    give_up: 'Terminar la búsqueda',
    give_up_says: 'El artículo queda como no hallado y el usuario queda libre. No se cobra nada más.',
    withdraw: 'El usuario retira el reclamo',
    withdraw_says: 'El artículo vuelve a estar prestado y la multa continúa.',
    questions: 'Devoluciones por resolver',
    question_columns: { title: 'Título', question: 'Pregunta', since: 'Desde' },
    no_questions: 'No hay devoluciones por resolver.',
    by_rules: 'Las reglas actuales la resuelven',
    settle: 'Resolverla',
  },
}
