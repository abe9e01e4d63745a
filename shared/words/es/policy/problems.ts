/** Spanish for a value that cannot be stored, after the label of its field. */
import type { ProblemWords } from '../../policy-words.ts'
import { countedIn } from '../../plural.ts'

const counted = countedIn('es')

export const PROBLEMS: ProblemWords = {
  empty: 'llénelo',
  'not-code': 'letras, cifras y espacios, y empieza con una letra o una cifra',
  'not-amount': 'un monto',
  negative: 'no menos que cero',
  'too-much': 'demasiado',
  'not-whole': 'un número entero',
  'not-yes-or-no': 'sí o no',
  'not-listed': 'uno de la lista',
  'no-date': 'una fecha como 2026-11-24',
  'too-early': 'ninguna fecha antes de 1900-01-01',
  'too-late': 'ninguna fecha después de 2199-12-31',
  unusable: 'no está escrito como debe',
  'too-long': ({ most }) => `como máximo ${counted(most, 'carácter', 'caracteres')}`,
  'too-many': ({ most }) => `como máximo ${counted(most, 'valor', 'valores')}`,
  'at-most': ({ most }) => `como máximo ${most}`,
  'at-least': ({ least }) => `${least} o más`,
  'one-of': ({ options }) => `uno de ${options.join(', ')}`,
  'no-setting': 'no es un ajuste de esta biblioteca',
}

export const THE_ROW = 'La regla'
export const atField = (label: string, problem: string): string => `${label}: ${problem}.`
