/** Spanish for the pages of reports: what is overdue, and who is late. */
import type { REPORTS_PAGE as EN } from '../../en/pages/reports.ts'
import { countedIn, numberIn } from '../../plural.ts'
import { asSentence } from '../../sentence.ts'

const n = countedIn('es')
const number = numberIn('es')

export const REPORTS_PAGE: typeof EN = {
  supervisor: {
    heading: (on) => `El mostrador hoy, ${on}`,
    lead: 'Lo que este mostrador hizo hoy, y qué reglas se anularon o qué se condonó. No se nombra a ningún usuario.',
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
    none: 'Hoy no se anuló ninguna regla ni se condonó o anuló ningún cargo.',
    columns: {
      when: 'Cuándo',
      who: 'Quién',
      what: 'Qué',
      reason: 'Por qué',
      approved_by: 'Autorizado por',
      overrides: 'Reglas anuladas',
      let_off: 'Condonado o anulado',
    },
    let_off: (count, amount) => (count === 0 ? '' : `${amount} (${number(count)})`),
    open: 'Reglas anuladas y condonaciones',
    person: (name) => `${name}: reglas anuladas y condonaciones de hoy`,
    entry: 'Ver en el registro',
    account: 'Abrir la cuenta',
    overdue: 'Informe de atrasos',
    work_log: 'Registro de trabajo',
  },
  overdue: {
    heading: 'Con atraso',
    run: 'Hacer el informe',
    run_again: 'Hacerlo otra vez',
    cancel: 'Cancelar',
    lead: 'Lee todos los préstamos. Puede seguir escaneando.',
    running: 'Puede seguir escaneando.',
    done: (as_of) => asSentence(`Datos de ${as_of}`),
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
    names_closed:
      'Solo algunas funciones pueden ver los nombres de usuarios con atraso. Presione R para hacerlo otra vez.',
    filter: 'Filtrar',
    show_all: 'Mostrar todo',
    every: 'Todos',
    print: 'Imprimir',
    save: 'Guardar en un archivo',
    save_says: 'El archivo nombra a usuarios y no está cifrado. Queda registrado que usted lo guardó.',
    to_file: 'Archivo nuevo',
    show_branch: 'Mostrar esta sucursal',
    printed: 'Informe de atrasos',
    saved: 'Guardado',
    only: (which) => `Solo: ${which}.`,
    first: (shown, of_count) => `Los primeros ${number(shown)} de ${number(of_count)} usuarios.`,
    total: (items_count, patrons_count) =>
      `${n(items_count, 'artículo', 'artículos')}, ${n(patrons_count, 'usuario', 'usuarios')}`,
    saved_says: (count, file) => `${n(count, 'usuario', 'usuarios')} en ${file}`,
    by_branch: 'Por sucursal donde se prestaron',
    columns: {
      card: 'Tarjeta',
      patron: 'Usuario',
      items: 'Artículos',
      days_late: 'Días de atraso',
      branch: 'Sucursal',
      patrons: 'Usuarios',
    },
    empty: 'Ningún usuario tiene atrasos.',
    open: 'Abrir la cuenta',
  },
}
