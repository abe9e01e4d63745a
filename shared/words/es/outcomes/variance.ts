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
    'other-tender': (of) => `Se registró con una forma de pago y se pagó con otra: ${of}.`,
    'printed-only': (of) => `Se pagó y está en papel, y este mostrador no lo tiene: ${of}.`,
    'entered-twice': (of) => `Se pagó una vez y se registró dos veces: ${of}.`,
    'void-not-given-back': (of) => `Se anuló y el dinero no se devolvió: ${of}.`,
    'not-taken': (of) => `Se registró y el dinero no está en la caja, o se devolvió sin registro: ${of}.`,
    'wrong-note': (of, note) => `Se entregaron ${note} y se registró otro monto: ${of}.`,
    'change-wrong-note': (of, given, meant) =>
      `De cambio se dio una pieza de ${given} en lugar de una de ${meant}: ${of}.`,
    typed: (of, typed, meant) => `Se escribió ${typed} en lugar de ${meant}: ${of}.`,
    mistyped: (of) => `Se escribió mal un dígito del monto: ${of}.`,
    'decimal-slip': (of) => `El punto decimal del monto quedó en otro lugar: ${of}.`,
    'quantity-mistyped': (of, count, name) =>
      count < 0
        ? `Se registraron ${-count} × ${name} de más: ${of}.`
        : `Se registraron ${count} × ${name} de menos: ${of}.`,
    'other-product': (of, name) => `Se vendió ${name} y se registró otro producto: ${of}.`,
    'line-not-taken': (of) => `Se registró un renglón entre varios y no se pagó: ${of}.`,
    'tax-not-taken': (of) => `Se registró el impuesto y no se pagó: ${of}.`,
    'other-way': (of) => `Entró dinero y se registró como salida, o al revés: ${of}.`,
    'change-not-back': (of, note) => `Salió un billete de ${note} para una compra y su cambio no volvió: ${of}.`,
    'part-by-other': (of) => `Una parte se pagó de otra forma que la registrada, en efectivo o no: ${of}.`,
    'other-voided': (of, voided, back) =>
      `Se anuló un recibo de ${voided} y se devolvieron ${back}, que es el total de otro recibo: ${of}.`,
    'change-in-part': (of) => `Se dieron solo los billetes o solo las monedas del cambio: ${of}.`,
    'rounded-by-hand': (of) => `El monto o su cambio se redondeó, o se perdonó una parte, sin registrarlo: ${of}.`,
    'all-rounded': (count) =>
      `Se redondearon a mano ${count} recibos, cada uno a los cinco centavos más cercanos, sin registrarlo.`,
    'other-change': (of, given, meant) => `El cambio era de ${meant} y se dieron ${given}: ${of}.`,
    'not-handed-over': (of) => `Se registró y el dinero no se entregó: ${of}.`,
    'handed-over-twice': (of) => `Se registró una vez y el dinero se entregó dos veces: ${of}.`,
    'change-not-given': (of) => `No se dio el cambio, o se dio sin contar las monedas que se agregaron: ${of}.`,
    'change-given-twice': (of) => `El cambio se dio dos veces: ${of}.`,
    'sale-not-entered': (count, name) => `No se registró una venta: ${count} × ${name}.`,
    'payment-not-entered': (count) =>
      count === 1
        ? 'No se registró un pago: un cargo debe exactamente este monto.'
        : `No se registró un pago: ${count} cargos deben exactamente este monto.`,
    'let-off-and-paid': (of) => `Se perdonó en los libros y quizás se pagó en efectivo: ${of}.`,
    'refund-not-entered': (count, name) => `Se devolvió dinero y no se registró: ${count} × ${name}.`,
    'move-not-entered':
      'Entraron o salieron dólares enteros o un rollo sin registro: un retiro, cambio de la caja fuerte, una donación.',
    'swap-wrong': 'Se cambiaron billetes y se dio de más o de menos.',
    'counted-less': (what) => `Se contó de menos: ${what.join(', o ')}.`,
    'counted-more': (what) => `Se contó de más: ${what.join(', o ')}.`,
  },
  pieces: (count, piece) => `${count} × ${piece}`,
  roll: (amount, coins) => `un rollo de ${coins} de ${amount}`,
  as: (what, piece) => `${what} contado como ${piece}`,
  coins: { 25: 'monedas de 25¢', 10: 'monedas de 10¢', 5: 'monedas de 5¢', 1: 'monedas de 1¢' },
  followed: (number) => `Le siguió el recibo ${number}.`,
  proof: {
    'moved-otherwise': 'Cuente otra vez la caja fuerte o la bolsa, con la otra persona.',
    'other-tender': 'Busque un cheque o un comprobante de tarjeta de ese monto.',
    'printed-only': 'Vea el papel y registre el recibo.',
    'entered-twice': 'Pregunte a quien pagó si tiene un recibo o dos, y si pagó dos veces.',
    'void-not-given-back': 'Pregunte a quien pagó si recibió el dinero antes de registrarlo otra vez.',
    'not-taken': 'Busque junto a la caja y debajo de ella, y pregunte quién estaba en el mostrador.',
    'wrong-note': 'Pregunte a quien pagó qué entregó. Cuente otra vez los billetes de ambos valores.',
    'change-wrong-note': 'Pregunte a quien recibió el cambio. Cuente otra vez las piezas de ambos valores.',
    'not-handed-over': 'Pregunte a quien debía recibir el dinero, o busque donde debía quedar.',
    'handed-over-twice': 'Pregunte a quien recibió el dinero cuánto recibió.',
    'change-not-given': 'Pregunte a quien pagó si recibió su cambio.',
    'change-given-twice': 'Pregunte a quien pagó cuánto cambio recibió.',
    'sale-not-entered': 'Pregunte a quien estaba en el mostrador qué se vendió al final.',
    'payment-not-entered':
      'Pregunte a quien estaba en el mostrador quién pagó. Regístrelo cuando alguien muestre que pagó.',
    'let-off-and-paid': 'Pregunte a quien lo perdonó si se pagó, y a quien lo debía qué pagó.',
    'refund-not-entered': 'Pregunte a quien estaba en el mostrador si alguien recibió su dinero de vuelta.',
    'move-not-entered':
      'Mire los comprobantes de la caja fuerte y de la bolsa, y pregunte a quien estaba en el mostrador.',
    'decimal-slip': 'Compare el monto con el papel o el precio del que se escribió.',
    mistyped: 'Compare el monto con el papel del que se escribió.',
    'quantity-mistyped': 'Pregunte a quien compró cuántos recibió.',
    'other-product': 'Pregunte a quien estaba en el mostrador qué se vendió, y cuente lo que queda de ambos.',
    'line-not-taken': 'Pregunte a quien pagó qué pagó.',
    'tax-not-taken': 'Pregunte a quien pagó cuánto entregó.',
    'other-way': 'Mire el papel de la entrada.',
    'change-not-back': 'Pida el cambio a quien hizo la compra y compare el papel de la tienda.',
    'part-by-other': 'Busque un cheque o un comprobante de tarjeta por ese monto.',
    'other-voided': 'Compare el recibo anulado con el papel que se devolvió.',
    'change-in-part': 'Pregunte a quien pagó cuánto cambio recibió.',
    'rounded-by-hand': 'Pregunte a quien estaba en el mostrador si se perdonó algo.',
    'other-change': 'Pregunte a quien pagó cuánto cambio recibió.',
    'swap-wrong': 'Pregunte quién cambió los billetes. Cuente otra vez los billetes.',
    'pieces-miscounted':
      'Cuéntelos otra vez y busque un rollo en la caja y debajo de ella. Quizá se dio uno de más o de menos, ' +
      'o el fondo se contó así.',
  },
}
