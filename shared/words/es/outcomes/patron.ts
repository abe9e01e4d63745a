/** Spanish for the open account: its panel, its notes, its receipts, and what is told of its record. */
import type { PATRON as EN } from '../../en/outcomes/patron.ts'
import { countedIn } from '../../plural.ts'

const n = countedIn('es')

export const PATRON: typeof EN = {
  note: {
    title: 'Nota',
    written: { note: 'Nota escrita', block: 'Préstamo bloqueado', message: 'Mensaje dejado' },
    means: {
      note: 'Está en la cuenta',
      block: 'No se presta nada hasta que se quite',
      message: 'Se muestra la próxima vez que se abra la cuenta',
    },
    until: (on) => `hasta el ${on}`,
    removed: 'Nota quitada',
    block_removed: 'Bloqueo quitado',
    told: 'Mensaje dado',
    tell: (text) => `Dígale: ${text}`,
  },
  card: {
    title: 'Tarjeta',
    record: 'Datos del usuario',
    renewed: 'Tarjeta renovada',
    ends: (on) => `La tarjeta vence el ${on}`,
    renewed_until: (on) => `Renovada, vale hasta el ${on}`,
    renewed_for_good: 'Renovada, no vence',
    put_right: (count) =>
      n(count, 'préstamo tiene más tiempo, según su regla', 'préstamos tienen más tiempo, según su regla'),
    replaced: {
      lost: 'Tarjeta perdida reemplazada',
      worn: 'Tarjeta gastada reemplazada',
      extra: 'Tarjeta adicional entregada',
    },
    lost: 'Tarjeta detenida',
    lost_says: 'No se presta nada con ella. Escanee una tarjeta nueva para reemplazarla',
    changed: 'Cambios guardados',
    linked: 'Tutor vinculado',
    apart: 'Registrado: son dos personas',
    unlinked: 'Tutela terminada',
    pickup_allowed: (name) => `${name} puede recoger`,
    pickup_ended: (name) => `${name} ya no puede recoger`.trim(),
    checked_address: 'Dirección confirmada',
    checked_registration: 'Inscripción revisada',
    pin_set: 'PIN asignado',
    pin_cleared: 'PIN quitado',
    no_end: 'sin vencimiento',
    until: (on) => `hasta el ${on}`,
    fee: (amount) => `${amount} cargados a la cuenta`,
    registered: 'Inscripción guardada',
    costs: (amount) => `La tarjeta cuesta ${amount}`,
    choose: 'Elija la categoría',
    none_fits: 'Ninguna tarjeta corresponde',
    still_open: 'La fecha de nacimiento y la dirección dicen qué tarjeta corresponde',
    standing: {
      resident: () => 'Residente',
      reciprocal: (library) => (library === '' ? 'Usuario recíproco' : `Usuario recíproco de ${library}`),
      'non-resident': () => 'No residente',
    },
    standing_unknown: 'No hay regla para esta dirección',
    no_place: 'Este código postal es nuevo aquí. Escriba la ciudad',
    home_asks: '¿Hasta cuándo es válida la tarjeta de su propia biblioteca?',
    fee_asks: {
      household: '¿Cuántas personas viven en el hogar?',
      basis: '¿De cuánto es el impuesto predial o la renta mensual?',
    },
    missing: (identity, address) => {
      const parts = [identity > 0 ? 'de identidad' : '', address > 0 ? 'de dirección' : '']
      return `Falta ver: prueba ${parts.filter((part) => part !== '').join(' y ')}`
    },
  },
  edit: {
    gives: (card) => `Otra tarjeta para esta dirección: ${card}`,
    fits: 'La tarjeta corresponde a esta dirección',
    card_stays: (until) => `Su tarjeta sigue: ${until}`,
    dues_stay: (count) => `${n(count, 'préstamo', 'préstamos')}: las fechas no cambian`,
    fee: (count, from, to) => `Multa de ${n(count, 'artículo', 'artículos')}: de ${from} a ${to}`,
    fee_rule: (count) => `Multa de ${n(count, 'artículo', 'artículos')}: según otra regla`,
    late_now: (from, to) => `Multas hasta ahora: de ${from} a ${to}`,
    not_renewed: (count) => `${n(count, 'préstamo no se podrá', 'préstamos no se podrán')} renovar`,
    renewed: (count) => `${n(count, 'préstamo se podrá', 'préstamos se podrán')} renovar`,
    full: (out, limit) => `${out} prestados, y el límite será de ${limit}`,
    stops: (what) => `Impedirá prestar: ${what}`,
    lifts: (what) => `Ya no impedirá prestar: ${what}`,
  },
  alike: {
    born: (on: string) => `Nacimiento: ${on}`,
    born_unknown: 'Fecha de nacimiento desconocida',
    no_card: 'Sin tarjeta',
    owes: (amount: string) => `Debe ${amount}`,
    stops: { barred: 'Excluido', closed: 'Cuenta cerrada', blocked: 'Bloqueado', expired: 'Tarjeta vencida' },
    facts: {
      name: 'mismo nombre',
      'name-variant': 'el nombre se parece',
      'name-swapped': 'nombre y apellido intercambiados',
      born: 'misma fecha de nacimiento',
      'born-near': 'fecha de nacimiento casi igual',
      phone: 'mismo teléfono',
      email: 'mismo correo',
      house: 'misma dirección',
    },
  },
  receipts: 'Recibos',
  choice: {
    print: 'En papel',
    email: 'Por correo electrónico (en papel hasta que haya un servidor central)',
    none: 'Ninguno',
  },
  large: 'letra grande',
  language: { en: 'en inglés', es: 'en español' },
  languages: { en: 'inglés', es: 'español' },
}
