/** Spanish for the lists of cards to look after. */
import type { CARD_LISTS_PAGE as EN } from '../../en/pages/card-lists.ts'
import { numberIn } from '../../plural.ts'

const number = numberIn('es')

export const CARD_LISTS_PAGE: typeof EN = {
  heading: 'Seguimiento de tarjetas',
  lead: 'Elija una lista. Cada fila abre la cuenta, con lo que hay que hacer.',
  columns: { list: 'Lista', count: 'Tarjetas', name: 'Nombre', card: 'Tarjeta', category: 'Categoría' },
  open: 'Abrir la lista',
  open_account: 'Abrir la cuenta',
  all: 'Todas las listas',
  more: (most) => `más de ${number(most)}`,
  only_first: (most) => `Solo se muestran las primeras ${number(most)}.`,
  page: (page_number) => `Página ${page_number}.`,
  none: 'Nada aquí. Presione Esc para volver.',
  never: 'nunca',
  lists: {
    expiring: { name: 'Vencen este mes', day: 'Vence', lead: 'Renueve la tarjeta cuando el usuario esté aquí.' },
    'expiring-next': {
      name: 'Vencen el mes próximo',
      day: 'Vence',
      lead: 'Renueve la tarjeta cuando el usuario esté aquí.',
    },
    unfit: {
      name: 'Se mudaron: la tarjeta ya no corresponde',
      day: 'Desde',
      lead: 'La dirección da otra tarjeta. Cambie la categoría y luego renueve.',
    },
    'of-age': {
      name: 'Cumplen 18 y tienen tutor',
      day: 'Nacimiento',
      lead: 'Desde los 18 nadie responde por un usuario: termine la tutela.',
    },
    mail: { name: 'Correo devuelto', day: 'Devuelto', lead: 'Pregunte la dirección, y cámbiela o confírmela.' },
    email: {
      name: 'Correo electrónico por corregir',
      day: 'Volvió',
      lead: 'Pida la dirección de correo electrónico y corríjala.',
    },
    address: {
      name: 'Dirección por confirmar',
      day: 'Confirmada',
      lead: 'Pasó un año. Pregunte la dirección, y cámbiela o confírmela.',
    },
    registered: {
      name: 'Inscritos en este mostrador, sin revisar',
      day: 'Inscripción',
      lead: 'Revise cada inscripción: nombre, nacimiento, dirección, categoría.',
    },
  },
  duplicates: {
    name: 'Posibles duplicados',
    run: 'Buscar duplicados',
    lead: 'Compara cada registro con los que se le parecen. Puede tardar minutos. Siga escaneando si quiere.',
    done: 'Los más probables van primero. Enter abre el primer registro, para comparar y unir.',
    other: 'Quizá el mismo que',
    reason: 'Por qué',
    compare: 'Comparar',
    none: 'No hay dos registros que parezcan de una misma persona.',
  },
  report: {
    heading: 'Estadísticas de tarjetas',
    open: 'Estadísticas',
    run: 'Contar las tarjetas',
    lead: 'Cuenta las tarjetas expedidas, renovadas, vencidas y en uso. Puede seguir escaneando.',
    done: 'Los grupos de menos de cinco personas se cuentan juntos.',
    save_says: 'El archivo no nombra a nadie. Los grupos pequeños se cuentan juntos.',
    table: 'Tabla',
    line: 'Línea',
    by_month: 'Por mes',
    month: 'Mes',
    says: (given, renewed, expired) =>
      `En 13 meses: ${number(given)} expedidas, ${number(renewed)} renovadas, ${number(expired)} vencidas.`,
    figures: { active: 'En uso', given: 'Expedidas', renewed: 'Renovadas', expired: 'Vencidas' },
    groups: {
      category_code: {
        heading: 'Por categoría',
        column: 'Categoría',
        others: 'Otras categorías',
        all: 'Todas las categorías',
      },
      branch_code: { heading: 'Por sucursal', column: 'Sucursal', others: 'Otras sucursales', all: 'Todas' },
    },
    cross: { heading: 'Cada mes por categoría y sucursal', others: 'Los demás', all: 'Todos' },
    none: 'No hay tarjetas.',
  },
  acts: {
    unfit: (category: string) => `Cambiar a ${category}`,
    unfit_says: 'La tarjeta ya no corresponde a la dirección. Después vienen la renovación y su cargo.',
    email: 'Corregir el correo electrónico',
    email_says: (email, on) => `Lo que se envió a ${email} volvió el ${on}.`,
    bounced: 'El correo electrónico volvió',
    bounced_says: (email) => `Lo que se envió a ${email} volvió. No se le envía nada hasta corregirlo.`,
    arrives: 'El correo electrónico sí llega',
    arrives_says: 'La dirección es correcta y lo que se le envía llega.',
    opened: 'Abrir la cuenta',
    opened_says: 'La cuenta está cerrada. Una vez abierta, presta y renueva como antes.',
    closed: 'Cerrar la cuenta',
    closed_says: 'Ya no se le presta nada. Los artículos prestados, las reservas y los cargos quedan.',
    mail: 'Correo postal devuelto',
    mail_says: (address) =>
      `El correo a ${address || 'este usuario'} fue devuelto. Sin préstamos hasta corregir o confirmar la dirección.`,
    address: 'Dirección confirmada',
    address_says: (address) => `El usuario dice que sigue siendo ${address}.`,
    address_none: 'No hay dirección en el registro y el usuario no tiene. Si tiene una, edite primero el registro.',
    registration: 'Inscripción revisada',
    registration_says: (on) => `Inscripción del ${on}. La leyó otra vez y está bien.`,
  },
}
