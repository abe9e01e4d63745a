/** Spanish for what a return asks of a person. */
import type { Words } from '../en/en.ts'

export const RETURNS: Words['returns'] = {
  asks: {
    returned: 'El usuario dijo que lo había devuelto: ¿dónde estaba?',
    'never-had': 'El usuario dijo que nunca lo tuvo: ¿dónde estaba?',
    charge: (owed) => `Cobrado como perdido, se deben ${owed}: ¿qué se hace con el cargo?`,
    receipt: (back) => `Ya pagado, se reembolsan ${back} con el recibo: ¿se mostró?`,
  },
}
