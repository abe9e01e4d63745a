/** Spanish for what opens cash drawers, on the page of the devices. */
import type { DRAWER_DEVICES_PAGE as EN } from '../../../en/pages/devices/drawer-devices.ts'

export const DRAWER_DEVICES_PAGE: typeof EN = {
  heading: 'Cajas',
  none: 'No hay ninguna caja configurada. Elija su impresora y presione O, o busque un dispositivo.',
  box: (number) => `Abridor de caja ${number}`,
  drawer: 'Caja',
  opened_by: 'La abre',
  sensor: 'Su sensor',
  model: 'Modelo',
  any_box: 'Cualquiera que abre con cualquier carácter',
  use: 'Usar para una caja',
  add_port: 'Agregar una caja por su puerto',
  at_printer: 'Caja en esta impresora',
  no_drawer: 'Ninguna caja',
  connector: 'Conector',
  connectors: { '1': 'El primero, el habitual', '2': 'El segundo' },
  test: 'Abrir la caja',
  test_says: 'Abre la caja para probarla. Queda registrado como apertura sin venta.',
  is_open_now: 'La caja está abierta ahora',
  is_shut_now: 'La caja está cerrada ahora',
  learn_says: 'Abra la caja y confírmelo, luego ciérrela y confírmelo: el mostrador aprende a leer su sensor.',
  not_learned: 'Sin aprender: ábrala y presione N, ciérrela y presione S',
  half_learned: {
    open: 'Abierta, anotado: ahora ciérrela y presione S',
    shut: 'Cerrada, anotado: ahora ábrala y presione N',
  },
  says_nothing: 'Sin señal',
  is_open: 'Abierta',
  is_shut: 'Cerrada',
  unpublished: 'Su fabricante no publica los comandos: presione T para ver si estos la abren.',
}
