/** Spanish for the devices at this desk. */
import type { DEVICE_REFUSALS } from '../../../refusals/device.ts'
import type { WordsFor } from '../../refusal-words.ts'

export const DEVICE: WordsFor<typeof DEVICE_REFUSALS> = {
  'practice-only': {
    short: 'Solo para practicar',
    says: 'Solo un mostrador de práctica tiene dispositivos de práctica.',
    way_out: 'Cierre Datestamp e inícielo para practicar.',
  },
  'training-devices-only': {
    short: 'Solo los de práctica',
    says: 'Un mostrador de práctica usa sus dispositivos de práctica y nunca uno real.',
    way_out: 'Configure los dispositivos reales en un mostrador de trabajo.',
  },
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
  'printer-model-unknown': {
    short: 'Modelo desconocido',
    says: ({ model }) => `Datestamp no conoce ningún modelo de impresora llamado ${model}.`,
    way_out: 'Elija un modelo de la lista.',
  },
  'prefix-too-long': {
    short: 'Prefijo muy largo',
    says: ({ max }) => `Un prefijo tiene como máximo ${max} caracteres.`,
    way_out: 'Escriba solo lo que el escáner envía antes de cada código, o déjelo vacío.',
  },
  'logo-not-found': {
    short: 'No existe el archivo',
    says: 'No se puede leer ningún archivo con este nombre.',
    way_out: 'Revise su nombre, con su carpeta, y que esta computadora pueda leerlo.',
  },
  'logo-not-png': {
    short: 'No es una imagen',
    says: 'Esto no es una imagen PNG, o está dañada.',
    way_out: 'Guarde el logotipo como PNG, sin entrelazar, y elija ese archivo.',
  },
  'logo-too-large': {
    short: 'Imagen muy grande',
    says: ({ max }) => `Un logotipo tiene como máximo ${max} píxeles de ancho y de alto, y 2 MB.`,
    way_out: 'Guárdelo más pequeño. En un recibo caben 576 puntos por 160.',
  },
  'logo-blank': {
    short: 'Nada oscuro',
    says: 'Nada en esta imagen es lo bastante oscuro para imprimirse.',
    way_out: 'Elija un logotipo oscuro sobre blanco.',
  },
  'scans-do-not-agree': {
    short: 'Escaneos distintos',
    says: 'Hacen falta tres escaneos que coincidan, y no los hay.',
    way_out: 'Escanee tres veces en la página del escáner de teclado.',
  },
  'no-beeper': {
    short: 'Sin pitido',
    says: 'Este dispositivo no está listo, o no tiene un pitido que Datestamp pueda activar.',
    way_out: 'Escanee un código: que el escáner pite al leerlo es un ajuste suyo.',
  },
  'no-receipt-printer': {
    short: 'Sin impresora de recibos',
    says: 'Este mostrador no tiene impresora de recibos.',
    way_out: 'Imprima con la impresora de la computadora, o configure una en la página de dispositivos.',
  },
  'job-over': {
    short: 'Ya es tarde',
    says: 'Una impresora ya lo tiene, o ya terminó.',
    way_out: 'Mire su estado en la lista.',
  },
  'too-many-devices': {
    short: 'Demasiados dispositivos',
    says: ({ max }) => `Un mostrador tiene como máximo ${max} dispositivos.`,
    way_out: 'Quite uno primero.',
  },
  'drawer-without-device': {
    short: 'Nada la abre',
    says: ({ drawer }) => `Ningún dispositivo de este mostrador abre la caja${drawer === '' ? '' : ` ${drawer}`}.`,
    way_out: 'Ábrala con su llave, o configúrela en la página de los dispositivos.',
  },
  'drawer-level-unknown': {
    short: 'No se sabe',
    says: 'El dispositivo no dice si su caja está abierta.',
    way_out: 'Revise que esté listo y que el cable de la caja esté conectado.',
  },
  'drawer-level-same': {
    short: 'Sin diferencia',
    says: 'El dispositivo dice lo mismo de la caja abierta y de la cerrada.',
    way_out: 'Abra la caja e indíquelo, luego ciérrela e indíquelo. Si sigue igual, esta caja no tiene sensor.',
  },
  'pulse-settled': {
    short: 'Ya se sabe',
    says: 'Ya se sabe si la caja se abrió.',
    way_out: 'No queda nada por hacer.',
  },
}
