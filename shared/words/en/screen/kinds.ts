/** English for the kinds of outcome at check-in: what it is, and what the hands do with it now. */

export const KINDS = {
  hold: { label: 'On hold here', next: 'Insert the hold slip; shelve it by its pickup code' },
  transit: { label: 'For another branch', next: 'Insert the transit slip; place it in the bin for that branch' },
  lender: {
    label: 'Interlibrary loan',
    next: 'Insert the slip; place it in the courier’s bin. Do not shelve it',
  },
  'not-ours': { label: 'Another library’s', next: 'Insert the slip; place it in the courier’s bin' },
  damaged: { label: 'Damaged', next: 'Insert the slip; place it on the mending shelf' },
  withdrawn: { label: 'Withdrawn', next: 'Do not shelve it' },
  'lost-found': { label: 'Lost, now found', next: 'Check its condition before you shelve it' },
  'claim-found': { label: 'Claimed, now found', next: 'The claim is resolved: no more shelf checks' },
  'missing-found': { label: 'Missing, now found', next: 'It can be checked out again' },
  'not-out': { label: 'Was not checked out', next: 'No patron account changes' },
  unknown: { label: 'Not in the records', next: 'Set it aside, or add a brief record' },
}
