/** Spanish for giving, renewing and replacing a card, and for what is typed of a patron. */
import type { FieldFault, PatronField } from '../../../kernel/patron-field.ts'
import type { PATRON_REFUSALS } from '../../../refusals/patron.ts'
import { countedIn } from '../../plural.ts'
import type { WordsFor } from '../../refusal-words.ts'

const n = countedIn('es')

const FIELDS: Readonly<Record<PatronField, string>> = {
  surname: 'El apellido',
  given: 'El nombre',
  preferred_given: 'El nombre preferido',
  born_on: 'La fecha de nacimiento',
  postal_code: 'El código postal',
  city: 'La ciudad',
  region: 'El estado',
  street: 'La calle',
  phone: 'El número de teléfono',
  email: 'El correo electrónico',
  guardian: 'El padre, madre o tutor',
  language: 'El idioma',
  notice_kind: 'La forma de avisarle',
  history_consent_kind: 'La respuesta sobre el historial',
  news_consent_kind: 'La respuesta sobre las noticias',
}

const FAULTS: Readonly<Record<FieldFault, (limit: number) => string>> = {
  required: () => 'falta',
  'too-long': (limit) => `tiene más de ${limit} caracteres`,
  'no-date': () => 'no es una fecha',
  'too-early': () => 'es de hace más de 120 años',
  'in-future': () => 'está en el futuro',
  'not-phone': () => 'necesita siete dígitos o más, sin letras',
  'two-phones': () => 'tiene más de un número: escriba uno, y el otro en una nota',
  'not-email': () => 'no es una dirección de correo',
  'one-line': () => 'tiene más de una línea',
  'not-listed': () => 'no es una de las opciones',
  linked: () => 'está vinculado por tarjeta: termine eso antes, en Más',
  'has-wards': () => 'es la de un menor, y este usuario es tutor',
  organization: () => 'no corresponde a la categoría de una organización',
}

export const PATRON: WordsFor<typeof PATRON_REFUSALS> = {
  'card-unassigned': {
    short: 'Tarjeta nueva',
    says: ({ barcode }) => `${barcode}: tarjeta nueva, sin asignar.`,
    way_out: 'Presione el número que corresponda.',
  },
  'patron-field-wrong': {
    short: 'Revise el formulario',
    says: ({ field, fault, limit }) => `${FIELDS[field]} ${FAULTS[fault](limit)}.`,
    way_out: 'Corrija y guarde de nuevo. No se registró nada.',
  },
  'card-category-missing': {
    short: 'Sin categoría',
    says: 'Ninguna regla dice qué tarjeta corresponde.',
    way_out: 'Revise la fecha de nacimiento y la dirección, o elija la categoría.',
  },
  'proofs-missing': {
    short: 'Falta una prueba',
    says: ({ identity, address }) =>
      `Falta ver: ${n(identity, 'prueba', 'pruebas')} de identidad, ${n(address, 'prueba', 'pruebas')} de dirección.`,
    way_out: 'Marque con la barra espaciadora cada documento que vio. Sin ellos no se da la tarjeta.',
  },
  'patron-likely-known': {
    short: 'Quizá ya es usuario',
    says: 'Casi seguro ya es usuario: vea al lado.',
    way_out: 'Abra esa cuenta, o elija por qué es otra persona.',
  },
  'fee-unknown': {
    short: 'Cuota desconocida',
    says: ({ asks }) =>
      asks === 'household'
        ? 'La cuota depende de cuántas personas viven en el hogar.'
        : 'La cuota es una parte del impuesto predial o de la renta.',
    way_out: 'Pregúntelo y escríbalo.',
  },
  'card-over': {
    short: 'Ya vencida',
    says: ({ on }) => `La tarjeta habría vencido el ${on}.`,
    way_out:
      'Revise la fecha de la tarjeta de su propia biblioteca. Si por edad no le toca esta categoría, elija otra.',
  },
  'home-card-undated': {
    short: 'Fecha de la otra tarjeta',
    says: 'La tarjeta vence con la de su propia biblioteca, y falta esa fecha.',
    way_out: 'Escriba la fecha. Si esa tarjeta no tiene fecha, guarde otra vez.',
  },
  'renewal-no-later': {
    short: 'No vence después',
    says: ({ on }) => `Renovada ahora, la tarjeta vencería a más tardar el ${on}, como ahora. No se cobró nada.`,
    way_out: 'Renuévela más cerca de ese día. En {key:account}, Más, se registra que se comprobó la dirección.',
  },
  'renewal-endless': {
    short: 'No vence',
    says: 'Esta tarjeta no vence: no hay nada que renovar.',
    way_out: 'En {key:account}, Más, se registra que se comprobó la dirección.',
  },
  'renewal-closed': {
    short: 'Cuenta cerrada',
    says: 'Esta cuenta está cerrada y renovar la tarjeta no la abre.',
    way_out: 'Ábrala primero: {key:account}, Abrir la cuenta.',
  },
  'card-settle-first': {
    short: 'Antes, saldar',
    says: ({ owed, items, first }) => {
      const late = first.endsWith('overdue')
      const things = n(items, late ? 'artículo vencido' : 'artículo', late ? 'artículos vencidos' : 'artículos')
      if (first === 'money') return `Debe ${owed}: esta biblioteca lo pide antes de renovar o dar una tarjeta.`
      const both = first.startsWith('money') ? `Debe ${owed} y tiene` : 'Tiene'
      return `${both} ${things} por devolver: esta biblioteca lo pide antes de renovar o dar una tarjeta.`
    },
    way_out: ({ first }) => {
      if (first === 'money') return '{key:pay} cobra.'
      const items = '{key:account} muestra los artículos: registre su devolución.'
      return first.startsWith('money') ? `{key:pay} cobra. ${items}` : items
    },
  },
  'card-number-missing': {
    short: 'Sin tarjeta',
    says: 'Todavía no hay tarjeta.',
    way_out: 'Escanee una tarjeta nueva.',
  },
  'card-range-used-up': {
    short: 'No quedan números',
    says: 'A este mostrador no le quedan números de tarjeta.',
    way_out: 'Escanee una tarjeta impresa, o pida que se agregue una serie: {key:policy}, luego Números de tarjeta.',
  },
  'card-range-unsure': {
    short: 'Números desconocidos',
    says: 'Este mostrador se restauró, o la serie era de otro: no se sabe qué números de tarjeta se dieron.',
    way_out:
      'Escanee una tarjeta impresa, o haga que la serie empiece tras la última: {key:policy}, Números de tarjeta.',
  },
  'card-given': {
    short: 'Tarjeta ocupada',
    says: ({ barcode }) => `${barcode} ya es la tarjeta de un usuario.`,
    way_out: 'Escanee otra tarjeta.',
  },
  'card-other-desk': {
    short: 'De otro mostrador',
    says: ({ barcode }) => `Solo otro mostrador da ${barcode}.`,
    way_out: 'Escanee una tarjeta impresa, o deje el número en blanco.',
  },
  'card-not-ours': {
    short: 'No es nuestra',
    says: ({ barcode }) => `${barcode} no es un número de tarjeta de esta biblioteca.`,
    way_out: 'Escanee una tarjeta nueva de esta biblioteca.',
  },
  'card-none': {
    short: 'Sin tarjeta',
    says: 'Este usuario no tiene tarjeta.',
    way_out: 'Elija “tarjeta adicional” y escanee una.',
  },
  'card-unclear': {
    short: '¿Qué tarjeta?',
    says: 'Este usuario tiene más de una tarjeta en uso.',
    way_out: 'Elija la tarjeta perdida o gastada.',
  },
  'address-unchecked': {
    short: 'Verifique la dirección',
    says: 'Esta renovación pide verificar la dirección.',
    way_out:
      'Pregunte la dirección. Si es la misma, marque la casilla con la barra espaciadora. Si no, edite al usuario.',
  },
  'family-address-unchecked': {
    short: 'Verifique la dirección',
    says: 'Falta preguntar esta dirección.',
    way_out: 'Si es la misma, márquela con la barra espaciadora. Si no, edite primero al usuario.',
  },
  'name-proof-missing': {
    short: '¿Visto para el nombre?',
    says: 'Cambia el nombre y falta lo que se vio para ello.',
    way_out: 'Elija lo que se vio. No anote ningún número. Un error de escritura no pide nada.',
  },
  'family-renewal-unfit': {
    short: 'Sin renovar',
    says: ({ reason }) =>
      ({
        nobody: 'Nadie está elegido.',
        stranger: 'Se eligió una tarjeta de otra familia.',
        closed: 'La cuenta está cerrada.',
      })[reason],
    way_out: 'Marque con la barra espaciadora las tarjetas que se renuevan. No se registró nada.',
  },
  'guardian-unfit': {
    short: 'No puede ser tutor',
    says: ({ fault }) =>
      ({
        unknown: 'Ningún usuario tiene esta tarjeta.',
        self: 'Nadie es su propio tutor.',
        minor: 'Un tutor tiene 18 años o más.',
        ward: 'Otra persona responde por este usuario.',
        'not-needed': 'Este usuario tiene 18 años o más.',
        'has-wards': 'Este usuario es tutor.',
      })[fault],
    way_out: 'Escanee la tarjeta del padre, de la madre o del tutor.',
  },
  'guardian-none': {
    short: 'Sin tutor',
    says: 'No hay ningún tutor vinculado.',
    way_out: 'No hay nada que terminar.',
  },
  'guardian-needed': {
    short: 'Falta un tutor',
    says: 'Esta tarjeta es para un menor con tutor, y no hay otro.',
    way_out: 'Vincule al tutor nuevo en Más: ocupa el lugar de este. Si no hay ninguno, termine la tutela otra vez.',
  },
  'family-unfit': {
    short: 'Sin vincular',
    says: ({ fault }) =>
      ({
        unknown: 'Ningún usuario tiene esta tarjeta.',
        self: 'Esta es la tarjeta del mismo usuario.',
        known: 'Ya aparecen juntos.',
        full: 'Los dos ya están vinculados a otros familiares.',
      })[fault],
    way_out: 'Escanee la tarjeta de otro adulto de la familia, o vincule a otro familiar.',
  },
  'family-none': {
    short: 'Sin vínculo',
    says: 'Los dos no están vinculados como familia.',
    way_out: 'No hay nada que terminar.',
  },
  'pickup-unfit': {
    short: 'No puede recoger',
    says: ({ fault }) =>
      ({
        unknown: 'Ningún usuario tiene esta tarjeta.',
        self: 'Esta es la tarjeta del mismo usuario.',
        known: 'Esta persona ya puede recoger.',
      })[fault],
    way_out: 'Escanee la tarjeta de la persona que puede recoger.',
  },
  'pickup-none': {
    short: 'No estaba permitido',
    says: 'Esta persona no puede recoger por el usuario.',
    way_out: 'No hay nada que terminar.',
  },
  'merge-unfit': {
    short: 'No se unió',
    says: ({ fault }) =>
      ({
        unknown: 'Ningún usuario tiene esta tarjeta.',
        same: 'Los dos son el mismo registro.',
        erased: 'Uno de los registros fue borrado.',
        staff: 'Una de las tarjetas es una credencial del personal.',
        ward: 'Uno es el tutor del otro.',
        linked: 'Están vinculados como familia: son dos personas. Si son una, termine antes ese vínculo.',
        family: 'Uno es tutor, y el otro es menor de edad o tiene tutor.',
        'at-desk': 'Algo de esta cuenta sigue abierto en este mostrador.',
        unopened: 'Esa cuenta no se ha abierto todavía.',
      })[fault],
    way_out: 'No se registró nada. Revise antes las dos cuentas y termine lo que está abierto.',
  },
  'merge-cardless': {
    short: 'Sin tarjeta',
    says: 'Después de unir, el usuario no tiene ninguna tarjeta que funcione.',
    way_out: 'Elija el otro lado en “Tarjeta en uso”. Si es lo que quiere, una otra vez.',
  },
  'pins-differ': {
    short: 'PIN distintos',
    says: 'Los dos PIN no son iguales.',
    way_out: 'El usuario escribe los dos otra vez.',
  },
  'patron-pin-short': {
    short: 'PIN corto',
    says: ({ digits }) => `Un PIN tiene al menos ${digits} dígitos.`,
    way_out: 'Elija uno más largo.',
  },
  'patron-pin-easy': {
    short: 'PIN fácil',
    says: 'Este PIN es fácil de adivinar: una serie, una repetición, un año, o el final de la tarjeta o del teléfono.',
    way_out: 'Elija otros dígitos.',
  },
  'account-unseen': {
    short: 'Tarjeta sin escanear',
    says: 'Tarjeta, PIN y correo o teléfono en un día, sin la tarjeta anterior: para eso hacen falta dos personas.',
    way_out: 'Escanee la tarjeta anterior, o que lo autorice otra persona. Un PIN nuevo lo pone ella en su sesión.',
  },
  'patron-pin-none': {
    short: 'Sin PIN',
    says: 'Este usuario no tiene PIN.',
    way_out: 'No hay nada que quitar.',
  },
  'patron-unchanged': {
    short: 'Sin cambios',
    says: 'No se cambió nada.',
    way_out: 'Cambie un campo primero.',
  },
}
