/** Spanish for the displays that face the patron, on the page of the devices. */
import type { DISPLAYS_PAGE as EN } from '../../../en/pages/devices/displays.ts'

export const DISPLAYS_PAGE: typeof EN = {
  heading: 'Visores de poste',
  none: 'No hay ningún visor configurado. Busque dispositivos, o presione D para agregar su puerto.',
  name: (number) => `Visor ${number}`,
  language: 'Lenguaje',
  languages: { cd5220: 'CD5220, el más común', 'esc-pos': 'ESC/POS de Epson' },
  use: 'Usar como visor',
  add_port: 'Agregar un visor por su puerto',
  test: 'Mostrar un texto de prueba',
  test_text: 'Funciona',
  window: {
    heading: 'Pantalla del usuario',
    where: 'Monitor',
    none: 'Sin configurar',
    own: 'Una ventana aparte, para moverla a ese monitor',
    away: 'Su monitor no está conectado',
    screen: (name, size) => (name === '' ? `Monitor de ${size}` : `${name}, ${size}`),
    act: 'Pantalla del usuario',
  },
}
