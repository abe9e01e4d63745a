/** Spanish for what the check of the rules of cash finds. */
import type { FindingWords } from '../../policy-words.ts'

const and = (names: readonly string[]): string => names.join(' y ')

export const CASH_CHECKS = {
  'value-missing': ({ row }) => `${row} cuenta por pieza u hora: indique cuánto vale una.`,
  'value-idle': ({ row }) => `${row} se pregunta en el mostrador: deje vacío su valor.`,
  'pays-nothing': ({ row }) => `${row} no paga ningún tipo de cargo.`,
  'payee-missing': ({ row }) => `${row} se guarda para otros: escriba el beneficiario.`,
  'payee-idle': ({ row }) => `${row} tiene beneficiario, pero el dinero es de la biblioteca.`,
  'tax-idle': ({ row }) => `${row} tiene impuesto, pero no es una venta.`,
  'fund-idle': ({ row }) => `${row} tiene fondo, pero no mueve dinero de ninguno: déjelo en blanco.`,
  'letter-double': ({ rows, letter }) => `${and(rows)} tienen la misma tecla, ${letter}.`,
  'letter-of-payment': ({ row, letter }) =>
    `${row} tiene la tecla ${letter}, que significa otra cosa al cobrar: ` +
    'elija una letra que no sea A, D, G, K, V ni X.',
  'tier-double': ({ rows, from_cents }, say) => `${and(rows)} empiezan en ${say.money(from_cents)}.`,
  'tier-idle': ({ row, by }) => `${row} no pide más que ${by}, que empieza en un monto menor.`,
  'float-over': ({ recipe_cents, total_cents }, say) =>
    `Los billetes y monedas del fondo de caja suman ${say.money(recipe_cents)}, ` +
    `más que el fondo de ${say.money(total_cents)}: todas se quedan en la caja.`,
} satisfies Partial<FindingWords>
