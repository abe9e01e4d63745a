/** Spanish for rescue, and for what could not be done: answers that are no "no" of the rules. */
import { countedIn } from '../../plural.ts'
import type { RESCUE as EN } from '../../en/screen/rescue.ts'

const n = countedIn('es')

export const RESCUE: typeof EN = {
  heading: 'Este mostrador no puede registrar ahora',
  lead: 'No se cambió nada, y no se registra nada hasta que esto se arregle.',
  damaged: 'Un archivo de datos de este mostrador está dañado.',
  paper: 'Use papel por ahora: anote la tarjeta y el artículo. Luego llame a su contacto de informática.',
  opening: 'Abriendo…',
  retry: 'Intentar de nuevo',
  still_shut: 'Todavía no se puede abrir.',
  unlock: {
    heading: 'Escriba la clave de recuperación',
    says: 'Se imprimió cuando se configuró este mostrador: trece grupos de letras y dígitos. Los espacios no importan.',
    label: 'Abrir con esta clave',
    field: 'Clave de recuperación',
    missing: 'Escriba la clave de recuperación impresa.',
  },
  restore: {
    heading: 'Restaurar una copia de seguridad',
    says:
      'Los archivos actuales se guardan: no se borra nada. Autorice la copia ' +
      'con las iniciales y el PIN de un gerente, o con la clave de este mostrador.',
    says_new:
      'Una biblioteca que se muda a esta computadora trae su copia y la clave de recuperación del mostrador ' +
      'que la hizo.',
    label: 'Restaurar esta copia',
    busy: 'Restaurando…',
    folder: 'Carpeta de la copia',
    missing: 'Escriba la carpeta que contiene la copia.',
    initials: 'Iniciales',
    pin: 'PIN',
    key: 'O: clave de recuperación de este mostrador',
    key_hint: 'Hace falta si esta computadora perdió su clave.',
    key_new: 'Clave de recuperación de la copia',
  },
  go_on: {
    heading: 'Continuar con lo que se puede leer',
    says: (loss) => `${loss} Los archivos se conservan, por si luego se puede leer más. Decide un gerente.`,
    label: 'Continuar sin el resto',
    missing: 'Escriba las iniciales y el PIN de un gerente.',
    initials: 'Iniciales del gerente',
    pin: 'PIN',
  },
  notice: {
    not_confirmed: {
      heading: 'Una parte de Datestamp se está reiniciando.',
      sentence: 'Sin confirmar. Hágalo otra vez: nada se registra dos veces.',
    },
    not_taken: {
      heading: (count) => n(count, 'escaneo no se tomó.', 'escaneos no se tomaron.'),
      sentence: 'La pantalla se estaba dibujando de nuevo. Escanéelos otra vez, primero la tarjeta.',
    },
    unreadable: {
      heading: 'Datestamp no pudo confirmar esto.',
      sentence: 'Revise la cuenta antes de continuar: quizá se registró.',
    },
    not_recorded: 'NO se registró.',
    not_understood: 'Datestamp no entendió eso.',
    fault: (number) => `Falla ${number}.`,
  },
}
