/** Spanish for the tables of the rules of cash, their columns and the options of each. */
import type { CASH_TABLES as EN } from '../../en/policy/tables-cash.ts'

const CODE_HINT = 'Letras, dígitos y espacios; después no se puede cambiar'
const SHORT_NAME = { label: 'Nombre corto', hint: CODE_HINT }
const NAME = { label: 'Nombre' }
const FUND_HINT = 'El nombre corto que le da la contabilidad de la biblioteca'

export const CASH_TABLES: typeof EN = {
  cash_drawer: {
    title: 'Cajas',
    one: 'Caja',
    columns: { drawer_code: SHORT_NAME, name: NAME, branch_code: { label: 'Sucursal' } },
  },
  product: {
    title: 'Productos',
    one: 'Producto',
    columns: {
      product_code: SHORT_NAME,
      name: NAME,
      key_letter: { label: 'Tecla', hint: 'Una letra que no sea A, D, G, K, V ni X', none: 'sin tecla' },
      price_cents: { label: 'Precio', none: 'se pregunta en el mostrador' },
      kind: {
        label: 'Tipo',
        options: { sale: 'Venta', donation: 'Donación a la biblioteca', held: 'Se guarda para otro beneficiario' },
      },
      fund: { label: 'Fondo', hint: FUND_HINT, none: 'ventas, o donaciones' },
      payee: { label: 'Beneficiario', hint: 'De quién es el dinero: “Amigos”', none: 'la biblioteca' },
      tax_bp: { label: 'Impuesto sobre ventas, en centésimas de por ciento', hint: '825 es 8.25 %; 0 si no hay' },
      order_number: { label: 'Lugar en la lista', hint: 'Primero va el número más bajo' },
      is_active: { label: 'A la venta' },
    },
  },
  cash_reason: {
    title: 'Motivos de caja',
    one: 'Motivo de caja',
    columns: {
      reason_code: SHORT_NAME,
      name: NAME,
      used_for: {
        label: 'Para',
        options: {
          'no-sale': 'Abrir la caja sin una venta',
          'paid-in': 'Entrada de dinero',
          'paid-out': 'Salida de dinero',
          void: 'Anular un recibo',
          refund: 'Un reembolso',
          variance: 'Un sobrante o faltante',
        },
      },
      fund: { label: 'Fondo', hint: `Solo para entradas y salidas. ${FUND_HINT}`, none: 'otros' },
    },
  },
  in_kind_tender: {
    title: 'Donativos y trabajo',
    one: 'Donativo o trabajo',
    columns: {
      kind_code: SHORT_NAME,
      name: NAME,
      per_kind: {
        label: 'Cuenta por',
        options: { piece: 'Pieza', hour: 'Hora', asked: 'Su valor, que se pregunta en el mostrador' },
      },
      value_cents: { label: 'Valor de una', none: 'se pregunta en el mostrador' },
      is_for_overdue: { label: 'Paga multas por atraso' },
      is_for_lost: { label: 'Paga artículos perdidos' },
      is_for_damage: { label: 'Paga daños' },
      is_for_fees: { label: 'Paga otros cargos' },
      receipt_cents_max: { label: 'Máximo por recibo', none: 'sin límite' },
      month_cents_max: { label: 'Máximo por usuario al mes', none: 'sin límite' },
      is_active: { label: 'Se acepta ahora' },
    },
  },
  variance_tier: {
    title: 'Sobrantes y faltantes',
    one: 'Nivel de sobrante o faltante',
    columns: {
      tier_code: SHORT_NAME,
      from_cents: { label: 'Sobra o falta al menos' },
      needs: {
        label: 'Se necesita',
        options: { reason: 'Un motivo', note: 'Un motivo y una nota', 'sign-off': 'Una nota y una autorización' },
      },
    },
  },
  float_piece: {
    title: 'Fondo de caja',
    one: 'Pieza del fondo',
    columns: {
      piece_code: {
        label: 'Billete o moneda',
        options: {
          10000: 'Billetes de $100',
          5000: 'Billetes de $50',
          2000: 'Billetes de $20',
          1000: 'Billetes de $10',
          500: 'Billetes de $5',
          200: 'Billetes de $2',
          100: 'Billetes y monedas de $1',
          50: 'Monedas de 50 centavos',
          25: 'Monedas de 25 centavos',
          10: 'Monedas de 10 centavos',
          5: 'Monedas de 5 centavos',
          1: 'Monedas de 1 centavo',
        },
      },
      pieces_count: { label: 'Cuántas se quedan en la caja' },
    },
  },
}
