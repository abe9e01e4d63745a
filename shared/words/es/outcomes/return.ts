/** Spanish for a return: where it goes, how late it was, what was odd about it. Never says who had it. */
import type { RETURN as EN } from '../../en/outcomes/return.ts'
import { countedIn } from '../../plural.ts'

const n = countedIn('es')

export const RETURN: typeof EN = {
  odd: {
    'was-not-out': 'No estaba prestado',
    'was-lost': 'Estaba perdido, ya se encontró',
    'was-claimed': 'Estaba reclamado, ya se encontró',
    'was-missing': 'Estaba extraviado, ya se encontró',
    'was-in-transit': 'Llegó de otra sucursal',
    'was-on-its-way': 'Estaba en tránsito',
    'was-on-order': 'Aún no estaba listo para el público',
  },
  again: 'Ya se escaneó: está devuelto',
  late: (days_count) => `${n(days_count, 'día', 'días')} de atraso`,
  late_today: 'Menos de un día de atraso',
  shelf: {
    says: 'Al estante',
    label: 'al estante',
    cart: 'carrito',
    happened: (location) => (location === '' ? 'Al estante' : `Al estante, ${location}`),
  },
  hold: {
    says: 'Al estante de reservas: está reservado para recoger aquí',
    label: 'poner en',
    fact: 'Estante de reservas',
    happened: 'Estante de reservas',
  },
  transit: {
    says: {
      hold: (branch) => `Envíelo a ${branch}: está reservado para recoger allí`,
      home: (branch) => `Envíelo a ${branch}: pertenece allí`,
    },
    label: 'enviar a',
    happened: (branch) => `Enviar a ${branch}`,
  },
  lender: {
    says: (lender, by) =>
      `Préstamo interbibliotecario: devuélvalo a ${lender}${by === '' ? '' : ` a más tardar el ${by}`}`,
    label: 'devolver a',
    happened: 'Devolver',
  },
  aside: {
    says: {
      damaged: 'Apártelo: está marcado como dañado',
      withdrawn: 'Apártelo: está marcado como descartado',
    },
    fact: { damaged: 'Dañado', withdrawn: 'Descartado' },
    label: 'apartar',
    happened: 'Apartar',
  },
  gone: {
    heading: 'Su registro se eliminó',
    item: (barcode) => `Artículo ${barcode}: su registro se eliminó`,
    says: 'Apártelo: su registro ya no está en los datos de la biblioteca',
    is_in: 'La devolución está registrada',
    free: 'No se cobró nada por él',
    fact: 'Sin registro',
  },
  not_ours: {
    says: (prefix) => `No es nuestro: es de otra biblioteca (${prefix})`,
    nothing: 'No se registró nada',
    how: '1 = crear un registro breve, para prestarlo a un usuario de aquí',
    label: 'ponerlo en',
    fact: 'Caja del mensajero',
    happened: 'Al mensajero',
  },
  waits: 'Necesita una respuesta: {key:tasks} lo muestra',
  esc_later: 'Esc = después',
  returned: 'Devuelto',
  answers: {
    shelf: { label: 'Estaba en nuestro estante', happened: 'Encontrado en nuestro estante' },
    brought: { label: 'El usuario lo devolvió', happened: 'Devuelto por el usuario' },
    waive: { label: 'Condonarlo junto con la multa', happened: 'Condonado' },
    charge: { label: 'Cancelarlo y cobrar la multa', happened: 'Cobro cancelado' },
    leave: { label: 'Dejarlo pendiente', happened: 'Sigue pendiente' },
    seen: { label: 'Mostró el recibo: reembolsarlo', happened: 'Recibo mostrado' },
    none: { label: 'Sin recibo: queda pagado', happened: 'Queda pagado' },
  },
  settled: 'Resuelto',
}
