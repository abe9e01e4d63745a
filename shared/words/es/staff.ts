/** Spanish for roles: what each grant allows, and how far, and what was changed of them. */
import type { STAFF as EN } from '../en/staff.ts'
import { countedIn } from '../plural.ts'

const n = countedIn('es')

export const STAFF: typeof EN = {
  grants: {
    'answer-at-desk': 'Responder las preguntas de una fila: reservado, prestado a otro usuario, encontrado, vencido',
    'undo-own': 'Deshacer sus propias acciones',
    'undo-others': 'Deshacer lo que hizo otra persona',
    'override-block': 'Prestar a pesar de una prohibición, un bloqueo o una cuenta cerrada',
    'override-debt': 'Prestar a pesar de deudas, artículos perdidos o con atraso',
    'override-limit': 'Prestar por encima del límite',
    'lend-not-for-loan': 'Prestar artículos que no se prestan o están descartados',
    'renew-over-limit': 'Renovar por encima del límite, o con una reserva de otro usuario',
    'set-due-date': 'Fijar a mano una fecha de vencimiento',
    recall: 'Reclamar un artículo prestado para otro usuario',
    backdate: 'Registrar una devolución con fecha anterior',
    'declare-lost': 'Declarar un artículo perdido o dañado',
    'claim-over-limit': 'Registrar un reclamo por encima del límite',
    charge: 'Agregar un cargo a una cuenta',
    waive: 'Condonar cargos',
    'remove-block': 'Quitar de una cuenta una nota que bloquea',
    'edit-item': 'Agregar, editar y descartar artículos',
    'declare-outage': 'Declarar una interrupción, para que a ningún usuario se le multe por ella',
    'see-late-patrons': 'Ver los usuarios con atraso, por nombre',
    'export-late-patrons': 'Guardar en un archivo quién tiene atrasos, por nombre',
    'see-desk-day': 'Ver el día del mostrador: por hora, con reglas anuladas y condonaciones',
    'see-work-log': 'Ver el registro de trabajo de este mostrador',
    disclose: 'Registrar una divulgación de datos de un usuario',
    'export-patron': 'Exportar todos los datos de un usuario',
    'erase-patron': 'Borrar a un usuario',
    'see-privacy-log': 'Ver quién consultó qué cuenta',
    'edit-policy': 'Cambiar las reglas de la biblioteca',
    'look-after-desk': 'Administrar este mostrador: sucursal, reloj, importar datos, exportar el diario, restaurar',
    'edit-staff': 'Cambiar el personal, las funciones y los PIN',
  },
  role_names: { staff: 'Personal', supervisor: 'Supervisor', manager: 'Gerente' },
  reach: {
    no: 'no',
    yes: 'sí',
    unlimited: 'sí, sin límite',
    amount: (most) => `hasta ${most}`,
    days: (count) => `hasta ${n(count, 'día', 'días')}`,
  },
  role: {
    added: (name) => `Función ${name} agregada`,
    removed: (name) => `Función ${name} eliminada`,
    moved: (name) => `Función ${name} cambiada de lugar`,
    renamed: (name) => `Función ${name} con otro nombre`,
    now: (name) => `Ahora ${name}`,
    granted: (name, grant) => `Lo que permite ${name}: ${grant}`,
    reach_now: (before, after) => `${before}; ahora ${after}`,
  },
}
