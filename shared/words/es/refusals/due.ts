/** Spanish for a due date set by hand. */
import type { DUE_DATE_REFUSALS } from '../../../refusals/due.ts'
import type { WordsFor } from '../../refusal-words.ts'

export const DUE_DATE: WordsFor<typeof DUE_DATE_REFUSALS> = {
  'due-date-stands': {
    short: 'Perdido o reclamado',
    says: 'Se cobró como perdido o está reclamado: su fecha no cambia.',
    way_out: 'Primero registre la devolución o resuelva el reclamo.',
  },
  'due-date-not-theirs': {
    short: 'No es de este usuario',
    says: 'No está prestado al usuario de la cuenta abierta.',
    way_out: 'Abra la cuenta del usuario que lo tiene.',
  },
  'due-date-past': {
    short: 'Fecha pasada',
    says: ({ on }) => `El ${on} ya pasó.`,
    way_out: 'Elija hoy o un día posterior.',
  },
  'due-date-same': {
    short: 'Sin cambio',
    says: ({ on }) => `Ya vence el ${on}.`,
    way_out: 'Elija otro día, o Esc para cancelar.',
  },
  'due-date-after-expiry': {
    short: 'Después del vencimiento',
    says: ({ on }) => `La tarjeta vence el ${on}.`,
    way_out: 'Elija ese día o uno anterior.',
  },
  'due-date-too-far': {
    short: 'Demasiado lejos',
    says: ({ limit }) => `Una fecha puesta a mano puede ser, a más tardar, el ${limit}.`,
    way_out: 'Elija un día anterior. Las reglas de la biblioteca fijan este límite.',
  },
  'due-date-closed': {
    short: 'Cerrado ese día',
    says: ({ on, when, reason }) => {
      const cause = when === 'weekly' ? 'cierra cada semana' : reason
      return cause === '' ? `La biblioteca está cerrada el ${on}.` : `La biblioteca está cerrada el ${on} (${cause}).`
    },
    way_out: ({ open }) => (open === '' ? 'Elija otro día.' : `Elija el ${open}.`),
  },
}
