/** Spanish for what the check of the rules of library cards finds. */
import type { FindingWords } from '../../policy-words.ts'

export const CARD_CHECKS = {
  'house-order': ({ row }) => `${row}: el último número de la calle es menor que el primero.`,
  'house-idle': ({ row }) => `${row} tiene números o un lado, pero ninguna calle.`,
  'library-idle': ({ row }) => `${row} es para residentes y nombra otra biblioteca.`,
  'age-order': ({ row }) => `${row} termina en una edad menor que la inicial.`,
  'fee-missing': ({ row }) => `${row} tiene cuota: indique cuánto.`,
  'fee-idle': ({ row }) => `${row} tiene un monto o una parte que su tipo de cuota no usa.`,
  'range-digits': ({ row }) =>
    `${row}: los números de tarjeta son solo dígitos, el primero y el último del mismo largo.`,
  'range-order': ({ row }) => `${row}: el último número de tarjeta es menor que el primero.`,
  'range-overlap': ({ rows }) =>
    `${rows.join(' y ')} tienen números en común: dos mostradores podrían dar la misma tarjeta.`,
} satisfies Partial<FindingWords>
