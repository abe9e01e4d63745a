/** Spanish for what comes with the program where a library has no rules of cash of its own. */
import type { USUAL_CASH as EN } from '../../en/policy/cash.ts'

export const USUAL_CASH: typeof EN = {
  drawer: 'Caja',
  reasons: {
    'LEFT-OUT': 'Quedó fuera un billete, una moneda o un cheque',
    'CHECK-DRAWER': 'Revisar lo que hay en la caja',
    STUCK: 'La caja o un compartimiento está atascado',
    'OTHER-NO-SALE': 'Otro motivo',
    'FOUND-MONEY': 'Dinero encontrado en el mostrador',
    'COIN-BOX': 'Monedas de la fotocopiadora',
    'OTHER-IN': 'Otra entrada de dinero',
    SUPPLIES: 'Materiales',
    POSTAGE: 'Correo',
    'COIN-REFUND': 'Monedas que se quedó una máquina',
    'OTHER-OUT': 'Otra salida de dinero',
    'WRONG-AMOUNT': 'Monto equivocado',
    'WRONG-PATRON': 'Usuario equivocado',
    'WRONG-TENDER': 'Forma de pago equivocada',
    'CHANGED-MIND': 'El usuario cambió de opinión',
    'ITEM-FOUND': 'El artículo apareció',
    'CHARGED-IN-ERROR': 'Se cobró por error',
    'PAID-TWICE': 'Se pagó dos veces',
    'OTHER-REFUND': 'Otro motivo',
    'WRONG-CHANGE': 'Se dio mal el cambio',
    'NOT-RECORDED': 'No se registró un pago o un reembolso',
    'WRONG-FLOAT': 'La caja se abrió con otro monto',
    'NOT-KNOWN': 'No se sabe la causa',
  },
}
