/** English for what those who look after a desk or its staff are told of at their next sign-in. */

import { countedIn } from '../../plural.ts'

const n = countedIn('en')

export const NEWS = {
  heading: 'Since you last signed in',
  lead: 'What was shown, copied, imported or changed at this desk. Press Enter when you have read it.',
  columns: { when: 'When', who: 'Who', what: 'What', more: 'More' },
  empty: 'Nothing.',
  read: 'I have read this',
  go: 'What happened since you last signed in',
  restored: 'Restored from a backup',
  missing: 'Entries were missing at startup',
  unproved: 'At startup the journal was not as this computer signed it',
  approved: {
    heading: 'Who approved for whom in the last 7 days',
    asked_by: 'Asked by',
    approved_by: 'Approved by',
    times: 'Times',
  },
  card_pin: {
    heading: 'New card and new PIN for one patron on the same day, in the last 7 days',
    by: 'Who',
    patrons: 'Patrons',
  },
  files: (count: number) => n(count, 'file', 'files'),
  minutes: (before: number, after: number) => `${before} minutes before, ${after} now; 0 is never`,
  moved: (before: string, after: string) => `from ${before} to ${after}`,
  renamed: 'renamed',
  clock: (desk: string) => `the desk’s time was ${desk}`,
}
