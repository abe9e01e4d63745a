/** The ways that cash of the safe and the change fund can go without a drawer. */
import type { EventBody } from '../../journal/event.ts'

type Moved = EventBody<'place-moved'>

export const PLACE_WAYS = {
  'safe-to-bag': { from: 'safe', to: 'bank-bag' },
  'safe-to-fund': { from: 'safe', to: 'change-fund' },
  'fund-to-safe': { from: 'change-fund', to: 'safe' },
} as const satisfies Readonly<Record<string, Pick<Moved, 'from' | 'to'>>>
export type PlaceWay = keyof typeof PLACE_WAYS
export const PLACE_WAY_NAMES = ['safe-to-bag', 'safe-to-fund', 'fund-to-safe'] as const satisfies readonly PlaceWay[]
