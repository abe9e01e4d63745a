/** Spanish for the desk's files and its recovery key. */
import type { FILE_REFUSALS } from '../../../refusals/files.ts'
import { countedIn } from '../../plural.ts'
import type { WordsFor } from '../../refusal-words.ts'

const n = countedIn('es')

export const FILES: WordsFor<typeof FILE_REFUSALS> = {
  'rescue-over': {
    short: 'Ya está abierto',
    says: 'El mostrador está abierto.',
    way_out: 'Puede seguir trabajando.',
  },
  'recovery-key-needed': {
    short: 'Falta la clave',
    says: 'Esta computadora no tiene la clave de esa copia de seguridad.',
    way_out: 'Escriba la clave de recuperación del mostrador que la hizo.',
  },
  'restore-needs-proof': {
    short: 'Sin autorización',
    says: 'Una copia de seguridad se debe autorizar antes de restaurarla.',
    way_out:
      'Escriba la clave de recuperación de este mostrador, o las iniciales y el PIN de la persona encargada del ' +
      'mostrador y del personal.',
  },
  'backup-of-other-desk': {
    short: 'Clave de otro mostrador',
    says: 'Esa no es la clave de este mostrador, y solo uno que nunca se configuró acepta la copia de otro.',
    way_out: 'Use la copia y la clave de este mostrador. Para traer una biblioteca aquí, empiece en una carpeta vacía.',
  },
  'recovery-key-length': {
    short: 'Clave incompleta',
    says: ({ needed, count }) =>
      `Una clave de recuperación tiene ${n(needed, 'letra o dígito', 'letras y dígitos')}; usted escribió ${count}.`,
    way_out: 'Compárela con la clave impresa, grupo por grupo.',
  },
  'recovery-key-mistyped': {
    short: 'Clave mal escrita',
    says: ({ group }) => `El grupo ${group} de la clave de recuperación tiene un error.`,
    way_out: 'Compare ese grupo con la clave impresa.',
  },
  'recovery-key-wrong': {
    short: 'Clave incorrecta',
    says: 'Esa clave de recuperación no abre estos archivos.',
    way_out: 'Compruebe que sea la de este mostrador, o restaure una copia de seguridad.',
  },
  'recovery-groups-wrong': {
    short: 'Otra clave',
    says: ({ first, second }) =>
      `Esos no son los grupos ${first} y ${second} de la clave de recuperación de este mostrador.`,
    way_out: 'Escriba los dos grupos que se piden ahora. Si tampoco coinciden, imprima la clave otra vez.',
  },
  'place-not-whole': {
    short: 'Ruta incompleta',
    says: ({ place }) => `${place} no es una ruta completa en esta computadora.`,
    way_out: ({ example }) => `Escriba la ruta completa, por ejemplo ${example}.`,
  },
  'folder-exists': {
    short: 'Ya existe',
    says: ({ folder }) => `${folder} ya existe, y no se sobrescribe nada en ella.`,
    way_out: 'Escriba el nombre de una carpeta nueva.',
  },
  'place-is-data': {
    short: 'Carpeta de datos',
    says: ({ place }) => `${place} está dentro de la carpeta de datos de este mostrador.`,
    way_out: 'Elija un lugar fuera de ella, mejor en otro disco.',
  },
  'place-full': {
    short: 'Disco lleno',
    says: ({ file }) => `No hay espacio para ${file}. No se escribió nada.`,
    way_out: 'Libere espacio ahí o elija otro disco.',
  },
  'backup-running': {
    short: 'Copia en curso',
    says: 'Se está haciendo una copia de seguridad.',
    way_out: 'Espere a que termine e inténtelo de nuevo.',
  },
}
