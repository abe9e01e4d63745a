/** Spanish for what stands in the way of a loan or a renewal. */
import { blocksSaid } from '../../blocks-said.ts'
import type { LOAN_REFUSALS } from '../../../refusals/loan.ts'
import { countedIn } from '../../plural.ts'
import { asSentence } from '../../sentence.ts'
import type { WordsFor } from '../../refusal-words.ts'
import { limitScope } from '../limit-scope.ts'
import { ACCOUNT } from './account.ts'
import { onThe, the } from '../outcomes/when.ts'

const n = countedIn('es')
const STILL_DUE = ({ due }: { readonly due: string }): string => `El vencimiento sigue siendo ${the(due)}.`

export const LOAN: WordsFor<typeof LOAN_REFUSALS> = {
  'nobody-open': {
    short: 'Sin usuario',
    says: 'No hay ninguna cuenta abierta.',
    way_out: 'Escanee primero una tarjeta de la biblioteca.',
  },
  'patron-barred': {
    short: 'No atender',
    says: ({ note }) => (note === '' ? 'No atender.' : asSentence(`No atender: ${note}`)),
    way_out: 'Llame a un supervisor.',
  },
  'patron-inactive': {
    short: 'Cuenta cerrada',
    says: 'Esta cuenta está cerrada.',
    way_out: '{key:account}, Abrir la cuenta.',
  },
  'card-replaced': {
    short: 'Tarjeta anterior',
    says: 'Esta tarjeta fue reemplazada.',
    way_out: 'La cuenta se abre de todos modos. Pida la tarjeta actual.',
  },
  'card-lost': {
    short: 'Tarjeta perdida',
    says: 'Esta tarjeta se reportó como perdida.',
    way_out:
      'Pida una identificación y la tarjeta más nueva. Si no la hay, dé una: escanéela y presione 1, o ' +
      '{key:account} y luego G. Sin tarjeta, para prestar se necesita una autorización.',
  },
  'patron-expired': {
    short: 'Tarjeta vencida',
    says: ({ on }) => `La tarjeta venció el ${on}.`,
    way_out: 'La tarjeta se puede renovar: {key:account}, luego I.',
  },
  'patron-blocked': {
    short: 'Bloqueado',
    says: ({ note }) => asSentence(`Bloqueado: ${blocksSaid(note, 'el correo postal fue devuelto')}`),
    way_out: ({ ends_by }) =>
      ends_by === 'address'
        ? '{key:account} muestra la cuenta. Corrija la dirección en Más. Si es la misma: F.'
        : '{key:account} muestra la cuenta. Siga lo que dice la nota.',
  },
  'owes-too-much': {
    short: 'Debe demasiado',
    says: ({ owed, limit }) => `Debe ${owed} (límite: ${limit}). No se puede prestar.`,
    way_out: '{key:pay} cobra. O condone lo que debe, o pida una autorización.',
  },
  'overdue-too-many': {
    short: 'Muchos atrasados',
    says: ({ count, limit }) =>
      `${n(count, 'artículo atrasado', 'artículos atrasados')} (límite: ${limit}). No se puede prestar.`,
    way_out: 'Registre la devolución de uno o pida una autorización.',
  },
  ...ACCOUNT,
  'item-not-for-loan': {
    short: 'No se presta',
    says: 'Este artículo no se presta.',
    way_out: 'Se puede usar en la biblioteca.',
  },
  'item-withdrawn': { short: 'Descartado', says: 'Este artículo fue descartado.', way_out: 'Apártelo.' },
  'item-lost': {
    short: 'Marcado perdido',
    says: 'Este artículo está marcado como perdido.',
    way_out: '1 = marcar como encontrado y prestar; Esc = omitir, y apártelo.',
  },
  'item-damaged': {
    short: 'Dañado',
    says: 'Este artículo está marcado como dañado.',
    way_out: '1 = prestar de todos modos; Esc = omitir, y apártelo.',
  },
  'item-arrived': {
    short: 'Estaba en tránsito',
    says: 'Estaba en tránsito entre sucursales.',
    way_out: 'Su registro dice ahora que está aquí.',
  },
  'item-found': {
    short: 'Estaba extraviado',
    says: 'Estaba extraviado.',
    way_out: 'Su registro dice ahora que se encontró.',
  },
  'item-not-ready': {
    short: 'Estaba en proceso',
    says: 'Estaba pedido o en proceso.',
    way_out: 'Su registro dice ahora que se presta.',
  },
  'no-rule': {
    short: 'Sin regla',
    says: ({ category, item_type }) => `No hay regla de préstamo para ${category} y ${item_type}.`,
    way_out: 'Pida que se agregue la regla.',
  },
  'period-invalid': {
    short: 'Regla defectuosa',
    says: ({ rule }) => `La regla de préstamo ${rule} no tiene un plazo válido.`,
    way_out: 'Pida que se corrija la regla.',
  },
  'due-too-far': {
    short: 'Fecha muy lejana',
    says: ({ rule, limit }) =>
      `La regla de préstamo ${rule} da una fecha posterior al ${limit}, la última que se admite.`,
    way_out: 'Ponga la fecha a mano o pida que se corrija la regla.',
  },
  'outside-schedule': {
    short: 'Fuera de calendario',
    says: ({ schedule, on }) => `El calendario de fechas ${schedule} no tiene fecha para préstamos del ${on}.`,
    way_out: 'Pida que se agregue la fecha.',
  },
  'calendar-all-closed': {
    short: 'Sin día abierto',
    says: 'El calendario de esta sucursal no tiene ningún día abierto en un año.',
    way_out: 'Pida que se corrija el calendario.',
  },
  'limit-reached': {
    short: 'Límite alcanzado',
    says: ({ count, limit, ...scope }) =>
      `${n(count, 'prestado', 'prestados')}, contando ${limitScope(scope)} (límite: ${limit}).`,
    way_out: 'Registre la devolución de uno o pida una autorización.',
  },
  'out-to-other': {
    short: 'Prestado',
    says: ({ whom, due }) =>
      whom === 'other'
        ? `Prestado a otro usuario, vence ${onThe(due)}.`
        : `Prestado a una cuenta que ya no está en los datos de la biblioteca, vence ${onThe(due)}.`,
    way_out: '1 = registrar la devolución y prestar a este usuario; Esc = omitir.',
  },
  'out-to-same': {
    short: 'Ya lo tiene',
    says: ({ due }) => `Este usuario ya lo tiene prestado, vence ${onThe(due)}.`,
    way_out: '1 = renovar; Esc = omitir.',
  },
  'lender-waits': {
    short: 'Lo espera el dueño',
    says: ({ lender, due }) => `Debe volver a ${lender} a más tardar el ${due}.`,
    way_out: '1 = prestar de todos modos, vence hoy; Esc y después {key:check-in} para enviarlo de vuelta.',
  },
  'hold-waits': {
    short: 'Reservado',
    says: 'Reservado para otro usuario.',
    way_out: '1 = prestar de todos modos; Esc = omitir, y apártelo.',
  },
  'not-out': {
    short: 'No está prestado',
    says: 'Este artículo no está prestado.',
    way_out: 'No hay nada que renovar.',
  },
  'renewal-withdrawn': {
    short: 'Descartado',
    says: 'Los artículos descartados no se renuevan.',
    way_out: ({ due }) => `El vencimiento sigue siendo ${the(due)}. Apártelo cuando vuelva.`,
  },
  'renewals-used': {
    short: 'Sin renovaciones',
    says: ({ count, limit }) => `Renovado ${count} de ${n(limit, 'vez', 'veces')}.`,
    way_out: STILL_DUE,
  },
  'unseen-renewals-used': {
    short: 'Hay que mostrarlo',
    says: ({ count, limit }) => `Renovado ${n(count, 'vez', 'veces')} sin mostrar el artículo (límite: ${limit}).`,
    way_out: ({ due }) =>
      `Tráigalo a un mostrador y escanéelo para renovarlo. El vencimiento sigue siendo ${the(due)}.`,
  },
  'renewal-recalled': {
    short: 'Reclamado',
    says: ({ due }) => `La biblioteca lo reclamó, vence ${onThe(due)}.`,
    way_out: 'Debe devolverse a más tardar ese día.',
  },
  'renewal-hold-waits': { short: 'Reservado', says: 'Reservado para otro usuario.', way_out: STILL_DUE },
  'renewal-no-gain': {
    short: 'Sin cambio',
    says: ({ due }) => `Ya vence ${onThe(due)}: renovarlo no cambiaría la fecha.`,
    way_out: 'Renuévelo más cerca de su vencimiento.',
  },
  'claims-used': {
    short: 'Muchos reclamos',
    says: ({ count, span, limit }) =>
      span === 'open'
        ? `${n(count, 'reclamo abierto', 'reclamos abiertos')} (límite: ${limit}).`
        : `${n(count, 'reclamo', 'reclamos')} en doce meses (límite: ${limit}).`,
    way_out: 'Pida una autorización para aceptar uno más.',
  },
  'claim-too-late': {
    short: 'Reclamo tardío',
    says: ({ days, limit }) =>
      `Debía devolverse hace ${n(days, 'día', 'días')}; el plazo para reclamar es de ${n(limit, 'día', 'días')}.`,
    way_out: 'Pida una autorización para aceptarlo.',
  },
}
