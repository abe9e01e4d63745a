/** Spanish for labels: on sheets and on a strip. */
import type { LABELS_PAGE as EN } from '../../../en/pages/devices/labels.ts'

const counted = (one: string, many: string) => (count: number) => (count === 1 ? one : `${count} ${many}`)

export const LABELS_PAGE: typeof EN = {
  headings: {
    spine: counted('Etiqueta de lomo', 'etiquetas de lomo'),
    item: counted('Etiqueta de artículo', 'etiquetas de artículo'),
    card: counted('Etiqueta de tarjeta', 'etiquetas de tarjeta'),
    mail: counted('Etiqueta de correo', 'etiquetas de correo'),
  },
  sheet_lead: (sheet, start) =>
    `Para una hoja ${sheet}, desde la etiqueta ${start}. Imprima a tamaño real, sin márgenes.`,
  strip_lead: 'Una debajo de la otra, para una impresora de recibos.',
  start: 'Empezar en otra etiqueta',
  start_at: 'Primera etiqueta libre de la hoja, contada por filas',
  on_strip: 'Como tira',
  on_sheet: 'En una hoja',
  spine: 'Etiqueta de lomo',
  item: 'Etiqueta de artículo',
  card: 'Etiqueta de tarjeta',
  mail: 'Etiqueta de correo',
  spines: 'Etiquetas de lomo',
  items: 'Etiquetas de artículo',
}
