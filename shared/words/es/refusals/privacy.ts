/** Spanish for a patron's confidentiality. */
import type { PRIVACY_REFUSALS } from '../../../refusals/privacy.ts'
import { countedIn } from '../../plural.ts'
import type { WordsFor } from '../../refusal-words.ts'

const n = countedIn('es')

export const PRIVACY: WordsFor<typeof PRIVACY_REFUSALS> = {
  'disclosure-identity-only': {
    short: 'Solo la identidad',
    says: 'En una emergencia solo se puede revelar quién es una persona, nunca lo que pide prestado.',
    way_out: 'Registre “quién es”. Para algo más hace falta una orden judicial.',
  },
  'disclosure-not-guardian': {
    short: 'No al tutor',
    says: 'Su biblioteca no revela esto al tutor de un usuario de esa edad.',
    way_out: 'El usuario debe pedirlo, o hace falta una orden judicial.',
  },
  'recipient-missing': {
    short: 'Sin destinatario',
    says: 'Falta el destinatario.',
    way_out: 'Escriba un nombre y de dónde es.',
  },
  'erase-loans-out': {
    short: 'Hay préstamos',
    says: ({ count }) => `${n(count, 'artículo está prestado', 'artículos están prestados')}.`,
    way_out: 'Primero registre las devoluciones o resuelva los reclamos.',
  },
  'erase-holds-open': {
    short: 'Hay reservas',
    says: ({ count }) => `${n(count, 'reserva está abierta', 'reservas están abiertas')}.`,
    way_out: 'Cancele primero las reservas.',
  },
  'erase-money-owed': {
    short: 'Debe dinero',
    says: ({ owed }) => `El usuario debe ${owed}.`,
    way_out: 'Primero cóbrelo o condónelo.',
  },
  'erase-refund-due': {
    short: 'Hay un reembolso',
    says: ({ owed }) => `La biblioteca debe ${owed}.`,
    way_out: 'Primero reembólselo o aplíquelo a los cargos.',
  },
  'erase-is-guardian': {
    short: 'Es tutor',
    says: ({ count }) => `Este usuario es el tutor de ${n(count, 'menor', 'menores')}.`,
    way_out: 'En la cuenta de cada menor, vincule primero a otro tutor o termine la tutela.',
  },
  'card-tail-wrong': {
    short: 'No coinciden',
    says: 'Esos no son los últimos cuatro dígitos de la tarjeta de este usuario.',
    way_out: 'Léalos en la cuenta y escríbalos otra vez.',
  },
  'file-exists': {
    short: 'Ya existe',
    says: ({ file }) => `El archivo ${file} ya existe.`,
    way_out: 'Escriba otro nombre. No se sobrescribe nada.',
  },
  'file-unwritable': {
    short: 'No se puede escribir',
    says: ({ file }) => `No se puede escribir ${file}.`,
    way_out: 'Revise la carpeta y escriba el nombre otra vez.',
  },
}
