/** Spanish for the tables of the rules of library cards, their columns and the options of each. */
import type { CARD_TABLES as EN } from '../../en/policy/tables-cards.ts'

const CODE_HINT = 'Letras, dígitos y espacios; no se puede cambiar después'
const RULE = { label: 'Nombre de la regla', hint: CODE_HINT }
const CATEGORY = { label: 'Categoría de usuario' }
const STANDINGS = {
  resident: 'Residente',
  reciprocal: 'Recíproco: de otra biblioteca',
  'non-resident': 'No residente',
}

export const CARD_TABLES: typeof EN = {
  residency_rule: {
    title: 'Residencia',
    one: 'Regla de residencia',
    columns: {
      rule_code: RULE,
      standing_kind: { label: 'Quien vive ahí es', options: STANDINGS },
      postal_code: { label: 'Código postal', hint: 'Cinco dígitos, o los tres primeros', none: 'cualquiera' },
      city: { label: 'Ciudad', none: 'cualquiera' },
      street: { label: 'Calle', hint: 'Sin el número: “Wilmot Road”', none: 'cualquiera' },
      house_number_from: { label: 'Números desde', none: 'el primero' },
      house_number_to: { label: 'Números hasta', none: 'el último' },
      side_kind: {
        label: 'Lado de la calle',
        options: { both: 'Ambos', even: 'Números pares', odd: 'Números impares' },
      },
      home_library_name: { label: 'Su biblioteca', none: 'ninguna' },
    },
  },
  card_rule: {
    title: 'Tarjetas',
    one: 'Regla de tarjetas',
    columns: {
      rule_code: RULE,
      category_code: CATEGORY,
      standing_kind: { label: 'Para', options: { any: 'Cualquiera', ...STANDINGS } },
      given_kind: {
        label: 'Se da',
        options: {
          'by-rule': 'Según las reglas',
          'if-chosen': 'Solo si el personal la elige',
          'by-grant': 'Solo si se elige, con el permiso para ello',
        },
      },
      age_count_min: { label: 'Desde la edad', none: 'cualquier edad' },
      age_count_max: { label: 'Hasta la edad', hint: 'Ese año incluido', none: 'cualquier edad' },
      is_guardian_required: { label: 'Firma un padre, madre o tutor' },
      ends_at_age_count: { label: 'Vence en el cumpleaños de', none: 'no vence por edad' },
      is_capped_at_home_card: { label: 'Vence con la tarjeta de su biblioteca' },
      renewal_from: {
        label: 'La renovación cuenta desde',
        options: { today: 'El día de la renovación', expiry: 'El vencimiento' },
      },
      check_kind: {
        label: 'La renovación pide la dirección',
        options: {
          always: 'Siempre',
          yearly: 'Cuando pasó un año',
          'returned-mail': 'Cuando se devolvió el correo',
          never: 'Nunca',
        },
      },
      identity_proofs_count: { label: 'Pruebas de identidad' },
      address_proofs_count: { label: 'Pruebas de dirección' },
      fee_kind: {
        label: 'Cuota',
        options: {
          none: 'Ninguna',
          fixed: 'Un monto fijo',
          household: 'Un monto por persona del hogar',
          'tax-bill': 'Una parte del impuesto predial',
          rent: 'Una parte de la renta mensual',
        },
      },
      fee_cents: { label: 'Monto', none: 'sin monto' },
      fee_bp: { label: 'Parte, en centésimas de por ciento', hint: '1500 es 15%', none: 'sin parte' },
      fee_free_below_age_count: { label: 'Sin cuota antes de la edad', none: 'todos pagan' },
      order_number: { label: 'Lugar en la lista', hint: 'El número menor se ofrece primero' },
    },
  },
  field_rule: {
    title: 'Formulario de inscripción',
    one: 'Campo del formulario',
    columns: {
      rule_code: RULE,
      field_name: {
        label: 'Campo',
        options: {
          surname: 'Apellido',
          given: 'Nombre',
          preferred_given: 'Nombre preferido',
          born_on: 'Fecha de nacimiento',
          postal_code: 'Código postal',
          city: 'Ciudad',
          region: 'Estado',
          street: 'Calle',
          phone: 'Teléfono',
          email: 'Correo electrónico',
          guardian: 'Padre, madre o tutor',
          language: 'Idioma',
          notice_kind: 'Cómo avisarle',
          history_consent_kind: 'Guarda su historial de préstamos',
          news_consent_kind: 'Recibe noticias de la biblioteca',
        },
      },
      category_code: CATEGORY,
      need_kind: {
        label: 'Es',
        options: { required: 'Obligatorio', suggested: 'Sugerido', offered: 'Opcional', off: 'Omitido' },
      },
    },
  },
  proof_kind: {
    title: 'Pruebas',
    one: 'Prueba',
    columns: {
      proof_code: { label: 'Nombre corto', hint: CODE_HINT },
      name: { label: 'Nombre', hint: '“Licencia de conducir”' },
      shows_kind: {
        label: 'Prueba',
        options: { identity: 'La identidad', address: 'La dirección', both: 'Ambas', name: 'Un cambio de nombre' },
      },
      days_count_max: { label: 'Antigüedad máxima en días', none: 'cualquiera' },
      is_this_year: { label: 'Debe ser de este año' },
      order_number: { label: 'Lugar en la lista', hint: 'El número menor va primero' },
      is_active: { label: 'Se acepta ahora' },
    },
  },
  card_range: {
    title: 'Números de tarjeta',
    one: 'Rango de números de tarjeta',
    columns: {
      range_code: { label: 'Nombre corto', hint: CODE_HINT },
      terminal_code: {
        label: 'Los da el mostrador',
        hint: 'El código de un mostrador, como en su página “Este mostrador”. Solo ese mostrador da estos números',
        none: 'impresos en tarjetas',
      },
      from_number: { label: 'Primer número', hint: 'Sin su dígito de control' },
      to_number: { label: 'Último número', hint: 'Sin su dígito de control' },
      check_kind: {
        label: 'Dígito de control',
        options: { 'mod-10': 'Se añade: Codabar de 14 dígitos', none: 'Ninguna' },
      },
    },
  },
}
