/** Spanish for what a device of this desk did. */
import type { DEVICES as EN } from '../../en/outcomes/devices.ts'

export const DEVICES: typeof EN = {
  misread: {
    heading: 'Escaneo no leído',
    'too-long': 'El escáner envió más de lo que tiene cualquier código.',
    'half-report': 'El escáner envió medio escaneo.',
    'not-text': 'El escáner envió algo que no es un código de barras.',
    again: 'Escanéelo de nuevo. Si sigue así, revise el escáner en la página de dispositivos.',
  },
}
