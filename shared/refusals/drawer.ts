/** Every refusal about acts at an open drawer besides payments, in precedence order. */
import { STOP, type RefusalEntry } from './entry.ts'

export const DRAWER_REFUSALS = {
  'drawer-on-break': { ...STOP, facts: { drawer: 'text' } },
  'drawer-not-suspended': { ...STOP, facts: { drawer: 'text' } },
  'drawer-not-on-break': { ...STOP, facts: { drawer: 'text' } },
  'cover-same': STOP,
  'cover-other': STOP,
  'cover-counts-first': STOP,
  'break-count-needed': STOP,
  'bag-sealed': STOP,
  'bag-number-missing': STOP,
  'bag-number-used': { ...STOP, facts: { bag: 'text' } },
  'place-uncounted': STOP,
  'receiver-missing': STOP,
  'receiver-needed': { ...STOP, facts: { amount: 'money' } },
  'receiver-same': STOP,
  'receiver-says': { ...STOP, facts: { who: 'text' } },
  'drawer-holds-less': STOP,
  'meter-before-missing': STOP,
  'meter-price-missing': STOP,
  'meter-other': { ...STOP, facts: { last: 'text', price: 'money', copies: 'count', amount: 'money' } },
  'meter-turned-back': { ...STOP, facts: { before: 'text', after: 'text' } },
  'safe-holds-less': STOP,
  'place-holds-less': STOP,
} as const satisfies Readonly<Record<string, RefusalEntry>>
