/** Spanish for rescue, and for what could not be done: answers that are no "no" of the rules. */
import type { RESCUE as EN } from '../../en/screen/rescue.ts'

export const RESCUE: typeof EN = {
  heading: 'Este mostrador no puede registrar ahora',
  lead: 'No se cambió nada, y no se registra nada hasta que esto se arregle.',
  damaged: 'Un archivo de datos de este mostrador está dañado.',
  paper: 'Use papel por ahora: anote la tarjeta y el artículo. Luego llame a la persona encargada de Datestamp.',
  opening: 'Abriendo…',
  retry: 'Intentar de nuevo',
  still_shut: 'Todavía no se abre.',
  unlock: {
    heading: 'Escriba la clave de recuperación',
    says: 'Se imprimió cuando se configuró este mostrador: trece grupos de letras y dígitos. Los espacios no importan.',
    label: 'Abrir con esta clave',
    field: 'Clave de recuperación',
    missing: 'Escriba la clave de recuperación impresa.',
  },
  restore: {
    heading: 'Restaurar un respaldo',
    says:
      'Lo que hay ahora se guarda al lado, para que no se pierda nada. Demuestre que el respaldo puede entrar: ' +
      'con las iniciales y el PIN de quien cuida el mostrador y al personal, o con la clave de este mostrador.',
    says_new:
      'Una biblioteca que se muda a esta computadora trae su respaldo y la clave de recuperación del mostrador ' +
      'que lo hizo.',
    label: 'Restaurar este respaldo',
    busy: 'Restaurando…',
    folder: 'Carpeta del respaldo',
    missing: 'Escriba la carpeta que contiene el respaldo.',
    initials: 'Iniciales',
    pin: 'PIN',
    key: 'O: clave de recuperación de este mostrador',
    key_hint: 'Hace falta si esta computadora perdió su clave.',
    key_new: 'Clave de recuperación del respaldo',
  },
  go_on: {
    heading: 'Continuar con lo que se puede leer',
    says: (loss) =>
      `${loss} Los archivos se conservan, por si luego se puede leer más. Decide la persona encargada del mostrador.`,
    label: 'Continuar sin el resto',
    missing: 'Escriba las iniciales y el PIN de la persona encargada del mostrador.',
    initials: 'Iniciales de la persona encargada',
    pin: 'PIN',
  },
  notice: {
    not_confirmed: {
      heading: 'Una parte de Datestamp se está reiniciando.',
      sentence: 'Sin confirmar. Hágalo otra vez: el mostrador avisa si ya está registrado.',
    },
    unreadable: {
      heading: 'Datestamp no pudo leer su propia respuesta.',
      sentence: 'Vea la cuenta antes de seguir: quizá se registró.',
    },
    not_recorded: 'NO se registró.',
    not_understood: 'El mostrador no entendió eso.',
    fault: (number) => `Falla ${number}.`,
  },
}
