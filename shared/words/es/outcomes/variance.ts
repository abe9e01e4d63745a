/** Spanish for what could explain a drawer that is over or short, and what would prove it. */
import type { VARIANCE as EN } from '../../en/outcomes/variance.ts'

export const VARIANCE: typeof EN = {
  receipts: (numbers, more_count) => {
    const more = more_count > 0 ? ` o ${more_count} más` : ''
    return numbers.length > 1 ? `uno de ${numbers.join(', ')}${more}` : `recibo ${numbers.join('')}`
  },
  entry: (ref) => `registro ${ref}`,
  says: {
    'moved-otherwise': (of) => `Se movió efectivo, y quien lo recibió o lo dio contó otro monto: ${of}.`,
    'other-tender': (of) => `Se registró como efectivo y se pagó con cheque o tarjeta: ${of}.`,
    'printed-only': (of) => `Se pagó y está en papel, y este mostrador no lo tiene: ${of}.`,
    'entered-twice': (of) => `Se pagó una vez y se registró dos veces: ${of}.`,
    'void-not-given-back': (of) => `Se anuló y el dinero no se devolvió: ${of}.`,
    'not-taken': (of) => `Se registró y el dinero no está en la caja: ${of}.`,
    'wrong-note': (of, note) => `Se entregó un billete de ${note} y se registró otro: ${of}.`,
    'change-wrong-note': (of, given, meant) =>
      `Se dio de cambio un billete de ${given} en lugar de uno de ${meant}: ${of}.`,
    'digits-swapped': (of) => `Dos dígitos del monto cambiaron de lugar: ${of}.`,
    'swap-wrong': 'Se cambiaron billetes y se dio de más o de menos.',
    'not-counted': (count, piece) => `No se contaron ${count} × ${piece}.`,
    'counted-too-often': (count, piece) => `Se contaron ${count} × ${piece} que no están.`,
    'roll-not-counted': (amount, coins) => `No se contó un rollo de ${coins} de ${amount}.`,
    'roll-counted-too-often': (amount, coins) => `Un rollo de ${coins} de ${amount} se contó dos veces.`,
  },
  coins: { 25: 'monedas de 25¢', 10: 'monedas de 10¢', 5: 'monedas de 5¢', 1: 'monedas de 1¢' },
  followed: (number) => `Le siguió el recibo ${number}.`,
  proof: {
    'moved-otherwise': 'Cuente otra vez la caja fuerte o la bolsa, con la otra persona.',
    'other-tender': 'Busque un cheque o un comprobante de tarjeta de ese monto.',
    'printed-only': 'Vea el papel y registre el recibo.',
    'entered-twice': 'Pregunte a quien pagó si tiene un recibo o dos, y si pagó dos veces.',
    'void-not-given-back': 'Pregunte a quien pagó si recibió el dinero antes de registrarlo otra vez.',
    'not-taken': 'Busque junto a la caja y debajo de ella, y pregunte quién estaba en el mostrador.',
    'wrong-note': 'Pregunte a quien pagó qué billete dio. Cuente otra vez los billetes de ambos valores.',
    'change-wrong-note': 'Pregunte a quien recibió el cambio. Cuente otra vez los billetes de ambos valores.',
    'digits-swapped': 'Compare el monto con el papel del que se escribió.',
    'swap-wrong': 'Pregunte quién cambió los billetes. Cuente otra vez los billetes.',
    'pieces-miscounted': 'Cuente estos billetes o monedas otra vez. Busque un rollo en la caja y debajo de ella.',
  },
}
