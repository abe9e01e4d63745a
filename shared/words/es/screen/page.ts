/** Spanish for what every page and every form has of its own, and for the rows of the session. */
import type { PAGE as EN } from '../../en/screen/page.ts'
import { asSentence } from '../../sentence.ts'

export const PAGE: typeof EN = {
  print: 'Imprimir',
  print_dialog: 'Imprimir (diálogo del sistema)',
  back: 'Atrás',
  more: 'Más',
  fewer: 'Menos',
  percent: (share) => `${share}%`,
  form: {
    none: 'ninguno',
    restored: (at) => (at === '' ? 'Borrador recuperado' : `Borrador de ${at} recuperado`),
    with_draft: (label) => `${label} (borrador)`,
    discard: 'Descartar borrador',
    total: 'Total',
    left_out: (piece) => `${piece}: escriba de uno a cuatro dígitos. Lo demás no se tomó: revise el número.`,
    leave: 'Cancelar',
    step_back: 'Un paso atrás',
    alike: 'Quizá ya es usuario',
    open_instead: 'Abrir esta cuenta',
    working: 'En curso. Espere, por favor.',
    choose: (label) => `Elija una opción de “${label}”.`,
    fill_in: (label) => `Complete: ${label}.`,
    money: (label) => `${label}: escriba 250 o 2.50.`,
    money_digit: (label, digit) => `${label}: escriba ${digit}00 para $${digit}.00, 0${digit} para $0.0${digit}.`,
    date: (label, day) => `${label}: escriba ${day}, 15 dic o +7.`,
    birth_date: (label, day) => `${label}: escriba ${day} o 15 jun 1985.`,
    which_date: (label, on, other) =>
      `${label}: presione Enter otra vez si es ${on}. Si es ${other}, escriba el mes con letras.`,
    too_early: (label, first) => `${label}: elija ${first} o una fecha posterior.`,
    too_late: (label, last) => `${label}: elija ${last} o una fecha anterior.`,
    number: (label) => `${label}: escriba un número entero.`,
    no_option: (digit) => `Ninguna opción tiene el número ${digit}.`,
    large: (label) => `${label}: es mucho. Presione Enter otra vez si es correcto.`,
    left_empty: (label) =>
      `${label}: se escribieron dígitos después. Escriba el monto aquí o presione Enter para dejarlo así.`,
  },
  rows: {
    session: 'Esta sesión',
    caption: 'Esta sesión, lo más reciente primero',
    title: 'Título',
    call_number: 'Clasificación',
    put_it: 'Destino',
    happened: 'Estado',
    due: 'Vence',
    more: 'Más',
    leave: 'Omitir',
    waits: 'Espera una respuesta',
    others: (count) => `(${count} más ${count === 1 ? 'espera' : 'esperan'})`,
    older: (count) => `y ${count === 1 ? '1 fila' : `${count} filas`} antes de estas`,
  },
  approval: {
    approve: 'Autorizar',
    until: (time) =>
      `O escanee una credencial que lo permita y escriba su PIN si se pide. Espera hasta ${time}; Esc omite.`,
    until_badge: (time) => asSentence(`Con Esc, o con otra credencial, se empieza de nuevo. Espera hasta ${time}`),
  },
}
