/** Spanish for a new patron's form, and for what is done with a card on the account. */
import type { PATRONS_PAGE as EN } from '../../en/pages/patrons.ts'

export const PATRONS_PAGE: typeof EN = {
  form: {
    heading: 'Usuario nuevo',
    lead: (card) => `Tarjeta ${card}. Se puede escanear otra en cualquier campo.`,
    register: 'Inscribir',
    suggested: 'Sugerido',
    groups: { name: 'Nombre', address: 'Dirección', contact: 'Contacto', proofs: 'Visto', card: 'Tarjeta' },
    place_hint: 'En blanco: según el código postal',
    category: 'Categoría',
    category_hint: 'En blanco: la tarjeta que corresponda',
    household: 'Personas en el hogar',
    basis: 'Impuesto predial, o renta mensual',
    home_expires: 'La tarjeta de su biblioteca vence el',
    another: 'Otra persona, porque',
    another_whys: {
      twin: 'Es gemelo o gemela',
      relative: 'Es pariente del mismo nombre',
      checked: 'Se sabe que no es',
    },
  },
  card: {
    renew: 'Renovar la tarjeta',
    until: (on) => `La tarjeta será válida hasta el ${on}.`,
    no_end: 'La tarjeta no tendrá vencimiento.',
    fee: (amount) => `Se cargan ${amount}.`,
    checked: 'Dirección verificada: es la misma',
    replace: 'Dar otra tarjeta',
    why: 'Por qué',
    whys: { lost: 'La tarjeta está perdida', worn: 'La tarjeta está gastada', extra: 'Una tarjeta adicional' },
    barcode: 'Tarjeta nueva',
    barcode_hint: 'Escanéela con la cuenta abierta, o escríbala. En blanco: el próximo número de este mostrador',
    lose: 'Detener una tarjeta perdida',
    lose_says: 'Ya no se presta nada con ella. La tarjeta nueva se da después.',
    edit: 'Editar al usuario',
  },
  scanned: {
    title: 'Tarjeta nueva',
    open: '1 = perdida, 2 = gastada, 3 = adicional',
    free: '1 = inscribir a un usuario nuevo con ella',
    keys: {
      lost: 'Reemplaza una tarjeta perdida',
      worn: 'Reemplaza una tarjeta gastada',
      extra: 'Una tarjeta adicional',
      register: 'Inscribir',
    },
    taken: 'Tomada para un usuario nuevo',
    given: 'Entregada',
  },
}
