/** Spanish for the records of people and items: notes, marks, brief records. */
import type { STOCK_REFUSALS } from '../../../refusals/stock.ts'
import type { WordsFor } from '../../refusal-words.ts'
import { asSentence } from '../../sentence.ts'

export const STOCK: WordsFor<typeof STOCK_REFUSALS> = {
  'patron-gone': {
    short: 'Usuario eliminado',
    says: 'Esta cuenta se eliminó de los datos de la biblioteca.',
    way_out: '{key:find-person} busca al usuario: es posible que se hayan unido dos cuentas.',
  },
  'note-unknown': {
    short: 'No existe la nota',
    says: 'Esa nota ya no está en esta cuenta.',
    way_out: 'Mire la cuenta otra vez.',
  },
  'text-missing': { short: 'Sin texto', says: 'La nota todavía no tiene texto.', way_out: 'Escriba unas palabras.' },
  'until-past': {
    short: 'Fecha pasada',
    says: ({ on }) => `El ${on} ya pasó.`,
    way_out: 'Escriba hoy o un día posterior, o déjelo en blanco.',
  },
  'item-is-out': {
    short: 'Prestado',
    says: 'Está prestado.',
    way_out: 'Primero registre la devolución. Perdido, reclamado y dañado están en la cuenta de quien lo tiene.',
  },
  'item-is-held': {
    short: 'Apartado',
    says: 'Está apartado para una reserva.',
    way_out: 'Extraviado, en búsqueda, dañado y descartado liberan la reserva. Si no, cancélela primero en su cuenta.',
  },
  'marked-already': { short: 'Sin cambio', says: 'Ya está marcado así.', way_out: 'No hay nada que hacer.' },
  'item-unchanged': { short: 'Sin cambios', says: 'No se cambió nada.', way_out: 'Cambie un campo primero.' },
  'item-known': {
    short: 'Ya tiene registro',
    says: ({ barcode, title }) => asSentence(`${barcode} ya tiene registro: ${title}`),
    way_out: 'Escanéelo.',
  },
  'card-of-somebody': {
    short: 'Tarjeta o credencial',
    says: ({ barcode }) => `${barcode} es una tarjeta de la biblioteca o una credencial.`,
    way_out: 'Ponga otro código de barras en el artículo y escanéelo.',
  },
  'title-missing': {
    short: 'Sin título',
    says: 'Todavía no tiene título.',
    way_out: 'Escriba el título o elija uno de la biblioteca.',
  },
  'title-unknown': {
    short: 'Título eliminado',
    says: 'Ese título se eliminó de los datos de la biblioteca.',
    way_out: 'Búsquelo otra vez.',
  },
  'item-type-unknown': {
    short: 'No existe el tipo',
    says: ({ item_type }) => `No existe el tipo de artículo ${item_type}.`,
    way_out: 'Elija uno de la lista.',
  },
}
