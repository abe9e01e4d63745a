/** Spanish for what a device of this desk did. */
import type { DEVICES as EN } from '../../en/outcomes/devices.ts'

export const DEVICES: typeof EN = {
  printing: {
    heading: 'Imprimiendo',
    on: (printer) => `Enviado a ${printer}`,
    slip: (printer) => `Su comprobante se envió a ${printer}`,
    slip_waits: (printer) => `Su comprobante espera: ${printer} no está lista`,
    waits: (printer) => `Espera: ${printer} no está lista. Se imprime en cuanto lo esté`,
    interrupted: 'Se interrumpió la impresión',
    interrupted_says: 'El papel se imprime de nuevo, marcado REIMPRESIÓN. Deseche el que quedó a medias.',
    failed: 'Papel no impreso',
    failed_says: 'Una impresora no imprimió un papel, o no confirmó que lo hizo.',
    see: 'Impresiones lo muestra y lo imprime de nuevo.',
  },
  drawer: {
    not_opened: {
      says: 'La caja no se abrió.',
      advice: 'Vea si algo la detiene. Ábrala de nuevo en su página (F12), o con su llave.',
    },
    not_sent: {
      'paper-out': {
        says: 'La caja no se abrió: su impresora no tiene papel, y una impresora sin papel no abre ninguna caja.',
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
        says: 'La caja no se abrió: su impresora seguía con otro papel.',
        advice: 'Ábrala de nuevo en su página (F12), o con su llave.',
      },
      'desk-stopped': {
        says: 'La caja no se abrió: este programa se detuvo antes de poder abrirla.',
        advice: 'Ábrala de nuevo en su página (F12), o con su llave.',
      },
      other: {
        says: 'La caja no se abrió: lo que la abre no está listo.',
        advice: 'Ábrala con su llave, o de nuevo en su página (F12). La página de dispositivos dice qué pasa.',
      },
    },
    restless: {
      says: 'La caja se abre una y otra vez, y nadie lo pidió. Desde ahora se cuentan sus aperturas.',
      advice: 'Mire si cierra. Si está cerrada, haga revisar su sensor y su cable.',
    },
    left_open: { says: 'La caja está abierta.', advice: 'Ciérrela.' },
    nonsense: {
      says: 'El sensor de la caja dice cosas sin sentido, y por ahora no se le cree.',
      advice: 'Revise su cable. Si continúa, haga revisar el sensor.',
    },
  },
  misread: {
    heading: 'Escaneo no leído',
    'too-long': 'El escáner envió más de lo que tiene cualquier código.',
    'half-report': 'El escáner envió medio escaneo.',
    'not-text': 'El escáner envió algo que no es un código de barras.',
    again: 'Escanéelo de nuevo. Si sigue así, revise el escáner en la página de dispositivos.',
  },
}
