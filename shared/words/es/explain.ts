/** Spanish for the rules behind a result: why one applies and another was passed over. */
import type { Words } from '../en/en.ts'
import { ruleScope } from './due-steps.ts'

export const EXPLAIN: Words['explain'] = {
  scope: ruleScope,
  fits: {
    'only-one': 'se aplica: es la única que corresponde',
    'most-particular': 'se aplica: es la más específica',
    'no-branch': 'no se usa: no nombra sucursal',
    'no-category': 'no se usa: no nombra categoría de usuario',
    'no-item-type': 'no se usa: no nombra tipo de artículo',
  },
}
