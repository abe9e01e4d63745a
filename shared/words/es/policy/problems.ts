/** Spanish for a value that cannot be stored, after the label of its field. */
import type { ProblemWords } from '../../policy-words.ts'
import { countedIn } from '../../plural.ts'

const counted = countedIn('es')

export const PROBLEMS: ProblemWords = {
  empty: 'complételo',
  'not-code': 'use letras, dígitos y espacios, y empiece con una letra o un dígito',
  'not-letter': 'use una letra, de la A a la Z',
  'not-amount': 'escriba un monto',
  negative: 'no puede ser menos que cero',
  zero: 'no puede ser cero',
  'too-much': 'demasiado alto',
  'not-whole': 'escriba un número entero',
  'not-yes-or-no': 'elija sí o no',
  'not-listed': 'elija uno de la lista',
  'no-date': 'escriba una fecha como 2026-11-24',
  'too-early': 'no puede ser antes del 1900-01-01',
  'too-late': 'no puede ser después del 2199-12-31',
  unusable: 'no se puede usar así',
  'too-long': ({ most }) => `como máximo ${counted(most, 'carácter', 'caracteres')}`,
  'too-many': ({ most }) => `como máximo ${counted(most, 'valor', 'valores')}`,
  'at-most': ({ most }) => `como máximo ${most}`,
  'at-least': ({ least }) => `${least} o más`,
  'one-of': ({ options }) => `uno de ${options.join(', ')}`,
  'no-setting': 'no es un ajuste de esta biblioteca',
}

export const THE_ROW = 'La regla'
export const atField = (label: string, problem: string): string => `${label}: ${problem}.`
