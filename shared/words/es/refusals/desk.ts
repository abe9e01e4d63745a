/** Spanish for the desk itself: who works there, what was read, what was asked of it. */
import type { CLOSING_REFUSALS, DESK_REFUSALS } from '../../../refusals/desk.ts'
import { countedIn } from '../../plural.ts'
import type { WordsFor } from '../../refusal-words.ts'

const n = countedIn('es')
const asOf = (as_of: string): string => (as_of === '' ? 'sin datos cargados' : `datos de ${as_of}`)
const pause = (until: string): string => (until === '' ? 'por unos minutos' : `hasta ${until}`)

export const DESK: WordsFor<typeof DESK_REFUSALS> = {
  'not-signed-in': {
    short: 'Inicie sesión',
    says: 'Nadie ha iniciado sesión.',
    way_out: 'Escanee su credencial o escriba sus iniciales y su PIN.',
  },
  'desk-locked': {
    short: 'No leído: bloqueado',
    says: 'El mostrador está bloqueado.',
    way_out: 'Escanee su credencial o escriba sus iniciales y su PIN.',
  },
  'not-permitted': {
    short: 'No es su función',
    says: 'Su función no permite esto.',
    way_out: 'Pídalo a alguien cuya función lo permita.',
  },
  'above-ceiling': {
    short: 'Sobre su límite',
    says: ({ ceiling, amount }) => `Su función permite esto hasta ${ceiling}, y esto suma ${amount}.`,
    way_out: 'Debe autorizarlo otra persona con un límite más alto.',
  },
  'above-day-ceiling': {
    short: 'Sobre su límite del día',
    says: ({ ceiling, amount }) =>
      `Su función permite esto hasta ${ceiling} al día sin autorización, y con esto suma ${amount}.`,
    way_out: 'Debe autorizarlo otra persona.',
  },
  'sign-in-failed': {
    short: 'No reconocido',
    says: 'No se reconoce la credencial o el PIN.',
    way_out: 'Inténtelo de nuevo.',
  },
  'sign-in-paused': {
    short: 'Acceso en pausa',
    says: ({ until }) => `Demasiados PIN incorrectos. El acceso está en pausa ${pause(until)}.`,
    way_out: 'Espere o escanee una credencial.',
  },
  'badge-typed': {
    short: 'Escanee la credencial',
    says: 'La credencial debe escanearse, no escribirse.',
    way_out: 'Escanéela, o escriba iniciales y PIN en la fila que espera o después de {key:lock}.',
  },
  'badge-over': {
    short: 'Se acabó el tiempo',
    says: 'Ninguna credencial espera un PIN.',
    way_out: 'Escanéela otra vez, o escriba iniciales y PIN.',
  },
  'keys-in-code': {
    short: 'Teclas en un código',
    says: 'Este código contiene teclas. No se hizo nada con ellas.',
    way_out: 'Mire la etiqueta o el teléfono de donde vino. Lo que se escaneó antes sí cuenta.',
  },
  'badge-paused': {
    short: 'Credenciales en pausa',
    says: ({ until }) => `Demasiadas credenciales desconocidas. No se leen credenciales ${pause(until)}.`,
    way_out: 'Escriba iniciales y PIN.',
  },
  'approver-same': {
    short: 'Hace falta otra persona',
    says: 'Esto lo pidió usted.',
    way_out: 'Debe autorizarlo otra persona.',
  },
  'approver-not-permitted': {
    short: 'No puede autorizar',
    says: ({ initials }) => `${initials} no puede autorizar esto.`,
    way_out: 'Pídalo a alguien cuya función lo permita. La fila sigue en espera.',
  },
  'approver-above-ceiling': {
    short: 'Sobre su límite',
    says: ({ initials, ceiling, amount }) => `${initials} puede autorizar hasta ${ceiling}, y esto suma ${amount}.`,
    way_out: 'Pídalo a alguien con un límite más alto. La fila sigue en espera.',
  },
  'approval-over': {
    short: 'Ya no espera',
    says: 'Esa fila ya no espera una autorización.',
    way_out: 'Pídala otra vez con la tecla de la fila.',
  },
  'approval-asked': {
    short: 'Requiere autorización',
    says: 'Esto requiere la autorización de otra persona. Todavía no se ha hecho nada.',
    way_out: 'Presione 1 en la fila y escanee su credencial, o escriba sus iniciales y PIN.',
  },
  'sample-library': {
    short: 'Biblioteca de muestra',
    says: 'Este mostrador tiene la biblioteca de muestra, con usuarios inventados.',
    way_out: ({ folder }) =>
      `Cierre Datestamp, mueva la carpeta ${folder} a otro lugar e inícielo otra vez: luego importe su biblioteca.`,
  },
  'practice-desk': {
    short: 'Mostrador de práctica',
    says: 'Este es un mostrador de práctica, con usuarios inventados. No se importó nada.',
    way_out: 'Ciérrelo e inicie Datestamp como siempre: allí puede importar su biblioteca.',
  },
  'library-here': {
    short: 'Ya hay biblioteca',
    says: 'Este mostrador ya tiene los datos de una biblioteca.',
    way_out: 'Pruebe la biblioteca de muestra en otra computadora.',
  },
  'already-set-up': {
    short: 'Ya está configurado',
    says: 'Este mostrador ya está configurado.',
    way_out: 'Inicie sesión.',
  },
  'desk-not-set-up': {
    short: 'Sin sucursal',
    says: 'Este mostrador todavía no tiene sucursal.',
    way_out: 'Importe los datos de la biblioteca y elija la sucursal.',
  },
  'command-changed': {
    short: 'Enviado dos veces',
    says: 'El mismo comando llegó otra vez con otro contenido.',
    way_out: 'Empiece de nuevo.',
  },
  'recording-stopped': {
    short: 'Modo de rescate',
    says: 'El mostrador está en modo de rescate y no registra nada.',
    way_out: 'Restaure primero una copia de seguridad.',
  },
  'too-long': {
    short: 'Demasiado largo',
    says: ({ length, max }) =>
      `Son ${n(length, 'carácter', 'caracteres')}; un código de barras tiene ${max} como máximo.`,
    way_out: 'Escanee de nuevo.',
  },
  'barcode-empty': {
    short: 'No se leyó',
    says: 'El escáner no envió nada legible.',
    way_out: 'Escanee de nuevo.',
  },
  'barcode-unknown': {
    short: 'No se encontró',
    says: ({ barcode, as_of }) => `No se encontró el código de barras ${barcode} (${asOf(as_of)}).`,
    way_out: 'Escanee de nuevo, o {key:find-person} para buscar al usuario por nombre.',
  },
  'isbn-unknown': {
    short: 'Sin título',
    says: ({ isbn }) => `No hay ningún título con el ISBN ${isbn}.`,
    way_out: '{key:find-title} lo busca por título. O escanee el código de la biblioteca en el artículo.',
  },
  'patron-unknown': {
    short: 'Tarjeta desconocida',
    says: ({ barcode, as_of }) => `No se encontró la tarjeta ${barcode} (${asOf(as_of)}).`,
    way_out: 'Escanee de nuevo, o {key:find-person} para buscar al usuario por nombre.',
  },
  'item-unknown': {
    short: 'Artículo desconocido',
    says: ({ barcode, as_of }) => `No se encontró el artículo ${barcode} (${asOf(as_of)}).`,
    way_out: 'Escanee de nuevo. Si no aparece, apártelo.',
  },
  'item-gone': {
    short: 'Registro eliminado',
    says: ({ barcode }) =>
      `El artículo ${barcode} está prestado, pero su registro se eliminó de los datos de la biblioteca.`,
    way_out: '{key:check-in} y escanéelo otra vez para registrar la devolución; después, apártelo.',
  },
  'check-digit-bad': {
    short: 'Dígito de control',
    says: 'El dígito de control no es correcto: quizá se leyó mal.',
    way_out: 'Escanee de nuevo.',
  },
  'barcode-is-both': {
    short: '¿Tarjeta o artículo?',
    says: ({ barcode }) => `${barcode} es a la vez una tarjeta y un artículo.`,
    way_out: '1 = tarjeta; 2 = artículo.',
  },
}

export const CLOSING: WordsFor<typeof CLOSING_REFUSALS> = {
  'nothing-to-undo': {
    short: 'Nada que deshacer',
    says: 'No hay nada que deshacer.',
    way_out: 'Puede seguir escaneando.',
  },
  'undo-unknown': {
    short: 'No es de este mostrador',
    says: 'Este mostrador no tiene registro de eso.',
    way_out: 'Deshágalo en el mostrador donde se hizo.',
  },
  'undo-final': {
    short: 'No se puede deshacer',
    says: 'Esto no se puede deshacer con Deshacer.',
    way_out: 'Corríjalo donde se hizo.',
  },
  'undo-done': { short: 'Deshecho', says: 'Esto ya está deshecho.', way_out: 'No hay nada más que hacer.' },
  'undo-too-old': {
    short: 'Hace demasiado tiempo',
    says: ({ minutes }) => `Esto se hizo hace más de ${n(minutes, 'minuto', 'minutos')}.`,
    way_out: 'Corríjalo con una acción nueva, como una devolución o un cargo.',
  },
  'undo-forgotten': {
    short: 'Usuario ya no guardado',
    says: 'Ya no se guarda qué usuario tenía este artículo.',
    way_out: 'Escanee la tarjeta y preste el artículo otra vez.',
  },
  'undo-overtaken': {
    short: 'Cambió después',
    says: 'Algo más reciente depende de esto.',
    way_out: 'Deshaga primero la acción más reciente, o escanee el artículo.',
  },
  'undo-record-used': {
    short: 'Registro en uso',
    says: 'El registro nuevo tiene un préstamo, una reserva, dinero, un familiar o un cambio posterior.',
    way_out: 'Deshaga primero las acciones más recientes de este usuario.',
  },
  'undo-record-changed': {
    short: 'Cambió después',
    says: 'El registro, las tarjetas o los préstamos del usuario cambiaron después.',
    way_out: 'Deshaga primero la acción más reciente, o edite el registro.',
  },
  'rows-undecided': {
    short: 'Responda primero',
    says: ({ count }) => `${n(count, 'fila necesita', 'filas necesitan')} una respuesta antes de terminar.`,
    way_out: 'Use ↑ ↓ y presione la tecla indicada.',
  },
  'waiting-full': {
    short: 'No se tomó',
    says: ({ count }) => `Ya ${n(count, 'escaneo está', 'escaneos están')} en espera: este no se tomó.`,
    way_out: 'Responda la pregunta sobre el artículo y escanee este otra vez.',
  },
  'waiting-lost': {
    short: 'No se registró',
    says: 'Este escaneo estaba en espera y no se pudo registrar.',
    way_out: 'Escanee otra vez la tarjeta y este artículo.',
  },
  'choice-unknown': {
    short: 'Respuesta no válida',
    says: 'Esa fila no tiene esa respuesta.',
    way_out: 'Presione una de las teclas indicadas en la fila.',
  },
  'nothing-scanned': {
    short: 'Nada escaneado',
    says: 'Todavía no se ha escaneado ningún artículo conocido.',
    way_out: 'Escanee primero el estante.',
  },
  'page-empty': {
    short: 'Nada que mostrar',
    says: 'No hay nada que mostrar.',
    way_out: 'No está en este mostrador, o se eliminó.',
  },
  'paper-none': {
    short: 'Sin recibo',
    says: 'Todavía no hay nada que imprimir.',
    way_out: 'Primero preste, renueve o registre la devolución de un artículo.',
  },
  'branch-unknown': {
    short: 'No existe',
    says: ({ branch }) => `No existe la sucursal ${branch}.`,
    way_out: 'Elija una de la lista.',
  },
  'folder-unreadable': {
    short: 'No se puede leer',
    says: ({ folder }) => `No se puede leer la carpeta ${folder}.`,
    way_out: 'Revise el nombre e inténtelo de nuevo.',
  },
  'folder-without-data': {
    short: 'Sin datos',
    says: ({ folder }) => `La carpeta ${folder} no tiene archivos que se puedan importar.`,
    way_out: 'Elija la carpeta con patrons.csv, items.csv o archivos MARC. docs/import.md tiene todos los nombres.',
  },
  'mapping-none': {
    short: 'No hay correspondencias',
    says: ({ folder }) => `En ${folder} no hay mapping.json ni tabla de códigos.`,
    way_out: 'Elija la carpeta donde está o deje el campo en blanco.',
  },
  'mapping-wrong': {
    short: 'Correspondencia ilegible',
    says: ({ place }) => `La tabla de correspondencias junto a los archivos no sirve: ${place}.`,
    way_out: 'Corrija mapping.json como dice docs/import.md, o quítelo de la carpeta.',
  },
  'import-at-central': {
    short: 'Importar en el servidor',
    says: 'Los datos de la biblioteca llegan a este mostrador desde su servidor central.',
    way_out: 'Importe la carpeta allí.',
  },
  'import-running': {
    short: 'Importación en curso',
    says: 'Ya hay una importación en curso.',
    way_out: 'Espere a que termine.',
  },
  'export-running': {
    short: 'Exportación en curso',
    says: 'Se están exportando los datos de los usuarios.',
    way_out: 'Espere a que termine.',
  },
}
