/** Which grant each act on a patron's record or card takes. Pure data; does not know who is signed in. */
import type { Grant } from './permissions.ts'

export const CARD_GRANTS = {
  'patron.register': 'register-patron',
  'patron.edit': 'edit-patron',
  'patron.check': 'edit-patron',
  'patron.tell-apart': 'edit-patron',
  'guardian.link': 'edit-patron',
  'guardian.end': 'edit-patron',
  'family.link': 'edit-patron',
  'family.end': 'edit-patron',
  'pickup.allow': 'edit-patron',
  'pickup.end': 'edit-patron',
  'card.renew': 'renew-card',
  'card.renew-family': 'renew-card',
  'card.replace': 'replace-card',
  'card.lose': 'replace-card',
  'patron.set-pin': 'set-patron-pin',
  'patron.clear-pin': 'set-patron-pin',
} as const satisfies Readonly<Record<string, Grant>>

export type CardAct = keyof typeof CARD_GRANTS

/** A new PIN is kept nowhere while a second person is asked: its act is refused instead. */
export type AskedCardAct = Exclude<CardAct, 'patron.set-pin'>
