/** Spanish for the displays that face the patron, on the page of the devices. */
import type { DISPLAYS_PAGE as EN } from '../../../en/pages/devices/displays.ts'

export const DISPLAYS_PAGE: typeof EN = {
  heading: 'La pantalla del usuario',
  none: 'No hay ninguna pantalla configurada. Busque dispositivos, o presione D para agregar su puerto.',
  name: (number) => `Pantalla ${number}`,
  language: 'Lenguaje',
  languages: { cd5220: 'CD5220, el más común', 'esc-pos': 'ESC/POS de Epson' },
  use: 'Usar como pantalla',
  add_port: 'Agregar una pantalla por su puerto',
  test: 'Mostrar un texto de prueba',
  test_text: 'Funciona',
  window: {
    heading: 'Monitor para el usuario',
    where: 'Dónde está',
    none: 'En ninguna parte',
    own: 'Una ventana propia, para moverla a ese monitor',
    away: 'Su monitor no está conectado',
    screen: (name, size) => (name === '' ? `Monitor de ${size}` : `${name}, ${size}`),
    act: 'Monitor para el usuario',
  },
}
