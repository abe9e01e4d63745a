/** Spanish for the rules behind a result: why one applies and another was passed over. */
import type { Words } from '../en/en.ts'
import { ruleScope } from './due-steps.ts'

export const EXPLAIN: Words['explain'] = {
  scope: ruleScope,
  fits: {
    'only-one': 'se aplica: la única que corresponde',
    'most-particular': 'se aplica: la más específica',
    'no-branch': 'se descarta: no nombra sucursal',
    'no-category': 'se descarta: no nombra categoría de usuario',
    'no-item-type': 'se descarta: no nombra tipo de artículo',
  },
}
