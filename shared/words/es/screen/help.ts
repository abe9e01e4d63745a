/** Spanish for help: the guide on the screen. Its text is docs/guide.es.md. */
import type { HELP as EN } from '../../en/screen/help.ts'
import { countedIn } from '../../plural.ts'

const n = countedIn('es')

export const HELP: typeof EN = {
  heading: 'Ayuda',
  open: 'Ayuda',
  search: 'Buscar en la ayuda',
  topics: 'Temas',
  found: (count) => (count === 0 ? 'No se encontró nada. Pruebe con otra palabra.' : n(count, 'tema', 'temas')),
  find_patron: 'Buscar un usuario',
  find_title: 'Buscar un título',
  close: 'Cerrar la ayuda',
  page_keys: 'Teclas de esta página',
  page_back: 'Desde la ayuda: a la página como estaba. Desde la página: a donde se abrió',
  keys: 'Teclas',
}
