/** Spanish for the receipt printers on the devices page. */
import type { PRINTERS_PAGE as EN } from '../../../en/pages/devices/printers.ts'

export const PRINTERS_PAGE: typeof EN = {
  name: (number) => `Impresora ${number}`,
  heading: 'Impresoras de recibos',
  none:
    'No hay ninguna impresora de recibos. Presione L para buscarla, o N para agregar una de la red. En Windows y ' +
    'macOS, instale primero la impresora USB en el sistema.',
  network: (host, port) => `Red ${host}, puerto ${port}`,
  queue: (name) => `Cola de impresión ${name} de esta computadora`,
  use: 'Usar como impresora',
  logo: {
    label: 'Logotipo en recibos',
    file: 'Archivo PNG, con su carpeta',
    hint: 'Vacío: sin logotipo',
    is_set: 'Se imprime un logotipo al comienzo de lo que reciben los usuarios. T en una impresora lo imprime.',
    is_none: 'Al comienzo de lo que reciben los usuarios: oscuro sobre blanco, de 576 puntos por 160 como máximo.',
  },
  add_network: 'Agregar una impresora de red',
  add_port: 'Agregar un puerto de impresora por su nombre',
  host: 'Dirección',
  host_hint: '192.168.1.50, como dice la página que la impresora imprime sobre sí misma',
  port_number: 'Puerto',
  model: 'Modelo',
  model_hint: 'En la etiqueta debajo de la impresora. Si no está en la lista, elija ESC/POS.',
  star_unknown:
    'Datestamp no conoce esta impresora Star. Elija lo que tiene configurado: una Star de la lista, o ' +
    'ESC/POS. Después, T imprime una prueba.',
  mute: 'En uso',
  mute_advice: 'No dice si tiene papel ni si imprimió: mire el papel.',
  flow: 'Control de flujo',
  flows: { none: 'Ninguno', 'rts-cts': 'Por hardware (RTS/CTS)', 'xon-xoff': 'Por software (XON/XOFF)' },
  test: 'Imprimir una página de prueba',
  test_sent: 'La página de prueba está en camino.',
  test_ends: {
    done: () => 'La página de prueba se imprimió.',
    'not-done': (why) => `La página de prueba no se imprimió. ${why}`,
    'may-be-done': (why) => `Puede que la página de prueba se haya impreso. ${why}`,
  },
  test_again: 'La última página de prueba no se imprimió. T la imprime ahora.',
  near_end: 'Queda poco papel',
  near_end_advice: 'Tenga un rollo nuevo a mano.',
  held: { 'cover-open': 'Tapa abierta', 'paper-out': 'Sin papel', offline: 'No responde' },
  advice: {
    'cover-open': 'Cierre la tapa.',
    'paper-out': 'Ponga un rollo nuevo.',
    offline: 'Revise que esté encendida, y el modelo. En un puerto serie, revise también la velocidad.',
  },
  faults: { cutter: 'Cortador atascado', 'too-hot': 'Demasiado caliente', unrecoverable: 'Averiada', other: 'Error' },
  fault_advice: {
    cutter: 'Abra la tapa, quite el papel atascado y apague y encienda la impresora.',
    'too-hot': 'Espere unos minutos.',
    unrecoverable: 'Apáguela y enciéndala. Si sigue así, necesita reparación.',
    other: 'Abra y cierre la tapa; después apague y encienda la impresora.',
  },
  network_states: { waiting: 'No responde', busy: 'La usa otra computadora' },
  network_advice: {
    waiting: 'Revise que esté encendida y en la red, y que la dirección sea correcta.',
    busy: 'Solo una computadora a la vez puede usarla. Si ninguna la usa, revise la dirección y el puerto.',
  },
  queue_states: { waiting: 'No imprimió', absent: 'No se encuentra la cola' },
  queue_advice: {
    waiting: 'Abra la impresora en la configuración de esta computadora: puede estar apagada, en pausa o sin papel.',
    absent:
      'Mire las impresoras en la configuración de esta computadora. Si la cola cambió de nombre, agréguela otra vez.',
  },
  nonsense: 'Responde como otro modelo: elija su modelo de nuevo. En un puerto serie, revise la velocidad.',
  last_error: (detail) => `Último error: ${detail}`,
  why: {
    '': '',
    'no-such-device': 'No está configurada.',
    'not-ready': 'No está conectada.',
    'wrong-work': 'Este dispositivo no puede hacer eso.',
    'too-much': 'Hay demasiado en espera.',
    canceled: 'Se canceló.',
    removed: 'La impresora ya no se usa.',
    lost: 'Se perdió la conexión.',
    'paper-out': 'No tiene papel.',
    'cover-open': 'Tiene la tapa abierta.',
    fault: 'Informa de un error.',
    offline: 'No está en línea.',
    'no-answer': 'No respondió.',
    'not-taken': 'No lo recibió todo a tiempo.',
    broken: 'Datestamp no pudo hacer la página.',
    'cannot-tell': 'Recibió el trabajo y nunca dice si imprimió: mire el papel.',
  },
}
