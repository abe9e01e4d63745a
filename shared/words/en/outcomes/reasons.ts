/** English for the reasons of an override, a waiver or a page opened by approval (shared/staff/reasons.ts). */
import type { ReasonWords } from '../../../staff/reasons.ts'

export const REASONS: ReasonWords = {
  'settled-at-desk': 'Paid at the desk',
  promised: 'Promised to pay',
  'library-error': 'Our mistake',
  hardship: 'Hardship',
  'one-time': 'One-time courtesy',
  'system-data-old': 'Data out of date',
  illness: 'Illness or bereavement',
  weather: 'Weather or outage',
  'first-time': 'First time',
  'returned-elsewhere': 'Returned on time',
  'patron-asks': 'A patron asks for it',
  'put-right': 'To correct a mistake',
  'handed-over': 'I was asked to do it',
  training: 'Training',
  'hold-canceled': 'Hold canceled',
  other: 'Another reason',
}

/** Why a library could not check items in. */
export const OUTAGE_REASONS = {
  'system-down': 'System down',
  'power-cut': 'Power outage',
  'network-down': 'Network down',
  'emergency-closing': 'Emergency closing',
  weather: 'Weather',
}
