/** Spanish for undoing. */
import type { ActName } from '../../../journal/undo-acts.ts'
import type { ChargeKind } from '../../../ledger/charge-kinds.ts'
import type { Words } from '../../en/en.ts'

const ACTS: Readonly<Record<ActName, string>> = {
  'check-out': 'préstamo',
  'check-in': 'devolución',
  'check-in-out': 'devolución y préstamo',
  renewal: 'renovación',
  recall: 'reclamación',
  'due-date': 'fecha de vencimiento',
  claim: 'reclamo',
  'claim-end': 'fin del reclamo',
  lost: 'artículo perdido',
  status: 'estado',
  answer: 'respuesta',
  hold: 'reserva',
  'hold-end': 'fin de la reserva',
  'hold-change': 'cambio de la reserva',
  waive: 'condonación',
  void: 'anulación',
  credit: 'crédito',
  money: 'ajuste',
  charge: 'cargo',
  note: 'nota',
  pickup: 'permiso para recoger',
  use: 'uso en sala',
  mark: 'estado del artículo',
  edit: 'edición del artículo',
  merge: 'unión de registros',
  apart: 'nota de dos personas',
  registration: 'inscripción',
  'patron-edit': 'cambio del registro',
  'card-renewal': 'renovación de la tarjeta',
  card: 'tarjeta nueva',
  'card-lost': 'aviso de tarjeta perdida',
  guardian: 'tutor',
  'guardian-end': 'fin de la tutela',
  family: 'vínculo familiar',
  'family-end': 'fin del vínculo familiar',
}

const CHARGES: Readonly<Record<ChargeKind, string>> = {
  overdue: 'de multa',
  lost: 'por artículo perdido',
  processing: 'por procesamiento',
  damaged: 'por daño',
  part: 'por pieza faltante',
  rental: 'por alquiler',
  card: 'por tarjeta',
  manual: 'de cargo',
  other: 'de cuota',
  credit: 'crédito',
}

export const UNDO: Words['outcomes']['undo'] = {
  row: 'Deshecho',
  offer: (act) => `Deshacer: ${ACTS[act]}`,
  wish: (act, title) => `Deshacer: ${ACTS[act]}${title === '' ? '' : `, ${title}`}`,
  act: (act, title) => (title === '' ? ACTS[act] : `${ACTS[act]}, ${title}`),
  undid: (act) => `Deshizo: ${ACTS[act]}`,
  asks: 'Para deshacer hace falta un supervisor',
  heading: (title) => `Deshecho: ${title}`,
  whose: (who) => `Era de ${who}`,
  again_out: (name) => (name === '' ? 'Está prestado otra vez' : `Está prestado otra vez a ${name}`),
  not_out: (name) => (name === '' ? 'Ya no está prestado' : `Ya no está prestado a ${name}`),
  due_again: (due) => `Vence otra vez: ${due}`,
  as_before: (act) => `Deshecho: ${ACTS[act]}`,
  removed: (amount, kind) => `Se quitaron ${amount} ${CHARGES[kind]}`,
  owed_again: (amount, kind) => `Se deben otra vez ${amount} ${CHARGES[kind]}`,
  refund_again: (amount) => `La biblioteca debe otra vez ${amount}`,
  refund_gone: (amount) => `La biblioteca ya no debe ${amount}`,
  look: {
    cannot: (what) => `La última acción no se puede deshacer: ${what}`,
    final: (what) => `La última acción fue: ${what}. {key:undo} no la deshace`,
    void_it: (letter) => `Para revertir el cobro, anule su recibo: {key:drawer}, el recibo y luego ${letter}`,
    of_other: (act, who) => `La última acción fue de ${who}: ${act}`,
    of_patron: (act, who, title) => {
      if (title !== '') return `La última acción fue: ${ACTS[act]} de ${title}`
      return `La última acción fue para ${who === '' ? 'otro usuario' : who}: ${ACTS[act]}`
    },
    before: (act) => `La acción anterior: ${act}. Presione {key:undo} otra vez para deshacerla`,
    again: 'Presione {key:undo} otra vez para deshacerla',
    none_before: 'Nada anterior se puede deshacer',
  },
}
