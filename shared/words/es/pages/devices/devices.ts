/** Spanish for the page of the devices at this desk. */
import type { DEVICES_PAGE as EN } from '../../../en/pages/devices/devices.ts'

export const DEVICES_PAGE: typeof EN = {
  heading: 'Dispositivos',
  lead:
    'Conecte un escáner o una impresora y presione L. El escáner que escribe como un teclado no se configura; si sus ' +
    'escaneos salen mal, presione K.',
  own: 'Escáneres',
  none: 'No hay ningún escáner configurado. Presione L para buscarlo. El de teclado no lo necesita.',
  columns: {
    device: 'Dispositivo',
    place: 'Conexión',
    side: 'Se usa para',
    state: 'Estado',
    name: 'Nombre',
    use: 'Qué es',
  },
  scanner: (number) => `Escáner ${number}`,
  port: (path) => `Puerto ${path}`,
  usb: (numbers, serial) => (serial === '' ? `USB ${numbers}` : `USB ${numbers}, n.º de serie ${serial}`),
  at_port: (usb, port) => `${usb}, en el puerto USB ${port}`,
  sides: { any: 'Préstamo y devolución', out: 'Préstamo', in: 'Devolución' },
  states: {
    ready: 'Listo',
    opening: 'Conectando',
    absent: 'No está conectado',
    waiting: 'Perdido, reintentando',
    denied: 'No permitido',
    busy: 'Lo usa otro programa',
    flapping: 'Conexión inestable',
  },
  advice: {
    ready: '',
    opening: '',
    absent: 'Conéctelo. Datestamp lo encuentra solo.',
    waiting: 'Revise el cable. Datestamp lo intenta de nuevo solo.',
    denied:
      'Esta computadora no deja que Datestamp lo use. Pida al administrador del sistema que instale la regla ' +
      '70-datestamp.rules; después desconéctelo y conéctelo de nuevo.',
    busy: 'Cierre el otro programa que lo usa.',
    flapping: 'Se conecta y se desconecta todo el tiempo: pruebe otro cable u otro puerto USB.',
  },
  host: {
    none: 'Este programa no tiene dispositivos.',
    up: 'Buscando',
    restarting: 'Los dispositivos se están reiniciando. Datestamp se conecta de nuevo solo.',
    down: 'Los dispositivos se detuvieron. Busque dispositivos en su página para iniciarlos de nuevo.',
  },
  twin:
    'Esta computadora no distingue dos dispositivos, y nada dice cuál de ellos es este. Desconecte uno, o agregue ' +
    'los dos y deje cada uno en su puerto USB.',
  system_says: (detail) => `La computadora dice: ${detail}`,
  look: 'Buscar dispositivos',
  looking: 'Buscando dispositivos.',
  found: 'Encontrados ahora',
  not_looked: 'Presione L para ver qué está conectado y qué hay en la red.',
  nothing_found:
    'No se encontró nada que pueda ser un escáner o una impresora. Revise el cable y presione L de nuevo. En Windows ' +
    'y macOS, instale primero la impresora USB en el sistema.',
  no_name: 'Dispositivo sin nombre',
  looks: {
    scanner: 'Un escáner',
    printer: 'Una impresora de recibos',
    drawer: 'Una caja',
    port: 'Un puerto: puede ser un escáner o una impresora',
    queue: 'Una cola de impresión de esta computadora',
    'network-printer': 'Una impresora de la red',
  },
  used_as: (name) => `En uso como ${name}`,
  use_scanner: 'Usar como escáner',
  add_port: 'Agregar un puerto de escáner por su nombre',
  port_name: 'Nombre del puerto',
  change: 'Cambiar',
  remove: 'Dejar de usar',
  remove_says: (name) => `${name} ya no se usa en este mostrador. Puede agregarlo de nuevo.`,
  side: 'Se usa para',
  speed: 'Velocidad (baudios)',
  form: 'Bits de datos, paridad, bits de parada',
  ends: 'Un escaneo termina con',
  end_kinds: { enter: 'Intro o Tab', silence: 'Una pausa' },
  prefix: 'Prefijo',
  prefix_hint: 'Lo que el escáner envía antes de cada código; normalmente nada',
  line_hint: 'Escanee algo para ver qué se lee',
  try_heading: 'Probar un escáner',
  try_label: 'Escanee cualquier cosa',
  try_says: 'En esta página un escaneo solo muestra lo que se leyó.',
  tried: (text) => `leyó ${text}`,
  keyboard: 'Escáner de teclado',
  beep: {
    act: 'Emitir un pitido',
    sent: 'Se le está pidiendo un pitido.',
    ends: {
      done: () => 'Se le pidió un pitido. Si no lo oyó, su sonido está apagado o muy bajo.',
      'not-done': (reason) => `No se le pidió el pitido. ${reason}`,
      'may-be-done': (reason) => `Quizá no se le pidió el pitido. ${reason}`,
    },
    cannot: 'No tiene un pitido que Datestamp pueda activar.',
  },
}
