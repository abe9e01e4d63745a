/** Spanish for the pages of reports: what is overdue, and who is late. */
import type { REPORTS_PAGE as EN } from '../../en/pages/reports.ts'
import { countedIn, numberIn } from '../../plural.ts'

const n = countedIn('es')
const number = numberIn('es')

export const REPORTS_PAGE: typeof EN = {
  supervisor: {
    heading: (on) => `El mostrador hoy, ${on}`,
    lead: 'Lo que este mostrador hizo hoy, y lo que se autorizó o se condonó. No se nombra a ningún usuario.',
    hours: 'Por hora',
    hour: 'Hora',
    acts: { out: 'Prestados', in: 'Devueltos', renewed: 'Renovados', held: 'Reservas hechas' },
    total: {
      out: (count) => n(count, 'prestado', 'prestados'),
      in: (count) => n(count, 'devuelto', 'devueltos'),
      renewed: (count) => n(count, 'renovado', 'renovados'),
      held: (count) => n(count, 'reserva hecha', 'reservas hechas'),
    },
    empty: 'Todavía nada hoy.',
    people: 'Por persona',
    latest: 'Reglas anuladas y condonaciones',
    none: 'Hoy no se anuló ninguna regla ni se condonó nada.',
    columns: {
      when: 'Cuándo',
      who: 'Quién',
      what: 'Qué',
      why: 'Por qué',
      approved_by: 'Autorizado por',
      overrides: 'Reglas anuladas',
      waived: 'Condonado',
    },
    waived: (count, amount) => (count === 0 ? '' : `${amount} (${number(count)})`),
    open: 'Reglas anuladas y condonaciones',
    person: (name) => `${name}: reglas anuladas y condonaciones de hoy`,
    entry: 'Ver en el registro',
    account: 'Abrir la cuenta',
    overdue: 'Quién tiene atrasos',
    work_log: 'Registro de trabajo',
  },
  overdue: {
    heading: 'Con atraso',
    run: 'Hacer el informe',
    run_again: 'Hacerlo otra vez',
    cancel: 'Cancelar',
    lead: 'Lee todos los préstamos mientras el mostrador trabaja. Puede seguir escaneando.',
    running: 'Puede seguir escaneando.',
    done: (as_of) => `Al ${as_of}.`,
    canceled: 'Cancelado. Presione R para hacerlo otra vez.',
    failed: 'No se pudo leer el informe. Presione R para intentarlo otra vez.',
    reading: 'Leyendo',
    items: (count) => `Artículos con atraso: ${number(count)}`,
    age: 'Atraso',
    count: 'Artículos',
    ages: {
      week: 'Hasta una semana',
      month: 'De 8 a 30 días',
      quarter: 'De 31 a 90 días',
      year: 'De 91 días a un año',
      longer: 'Más de un año',
    },
    longest: (patrons_count) => `Los mayores atrasos, de ${n(patrons_count, 'usuario', 'usuarios')}`,
    names_closed: 'Los nombres se muestran a las funciones que pueden ver quién tiene atrasos. Presione R otra vez.',
    by_branch: 'Por sucursal donde se prestaron',
    columns: {
      patron: 'Usuario',
      items: 'Artículos',
      days_late: 'Días de atraso',
      branch: 'Sucursal',
      patrons: 'Usuarios',
    },
    empty: 'Nadie tiene atrasos.',
    open: 'Abrir la cuenta',
  },
}
