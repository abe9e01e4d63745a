/** Spanish for charges, claims and outages. */
import type { CHARGE_REFUSALS } from '../../../refusals/charge.ts'
import { countedIn } from '../../plural.ts'
import type { WordsFor } from '../../refusal-words.ts'

const n = countedIn('es')

export const CHARGE: WordsFor<typeof CHARGE_REFUSALS> = {
  'charge-unknown': {
    short: 'No existe el cargo',
    says: 'Ese cargo no está en esta cuenta.',
    way_out: 'Mire la cuenta otra vez.',
  },
  'nothing-owed': {
    short: 'No se debe nada',
    says: 'No se debe nada de este cargo.',
    way_out: 'Vea su historial en la cuenta.',
  },
  'more-than-owed': {
    short: 'Más de lo debido',
    says: ({ owed }) => `Solo se deben ${owed} de este cargo.`,
    way_out: 'Escriba ese monto o menos.',
  },
  'reason-unknown': {
    short: 'Motivo desconocido',
    says: ({ reason }) => (reason === '' ? 'No se eligió ningún motivo.' : `No existe el motivo ${reason}.`),
    way_out: 'Elija uno de la lista.',
  },
  'amnesty-off': {
    short: 'Aquí no se condona',
    says: 'Su biblioteca no condona multas en la devolución.',
    way_out: 'Registre la devolución como siempre. Las multas se pueden condonar en la cuenta.',
  },
  'amount-missing': {
    short: 'Falta el monto',
    says: 'No se indicó ningún monto.',
    way_out: 'Escriba el monto.',
  },
  'price-unknown': {
    short: 'Falta el precio',
    says: 'No se conoce el precio de este artículo.',
    way_out: 'Escriba su precio.',
  },
  'patron-of-loan-gone': {
    short: 'Usuario eliminado',
    says: 'El usuario que lo tiene se eliminó de los datos de la biblioteca.',
    way_out: '{key:find-person} busca al usuario: quizá se unieron dos cuentas. Aun así puede registrar la devolución.',
  },
  'lost-already': {
    short: 'Ya se cobró',
    says: 'Este artículo ya se cobró como perdido.',
    way_out: 'Sus cargos están en la cuenta.',
  },
  'claimed-already': {
    short: 'Ya reclamado',
    says: 'Este artículo ya tiene un reclamo abierto.',
    way_out: '{key:tasks} lo muestra en la lista.',
  },
  'claim-day-ahead': {
    short: 'Día futuro',
    says: ({ on }) => `El ${on} está en el futuro.`,
    way_out: 'Escriba el día en que el usuario dice que lo devolvió, o déjelo en blanco para hoy.',
  },
  'claim-day-before-loan': {
    short: 'Antes del préstamo',
    says: ({ on, out }) => `Se prestó el ${out}, después del ${on}.`,
    way_out: ({ out }) => `Elija un día entre el ${out} y hoy.`,
  },
  'claim-unknown': {
    short: 'Reclamo resuelto',
    says: 'Ese reclamo ya está resuelto.',
    way_out: 'Mire la lista otra vez.',
  },
  'return-answered': {
    short: 'Devolución resuelta',
    says: 'Esa devolución ya está resuelta.',
    way_out: 'La cuenta muestra el resultado.',
  },
  'last-patron-unknown': {
    short: 'Usuario desconocido',
    says: 'Ya no se sabe quién tuvo este artículo por última vez.',
    way_out: 'Abra la cuenta y agregue ahí el cargo.',
  },
  'stretch-invalid': {
    short: 'Horas incorrectas',
    says: 'Una interrupción debe empezar antes de terminar y no puede estar en el futuro.',
    way_out: 'Escriba las dos, por ejemplo 11/24 y 9:15.',
  },
  'stretch-too-long': {
    short: 'Demasiado larga',
    says: ({ limit }) => `Una interrupción puede durar ${n(limit, 'día', 'días')} como máximo.`,
    way_out: 'Regístrela por partes.',
  },
  'outage-unknown': {
    short: 'No existe',
    says: 'Esa interrupción no se registró o se retiró.',
    way_out: 'Mire las interrupciones otra vez.',
  },
}
