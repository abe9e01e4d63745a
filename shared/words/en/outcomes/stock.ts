/** English for inventory and in-house use. Never says who has an item. */

export const STOCK = {
  /** An item’s status, within a sentence. */
  status: {
    missing: 'missing',
    trace: 'being traced',
    lost: 'lost',
    'in-transit': 'in transit',
    'on-order': 'on order',
    'in-process': 'in process',
    damaged: 'damaged',
    withdrawn: 'withdrawn',
  },
  seen: 'Seen here',
  happened: {
    'is-out': 'Checked out',
    'needs-check-in': 'Check it in',
    'was-gone': 'Found',
    'is-on-hold': 'To the hold shelf',
    'is-set-aside': 'Set aside',
    'is-elsewhere': 'Belongs elsewhere',
  },
  /** What the hands do with it. */
  next: {
    'is-out': 'Check it in',
    'needs-check-in': 'Check it in',
    'is-on-hold': 'Hold shelf',
    'is-set-aside': 'Set aside',
    'is-elsewhere': 'Check it in',
  },
  is_out: 'System shows checked out: check it in with {key:check-in}',
  needs_check_in: (status: string) => `System shows ${status}: check it in with {key:check-in}`,
  was_gone: (status: string) => `It was ${status}: available again`,
  is_on_hold: 'It belongs on the hold shelf',
  is_set_aside: (status: string) => `It is marked ${status}: set it aside`,
  is_elsewhere: (branch: string) => `It belongs at ${branch}: check it in to send it there`,
  label_next: 'next',
  label_place: 'belongs at',
  used: 'In-library use',
  used_says: 'Counted as used in the library',
  label_used: 'reshelve',
}
