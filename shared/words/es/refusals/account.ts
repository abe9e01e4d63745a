/** Spanish for what an account and its household add up to. */
import type { ACCOUNT_REFUSALS } from '../../../refusals/account.ts'
import { countedIn } from '../../plural.ts'
import { asSentence } from '../../sentence.ts'
import type { WordsFor } from '../../refusal-words.ts'

const n = countedIn('es')

export const ACCOUNT: WordsFor<typeof ACCOUNT_REFUSALS> = {
  'overdue-too-long': {
    short: 'Atraso muy largo',
    says: ({ days, limit }) =>
      `Un artículo lleva ${n(days, 'día', 'días')} de atraso (límite: ${limit}). No se puede prestar.`,
    way_out: 'Registre la devolución o pida una autorización.',
  },
  'lost-too-many': {
    short: 'Muchos perdidos',
    says: ({ count, limit }) =>
      `${n(count, 'artículo perdido', 'artículos perdidos')} (límite: ${limit}). No se puede prestar.`,
    way_out: 'Registre la devolución de uno perdido o pida una autorización.',
  },
  'claims-too-many': {
    short: 'Muchos reclamos',
    says: ({ count, limit }) =>
      `${n(count, 'reclamo abierto', 'reclamos abiertos')} (límite: ${limit}). No se puede prestar.`,
    way_out: 'Búsquelos en el estante o pida una autorización.',
  },
  'family-owes-too-much': {
    short: 'El hogar debe',
    says: ({ owed, limit }) => `El hogar debe ${owed} (límite: ${limit}). No se puede prestar.`,
    way_out: 'Condone lo que debe una de sus cuentas o pida una autorización.',
  },
  'guarantees-owe-too-much': {
    short: 'Los menores deben',
    says: ({ owed, limit }) =>
      `Los menores a cargo de esta persona deben ${owed} (límite: ${limit}). No se puede prestar.`,
    way_out: 'Condone lo que debe una de sus cuentas o pida una autorización.',
  },
  suspended: {
    short: 'Suspendido',
    says: ({ until, cause, note }) => {
      if (cause === 'late-return') return `El préstamo está suspendido hasta el ${until} por una devolución tardía.`
      return asSentence(`El préstamo está suspendido hasta el ${until}${note === '' ? '' : `: ${note}`}`)
    },
    way_out: 'Termina por sí solo ese día. Pida una autorización para prestar antes.',
  },
}
