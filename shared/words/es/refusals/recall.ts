/** Spanish for recalls. */
import type { RECALL_REFUSALS } from '../../../refusals/recall.ts'
import type { WordsFor } from '../../refusal-words.ts'
import { onThe } from '../outcomes/when.ts'

export const RECALL: WordsFor<typeof RECALL_REFUSALS> = {
  'recall-not-out': {
    short: 'No está prestado',
    says: 'Este artículo no está prestado.',
    way_out: 'No hay nada que reclamar.',
  },
  'recall-twice': {
    short: 'Ya reclamado',
    says: ({ due }) => `Ya se reclamó, vence ${onThe(due)}.`,
    way_out: 'La reserva se atiende cuando lo devuelvan.',
  },
  'recall-nobody-waits': {
    short: 'Sin reserva',
    says: 'Ningún usuario tiene reservado este artículo.',
    way_out: 'Abra la cuenta del usuario que lo quiere, haga la reserva con {key:hold} y después reclámelo.',
  },
  'recall-no-gain': {
    short: 'Sin cambio',
    says: ({ due }) => `Ya vence ${onThe(due)}: reclamarlo no lo traería antes.`,
    way_out: 'La reserva se atiende cuando lo devuelvan.',
  },
  'recall-none': {
    short: 'No reclamado',
    says: 'Este artículo no está reclamado.',
    way_out: 'No hay ningún aviso que imprimir.',
  },
}
