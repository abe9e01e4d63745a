/** Spanish for the drawn steps of pages where there is nothing yet. */
import type { STEPS_PAGE as EN } from '../../en/pages/steps.ts'

export const STEPS_PAGE: typeof EN = {
  recent: [
    'Escanee una tarjeta.',
    '¿Sin tarjeta? Presione {key:find-person} y escriba el nombre.',
    'Cada usuario que abra aparece aquí hasta que usted cierre sesión.',
  ],
  cart: [
    'Escanee todos los artículos del carrito, en cualquier orden.',
    'Vaya al primer lugar de la lista.',
    'Presione Enter cuando haya acomodado el artículo.',
  ],
  shelf: [
    'Vaya al extremo izquierdo del estante.',
    'Escanee los libros de izquierda a derecha.',
    'La página muestra qué libros hay que mover.',
  ],
  pull: [
    'Llega una reserva de un ejemplar de sus estantes.',
    'Presione R para una lista nueva y saque los artículos.',
    'Escanee cada artículo para apartarlo.',
  ],
  hold_shelf: [
    'Reciba la devolución de un artículo reservado.',
    'Póngale el comprobante de reserva.',
    'Acomódelo según su código. Aparece aquí.',
  ],
  coming: ['Otra sucursal envía un artículo.', 'Llega con la mensajería.', 'Escanéelo aquí para recibirlo.'],
  hold_new: [
    'Escanee un ejemplar o escriba el título.',
    'Elija el título con las flechas.',
    'Presione Enter para hacer la reserva.',
  ],
  item: [
    'Escanee un artículo o escriba su código de barras.',
    'Vea dónde está y cuántos usuarios lo esperan.',
    'Nada cambia mientras no presione una letra.',
  ],
  items_made: [
    'Escanee un artículo que no está en los registros.',
    'Haga un registro breve.',
    'Aparece aquí para quienes catalogan.',
  ],
  drawer: [
    'Presione {key:drawer}: la caja tiene su propia página.',
    'Cuente el dinero que hay en ella, y ábrala.',
    'Presione {key:pay}. Los pagos entran en ella hasta que se cierre.',
  ],
  tasks: [
    'Un usuario dice que devolvió un artículo.',
    'Presione C en el préstamo para anotarlo.',
    'Búsquelo en el estante cuando aparezca aquí.',
  ],
}
