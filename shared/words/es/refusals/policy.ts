/** Spanish for changes to the library's rules. */
import type { POLICY_REFUSALS } from '../../../refusals/policy.ts'
import { countedIn } from '../../plural.ts'
import { TABLES } from '../policy/tables.ts'
import type { WordsFor } from '../../refusal-words.ts'

const n = countedIn('es')

export const POLICY: WordsFor<typeof POLICY_REFUSALS> = {
  'policy-row-invalid': {
    short: 'No es válido',
    says: ({ problem }) => problem,
    way_out: 'Cámbielo y envíe el formulario otra vez.',
  },
  'policy-key-kept': {
    short: 'El nombre queda',
    says: 'Una regla conserva su nombre.',
    way_out: 'Agregue otra con el nombre nuevo.',
  },
  'policy-row-unknown': {
    short: 'No está',
    says: ({ table, key }) => {
      const said = table === 'library_setting' ? 'ajuste' : TABLES[table].one.toLowerCase()
      return `Ya no existe ${said} ${key}.`
    },
    way_out: 'Mire la lista otra vez.',
  },
  'policy-code-taken': {
    short: 'Nombre ocupado',
    says: ({ key }) => `El nombre ${key} ya está en uso.`,
    way_out: 'Elija otro nombre.',
  },
  'policy-row-used': {
    short: 'En uso',
    says: ({ count, what, key }) =>
      what === 'patrons'
        ? `${n(count, 'usuario tiene', 'usuarios tienen')} ${key}.`
        : `${n(count, 'artículo tiene', 'artículos tienen')} ${key}.`,
    way_out: 'Se puede cambiar, pero no eliminar.',
  },
  'policy-contradiction': {
    short: 'Contradicción',
    says: ({ finding }) => `Las reglas se contradirían: ${finding}`,
    way_out: 'Cámbiela, o primero la otra regla.',
  },
  'policy-findings': {
    short: 'Vea los avisos',
    says: ({ count, finding }) => `No se guardó: ${n(count, 'aviso', 'avisos')}. ${finding}`,
    way_out: 'Acepte cada aviso por su nombre, o cambie la regla.',
  },
  'policy-overtaken': {
    short: 'Cambió después',
    says: ({ key }) => `${key} se volvió a cambiar desde entonces.`,
    way_out: 'Cambie la regla misma.',
  },
  'policy-no-loans': {
    short: 'Sin préstamos',
    says: 'No cambiaría ningún préstamo.',
    way_out: 'Los préstamos ya tienen las fechas de esta regla.',
  },
}
