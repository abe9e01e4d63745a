/** Spanish for the devices at this desk. */
import type { DEVICE_REFUSALS } from '../../../refusals/device.ts'
import type { WordsFor } from '../../refusal-words.ts'

export const DEVICE: WordsFor<typeof DEVICE_REFUSALS> = {
  'no-devices-here': {
    short: 'Sin dispositivos',
    says: 'La parte de Datestamp que habla con los dispositivos no está funcionando.',
    way_out: 'Inténtelo de nuevo en un momento. Si sigue así, reinicie Datestamp.',
  },
  'no-such-device': {
    short: 'No existe',
    says: ({ device }) => `Ningún dispositivo de este mostrador se llama ${device}.`,
    way_out: 'Elija uno de la lista.',
  },
  'device-known': {
    short: 'Ya está en uso',
    says: ({ device }) => `Este dispositivo ya está en uso, como ${device}.`,
    way_out: 'Cambie ese, o quítelo primero.',
  },
  'prefix-too-long': {
    short: 'Prefijo muy largo',
    says: ({ max }) => `Un prefijo tiene como máximo ${max} caracteres.`,
    way_out: 'Escriba solo lo que el escáner envía antes de cada código, o déjelo vacío.',
  },
  'too-many-devices': {
    short: 'Demasiados dispositivos',
    says: ({ max }) => `Un mostrador tiene como máximo ${max} dispositivos.`,
    way_out: 'Quite uno primero.',
  },
}
