/** Spanish for staff and their roles. */
import type { STAFF_REFUSALS } from '../../../refusals/staff.ts'
import { countedIn } from '../../plural.ts'
import type { WordsFor } from '../../refusal-words.ts'

const n = countedIn('es')

export const STAFF: WordsFor<typeof STAFF_REFUSALS> = {
  'staff-unknown': {
    short: 'No existe',
    says: ({ staff }) => `No existe el empleado ${staff}.`,
    way_out: 'Elija uno de la lista.',
  },
  'initials-taken': {
    short: 'Iniciales ocupadas',
    says: ({ initials }) => `Otra persona tiene las iniciales ${initials}.`,
    way_out: 'Elija otras, de hasta cinco letras.',
  },
  'initials-of-another': {
    short: 'Iniciales ocupadas',
    says: ({ initials, name }) => `${initials} son las iniciales de ${name}, que está en su archivo de personal.`,
    way_out: ({ free }) => `Si es usted, elija el nombre de arriba. Si no, use ${free}.`,
  },
  'badge-taken': {
    short: 'Número en uso',
    says: ({ barcode }) => `El número ${barcode} ya está en uso.`,
    way_out: 'Escanee otra credencial.',
  },
  'badge-given-on': {
    short: 'Credencial de otro',
    says: ({ barcode, initials }) => `La credencial ${barcode} ahora es de ${initials}.`,
    way_out: 'Primero dele otro número de credencial a una de las dos personas.',
  },
  'last-manager': {
    short: 'Último gerente',
    says: 'Nadie más podría administrar al personal.',
    way_out: 'Primero dé la función de gerente a otra persona.',
  },
  'staff-is-you': {
    short: 'Es su cuenta',
    says: 'Usted inició sesión con esta cuenta.',
    way_out: 'Pida a otro gerente que la desactive.',
  },
  'pin-short': {
    short: 'PIN corto',
    says: ({ digits }) => `Un PIN para esta función tiene al menos ${digits} dígitos.`,
    way_out: 'Elija uno más largo.',
  },
  'pin-easy': {
    short: 'PIN fácil',
    says: 'Este PIN es fácil de adivinar: una serie, una repetición o un año.',
    way_out: 'Elija otros dígitos.',
  },
  'pin-needed': {
    short: 'Falta un PIN nuevo',
    says: ({ digits }) => `Esta función necesita un PIN de al menos ${digits} dígitos.`,
    way_out: 'Cambie la función y escriba un PIN nuevo en el mismo formulario.',
  },
  'pins-short': {
    short: 'PIN demasiado cortos',
    says: ({ digits, names }) =>
      `Con este permiso una función necesita PIN de al menos ${digits} dígitos. Más cortos: ${names}.`,
    way_out: 'Dé antes a cada persona un PIN nuevo.',
  },
  'own-pin-needed': {
    short: 'Escriba su PIN',
    says: 'Esto requiere su propio PIN, escrito otra vez.',
    way_out: 'Escríbalo en el formulario; un programa lo envía como own_pin.',
  },
  'role-unknown': {
    short: 'No existe',
    says: ({ role }) => `No existe la función ${role}.`,
    way_out: 'Elija una de la lista.',
  },
  'role-name-taken': {
    short: 'Nombre ocupado',
    says: ({ name }) => `Otra función ya se llama ${name}.`,
    way_out: 'Elija otro nombre.',
  },
  'roles-too-many': {
    short: 'Demasiadas funciones',
    says: ({ max }) => `Ya hay ${max} funciones, una por dígito.`,
    way_out: 'Elimine una que nadie tenga, o cambie una.',
  },
  'role-built-in': {
    short: 'Viene incluida',
    says: ({ name }) => `${name} viene con el programa y no se puede eliminar.`,
    way_out: 'Cámbiele el nombre o lo que permite.',
  },
  'role-held': {
    short: 'En uso',
    says: ({ name, count }) => `${n(count, 'persona tiene', 'personas tienen')} la función ${name}.`,
    way_out: 'Primero asígneles otra función: {key:staff} y después E en su fila.',
  },
}
