/** English for the kinds of outcome at check-in: what it is, and what the hands do with it now. */

export const KINDS = {
  hold: { label: 'On hold here', next: 'Put its slip in it, and stand it under its code' },
  transit: { label: 'For another branch', next: 'Put its slip in it, and lay it in the crate for that branch' },
  lender: {
    label: 'Interlibrary loan',
    next: 'Put its slip in it, and lay it where the courier takes it: no shelf, no hold',
  },
  'not-ours': { label: 'Another library’s', next: 'Put its slip in it, and lay it in the courier’s crate' },
  damaged: { label: 'Damaged', next: 'Put its slip in it, and lay it where repairs wait' },
  withdrawn: { label: 'Withdrawn', next: 'It leaves the library: it goes on no shelf' },
  'lost-found': { label: 'Lost, and found', next: 'Look it over before it goes on the shelf' },
  'claim-found': { label: 'Claimed, and found', next: 'The claim is settled: nobody need look for it any more' },
  'missing-found': { label: 'Missing, and found', next: 'It can be lent again' },
  'not-out': { label: 'Was not out', next: 'No account changes' },
  unknown: { label: 'Not in the records', next: 'Lay it aside, or make a record for it' },
}
