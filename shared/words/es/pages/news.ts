/** Spanish for what those who look after a desk or its staff are told of at their next sign-in. */
import { countedIn } from '../../plural.ts'
import type { NEWS as EN } from '../../en/pages/news.ts'

const n = countedIn('es')

export const NEWS: typeof EN = {
  heading: 'Desde su última sesión',
  lead: 'Lo que se mostró, copió, importó o cambió en este mostrador. Presione Enter cuando lo haya leído.',
  columns: { when: 'Cuándo', who: 'Quién', what: 'Qué', more: 'Más' },
  empty: 'Nada.',
  read: 'Ya lo leí',
  go: 'Lo que pasó desde su última sesión',
  restored: 'Se restauró una copia de seguridad',
  missing: 'Faltaban registros al iniciar',
  unproved: 'Al iniciar, el diario no era como esta computadora lo firmó',
  approved: {
    heading: 'Quién autorizó a quién en los últimos 7 días',
    asked_by: 'Lo pidió',
    approved_by: 'Lo autorizó',
    times: 'Veces',
  },
  card_pin: {
    heading: 'Tarjeta nueva y PIN nuevo para un mismo usuario en el mismo día, en los últimos 7 días',
    by: 'Quién',
    patrons: 'Usuarios',
  },
  files: (count) => n(count, 'archivo', 'archivos'),
  minutes: (before, after) => `${before} minutos antes, ${after} ahora; 0 es nunca`,
  moved: (before, after) => `de ${before} a ${after}`,
  renamed: 'con otro nombre',
  clock: (desk) => `la hora del mostrador era ${desk}`,
}
