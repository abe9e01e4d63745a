/** Spanish for what the library decides once for everything: each setting in a librarian's words. */
import type { SettingArea } from '../../../policy/settings.ts'
import type { SettingWords } from '../../policy-words.ts'

export const AREAS: Readonly<Record<SettingArea, string>> = {
  'whose-rule': 'Sucursal cuyas reglas se aplican',
  renewing: 'Bloqueos y renovaciones',
  holds: 'Reservas',
  claims: 'Reclamos',
  'check-in': 'Devolución y multas',
  'other-libraries': 'Otras bibliotecas',
  shelving: 'Estantes',
  papers: 'Recibos y comprobantes',
  undoing: 'Deshacer',
  privacy: 'Privacidad',
  'signing-in': 'Inicio de sesión',
  cash: 'Efectivo',
}

const NO_LIMIT = { none: 'sin límite' }
const FOREVER = { none: 'para siempre' }

export const SETTINGS: SettingWords = {
  rule_branch_from: {
    says: 'Sucursal cuyas reglas y calendario se aplican a un préstamo',
    options: {
      desk: 'El mostrador que presta',
      'item-home': 'La sucursal del artículo',
      'item-holding': 'La sucursal donde está el artículo',
      patron: 'La sucursal del usuario',
    },
  },
  claims_year_count_max: { says: 'Máximo de reclamos de un usuario en doce meses', ...NO_LIMIT },
  claims_open_count_max: { says: 'Máximo de reclamos abiertos de un usuario', ...NO_LIMIT },
  claims_within_days_count: {
    says: 'Días después del vencimiento en que se puede reclamar',
    none: 'en cualquier momento',
  },
  claims_recheck_days: {
    says: 'Días después de un reclamo en que se revisa otra vez el estante',
    label: 'Días',
    hint: 'Por ejemplo 1, 15, 30',
  },
  is_claim_stopping_fine: { says: 'Una multa se detiene el día del reclamo' },
  is_found_claim_waived: { says: 'Un artículo reclamado que se encuentra en nuestro estante cancela la multa' },
  is_hold_blocking_renewal: { says: 'Un artículo reservado para otro usuario no se renueva' },
  is_account_blocking_renewal: { says: 'Las deudas y los bloqueos impiden renovar, no solo prestar' },
  renewals_unseen_count_max: { says: 'Máximo de renovaciones sin mostrar el artículo', ...NO_LIMIT },
  due_by_hand_days_count_max: { says: 'Hasta cuántos días adelante se puede fijar un vencimiento', ...NO_LIMIT },
  recall_guaranteed_days_count: {
    says: 'Mínimo de días que un usuario conserva un artículo reclamado por la biblioteca',
  },
  recall_return_days_count: { says: 'Días para devolver un artículo reclamado por la biblioteca' },
  hold_shelf_days_count: { says: 'Días que un artículo espera en el estante de reservas' },
  is_hold_shelf_open_days: { says: 'En el estante de reservas solo cuentan los días abiertos' },
  hold_expires_days_count: { says: 'Días hasta que vence una reserva sin atender', ...FOREVER },
  hold_suspend_days_count_max: { says: 'Máximo de días que se suspende una reserva', ...NO_LIMIT },
  holds_count_max: { says: 'Máximo de reservas de un usuario', ...NO_LIMIT },
  is_title_hold: { says: 'Una reserva de un artículo se atiende con cualquier ejemplar, salvo que se pida ese' },
  is_hold_on_shelf_allowed: { says: 'Se puede reservar un artículo que está en el estante' },
  hold_slip_shows: {
    says: 'Qué muestra un comprobante de reserva',
    options: { code: 'El código de recogida', 'code-and-name': 'El código de recogida y el nombre' },
  },
  is_hold_captured_at_check_in: { says: 'Una devolución aparta artículos para las reservas' },
  is_hold_data_from_elsewhere: {
    says: 'Las reservas se importan de otro sistema: los comprobantes dicen de cuándo son los datos',
  },
  lender_days_before_count: { says: 'Días antes de su fecha en que vence aquí un préstamo de otra biblioteca' },
  own_item_prefixes: {
    says: 'Primeros dígitos de los códigos de barras de esta biblioteca; los demás son de otras',
    label: 'Primeros dígitos',
    hint: 'Por ejemplo 31234, 31235, hasta 13 dígitos cada uno. En blanco = todos los códigos son nuestros',
  },
  is_book_drop_backdated: { says: 'Lo que estaba en el buzón cuenta como devuelto al último cierre' },
  backdate_days_count_max: { says: 'Hasta cuántos días atrás se puede fechar una devolución' },
  is_backdate_adjusting_fine: { says: 'Fechar atrás una devolución quita la multa de esos días' },
  is_idle_return_confirmed: { says: 'Lo que se escanea en Préstamo sin nadie abierto solo se devuelve si se confirma' },
  is_fine_charged_at_check_in: { says: 'Una devolución cobra la multa' },
  is_amnesty_allowed: { says: 'Se pueden condonar multas en la devolución' },
  is_outage_waived: { says: 'Las multas causadas por una interrupción del sistema no se cobran' },
  is_override_asked_once: { says: 'Una regla anulada para un usuario vale para los artículos siguientes' },
  guarantee_owed_cents_max: {
    says: 'Monto que deben los menores que bloquea a su tutor',
    label: 'Monto',
    none: 'nunca',
  },
  card_owed_cents_max: {
    says: 'Importe adeudado que se paga antes de renovar o dar una tarjeta',
    label: 'Importe',
    hint: '0.01 = cualquier importe',
    none: 'nunca',
  },
  card_items_first: {
    says: 'Lo que se devuelve antes de renovar o dar una tarjeta',
    options: { none: 'Nada', overdue: 'Lo vencido', all: 'Todos los artículos' },
  },
  card_settled_for: {
    says: 'Antes de cuál de las dos cosas se paga y se devuelve',
    options: { both: 'Renovaciones y tarjetas nuevas', renewals: 'Renovaciones', 'new-cards': 'Tarjetas nuevas' },
  },
  is_non_resident_said: { says: 'Los papeles de la tarjeta de un no residente dicen “Non-Resident”' },
  organization_category_codes: {
    says: 'Categorías de organizaciones: se les pide nombre, contacto y teléfono',
    label: 'Códigos de categoría',
    hint: 'Como SCHOOL, BUSINESS',
    none: 'ninguna',
  },
  is_family_debt_blocking: { says: 'La deuda del hogar bloquea a cada uno de sus miembros' },
  shelf_prefixes: {
    says: 'El orden de los prefijos de clasificación en los estantes; none = números sin prefijo',
    label: 'Prefijos',
    hint: 'Por ejemplo REF, none, J',
    none: 'alfabético',
  },
  shelf_numerals: {
    says: 'Cómo se ordenan los números en los títulos',
    options: { 'as-spoken': 'Como se dicen', 'before-letters': 'Antes de todas las letras' },
  },
  shelf_walk: {
    says: 'El orden de las ubicaciones en el recorrido por el edificio',
    label: 'Ubicaciones',
    hint: 'Por ejemplo Novedades, Ficción',
    none: 'por nombre',
  },
  locale: {
    says: 'Cómo se escriben fechas, horas y dinero, y el idioma de los mostradores hasta que alguien elija otro',
    options: {
      'en-US': 'Inglés, Estados Unidos',
      'es-US': 'Español, Estados Unidos',
      'en-CA': 'Inglés, Canadá',
      'en-GB': 'Inglés, Reino Unido',
    },
  },
  paper_contact_lines: {
    says: 'Dirección, teléfono, web: líneas al comienzo de los papeles para usuarios',
    label: 'Líneas',
    hint: 'Un | entre líneas, por ejemplo 12 Maple Street | 555-0100',
    none: 'ninguna',
  },
  paper_foot_lines: {
    says: 'Líneas propias de la biblioteca al pie de los papeles para usuarios',
    label: 'Líneas',
    hint: 'Un | entre líneas, por ejemplo Gracias | Cerrado el Día de Acción de Gracias',
    none: 'ninguna',
  },
  card_terms_lines: {
    says: 'Lo que acepta un usuario en la hoja que firma para su tarjeta',
    label: 'Líneas',
    hint: 'Un | entre líneas, por ejemplo Devuelvo todo a tiempo | Aviso si pierdo la tarjeta',
    none: 'las condiciones de siempre',
  },
  paper_web_address: {
    says: 'Una dirección web en los papeles para usuarios, como código para teléfonos',
    label: 'Dirección web',
    hint: 'Por ejemplo https://biblioteca.example/renovar',
    none: 'ninguna',
  },
  slip_symbology: {
    says: 'El tipo de código de barras de los comprobantes: el de sus etiquetas, o uno que admite letras',
    options: { codabar: 'Codabar', code128: 'Code 128' },
  },
  slips_printed: {
    says: 'Qué comprobantes imprime sola una impresora de recibos al devolver',
    options: {
      none: 'Ninguno',
      holds: 'Los de reserva',
      'holds-and-transits': 'Los de reserva y los de tránsito',
    },
  },
  label_sheet: {
    says: 'Las hojas para etiquetas de artículos y tarjetas',
    options: {
      'avery-5160': 'Avery 5160, 1 × 2⅝ pulg., 30 por hoja',
      'avery-5167': 'Avery 5167, ½ × 1¾ pulg., 80 por hoja',
      'avery-l7160': 'Avery L7160, 38.1 × 63.5 mm, 21 por hoja',
      'avery-l7651': 'Avery L7651, 21.2 × 38.1 mm, 65 por hoja',
    },
  },
  spine_label_sheet: {
    says: 'Las hojas para etiquetas de lomo',
    options: {
      'avery-5160': 'Avery 5160, 1 × 2⅝ pulg., 30 por hoja',
      'avery-5167': 'Avery 5167, ½ × 1¾ pulg., 80 por hoja',
      'avery-l7160': 'Avery L7160, 38.1 × 63.5 mm, 21 por hoja',
      'avery-l7651': 'Avery L7651, 21.2 × 38.1 mm, 65 por hoja',
    },
  },
  slip_language: {
    says: 'El idioma de los comprobantes, que son para el personal',
    options: { en: 'Inglés', es: 'Español' },
  },
  display_shows: {
    says: 'Qué muestra una pantalla que mira al usuario',
    options: {
      amounts: 'Importes y fechas de vencimiento',
      titles: 'Importes, fechas de vencimiento y títulos',
      'titles-and-name': 'Importes, fechas de vencimiento, títulos y el nombre del usuario',
    },
  },
  display_welcome_lines: {
    says: 'Líneas propias de la biblioteca en la pantalla del usuario entre un usuario y otro',
    label: 'Líneas',
    hint: 'Un | entre líneas, por ejemplo Biblioteca Maple | Hora del cuento a las 4 p. m.',
    none: 'el nombre de la biblioteca y un saludo',
  },
  display_closed_lines: {
    says: 'Líneas propias de la biblioteca en la pantalla del usuario mientras nadie atiende el mostrador',
    label: 'Líneas',
    hint: 'Un | entre líneas, por ejemplo Mostrador cerrado | Pase al mostrador 2',
    none: 'el nombre de la biblioteca y que el mostrador está cerrado',
  },
  undo_within_minutes_count: {
    says: 'Minutos en que se puede deshacer una acción. El último usuario se guarda al menos ese tiempo',
    label: 'Minutos',
    hint: 'De 5 a 1440; por ejemplo, 60 para una hora',
  },
  is_badge_pin_required: {
    says: 'La credencial exige también el PIN para autorizar, y al entrar quien hace más que atender',
  },
  cash_rounding: {
    says: 'El efectivo se redondea a los cinco centavos más cercanos',
    options: { off: 'Nunca', always: 'Siempre', 'no-exact-change': 'Cuando la caja no puede dar el cambio exacto' },
  },
  is_rounding_credited: { says: 'Lo que el redondeo cobra de más queda como saldo a favor en la cuenta del usuario' },
  refund_rounding: {
    says: 'Cómo se redondea un reembolso en efectivo',
    options: { exact: 'No se redondea: lo que se pagó, al centavo', mirrored: 'Como un pago del mismo monto' },
  },
  ask_again_over_cents: { says: 'Un monto escrito mayor que este se confirma antes de cobrarlo', label: 'Monto' },
  float_total_cents: { says: 'Fondo de caja: lo que queda en la caja para el turno siguiente', label: 'Monto' },
  drop_alone_up_to_cents: {
    says: 'Efectivo de una sesión que se pone en la caja fuerte o el fondo de cambio sin que lo reciba otra persona',
    label: 'Monto',
  },
  refused_outs_count: {
    says: 'Después de cuántos rechazos de sacar demasiado de una caja se pregunta a otra persona en esa sesión',
  },
  undeposited_alert_hours_count: { says: 'Horas después de las cuales se avisa del dinero que no está en el banco' },
  undeposited_alert_cents: {
    says: 'Monto a partir del cual se avisa del dinero que no está en el banco',
    label: 'Monto',
  },
  surprise_one_in_count: {
    says: 'Una sesión de caja de cada cuántas se sortea para un arqueo sorpresa; 0: ninguna',
    label: 'Una de cada',
  },
  is_drawer_opened_for_card: { says: 'Un pago solo con tarjeta abre la caja' },
  drawer_left_open_seconds_count: {
    says: 'Segundos después de los cuales se avisa de una caja abierta; 0: nunca',
    label: 'Segundos',
  },
  fund_names: {
    says: 'Cómo se llaman los fondos y los beneficiarios en pantallas y papeles',
    label: 'Nombres',
    none: 'las palabras de sus códigos',
    hint: 'Código: nombre, con | entre ellos: book-sale: Venta de libros | friends: Amigos de Maple',
  },
  ledger_accounts: {
    says: 'Los números de su propio libro mayor, para el libro de la exportación de caja',
    label: 'Números',
    none: 'sin números',
    hint: 'Cuenta, fondo o beneficiario, dos puntos y el número, con | entre ellos: income fines: 4410 | bank: 1010',
  },
  counted_pieces_cents: {
    says: 'Los billetes y monedas que se preguntan al contar',
    label: 'Valores',
    hint: 'Por ejemplo 20.00, 10.00, 5.00, 1.00, 0.25, 0.10, 0.05, 0.01',
  },
  loan_history_days_count: { says: 'Días que se guarda el último usuario de un artículo devuelto' },
  notes_kept_days_count: { says: 'Días que se guardan las notas', ...FOREVER },
  holds_kept_days_count: { says: 'Días que se guardan las reservas terminadas' },
  drafts_kept_hours_count: { says: 'Horas que un formulario a medias se guarda para quien lo escribió' },
  reports_kept_days_count: { says: 'Días que se guardan los informes de importación' },
  is_view_audited: { says: 'Queda registrado quién consulta la cuenta de un usuario' },
  is_merge_approved: { says: 'Unir dos registros necesita una segunda persona' },
  is_view_reason_required: { says: 'Para consultar la cuenta de un usuario hace falta un motivo' },
  view_audit_days_count: { says: 'Días que se guarda quién consultó la cuenta de un usuario' },
  is_view_log_told: { says: 'A un usuario que pide sus datos se le dice quién los consultó' },
  patron_pin_digits_count: { says: 'Dígitos que tiene al menos el PIN de un usuario' },
  guardian_told_below_age_count: {
    says: 'Por debajo de esta edad se puede decir al tutor qué tiene prestado y qué debe un menor',
    none: 'a ninguna edad',
  },
}
