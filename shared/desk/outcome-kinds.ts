/**
 * The kinds of outcome at check-in that a clerk does something of its own with. Four classes are told apart at once, by
 * fill, shape and sound; a kind lies within a class and adds its own sign, colour, ending of the sound and words. What
 * is plain has no kind. See docs/adr/0008-outcome-kinds.md. Pure data; must never hold a rule of circulation.
 */
import type { Oddity, Place } from '../circulation/loans/check-in.ts'
import type { OutcomeClass, OutcomeKind } from './screen.ts'

/** Which paper goes with it, made by itself. */
type KindSlip = 'hold slip' | 'transit slip' | 'lender slip' | 'courier slip' | 'repair slip' | 'none'

type KindEntry = {
  readonly outcome: OutcomeClass
  /** Two or three words beside its sign: what it is. */
  readonly label: string
  /** What the clerk does with it now: one sentence without its full stop. */
  readonly next: string
  readonly slip: KindSlip
}

/** The compiler asks for a line for every kind. */
export const KIND_TABLE: Readonly<Record<OutcomeKind, KindEntry>> = {
  hold: {
    outcome: 'route',
    label: 'On hold here',
    next: 'Put its slip in it, and stand it under its code',
    slip: 'hold slip',
  },
  transit: {
    outcome: 'route',
    label: 'For another branch',
    next: 'Put its slip in it, and lay it in the crate for that branch',
    slip: 'transit slip',
  },
  lender: {
    outcome: 'route',
    label: 'Interlibrary loan',
    next: 'Put its slip in it, and lay it where the courier takes it: no shelf, no hold',
    slip: 'lender slip',
  },
  'not-ours': {
    outcome: 'route',
    label: 'Another library’s',
    next: 'Put its slip in it, and lay it in the courier’s crate',
    slip: 'courier slip',
  },
  damaged: {
    outcome: 'route',
    label: 'Damaged',
    next: 'Put its slip in it, and lay it where repairs wait',
    slip: 'repair slip',
  },
  withdrawn: {
    outcome: 'route',
    label: 'Withdrawn',
    next: 'It leaves the library: it goes on no shelf',
    slip: 'none',
  },
  'lost-found': {
    outcome: 'done',
    label: 'Lost, and found',
    next: 'Look it over before it goes on the shelf',
    slip: 'none',
  },
  'claim-found': {
    outcome: 'done',
    label: 'Claimed, and found',
    next: 'The claim is settled: nobody need look for it any more',
    slip: 'none',
  },
  'missing-found': {
    outcome: 'done',
    label: 'Missing, and found',
    next: 'It can be lent again',
    slip: 'none',
  },
  'not-out': {
    outcome: 'done',
    label: 'Was not out',
    next: 'No account changes',
    slip: 'none',
  },
  unknown: {
    outcome: 'stop',
    label: 'Not in the records',
    next: 'Lay it aside, or make a record for it',
    slip: 'none',
  },
}

/** What was odd comes in this order: what was billed or claimed before what was only mislaid. */
const ODD_KINDS: readonly (readonly [Oddity, OutcomeKind])[] = [
  ['was-lost', 'lost-found'],
  ['was-claimed', 'claim-found'],
  ['was-missing', 'missing-found'],
  ['was-not-out', 'not-out'],
]

/**
 * The kind of a return: where it goes comes before what was odd about it, since that is what the hands do next. What
 * has come from another branch, or was to leave for one, was on its way and not "not out". Null: plainly back.
 */
export function kindOfReturn(place: Place, oddities: readonly Oddity[]): OutcomeKind | null {
  if (place.kind === 'set-aside') return place.why
  if (place.kind !== 'shelf') return place.kind
  if (oddities.includes('was-in-transit') || oddities.includes('was-on-its-way')) return null
  return ODD_KINDS.find(([odd]) => oddities.includes(odd))?.[1] ?? null
}
