/**
 * The kinds of outcome at check-in that a clerk does something of its own with. Four classes are told apart at once, by
 * fill, shape and sound; a kind lies within a class and adds its own sign, color, ending of the sound and words. What
 * is plain has no kind. See docs/adr/0008-outcome-kinds.md. Its words: shared/words,
 * screen.kinds. Pure data; must never hold a rule of circulation.
 */
import type { Oddity, Place } from '../circulation/loans/check-in.ts'
import type { OutcomeClass, OutcomeKind } from './screen.ts'

/** The paper made automatically with it. */
type KindSlip = 'hold slip' | 'transit slip' | 'lender slip' | 'courier slip' | 'repair slip' | 'none'

type KindEntry = {
  readonly outcome: OutcomeClass
  readonly slip: KindSlip
}

/** The compiler requires a line for every kind. */
export const KIND_TABLE: Readonly<Record<OutcomeKind, KindEntry>> = {
  hold: {
    outcome: 'route',
    slip: 'hold slip',
  },
  transit: {
    outcome: 'route',
    slip: 'transit slip',
  },
  lender: {
    outcome: 'route',
    slip: 'lender slip',
  },
  'not-ours': {
    outcome: 'route',
    slip: 'courier slip',
  },
  damaged: {
    outcome: 'route',
    slip: 'repair slip',
  },
  withdrawn: {
    outcome: 'route',
    slip: 'none',
  },
  'lost-found': {
    outcome: 'done',
    slip: 'none',
  },
  'claim-found': {
    outcome: 'done',
    slip: 'none',
  },
  'missing-found': {
    outcome: 'done',
    slip: 'none',
  },
  'not-out': {
    outcome: 'done',
    slip: 'none',
  },
  unknown: {
    outcome: 'stop',
    slip: 'none',
  },
}

/** The order of oddities: billed or claimed before merely misplaced. */
const ODD_KINDS: readonly (readonly [Oddity, OutcomeKind])[] = [
  ['was-lost', 'lost-found'],
  ['was-claimed', 'claim-found'],
  ['was-missing', 'missing-found'],
  ['was-not-out', 'not-out'],
]

/**
 * The kind of a return: where it goes comes before what was odd about it, since that is what the clerk does next. An
 * item to or from another branch was in transit and not "not out". Null: a plain return.
 */
export function kindOfReturn(place: Place, oddities: readonly Oddity[]): OutcomeKind | null {
  if (place.kind === 'set-aside') return place.reason
  if (place.kind !== 'shelf') return place.kind
  if (oddities.includes('was-in-transit') || oddities.includes('was-on-its-way')) return null
  return ODD_KINDS.find(([odd]) => oddities.includes(odd))?.[1] ?? null
}
