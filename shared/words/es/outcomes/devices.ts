/** Spanish for what a device of this desk did. */
import type { DEVICES as EN } from '../../en/outcomes/devices.ts'

export const DEVICES: typeof EN = {
  printing: {
    heading: 'Imprimiendo',
    on: (printer) => `Enviado a ${printer}`,
    slip: (printer) => `Su comprobante se envió a ${printer}`,
    slip_waits: (printer) => `${printer} no está lista. Su comprobante se imprime cuando lo esté`,
    waits: (printer) => `${printer} no está lista. Se imprime en cuanto lo esté`,
    interrupted: 'Se interrumpió la impresión',
    interrupted_says: 'Se imprime de nuevo, con la marca REIMPRESIÓN. Deseche lo que quedó a medias.',
    failed: 'No se imprimió',
    failed_says: 'Una impresora no imprimió un trabajo, o no confirmó que lo hizo.',
    see: 'Abra Impresiones para verlo o imprimirlo de nuevo.',
  },
  drawer: {
    not_opened: {
      says: 'La caja no se abrió.',
      advice: 'Revise si algo la bloquea. Ábrala de nuevo en su página (F12), o con su llave.',
    },
    not_sent: {
      'paper-out': {
        says: 'La caja no se abrió: no puede abrirse mientras su impresora no tenga papel.',
        advice: 'Ábrala con su llave. O ponga un rollo, y ábrala de nuevo en su página (F12).',
      },
      'cover-open': {
        says: 'La caja no se abrió: la tapa de su impresora está abierta.',
        advice: 'Cierre la tapa y abra la caja de nuevo en su página (F12), o ábrala con su llave.',
      },
      fault: {
        says: 'La caja no se abrió: su impresora indica una falla.',
        advice: 'Ábrala con su llave. La página de dispositivos dice qué pasa.',
      },
      offline: {
        says: 'La caja no se abrió: su impresora está fuera de línea.',
        advice: 'Ábrala con su llave, o de nuevo en su página (F12) cuando la impresora esté lista.',
      },
      away: {
        says: 'La caja no se abrió: lo que la abre no está conectado.',
        advice: 'Ábrala con su llave. Revise el cable y la corriente; la página de dispositivos dice qué pasa.',
      },
      'at-work': {
        says: 'La caja no se abrió: su impresora seguía imprimiendo.',
        advice: 'Ábrala de nuevo en su página (F12), o con su llave.',
      },
      'desk-stopped': {
        says: 'La caja no se abrió: Datestamp se detuvo antes.',
        advice: 'Ábrala de nuevo en su página (F12), o con su llave.',
      },
      other: {
        says: 'La caja no se abrió: lo que la abre no está listo.',
        advice: 'Ábrala con su llave, o de nuevo en su página (F12). La página de dispositivos dice qué pasa.',
      },
    },
    restless: {
      says: 'La caja se abre sola una y otra vez. Desde ahora sus aperturas solo se cuentan.',
      advice: 'Revise que cierre. Si está cerrada, haga revisar su sensor y su cable.',
    },
    left_open: { says: 'La caja está abierta.', advice: 'Ciérrela.' },
    nonsense: {
      says: 'Error del sensor de la caja. Por ahora no se toma en cuenta.',
      advice: 'Revise su cable. Si continúa, haga revisar el sensor.',
    },
  },
  misread: {
    heading: 'Escaneo no leído',
    'too-long': 'Demasiado largo para un código de barras.',
    'half-report': 'Solo llegó una parte del escaneo.',
    'not-text': 'No es un código de barras.',
    again: 'Escanéelo de nuevo. Si sigue así, revise el escáner en la página de dispositivos.',
  },
}
